// How results are spread, in a hundred and one counters, however many there are.

export interface Spread {
  readonly count: number;
  readonly mean: number;
  readonly quarter: number;
  readonly median: number;
  readonly threeQuarters: number;
  /** How many are from 0 up to 10 %, and so on; the tenth holds 90 to 100. */
  readonly tenths: readonly number[];
}

/** Takes per cents from 0 to 100 (more counts as 100). */
export class Distribution {
  readonly #counts = new Array<number>(101).fill(0);
  #count = 0;
  #sum = 0;

  add(percent: number): void {
    const whole = Math.min(100, Math.max(0, Math.round(percent)));
    this.#counts[whole] = (this.#counts[whole] ?? 0) + 1;
    this.#count += 1;
    this.#sum += percent;
  }

  spread(): Spread {
    const tenths = new Array<number>(10).fill(0);
    for (const [percent, count] of this.#counts.entries()) {
      const at = Math.min(9, Math.floor(percent / 10));
      tenths[at] = (tenths[at] ?? 0) + count;
    }
    return {
      count: this.#count,
      mean: this.#count === 0 ? 0 : this.#sum / this.#count,
      quarter: this.#at(0.25),
      median: this.#at(0.5),
      threeQuarters: this.#at(0.75),
      tenths,
    };
  }

  /** The per cent below which a share of all lies. */
  #at(share: number): number {
    let seen = 0;
    for (const [percent, count] of this.#counts.entries()) {
      seen += count;
      if (count > 0 && seen >= this.#count * share) return percent;
    }
    return 0;
  }
}
