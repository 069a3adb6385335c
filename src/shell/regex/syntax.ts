// POSIX regular expressions, basic and extended, with the GNU additions that people use (`\w`, `\<`, `\+`). Patterns from
// outside never reach the host's own engine: it can take exponential time, and it reads them differently.
import { isClassName, readBracket } from '../language/glob.ts';

export type Node =
  | { readonly type: 'one'; readonly matches: (char: string) => boolean }
  | { readonly type: 'assert'; readonly kind: Assertion }
  | { readonly type: 'group'; readonly number: number; readonly inner: Node }
  | { readonly type: 'sequence'; readonly items: readonly Node[] }
  | { readonly type: 'choice'; readonly items: readonly Node[] }
  | { readonly type: 'repeat'; readonly item: Node; readonly least: number; readonly most: number };

export type Assertion =
  | 'start'
  | 'end'
  | 'word-start'
  | 'word-end'
  | 'word-edge'
  | 'no-word-edge'
  | 'no-word-before'
  | 'no-word-after';
/** awk's is the extended one where a backslash means something within brackets too. */
export type Syntax = 'basic' | 'extended' | 'awk';

/** A pattern that cannot be used, in the words of the C library. */
export class RegexError extends Error {}

const maxDepth = 50;
const maxRepeats = 255;
const wordChar = /^\w$/;
const spaceChar = /^\s$/;

/** Parses a pattern; also returns the number of groups. Throws RegexError. */
export function parseRegex(
  pattern: string,
  syntax: Syntax,
): { readonly node: Node; readonly groups: number } {
  return new Parser(pattern, syntax).parse();
}

class Parser {
  readonly #text: string;
  readonly #isExtended: boolean;
  readonly #isAwk: boolean;
  #at = 0;
  #groups = 0;

  constructor(text: string, syntax: Syntax) {
    this.#text = text;
    this.#isExtended = syntax !== 'basic';
    this.#isAwk = syntax === 'awk';
  }

