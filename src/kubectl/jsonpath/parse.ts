// kubectl's JSONPath dialect, parsed: text around `{…}`, with range/end, filters, slices, unions and recursive descent.
// Source: the "JSONPath Support" page of the Kubernetes documentation, and what kubectl makes of odd templates.
import { unquote } from '../unquote.ts';

/** A piece of a template. */
export type Node =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'path'; readonly steps: readonly Step[] };

export type Step =
  | { readonly type: 'field'; readonly name: string }
  | { readonly type: 'wildcard' }
  | { readonly type: 'recursive' }
  | Items
  | { readonly type: 'union'; readonly options: readonly (readonly Step[])[] }
  | {
      readonly type: 'filter';
      readonly left: readonly Step[];
      /** `exists` where there is only a left side. */
      readonly operator: string;
      readonly right: readonly Step[];
    }
  /** A quoted text, a number, true or false stands for itself. */
  | { readonly type: 'literal'; readonly value: string | number | boolean }
  /** `range`, `end`, or a word that means nothing. */
  | { readonly type: 'word'; readonly word: string };

/** Elements of a list, as `[0]`, `[-1:]` and `[0:10:2]` name them. */
export interface Items {
  readonly type: 'items';
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly step: number | undefined;
  /** Written as one index: `to` is the one after it. */
  readonly isIndex: boolean;
}

/** A template that cannot be read. `message` is kubectl's. */
export class JsonPathError extends Error {}

const templateMax = 10_000;
const depthMax = 50;

/** Parses a template such as `{range .items[*]}{.metadata.name}{"\n"}{end}`. Throws `JsonPathError`. */
export function parseTemplate(template: string): readonly Node[] {
  if (template.length > templateMax) {
    throw new JsonPathError(`template is longer than ${templateMax} characters`);
  }
  const nodes: Node[] = [];
  let at = 0;
  while (at < template.length) {
    const brace = template.indexOf('{', at);
    const text = template.slice(at, brace < 0 ? undefined : brace);
    if (text !== '') nodes.push({ type: 'text', text });
    if (brace < 0) break;
    const parser = new ActionParser(template, brace + 1);
    nodes.push({ type: 'path', steps: parser.readSteps() });
    at = parser.at;
  }
  return nodes;
}

/** A path as custom columns, --sort-by and wait give it: with or without braces and leading dot. */
const RELAXED = /^\{\.?([^{}]+)\}$|^\.?([^{}]+)$/;

export const UNEXPECTED_PATH =
  "unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'";

export function isRelaxed(path: string): boolean {
  return path === '' || RELAXED.test(path);
}

/** Parses such a path. Throws `JsonPathError`. */
export function parseRelaxed(path: string): readonly Node[] {
  if (path === '') return [];
  const found = RELAXED.exec(path);
  if (!found) throw new JsonPathError(UNEXPECTED_PATH);
  return parseTemplate(`{.${found[1] ?? found[2]}}`);
}

/** What ends the name of a field or a word. */
const TERMINATOR = /[\s.,[\]$@{}]/;

class ActionParser {
  /** The next character. */
  at: number;
  readonly #text: string;
  readonly #depth: number;

  constructor(text: string, at: number, depth = 0) {
    if (depth > depthMax) throw new JsonPathError('the template is nested too deeply');
    this.#text = text;
    this.at = at;
    this.#depth = depth;
  }

