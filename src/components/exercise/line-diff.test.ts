import { expect, test } from 'vitest';
import { lineDiff } from './line-diff.ts';

const SIGNS = { same: ' ', yours: '-', theirs: '+' } as const;

test.each([
  ['a\nb\nc\n', 'a\nx\nc', ' a|-b|+x| c'],
  ['', 'a\nb', '+a|+b'],
  ['a\n', '', '-a'],
  ['a  \nb', 'a\nb\n\n', ' a| b'],
  ['x\na\nb', 'a\nb\ny', '-x| a| b|+y'],
  ['', '', ''],
])('%j becomes %j', (yours, theirs, expected) => {
  expect(
    lineDiff(yours, theirs)
      .map(({ is, text }) => SIGNS[is] + text)
      .join('|'),
  ).toBe(expected);
});

test('long texts are compared in reasonable time', () => {
  const text = Array.from({ length: 5000 }, (_, index) => `line ${index}`).join('\n');
  expect(lineDiff(text, `${text}\nmore`).length).toBeGreaterThan(5000);
});
