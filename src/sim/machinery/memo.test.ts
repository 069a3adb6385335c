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

test('a long text is not kept', () => {
  let asked = 0;
  const lengthOf = memoized(10, (text: string) => {
    asked += 1;
    return text.length;
  });
  const long = 'x'.repeat(1000);
  expect([lengthOf(long), lengthOf(long)]).toEqual([1000, 1000]);
  expect(asked).toBe(2);
});
