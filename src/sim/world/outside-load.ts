// Requests that are said to arrive at a pod, without being made one by one: so many a second, since when.
import { cpuWindowMs } from './cpu-meter.ts';

interface Rate {
  readonly sinceMs: number;
  readonly perSecond: number;
}

export class OutsideLoad {
  /** By port, in order of time; the last one holds. Port 0 stands for whatever the pod listens on first. */
  readonly #rates = new Map<number, Rate[]>();

  /** From now on so many requests a second arrive at a port. */
  set(port: number, perSecond: number, nowMs: number): void {
    const before = this.#rates.get(port) ?? [];
    const oldMs = nowMs - cpuWindowMs;
    // What held at the beginning of the window still counts.
    const kept = before.filter((_, i) => (before[i + 1]?.sinceMs ?? nowMs) > oldMs);
    this.#rates.set(port, [...kept, { sinceMs: nowMs, perSecond }]);
  }

  ports(): Iterable<number> {
    return this.#rates.keys();
  }

  /** How many requests arrived at a port from one time until another. */
  between(port: number, fromMs: number, untilMs: number): number {
    const rates = this.#rates.get(port) ?? [];
    let sum = 0;
    for (const [i, { sinceMs, perSecond }] of rates.entries()) {
      const endMs = Math.min(rates[i + 1]?.sinceMs ?? untilMs, untilMs);
      sum += (Math.max(0, endMs - Math.max(sinceMs, fromMs)) * perSecond) / 1000;
    }
    return sum;
  }
}
