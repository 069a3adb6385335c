// What Go says of a text that is not JSON: `invalid character 'u' looking for beginning of value`.
import { utf8Length } from './go-text.ts';

const SPACE = /[ \t\r\n]/;
const END = 'unexpected end of JSON input';

class Mistake extends Error {}

export interface JsonStream {
  readonly values: readonly unknown[];
  /** Why there are no more: `json: offset 9: invalid character '}' looking for beginning of object key string`. */
  readonly error?: string;
}

/** The values of a text that holds JSON after JSON, up to what is none. */
export function readJsonStream(text: string): JsonStream {
  const reader = new Reader(text);
  const values: unknown[] = [];
  try {
    while (!reader.isAtEnd()) {
      const from = reader.at;
      reader.value();
      values.push(JSON.parse(text.slice(from, reader.at)));
    }
    return { values };
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    if (error.message === END) return { values, error: 'unexpected EOF' };
    return { values, error: `json: offset ${utf8Length(text.slice(0, reader.at + 1))}: ${error.message}` };
  }
}

/** What is wrong with a text that should be a JSON object; undefined if it is one, or null. */
export function jsonObjectError(text: string): string | undefined {
  try {
    const reader = new Reader(text);
    reader.value();
    reader.end();
  } catch (error) {
    if (error instanceof Mistake) return error.message;
    throw error;
  }
  const value: unknown = JSON.parse(text);
  if (typeof value === 'object' && !Array.isArray(value)) return undefined;
  const word = Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value;
  return `json: cannot unmarshal ${word} into Go value of type map[string]interface {}`;
}

/** Goes over a text once and stops at what cannot be. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get at(): number {
    return this.#at;
  }

  isAtEnd(): boolean {
    this.#skip();
    return this.#at >= this.#text.length;
  }

  end(): void {
    if (!this.isAtEnd()) throw this.#wrong('after top-level value');
  }

  value(): void {
    this.#skip();
    const first = this.#text[this.#at];
    const word = ['true', 'false', 'null'].find((it) => first === it[0]);
    if (first === '{') this.#object();
    else if (first === '[') this.#array();
    else if (first === '"') this.#string();
    else if (first !== undefined && /[-\d]/.test(first)) this.#number();
    else if (word !== undefined) this.#word(word);
    else throw this.#wrong('looking for beginning of value');
  }

  #object(): void {
    this.#at += 1;
    if (this.#take('}')) return;
    for (;;) {
      this.#skip();
      if (this.#text[this.#at] !== '"') throw this.#wrong('looking for beginning of object key string');
      this.#string();
      if (!this.#take(':')) throw this.#wrong('after object key');
      this.value();
      if (this.#take('}')) return;
      if (!this.#take(',')) throw this.#wrong('after object key:value pair');
    }
  }

  #array(): void {
    this.#at += 1;
    if (this.#take(']')) return;
    for (;;) {
      this.value();
      if (this.#take(']')) return;
      if (!this.#take(',')) throw this.#wrong('after array element');
    }
  }

  #string(): void {
    this.#at += 1;
    for (; this.#text[this.#at] !== '"'; this.#at++) {
      const character = this.#text[this.#at];
      if (character === undefined || character < ' ') throw this.#wrong('in string literal');
      if (character !== '\\') continue;
      this.#at += 1;
      if (this.#text[this.#at] === 'u') this.#escape();
      else if (!/["\\/bfnrt]/.test(this.#text[this.#at] ?? '')) throw this.#wrong('in string escape code');
    }
    this.#at += 1;
  }

  #escape(): void {
    for (let digits = 0; digits < 4; digits++) {
      this.#at += 1;
      if (!/[\da-f]/i.test(this.#text[this.#at] ?? ''))
        throw this.#wrong('in \\u hexadecimal character escape');
    }
  }

  #number(): void {
    if (this.#text[this.#at] === '-') this.#at += 1;
    if (this.#text[this.#at] === '0') this.#at += 1;
    else this.#digits('in numeric literal');
    if (this.#text[this.#at] === '.') {
      this.#at += 1;
      this.#digits('after decimal point in numeric literal');
    }
    if (!/e/i.test(this.#text[this.#at] ?? '')) return;
    this.#at += 1;
    if (/[-+]/.test(this.#text[this.#at] ?? '')) this.#at += 1;
    this.#digits('in exponent of numeric literal');
  }

  #digits(where: string): void {
    if (!/\d/.test(this.#text[this.#at] ?? '')) throw this.#wrong(where);
    while (/\d/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #word(word: string): void {
    for (const letter of word) {
      if (this.#text[this.#at] !== letter) throw this.#wrong(`in literal ${word} (expecting '${letter}')`);
      this.#at += 1;
    }
  }

  #take(character: string): boolean {
    this.#skip();
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #skip(): void {
    while (SPACE.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #wrong(where: string): Mistake {
    const character = this.#text.slice(this.#at)[Symbol.iterator]().next().value;
    return new Mistake(character === undefined ? END : `invalid character ${quoted(character)} ${where}`);
  }
}

function quoted(character: string): string {
  if (character === "'") return `'\\''`;
  const escaped = JSON.stringify(character).slice(1, -1);
  return character === '"' ? `'"'` : `'${escaped}'`;
}
