/** How far a reader has come with a quiz: what was answered, how often, and what is settled. */
import type { QuestionKept } from '../keeping/record.ts';
import type { AnswerShown } from '../lab/shown.ts';

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

export type Questions = Readonly<Record<string, QuestionKept>>;

/** The answers that count. */
export function attemptsOf(questions: Questions): Attempts {
  return new Map(
    Object.entries(questions).flatMap(([id, { attempt }]) => (attempt ? [[id, attempt] as const] : [])),
  );
}

/** One more answer. Whoever is asked anew, and right at once, has mended what was missed before. */
export function afterAnswer(
  before: QuestionKept | undefined,
  given: Given,
  { isRight, right, printed }: AnswerShown,
): QuestionKept {
  const { turns = 0, misses = 0, attempt } = before ?? {};
  const tries = (attempt?.tries ?? 0) + 1;
  const isMended = misses > 0 && isRight && tries === 1;
  return {
    turns: turns + 1,
    misses: misses + (isRight ? 0 : 1),
    ...(isMended ? { isMended } : {}),
    attempt: { given, tries, isRight, right, ...(printed === undefined ? {} : { printed }) },
  };
}

/** An answer in a review: the answer that counts stays. Only a right one at the first try mends. */
export function afterReview(before: QuestionKept, isRight: boolean, tries: number): QuestionKept {
  const { isMended: _, ...rest } = before;
  return {
    ...rest,
    turns: before.turns + 1,
    misses: before.misses + (isRight ? 0 : 1),
    ...(isRight && tries === 1 ? { isMended: true } : {}),
  };
}

/** The questions that were missed are asked anew, and that they were missed is not forgotten. */
export function askedAgain(questions: Questions): Questions {
  const anew = ({ attempt, ...rest }: QuestionKept): QuestionKept =>
    attempt?.isRight ? { ...rest, attempt } : { ...rest, turns: rest.turns + 1 };
  return Object.fromEntries(Object.entries(questions).map(([id, it]) => [id, anew(it)]));
}

export function isEmpty(given: Given): boolean {
  return typeof given === 'string' ? given.trim() === '' : given.length === 0;
}
