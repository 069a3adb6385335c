// Keys waiting for a reconcile. A key waits once, at the earliest time anyone asked for; a key that failed comes back with
// client-go's back-off. Nothing is lost by keeping only the earliest: the reconcile then reads everything as it is.
import type { Moment } from './moments.ts';
import { MomentQueue } from './moments.ts';

export interface Work {
  /** Index of the component whose key it is. */
  readonly component: number;
  readonly key: string;
}

/** client-go's default rate limiter for one key: 5 ms · 2^failures, at most 1000 s. */
export const backOff = { baseMs: 5, maxMs: 1_000_000 } as const;

export class WorkQueue {
  readonly #moments = new MomentQueue<Work>();
  readonly #waiting: Map<string, Moment<Work>>[] = [];
  readonly #failures: Map<string, number>[] = [];
  /** Moments in the heap that a newer one for the same key has made void, and that are not periodic. */
  #voidLasting = 0;

  /**
   * Asks for a look at a key. An earlier look that already waits wins; a later one gives way. A periodic look that waits in
   * place of one that is not is no longer periodic.
   */
  ring(component: number, key: string, atMs: number, periodic = false): void {
    const waiting = at(this.#waiting, component);
    const before = waiting.get(key);
    if (before && before.atMs <= atMs) {
      if (before.periodic && !periodic) waiting.set(key, this.#moments.push(before.atMs, { component, key }));
      return;
    }
    if (before && !before.periodic) this.#voidLasting += 1;
    waiting.set(key, this.#moments.push(atMs, { component, key }, periodic));
  }

  /** Asks again after a failure, later each time. */
  retry(component: number, key: string, nowMs: number): void {
    const failures = at(this.#failures, component);
    const count = failures.get(key) ?? 0;
    failures.set(key, count + 1);
    this.ring(component, key, nowMs + Math.min(backOff.maxMs, backOff.baseMs * 2 ** Math.min(count, 30)));
  }

  /** Forgets that a key failed, once it went well. */
  forget(component: number, key: string): void {
    this.#failures[component]?.delete(key);
  }

  /** When the next key is due. */
  nextMs(): number | undefined {
    this.#dropVoid();
    return this.#moments.peek()?.atMs;
  }

  /** Takes the next due key. */
  take(): Work | undefined {
    this.#dropVoid();
    const moment = this.#moments.pop();
    if (!moment) return undefined;
    at(this.#waiting, moment.what.component).delete(moment.what.key);
    return moment.what;
  }

  /** True while some key waits that is not periodic. */
  isBusy(): boolean {
    return this.#moments.lasting - this.#voidLasting > 0;
  }

  #dropVoid(): void {
    for (;;) {
      const moment = this.#moments.peek();
      if (!moment || this.#waiting[moment.what.component]?.get(moment.what.key) === moment) return;
      if (!moment.periodic) this.#voidLasting -= 1;
      this.#moments.pop();
    }
  }
}

function at<V>(maps: Map<string, V>[], index: number): Map<string, V> {
  let map = maps[index];
  if (!map) {
    map = new Map();
    maps[index] = map;
  }
  return map;
}
