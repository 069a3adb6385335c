import { expect, test } from 'vitest';
import { formatIndexes, parseIndexes } from './indexes.ts';

test.each([
  [[], ''],
  [[3], '3'],
  [[0, 1], '0,1'],
  [[4, 3, 2, 0, 2], '0,2-4'],
  [[0, 1, 2, 5, 6, 8, 9, 10], '0-2,5,6,8-10'],
])('writes %j as %j', (indexes, text) => expect(formatIndexes(indexes)).toBe(text));

test.each([
  ['', []],
  [
    '0,2-4',
    [
      [0, 0],
      [2, 4],
    ],
  ],
  [
    '0-2-4',
    `the fragment "0-2-4" violates the requirement that an index interval can have at most two parts separated by '-'`,
  ],
  ['a', 'cannot convert string to integer for index: "a"'],
  ['0,5', 'too large index: "5"'],
  ['3,1', 'non-increasing order, previous: 3, current: 1'],
  ['3-1', 'non-increasing order, previous: 3, current: 1'],
])('reads %j', (text, expected) => {
  const parsed = parseIndexes(text, 5);
  expect(parsed.ok ? parsed.value : parsed.error).toEqual(expected);
});
