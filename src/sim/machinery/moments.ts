// The queue of moments: what is due when. A binary heap, ordered by time and then by the order of asking,
// so that two runs of one log meet the same moments in the same order.

/** Something due at an instant. `periodic` marks work that never ends, which `settle` does not wait for. */
export interface Moment<T> {
  readonly atMs: number;
  readonly order: number;
  readonly periodic: boolean;
  readonly what: T;
}

export class MomentQueue<T> {
  readonly #heap: Moment<T>[] = [];
  #asked = 0;
  #lasting = 0;

  get size(): number {
    return this.#heap.length;
  }

  /** How many of the moments are not periodic: 0 means that the cluster has settled. */
  get lasting(): number {
    return this.#lasting;
  }

  push(atMs: number, what: T, periodic = false): Moment<T> {
    const moment = { atMs, order: this.#asked++, periodic, what };
    if (!periodic) this.#lasting += 1;
    this.#heap.push(moment);
    this.#rise(this.#heap.length - 1);
    return moment;
  }

  /** The next moment, left where it is. */
  peek(): Moment<T> | undefined {
    return this.#heap[0];
  }

  pop(): Moment<T> | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (!first || !last) return undefined;
    if (!first.periodic) this.#lasting -= 1;
    if (this.#heap.length > 0) {
      this.#heap[0] = last;
      this.#sink(0);
    }
    return first;
  }

  #rise(from: number): void {
    const heap = this.#heap;
    const moment = heap[from] as Moment<T>;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent] as Moment<T>;
      if (!isBefore(moment, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = moment;
  }

  #sink(from: number): void {
    const heap = this.#heap;
    const moment = heap[from] as Moment<T>;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      const right = child + 1;
      if (right < heap.length && isBefore(heap[right] as Moment<T>, heap[child] as Moment<T>)) child = right;
      if (!isBefore(heap[child] as Moment<T>, moment)) break;
      heap[at] = heap[child] as Moment<T>;
      at = child;
    }
    heap[at] = moment;
  }
}

function isBefore<T>(a: Moment<T>, b: Moment<T>): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}
