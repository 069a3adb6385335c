// kubectl's JSONPath dialect, parsed: text around `{…}`, with range/end, filters, slices, unions and recursive descent.
// Source: the "JSONPath Support" page of the Kubernetes documentation.

/** A piece of a template. */
export type Node =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'path'; readonly steps: readonly Step[] }
  | { readonly type: 'range'; readonly steps: readonly Step[]; readonly body: readonly Node[] };

export type Step =
  | { readonly type: 'root' }
  | { readonly type: 'current' }
  | { readonly type: 'field'; readonly name: string }
  | { readonly type: 'wildcard' }
  | { readonly type: 'recursive' }
  | { readonly type: 'slice'; readonly from?: number; readonly to?: number; readonly step?: number }
  | { readonly type: 'index'; readonly at: number }
  | { readonly type: 'union'; readonly options: readonly Step[] }
  | { readonly type: 'filter'; readonly left: Operand; readonly operator: Operator; readonly right?: Operand }
  /** A quoted text or a number stands for itself. */
  | { readonly type: 'literal'; readonly value: string | number | boolean };

export type Operand = readonly Step[];
export type Operator = 'exists' | '==' | '!=' | '<' | '<=' | '>' | '>=';

/** A template that cannot be read. `message` is kubectl's. */
export class JsonPathError extends Error {}

const templateMax = 10_000;

/** Parses a template such as `{range .items[*]}{.metadata.name}{"\n"}{end}`. Throws `JsonPathError`. */
export function parseTemplate(template: string): readonly Node[] {
  if (template.length > templateMax)
    throw new JsonPathError(`template is longer than ${templateMax} characters`);
  const open: { steps: readonly Step[]; body: Node[] }[] = [];
  const whole: Node[] = [];
  const add = (node: Node) => (open.at(-1)?.body ?? whole).push(node);
  let at = 0;
  while (at < template.length) {
    const brace = template.indexOf('{', at);
    if (brace < 0 || brace > at)
      add({ type: 'text', text: template.slice(at, brace < 0 ? undefined : brace) });
    if (brace < 0) break;
    const end = closing(template, brace);
    const inside = template.slice(brace + 1, end).trim();
    at = end + 1;
    if (inside === 'end') {
      const range = open.pop();
      if (!range) throw new JsonPathError('not in range, nothing to end');
      add({ type: 'range', ...range });
    } else if (/^range\b/.test(inside)) {
      open.push({ steps: parsePath(inside.slice('range'.length).trim()), body: [] });
    } else {
      add({ type: 'path', steps: parsePath(inside) });
    }
  }
  if (open.length > 0) throw new JsonPathError('unexpected EOF: range without end');
  return whole;
}

/** The brace that closes the one at `from`, quotes respected. */
function closing(template: string, from: number): number {
  let quote = '';
  for (let i = from + 1; i < template.length; i++) {
    const char = template[i] as string;
    if (quote) {
      if (char === '\\') i++;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '}') return i;
  }
  throw new JsonPathError('unclosed action');
}

/** Parses one path, with or without its leading `$` or dot. Throws `JsonPathError`. */
export function parsePath(text: string): readonly Step[] {
  const reader = new Reader(text);
  const steps: Step[] = [];
  reader.blanks();
  while (!reader.isAtEnd()) {
    steps.push(...readStep(reader));
    reader.blanks();
  }
  return steps;
}

function readStep(reader: Reader): readonly Step[] {
  if (reader.take('$')) return [{ type: 'root' }];
  if (reader.take('@')) return [{ type: 'current' }];
  if (reader.take('..')) {
    const name = reader.name();
    return name ? [{ type: 'recursive' }, fieldStep(name)] : [{ type: 'recursive' }];
  }
  if (reader.take('.')) {
    const name = reader.name();
    return name ? [fieldStep(name)] : [];
  }
  if (reader.take('[')) return [readBracket(reader)];
  const quote = reader.peek();
  if (quote === '"' || quote === "'") return [{ type: 'literal', value: reader.quoted() }];
  const number = reader.match(/^[+-]?\d+(\.\d+)?/);
  if (number !== undefined) return [{ type: 'literal', value: Number(number) }];
  const word = reader.name();
  if (word === 'true' || word === 'false') return [{ type: 'literal', value: word === 'true' }];
  if (word) return [fieldStep(word)];
  throw new JsonPathError(`unrecognized character in action: U+${codePoint(reader.peek())}`);
}

