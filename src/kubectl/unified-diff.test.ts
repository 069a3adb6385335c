import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unifiedDiff } from './unified-diff.ts';

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${from + i}\n`).join('');

describe('a unified diff', () => {
  test('of equal texts is empty', () => {
    expect(unifiedDiff('a\nb\n', 'a\nb\n')).toBe('');
  });

  test('shows three lines around a change', () => {
    expect(unifiedDiff(numbered(1, 9), numbered(1, 9).replace('5', 'five'))).toBe(
      '@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n',
    );
  });

  test('joins changes that are close, and parts those that are not', () => {
    const text = numbered(1, 30);
    expect(unifiedDiff(text, text.replace('3\n', '').replace('9\n', '')).match(/^@@/gm)).toHaveLength(1);
    expect(unifiedDiff(text, text.replace('3\n', '').replace('30\n', '')).match(/^@@/gm)).toHaveLength(2);
  });

  test('counts from nothing where a side is empty', () => {
    expect(unifiedDiff('', 'a\nb\n')).toBe('@@ -0,0 +1,2 @@\n+a\n+b\n');
    expect(unifiedDiff('a\n', '')).toBe('@@ -1 +0,0 @@\n-a\n');
  });

  test('puts a repeated line where it was added last', () => {
    expect(unifiedDiff('a\na\nb\n', 'a\na\na\nb\n')).toBe('@@ -1,3 +1,4 @@\n a\n a\n+a\n b\n');
  });

  test('takes the one text to the other', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [before, after] = [a, b].map((lines) => lines.map((line) => `${line}\n`).join('')) as [
          string,
          string,
        ];
        expect(patched(before, unifiedDiff(before, after))).toBe(after);
      }),
    );
  });
});

/** Applies a diff, which must fit. */
function patched(text: string, diff: string): string {
  const lines = text.split('\n').slice(0, -1);
  const out: string[] = [];
  let at = 0;
  for (const line of diff.split('\n').slice(0, -1)) {
    const hunk = /^@@ -(\d+)(,0)?/.exec(line);
    if (hunk) {
      const start = Number(hunk[1]) - (hunk[2] ? 0 : 1);
      out.push(...lines.slice(at, start));
      at = start;
    } else if (line.startsWith('+')) out.push(line.slice(1));
    else {
      expect(lines[at]).toBe(line.slice(1));
      if (line.startsWith(' ')) out.push(line.slice(1));
      at += 1;
    }
  }
  return [...out, ...lines.slice(at)].map((line) => `${line}\n`).join('');
}
