// How much memory the processes of a machine take, and when that will be more than they may.
import type { ProgramUsage } from './program-usage.ts';

interface Holding {
  readonly sinceMs: number;
  readonly bytes: number;
  readonly bytesPerSecond: number;
  readonly maxBytes: number;
}

export class MemoryMeter {
  readonly #holdings = new Map<number, Holding>();

  /** Says what a process takes from now on, in place of what it took before. */
  hold(pid: number, usage: ProgramUsage, nowMs: number): void {
    this.#holdings.set(pid, {
      sinceMs: nowMs,
      bytes: usage.memoryBytes ?? 0,
      bytesPerSecond: usage.memoryBytesPerSecond ?? 0,
      maxBytes: usage.memoryMaxBytes ?? Number.POSITIVE_INFINITY,
    });
  }

  free(pid: number): void {
    this.#holdings.delete(pid);
  }

  bytesAt(atMs: number): number {
    let sum = 0;
    for (const holding of this.#holdings.values()) sum += bytesOf(holding, atMs);
    return sum;
  }

  /** When it will be more than so many bytes, if nothing else happens; undefined: never. */
  exceedsAtMs(limitBytes: number, nowMs: number): number | undefined {
    if (this.bytesAt(nowMs) > limitBytes) return nowMs;
    // Between two times at which a process has all that it takes, the sum grows evenly.
    const ends = [...this.#holdings.values()].map(fullAtMs).filter((atMs) => atMs > nowMs && atMs < never);
    let fromMs = nowMs;
    for (const untilMs of [...ends.sort((a, b) => a - b), never]) {
      const perMs = this.bytesAt(fromMs + 1) - this.bytesAt(fromMs);
      const atMs = Math.floor(fromMs + (limitBytes - this.bytesAt(fromMs)) / perMs) + 1;
      if (perMs > 0 && atMs <= untilMs && this.bytesAt(atMs) > limitBytes) return atMs;
      fromMs = untilMs;
    }
    return undefined;
  }
}

const never = Number.POSITIVE_INFINITY;

function bytesOf({ sinceMs, bytes, bytesPerSecond, maxBytes }: Holding, atMs: number): number {
  return Math.min(bytes + (bytesPerSecond * (atMs - sinceMs)) / 1000, Math.max(bytes, maxBytes));
}

/** From when on it takes no more. */
function fullAtMs({ sinceMs, bytes, bytesPerSecond, maxBytes }: Holding): number {
  if (bytesPerSecond <= 0) return sinceMs;
  return Math.ceil(sinceMs + (1000 * Math.max(0, maxBytes - bytes)) / bytesPerSecond);
}
