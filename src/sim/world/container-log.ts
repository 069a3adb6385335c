// What a container wrote: lines with their times, oldest dropped beyond a bound.

export interface LogLine {
  readonly atMs: number;
  readonly stream: 'stdout' | 'stderr';
  /** Without the line feed. */
  readonly text: string;
}

export interface LogPage {
  readonly lines: readonly LogLine[];
  /** Where to go on reading, to follow. */
  readonly nextIndex: number;
  /** True while more may come. */
  readonly isOpen: boolean;
}

const maxLineChars = 1024 * 1024;

/**
 * Collects text into lines. A line without its end is kept back until the end comes or the stream closes.
 *
 * Departs: beyond `maxChars` (10 MB) the oldest lines go one by one; a kubelet starts a new file at 10 MB.
 */
export class ContainerLog {
  readonly #maxChars: number;
  #lines: LogLine[] = [];
  /** How many lines at the start of #lines are dropped already. */
  #dropped = 0;
  /** The index that the first line of #lines has among all that were ever written. */
  #firstIndex = 0;
  #chars = 0;
  #isOpen = true;
  readonly #unfinished = new Map<LogLine['stream'], string>();

  constructor(maxChars = 10 * 1024 * 1024) {
    this.#maxChars = maxChars;
  }

  /** How many characters it holds. */
  get chars(): number {
    return this.#chars;
  }

  write(stream: LogLine['stream'], text: string, atMs: number): void {
    const pieces = text.split('\n');
    const last = pieces.pop() as string;
    let start = this.#unfinished.get(stream) ?? '';
    for (const piece of pieces) {
      this.#push({ atMs, stream, text: start + piece });
      start = '';
    }
    if (start.length + last.length > maxLineChars) {
      this.#push({ atMs, stream, text: start + last });
      this.#unfinished.delete(stream);
    } else this.#unfinished.set(stream, start + last);
  }

  close(atMs: number): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    for (const [stream, text] of this.#unfinished) {
      if (text !== '') this.#push({ atMs, stream, text });
    }
    this.#unfinished.clear();
  }

  /** The lines from an index on; 0 is the first ever written. Lines that are gone are left out. */
  read(fromIndex = 0): LogPage {
    const start = this.#dropped + Math.max(0, fromIndex - this.#firstIndex - this.#dropped);
    return {
      lines: this.#lines.slice(start),
      nextIndex: this.#firstIndex + this.#lines.length,
      isOpen: this.#isOpen,
    };
  }

  #push(line: LogLine): void {
    this.#lines.push(line);
    this.#chars += line.text.length + 1;
    while (this.#chars > this.#maxChars && this.#dropped < this.#lines.length - 1) {
      this.#chars -= (this.#lines[this.#dropped] as LogLine).text.length + 1;
      this.#dropped += 1;
    }
    if (this.#dropped < 1000 || this.#dropped < this.#lines.length / 2) return;
    this.#lines = this.#lines.slice(this.#dropped);
    this.#firstIndex += this.#dropped;
    this.#dropped = 0;
  }
}
