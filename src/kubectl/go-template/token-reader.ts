// The tokens of a template, one after the other, with what the parser has to know at each: variables and functions.

import { unquote } from '../unquote.ts';
import { TemplateError } from './template-error.ts';
import type { Token, TokenType } from './tokens.ts';
import { tokensOf } from './tokens.ts';

export class TokenReader {
  /** Every variable in scope, `$` first. */
  variables: string[] = ['$'];
  readonly knowsFunction: (name: string) => boolean;
  readonly #source: string;
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(source: string, knowsFunction: (name: string) => boolean) {
    this.#source = source;
    this.#tokens = tokensOf(source);
    this.knowsFunction = knowsFunction;
  }

  peek(): Token {
    return this.#tokens[this.#next] as Token;
  }

  take(): Token {
    const token = this.peek();
    if (token.type !== 'end of file') this.#next += 1;
    return token;
  }

  skipSpace(): void {
    while (this.peek().type === 'space') this.#next += 1;
  }

  /** Where it is, to come back to with `backTo`. */
  mark(): number {
    return this.#next;
  }

  backTo(mark: number): void {
    this.#next = mark;
  }

  expect(type: TokenType, where: string): Token {
    this.skipSpace();
    const token = this.take();
    if (token.type !== type) throw this.unexpected(token, where);
    return token;
  }

  /** The text that a quoted token stands for. Throws `TemplateError`. */
  textOf(token: Token): string {
    const text = unquote(token.text);
    if (text === undefined) throw this.error('invalid syntax');
    return text;
  }

  refuseUndefined(name: string): void {
    if (!this.variables.includes(name)) throw this.error(`undefined variable ${JSON.stringify(name)}`);
  }

  unexpected(token: Token, where: string): TemplateError {
    return this.error(`unexpected ${tokenText(token)} in ${where}`, token.at);
  }

  error(why: string, at = this.#tokens[Math.max(0, this.#next - 1)]?.at ?? 0): TemplateError {
    return new TemplateError(why, this.#source, at);
  }
}

function tokenText({ type, text }: Token): string {
  if (type === 'end of file') return 'EOF';
  if (type === 'keyword' || type === 'dot' || type === 'nil') return `<${text}>`;
  return text.length > 10 ? `${JSON.stringify(text.slice(0, 10))}...` : JSON.stringify(text);
}