function codePoint(char: string): string {
  return `${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} '${char}'`;
}

function fieldStep(name: string): Step {
  return name === '*' ? { type: 'wildcard' } : { type: 'field', name };
}

function readBracket(reader: Reader): Step {
  if (reader.take('?(')) {
    const filter = readFilter(reader);
    reader.expect(')');
    reader.expect(']');
    return filter;
  }
  const options: Step[] = [];
  do {
    reader.blanks();
    options.push(readSubscript(reader));
    reader.blanks();
  } while (reader.take(','));
  reader.expect(']');
  return options.length === 1 ? (options[0] as Step) : { type: 'union', options };
}

function readSubscript(reader: Reader): Step {
  const quote = reader.peek();
  if (quote === '"' || quote === "'") return { type: 'field', name: reader.quoted() };
  if (reader.take('*')) return { type: 'wildcard' };
  const slice = reader.match(/^(-?\d+)?:(-?\d+)?(:(-?\d+)?)?/);
  if (slice !== undefined) {
    const [from, to, step] = slice.split(':').map((part) => (part === '' ? undefined : Number(part)));
    return {
      type: 'slice',
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(step === undefined ? {} : { step }),
    };
  }
  const index = reader.match(/^-?\d+/);
  if (index !== undefined) return { type: 'index', at: Number(index) };
  const name = reader.match(/^[A-Za-z_][\w-]*/);
  if (name !== undefined) return { type: 'field', name };
  throw new JsonPathError(`invalid array index ${reader.rest()}`);
}

function readFilter(reader: Reader): Step {
  const left = readOperand(reader);
  reader.blanks();
  const operator = reader.match(/^(==|!=|<=|>=|<|>)/) as Operator | undefined;
  if (operator === undefined) return { type: 'filter', left, operator: 'exists' };
  reader.blanks();
  const right = readOperand(reader);
  reader.blanks();
  return { type: 'filter', left, operator, right };
}

function readOperand(reader: Reader): Operand {
  const steps: Step[] = [];
  reader.blanks();
  while (!reader.isAtEnd() && !/^[\s)=!<>]/.test(reader.rest())) steps.push(...readStep(reader));
  return steps;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  rest(): string {
    return this.#text.slice(this.#at);
  }

  peek(): string {
    return this.#text[this.#at] ?? '';
  }

  take(word: string): boolean {
    if (!this.#text.startsWith(word, this.#at)) return false;
    this.#at += word.length;
    return true;
  }

  expect(word: string): void {
    if (!this.take(word))
      throw new JsonPathError(word === ']' ? 'unterminated array' : 'unterminated filter');
  }

  blanks(): void {
    this.match(/^\s+/);
  }

  match(pattern: RegExp): string | undefined {
    const found = pattern.exec(this.rest())?.[0];
    if (found === undefined) return undefined;
    this.#at += found.length;
    return found;
  }

  /** A field name; a backslash takes the next character as it is (`\.`). */
  name(): string {
    let name = '';
    for (;;) {
      const char = this.peek();
      if (char === '\\' && this.#at + 1 < this.#text.length) {
        name += this.#text[this.#at + 1];
        this.#at += 2;
      } else if (char !== '' && !/[\s.[\]{}()"'$@,=!<>|&]/.test(char)) {
        name += char;
        this.#at += 1;
      } else {
        return name;
      }
    }
  }

  quoted(): string {
    const quote = this.peek();
    let value = '';
    for (let i = this.#at + 1; i < this.#text.length; i++) {
      const char = this.#text[i] as string;
      if (char === quote) {
        this.#at = i + 1;
        return value;
      }
      if (char !== '\\') value += char;
      else value += escapes.get(this.#text[++i] ?? '') ?? this.#text[i] ?? '';
    }
    throw new JsonPathError('unterminated quoted string');
  }
}

const escapes = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
]);
