// Where a program of the terminal puts a file for the learner to change, and waits until it is given back.

export interface OpenFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

export class Desk {
  #open: OpenFile | undefined;
  #isAwaited = () => false;
  #saved: string | undefined;

  /** The file that waits for the learner, as long as the program that put it here does. */
  get open(): OpenFile | undefined {
    return this.#isAwaited() ? this.#open : undefined;
  }

  /** `isAwaited`: whether the program is still there. One that is killed takes its file with it. */
  put(file: OpenFile, isAwaited: () => boolean): void {
    this.#open = file;
    this.#isAwaited = isAwaited;
    this.#saved = undefined;
  }

  /** The learner is done; without a text the file stays as it was. */
  giveBack(text?: string): void {
    if (!this.open) return;
    this.#saved = text;
    this.#open = undefined;
  }

  /** What was saved of the file given back last; undefined: nothing. */
  takeSaved(): string | undefined {
    const saved = this.#saved;
    this.#saved = undefined;
    return saved;
  }
}
