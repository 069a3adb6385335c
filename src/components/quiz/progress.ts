/** How far a reader has come with a quiz: what was answered, how often, and what is settled. */

export type Given = string | readonly string[];

export interface Attempt {
  readonly given: Given;
  /** How many times it was checked. */
  readonly tries: number;
  readonly isRight: boolean;
  /** What is right, once it is told. */
  readonly right: readonly string[];
  readonly printed?: string;
}

export type Attempts = ReadonlyMap<string, Attempt>;

/** The answer is told after this many tries. */
export const TRIES = 2;

/** Right, or tried often enough. */
export function isSettled(attempt: Attempt | undefined): boolean {
  return attempt !== undefined && (attempt.isRight || attempt.tries >= TRIES);
}

/** The first question after `at` that is not settled, or undefined. */
export function nextOpen(ids: readonly string[], attempts: Attempts, at: number): number | undefined {
  const order = ids.map((_, index) => (at + 1 + index) % ids.length);
  return order.find((index) => !isSettled(attempts.get(ids[index] ?? '')));
}

/** Without the questions that were missed, so that only these are asked again. */
export function withoutMissed(attempts: Attempts): Attempts {
  return new Map([...attempts].filter(([, { isRight }]) => isRight));
}

export function isEmpty(given: Given): boolean {
  return typeof given === 'string' ? given.trim() === '' : given.length === 0;
}
