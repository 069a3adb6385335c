// Several submissions of one person to one exercise: their order, and which of them are graded.
import type { AttemptRules } from '../rules/grading-rules.ts';

export interface Ordered {
  /** When it was handed in, where that is known; ms since the Unix epoch. */
  readonly atMs?: number | undefined;
  /** `name-each-pod (2).json` is copy 2. */
  readonly copy: number;
  /** Where it was found. */
  readonly source: string;
}

/** Earliest first: by time where both have one, else by the number of the copy, else by where they were found. */
export function inOrder<T extends Ordered>(attempts: readonly T[]): T[] {
  const hasTimes = attempts.every(({ atMs }) => atMs !== undefined);
  return [...attempts].sort((a, b) => {
    const byTime = hasTimes ? (a.atMs ?? 0) - (b.atMs ?? 0) : 0;
    return byTime || a.copy - b.copy || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0);
  });
}

/** Those that are graded, earliest first, each with its number among all. */
export function toGrade<T extends Ordered>(
  attempts: readonly T[],
  { take, max }: AttemptRules,
): readonly { readonly attempt: T; readonly number: number }[] {
  const numbered = inOrder(attempts).map((attempt, index) => ({ attempt, number: index + 1 }));
  const counted = max === undefined ? numbered : numbered.slice(0, max);
  return take === 'latest' ? counted.slice(-1) : counted;
}
