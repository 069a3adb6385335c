// What somebody types to the program in the foreground, line by line, as a terminal hands it over.
import type { Input } from '../sim/index.ts';

/** Ctrl-D: whoever reads next is told that there is no more. Others may read on after. */
const END = Symbol('end of input');

export class Keyboard implements Input {
  readonly #typed: (string | typeof END)[] = [];
  #hasReader = false;
  #isAwaited = false;

  /** True once a program has looked for input: what is typed from then on is for it. */
  get hasReader(): boolean {
    return this.#hasReader;
  }

  /** True while a program waits for what is typed next. */
  get isAwaited(): boolean {
    return this.#isAwaited;
  }

  type(line: string): void {
    this.#put(`${line}\n`);
  }

  end(): void {
    this.#put(END);
  }

  read(): string | undefined | 'wait' {
    this.#hasReader = true;
    if (!this.isReady()) return 'wait';
    const next = this.#typed.shift();
    return next === END ? undefined : next;
  }

  /** Whoever asks waits for it. */
  isReady(): boolean {
    if (this.#typed.length > 0) return true;
    this.#hasReader = true;
    this.#isAwaited = true;
    return false;
  }

  unread(text: string): void {
    this.#typed.unshift(text);
  }

  #put(typed: string | typeof END): void {
    this.#typed.push(typed);
    this.#isAwaited = false;
  }
}
