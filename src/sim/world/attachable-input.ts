// The standard input of a container: nobody types until someone attaches.
import type { Input } from './process.ts';

export class AttachableInput implements Input {
  /** True: it ends for good when the first who attached ends. */
  readonly #isOnce: boolean;
  readonly #sources: Input[] = [];
  #hasEnded = false;
  /** What was read too far and given back. */
  #returned = '';

  constructor(isOnce: boolean) {
    this.#isOnce = isOnce;
  }

  attach(source: Input): void {
    this.#sources.push(source);
  }

  detach(source: Input): void {
    const at = this.#sources.indexOf(source);
    if (at < 0) return;
    this.#sources.splice(at, 1);
    if (this.#isOnce) this.#hasEnded = true;
  }

  unread(text: string): void {
    this.#returned = text + this.#returned;
  }

  read(): string | undefined | 'wait' {
    if (this.#returned !== '') {
      const text = this.#returned;
      this.#returned = '';
      return text;
    }
    for (const source of [...this.#sources]) {
      const piece = source.read();
      if (piece === 'wait') continue;
      if (piece !== undefined) return piece;
      this.detach(source);
    }
    return this.#hasEnded ? undefined : 'wait';
  }

  isReady(): boolean {
    return this.#returned !== '' || this.#hasEnded || this.#sources.some((source) => source.isReady());
  }
}
