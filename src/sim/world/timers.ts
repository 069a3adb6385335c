// Things the world has promised to do at an instant, and may take back.
import { MomentQueue } from '../machinery/moments.ts';

export interface Timer {
  readonly atMs: number;
  cancel(): void;
}

interface Entry {
  readonly run: () => void;
  isCancelled: boolean;
}

export class Timers {
  readonly #queue = new MomentQueue<Entry>();

  set(atMs: number, run: () => void): Timer {
    const entry: Entry = { run, isCancelled: false };
    this.#queue.push(atMs, entry);
    return {
      atMs,
      cancel() {
        entry.isCancelled = true;
      },
    };
  }

  /** When the earliest is due; undefined: none is set. */
  nextMs(): number | undefined {
    for (let first = this.#queue.peek(); first !== undefined; first = this.#queue.peek()) {
      if (!first.what.isCancelled) return first.atMs;
      this.#queue.pop();
    }
    return undefined;
  }

  /** Runs what is due, earliest first, then in the order of setting. True if anything ran. */
  runDue(nowMs: number): boolean {
    let hasRun = false;
    for (let atMs = this.nextMs(); atMs !== undefined && atMs <= nowMs; atMs = this.nextMs()) {
      this.#queue.pop()?.what.run();
      hasRun = true;
    }
    return hasRun;
  }
}
