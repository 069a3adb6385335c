// Goes through the words of a program, one after the other.
import { AwkError } from './awk-error.ts';
import type { Token, TokenKind } from './tokens.ts';

/** Programs nest so deep and no deeper. */
const DEPTH_MAX = 200;

export type Surrounding = 'loop' | 'function' | 'rule' | 'edge';

export class TokenReader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;
  /** What stands around the next word, the innermost last: a loop, a function, a rule; BEGIN and END. */
  readonly #around: Surrounding[] = [];
  /** The functions that are called, with the line of the first call. */
  readonly called = new Map<string, number>();

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get next(): Token {
    return this.#tokens[this.#at] as Token;
  }

  /** What comes after the next one. */
  peek(ahead = 1): Token {
    return (this.#tokens[this.#at + ahead] ?? this.#tokens.at(-1)) as Token;
  }

  take(): Token {
    const token = this.next;
    if (token.kind !== 'end') this.#at += 1;
    return token;
  }

  isNext(kind: TokenKind, text?: string): boolean {
    return this.next.kind === kind && (text === undefined || this.next.text === text);
  }

  isSign(...texts: readonly string[]): boolean {
    return this.next.kind === 'sign' && texts.includes(this.next.text);
  }

  isWord(text: string): boolean {
    return this.isNext('keyword', text);
  }

  /** Takes a sign if it is next; whether it was. */
  accept(text: string): boolean {
    if (!this.isSign(text)) return false;
    this.take();
    return true;
  }

  expect(text: string): void {
    if (!this.accept(text)) throw this.surprise(`expected ${text}`);
  }

  name(): string {
    if (this.next.kind !== 'name') throw this.surprise('expected a name');
    return this.take().text;
  }

  skipLines(): void {
    while (this.next.kind === 'line') this.take();
  }

  /** Goes one level deeper while something is read. */
  deeper<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > DEPTH_MAX) throw new AwkError(`line ${this.next.line}: this nests too deep`);
    try {
      return read();
    } finally {
      this.#depth -= 1;
    }
  }

  /** Reads what stands in a loop, a function or a rule. */
  within<T>(surrounding: Surrounding, read: () => T): T {
    this.#around.push(surrounding);
    const result = read();
    this.#around.pop();
    return result;
  }

  isWithin(surrounding: Surrounding): boolean {
    return this.#around.includes(surrounding);
  }

  surprise(wanted: string): AwkError {
    const { kind, text, line } = this.next;
    const near = kind === 'end' ? 'end of file' : kind === 'line' ? 'end of line' : text;
    return new AwkError(`line ${line}: syntax error at or near ${near}: ${wanted}`);
  }
}
