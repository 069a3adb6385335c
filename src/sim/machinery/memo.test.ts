import { expect, test } from 'vitest';
import { memoized } from './memo.ts';

test('an answer is worked out once, an undefined one too', () => {
  const asked: string[] = [];
  const lengthOf = memoized(10, (text: string) => {
    asked.push(text);
    return text === '' ? undefined : text.length;
  });
  expect([lengthOf('pod'), lengthOf(''), lengthOf('pod'), lengthOf('')]).toEqual([
    3,
    undefined,
    3,
    undefined,
  ]);
  expect(asked).toEqual(['pod', '']);
});

test('what is remembered is bounded', () => {
  const asked: number[] = [];
  const double = memoized(2, (value: number) => {
    asked.push(value);
    return 2 * value;
  });
  for (const value of [1, 2, 3, 1]) expect(double(value)).toBe(2 * value);
  expect(asked).toEqual([1, 2, 3, 1]);
});