  parse(): { readonly node: Node; readonly groups: number } {
    const node = this.#choice(0);
    if (this.#at < this.#text.length) throw new RegexError('Unmatched ) or \\)');
    return { node, groups: this.#groups };
  }

  /** The operator at the cursor: `(`, `)`, `|`, `{`, `+`, `?`, `*`; written with a backslash in basic syntax. */
  #operator(): string | undefined {
    const char = this.#text[this.#at];
    if (char === '*') return '*';
    if (this.#isExtended) return char !== undefined && '()|{+?'.includes(char) ? char : undefined;
    const next = this.#text[this.#at + 1];
    return char === '\\' && next !== undefined && '()|{+?'.includes(next) ? next : undefined;
  }

  #skipOperator(): void {
    this.#at += this.#isExtended || this.#text[this.#at] === '*' ? 1 : 2;
  }

  #choice(depth: number): Node {
    if (depth > maxDepth) throw new RegexError('Regular expression too big');
    const items = [this.#sequence(depth)];
    while (this.#operator() === '|') {
      this.#skipOperator();
      items.push(this.#sequence(depth));
    }
    return items.length === 1 ? (items[0] as Node) : { type: 'choice', items };
  }

  #sequence(depth: number): Node {
    const items: Node[] = [];
    while (this.#at < this.#text.length) {
      const operator = this.#operator();
      if (operator === '|' || (operator === ')' && (depth > 0 || !this.#isExtended))) break;
      items.push(this.#repeated(this.#atom(depth, items.length === 0), items.length === 0));
    }
    return items.length === 1 ? (items[0] as Node) : { type: 'sequence', items };
  }

  #repeated(atom: Node, isFirst: boolean): Node {
    let node = atom;
    for (;;) {
      const operator = this.#operator();
      // In basic syntax a star after a leading anchor is literal.
      if (operator === '*' && !this.#isExtended && isFirst && node.type === 'assert' && node.kind === 'start')
        return node;
      if (operator === '{') {
        const interval = this.#interval();
        if (interval === undefined) return node;
        node = { type: 'repeat', item: node, ...interval };
        continue;
      }
      if (operator === undefined || !'*+?'.includes(operator)) return node;
      this.#skipOperator();
      node = {
        type: 'repeat',
        item: node,
        least: operator === '+' ? 1 : 0,
        most: operator === '?' ? 1 : Number.POSITIVE_INFINITY,
      };
    }
  }

  #interval(): { least: number; most: number } | undefined {
    const rest = this.#text.slice(this.#at);
    const found = (this.#isExtended ? /^\{(\d*)(,(\d*))?\}/ : /^\\\{(\d*)(,(\d*))?\\\}/).exec(rest);
    if (found === null || (found[1] === '' && found[2] === undefined)) {
      if (this.#isExtended) return undefined;
      throw new RegexError('Unmatched \\{');
    }
    const least = Number(found[1]);
    const most =
      found[2] === undefined ? least : found[3] === '' ? Number.POSITIVE_INFINITY : Number(found[3]);
    if (least > most) throw new RegexError('Invalid content of \\{\\}');
    if (least > maxRepeats || (most > maxRepeats && most !== Number.POSITIVE_INFINITY)) {
      throw new RegexError('Regular expression too big');
    }
    this.#at += found[0].length;
    return { least, most };
  }

  #atom(depth: number, isFirst: boolean): Node {
    if (this.#operator() === '(') {
      this.#skipOperator();
      this.#groups += 1;
      const number = this.#groups;
      const inner = this.#choice(depth + 1);
      if (this.#operator() !== ')') throw new RegexError('Unmatched ( or \\(');
      this.#skipOperator();
      return { type: 'group', number, inner };
    }
    const char = this.#text[this.#at] as string;
    if (char === '[') return this.#bracket();
    if (char === '\\') return this.#escape();
    this.#at += 1;
    if (char === '.') return { type: 'one', matches: () => true };
    if (char === '^' && (this.#isExtended || isFirst)) return { type: 'assert', kind: 'start' };
    if (char === '$' && (this.#isExtended || this.#isAtEnd())) return { type: 'assert', kind: 'end' };
    return literal(char);
  }

  #isAtEnd(): boolean {
    const operator = this.#operator();
    return this.#at >= this.#text.length || operator === '|' || operator === ')';
  }

  #bracket(): Node {
    const bracket = readBracket(this.#text, this.#at, this.#isAwk);
    if (bracket === undefined) throw new RegexError('Unmatched [, [^, [:, [., or [=');
    const source = this.#text.slice(this.#at, bracket.end);
    for (const [, name = ''] of source.matchAll(/\[:(\w*):\]/g)) {
      if (!isClassName(name)) throw new RegexError('Invalid character class name');
    }
    this.#at = bracket.end;
    // `!` negates in the shell, not here.
    if (!source.startsWith('[!')) return { type: 'one', matches: bracket.matches };
    return { type: 'one', matches: (char) => char === '!' || !bracket.matches(char) };
  }

  #escape(): Node {
    const char = this.#text[this.#at + 1];
    if (char === undefined) throw new RegexError('Trailing backslash');
    this.#at += 2;
    switch (char) {
      case 'n':
        return literal('\n');
      case 't':
        return literal('\t');
      case 'w':
        return { type: 'one', matches: (other) => wordChar.test(other) };
      case 'W':
        return { type: 'one', matches: (other) => !wordChar.test(other) };
      case 's':
        return { type: 'one', matches: (other) => spaceChar.test(other) };
      case 'S':
        return { type: 'one', matches: (other) => !spaceChar.test(other) };
      case '<':
        return { type: 'assert', kind: 'word-start' };
      case '>':
        return { type: 'assert', kind: 'word-end' };
      case 'b':
        return { type: 'assert', kind: 'word-edge' };
      case 'B':
        return { type: 'assert', kind: 'no-word-edge' };
      default:
        if (/[1-9]/.test(char))
          throw new RegexError('back-references within a pattern are not supported here');
        return literal(char);
    }
  }
}

function literal(expected: string): Node {
  return { type: 'one', matches: (char) => char === expected };
}