  /** Reads up to the brace that ends the action, and takes that too. */
  readSteps(): readonly Step[] {
    const steps: Step[] = [];
    for (;;) {
      const rest = this.#text.slice(this.at);
      const [next = ''] = rest;
      if (next === '' || next === '\n' || next === '\r') throw new JsonPathError('unclosed action');
      if (next === '}') {
        this.at += 1;
        return steps;
      }
      if (rest.startsWith('[?(')) steps.push(this.#readFilter());
      else if (rest.startsWith('..')) steps.push(...this.#readRecursive(steps.at(-1)));
      else if (next === ' ' || next === '@' || next === '$') this.at += 1;
      else if (next === '[') steps.push(...this.#readBracket());
      else if (next === '"' || next === "'") steps.push(this.#readQuoted());
      else if (next === '.') steps.push(this.#readField());
      else if (/^[+-]|^\p{Nd}/u.test(rest)) steps.push(this.#readNumber());
      else if (/^[\p{L}_]/u.test(rest)) steps.push(this.#readWord());
      else throw new JsonPathError(`unrecognized character in action: ${unicode(rest)}`);
    }
  }

  #readRecursive(before: Step | undefined): readonly Step[] {
    if (before?.type === 'recursive') throw new JsonPathError('invalid multiple recursive descent');
    this.at += 2;
    const isNamed = /^[\p{L}\p{Nd}_]/u.test(this.#text.slice(this.at));
    return [{ type: 'recursive' }, ...(isNamed ? [this.#readName()] : [])];
  }

  #readField(): Step {
    this.at += 1;
    return this.#readName();
  }

  /** A name up to a terminator; a backslash takes the next character as it is. */
  #readName(): Step {
    const start = this.at;
    while (this.at < this.#text.length && !TERMINATOR.test(this.#text[this.at] as string)) {
      this.at += this.#text[this.at] === '\\' ? 2 : 1;
    }
    this.at = Math.min(this.at, this.#text.length);
    const name = this.#text.slice(start, this.at);
    return name === '*' ? { type: 'wildcard' } : { type: 'field', name: name.replaceAll('\\', '') };
  }

  #readWord(): Step {
    const word = /^[^\s.,[\]$@{}]*/.exec(this.#text.slice(this.at))?.[0] ?? '';
    this.at += word.length;
    if (word === 'true' || word === 'false') return { type: 'literal', value: word === 'true' };
    return { type: 'word', word };
  }

  #readNumber(): Step {
    const text = /^[+-]?[\d.]*/.exec(this.#text.slice(this.at))?.[0] ?? '';
    this.at += text.length;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) throw new JsonPathError(`cannot parse number ${text}`);
    return { type: 'literal', value: Number(text) };
  }

  #readQuoted(): Step {
    const quote = this.#text[this.at] as string;
    for (let end = this.at + 1; end < this.#text.length; end++) {
      const char = this.#text[end];
      if (char === '\n') break;
      if (char === '\\') end += 1;
      if (char !== quote) continue;
      const quoted = this.#text.slice(this.at, end + 1);
      const value = unquote(quoted);
      if (value === undefined) throw new JsonPathError(`unquote string ${quoted} error invalid syntax`);
      this.at = end + 1;
      return { type: 'literal', value };
    }
    throw new JsonPathError('unterminated quoted string');
  }

  #readBracket(): readonly Step[] {
    const end = this.#text.indexOf(']', this.at);
    if (end < 0 || this.#text.slice(this.at, end).includes('\n'))
      throw new JsonPathError('unterminated array');
    const inside = this.#text.slice(this.at + 1, end);
    this.at = end + 1;
    const parts = inside.split(',');
    if (parts.length > 1) {
      const options = parts.map((part) => this.#within(`[${part.replace(/^ +| +$/g, '')}]`));
      return [{ type: 'union', options }];
    }
    const name = /^'([^']*)'$/.exec(inside)?.[1];
    if (name !== undefined) return this.#within(`.${name}`);
    return [itemsOf(inside === '*' ? ':' : inside)];
  }

  #readFilter(): Step {
    const start = this.at + '[?('.length;
    const end = this.#filterEnd(start);
    if (this.#text[end + 1] !== ']') throw new JsonPathError('unclosed array expect ]');
    const inside = this.#text.slice(start, end);
    this.at = end + 2;
    const [, left, operator, right] = /^([^!<>=]+)([!<>=]+)(.+?)$/.exec(inside) ?? [];
    if (left === undefined || operator === undefined || right === undefined) {
      return { type: 'filter', left: this.#within(inside), operator: 'exists', right: [] };
    }
    return { type: 'filter', left: this.#within(left), operator, right: this.#within(right) };
  }

  /** The parenthesis that closes the filter: one that is in no quotes. */
  #filterEnd(start: number): number {
    let quote: string | undefined;
    let isClosed = false;
    for (let at = start; at < this.#text.length; at++) {
      const char = this.#text[at] as string;
      if (char === '\n') break;
      if (char === '"' || char === "'") {
        if (quote === undefined) quote = char;
        else if (char === quote && this.#text[at - 1] !== '\\') isClosed = true;
      }
      if (char === ')' && (quote === undefined) === !isClosed) return at;
    }
    throw new JsonPathError('unterminated filter');
  }

  /** The steps of a text that stands within an action. */
  #within(text: string): readonly Step[] {
    return new ActionParser(`${text}}`, 0, this.#depth + 1).readSteps();
  }
}

function itemsOf(text: string): Items {
  const found = /^(-?\d*)(:-?\d*)?(:-?\d*)?$/.exec(text);
  if (!found) throw new JsonPathError(`invalid array index ${text}`);
  const [from, to, step] = found.slice(1).map((part, i) => readIndex(i > 0 ? part?.slice(1) : part));
  const isIndex = found[2] === undefined;
  return { type: 'items', from, to: isIndex ? (from ?? 0) + 1 : to, step, isIndex };
}

function readIndex(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (text === '-') throw new JsonPathError(`array index ${text} is not a number`);
  return Number(text);
}

/** `U+0028 '('`. */
function unicode(text: string): string {
  const code = (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code} '${String.fromCodePoint(text.codePointAt(0) ?? 0)}'`;
}
