// The words of a jq program.
import { JqSyntaxError } from './jq-error.ts';

export type Token =
  | { readonly is: 'number'; readonly value: number }
  | {
      readonly is: 'string';
      readonly parts: readonly (string | readonly Token[])[];
      readonly format?: string;
    }
  /** `.name` */
  | { readonly is: 'field'; readonly name: string }
  | { readonly is: 'variable'; readonly name: string }
  | { readonly is: 'format'; readonly name: string }
  | { readonly is: 'word'; readonly text: string }
  | { readonly is: 'sign'; readonly text: string };

const signs = /^(\?\/\/|\|=|\/\/=|\+=|-=|\*=|\/=|%=|==|!=|<=|>=|\/\/|\.\.|[|,:;()[\]{}=<>+\-*/%.?])/;
const nestedMax = 100;

/** Takes a program apart. Throws `JqSyntaxError`. */
export function tokensOf(text: string): readonly Token[] {
  return new Reader(text).until(undefined);
}

class Reader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads to the end of the text, or to the parenthesis that ends what stands in a string. */
  until(end: ')' | undefined): readonly Token[] {
    const tokens: Token[] = [];
    let open = 0;
    for (;;) {
      this.#take(/^(\s+|#[^\n]*)+/);
      if (this.#at >= this.#text.length) {
        if (end !== undefined) throw new JqSyntaxError('unterminated string literal');
        return tokens;
      }
      if (end !== undefined && open === 0 && this.#text[this.#at] === ')') return tokens;
      const token = this.#next();
      if (token.is === 'sign' && token.text === '(') open += 1;
      if (token.is === 'sign' && token.text === ')') open -= 1;
      tokens.push(token);
    }
  }

  #take(pattern: RegExp): string | undefined {
    const found = pattern.exec(this.#text.slice(this.#at))?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #next(): Token {
    const number = this.#take(/^(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?/);
    if (number !== undefined) return { is: 'number', value: Number(number) };
    const field = this.#take(/^\.[A-Za-z_]\w*/);
    if (field !== undefined) return { is: 'field', name: field.slice(1) };
    const variable = this.#take(/^\$[A-Za-z_]\w*/);
    if (variable !== undefined) return { is: 'variable', name: variable.slice(1) };
    const format = this.#take(/^@[A-Za-z]\w*/);
    if (format !== undefined) return { is: 'format', name: format };
    const word = this.#take(/^[A-Za-z_](\w|::)*/);
    if (word !== undefined) return { is: 'word', text: word };
    if (this.#text[this.#at] === '"') return this.#string();
    const sign = this.#take(signs);
    if (sign !== undefined) return { is: 'sign', text: sign };
    throw new JqSyntaxError('syntax error, unexpected INVALID_CHARACTER');
  }

  #string(): Token {
    const parts: (string | readonly Token[])[] = [];
    this.#at += 1;
    for (;;) {
      const plain = this.#take(/^([^"\\]|\\(?!\())+/);
      if (plain !== undefined) {
        // An escaped quote ends in the backslash: what follows belongs to it.
        let written = plain;
        while (/(^|[^\\])(\\\\)*\\$/.test(written)) written += this.#text[this.#at++] ?? '';
        parts.push(unescaped(written));
      } else if (this.#take(/^\\\(/) !== undefined) {
        this.#depth += 1;
        if (this.#depth > nestedMax) throw new JqSyntaxError('syntax error, strings nested too deep');
        parts.push(this.until(')'));
        this.#depth -= 1;
        this.#at += 1;
      } else if (this.#take(/^"/) !== undefined) {
        return { is: 'string', parts };
      } else {
        throw new JqSyntaxError('syntax error, unexpected end of file, unterminated string literal');
      }
    }
  }
}

function unescaped(text: string): string {
  try {
    return JSON.parse(`"${text.replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`) as string;
  } catch (error) {
    if (error instanceof SyntaxError) throw new JqSyntaxError('syntax error, invalid escape in a string');
    throw error;
  }
}
