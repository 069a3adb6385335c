import { describe, expect, test } from 'vitest';
import { isMissed } from '../keeping/record.ts';
import type { Attempt } from './progress.ts';
import {
  afterAnswer,
  afterReview,
  askedAgain,
  attemptsOf,
  isEmpty,
  isSettled,
  nextOpen,
} from './progress.ts';

const attempt = (tries: number, isRight: boolean): Attempt => ({ given: 'a', tries, isRight, right: ['b'] });

describe('a question is settled', () => {
  test.each([
    ['not when nothing was answered', undefined, false],
    ['not after one wrong try', attempt(1, false), false],
    ['after a right one', attempt(1, true), true],
    ['after two wrong ones', attempt(2, false), true],
  ])('%s', (_, it, expected) => {
    expect(isSettled(it)).toBe(expected);
  });
});

test('the next open question is looked for in a circle', () => {
  const attempts = new Map([
    ['b', attempt(1, true)],
    ['c', attempt(1, false)],
  ]);
  expect(nextOpen(['a', 'b', 'c'], attempts, 0)).toBe(2);
  expect(nextOpen(['a', 'b', 'c'], attempts, 2)).toBe(0);
  expect(nextOpen(['b'], attempts, 0)).toBeUndefined();
});

const WRONG = { isRight: false, right: ['b'] };
const RIGHT = { isRight: true, right: ['b'] };

test('only what was missed is asked again, and it is not forgotten', () => {
  const questions = {
    a: afterAnswer(undefined, 'b', RIGHT),
    b: afterAnswer(afterAnswer(undefined, 'a', WRONG), 'c', WRONG),
  };
  const again = askedAgain(questions);
  expect([...attemptsOf(again).keys()]).toEqual(['a']);
  expect(again.b).toEqual({ turns: 3, misses: 2 });
});

describe('a question is for review', () => {
  const missed = afterAnswer(afterAnswer(undefined, 'a', WRONG), 'b', RIGHT);
  test.each([
    ['not when it was right at once', afterAnswer(undefined, 'b', RIGHT), false],
    ['when it was wrong', afterAnswer(undefined, 'a', WRONG), true],
    ['when the second try was right', missed, true],
    ['not when it was asked anew and right at once', afterAnswer({ turns: 3, misses: 2 }, 'b', RIGHT), false],
    ['not after a review in which it was right at once', afterReview(missed, true, 1), false],
    ['after a review in which the second try was right', afterReview(missed, true, 2), true],
    ['after a review in which it was wrong', afterReview(afterReview(missed, true, 1), false, 1), true],
  ])('%s', (_, question, expected) => {
    expect(isMissed(question)).toBe(expected);
  });

  test('and what is answered there changes no answer that counts', () => {
    expect(afterReview(missed, false, 1).attempt).toEqual(missed.attempt);
  });
});

test.each([
  ['', true],
  ['  ', true],
  ['3', false],
  [[], true],
  [['a'], false],
] as const)('empty: %j', (given, expected) => {
  expect(isEmpty(given)).toBe(expected);
});
