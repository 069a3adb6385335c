// Whether a check tells the stronger from the weaker: how passing it goes with the points of all other checks.

/** Sums from which a correlation is made, so that nothing need be kept. */
export class Discrimination {
  #count = 0;
  #passed = 0;
  #rest = 0;
  #restSquared = 0;
  #restOfPassed = 0;

  /** `rest` is the share of all other checks' points, from 0 to 1. */
  add(passed: boolean, rest: number): void {
    this.#count += 1;
    this.#rest += rest;
    this.#restSquared += rest * rest;
    if (!passed) return;
    this.#passed += 1;
    this.#restOfPassed += rest;
  }

  get count(): number {
    return this.#count;
  }

  get passed(): number {
    return this.#passed;
  }

  /**
   * The point-biserial correlation, from -1 to 1. Undefined where there is nothing to tell apart: fewer than ten students, all passed
   * or all failed, or all have the same points.
   */
  get value(): number | undefined {
    const [n, passed] = [this.#count, this.#passed];
    if (n < 10 || passed === 0 || passed === n) return undefined;
    const variance = this.#restSquared / n - (this.#rest / n) ** 2;
    if (variance < 1e-9) return undefined;
    const share = passed / n;
    const covariance = this.#restOfPassed / n - share * (this.#rest / n);
    return Math.round((covariance / Math.sqrt(variance * share * (1 - share))) * 100) / 100;
  }
}
