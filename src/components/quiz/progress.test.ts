import { describe, expect, test } from 'vitest';
import type { Attempt } from './progress.ts';
import { isEmpty, isSettled, nextOpen, withoutMissed } from './progress.ts';

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

test('only what was missed is asked again', () => {
  const attempts = new Map([
    ['a', attempt(2, true)],
    ['b', attempt(2, false)],
  ]);
  expect([...withoutMissed(attempts).keys()]).toEqual(['a']);
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
