import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatGoDuration, humanDuration, parseGoDuration, shortHumanDuration } from './duration.ts';
import { describeTable } from './testdata/recordings.ts';

interface Row {
  seconds: number;
  human: string;
  short: string;
}

describeTable<Row[]>(
  'durations',
  (rows) => {
    test.each(rows)('$seconds s', ({ seconds, human, short }) => {
      expect(humanDuration(seconds * 1000)).toBe(human);
      expect(shortHumanDuration(seconds * 1000)).toBe(short);
    });
  },
  (whole: { rows: Row[] }) => whole.rows,
);

test('a fraction of a second is cut off', () => {
  expect([1999, 119_999, -1999, -500].map(humanDuration)).toEqual(['1s', '119s', '0s', '0s']);
});

describe('parseGoDuration', () => {
  test.each([
    ['0', 0],
    ['-0', 0],
    ['30s', 30_000],
    ['1m30s', 90_000],
    ['1.5h', 5_400_000],
    ['-2s', -2000],
    ['+2s', 2000],
    ['.5s', 500],
    ['1.s', 1000],
    ['100ms', 100],
    ['3us', 0.003],
    ['1h1h', 7_200_000],
    ['2540400h', 9_145_440_000_000],
  ])('%s', (text, durationMs) => {
    const parsed = parseGoDuration(text);
    expect(parsed.ok && parsed.value + 0).toBe(durationMs);
  });

  test.each([
    ['', 'time: invalid duration ""'],
    ['-', 'time: invalid duration "-"'],
    ['.', 'time: invalid duration "."'],
    ['s', 'time: invalid duration "s"'],
    ['30', 'time: missing unit in duration "30"'],
    ['1.2.3s', 'time: missing unit in duration "1.2.3s"'],
    ['1d', 'time: unknown unit "d" in duration "1d"'],
    ['5 minutes', 'time: unknown unit " minutes" in duration "5 minutes"'],
    ['3000000h', 'time: invalid duration "3000000h"'],
    ['--1s', 'time: invalid duration "--1s"'],
  ])('refuses %j', (text, error) => expect(parseGoDuration(text)).toEqual({ ok: false, error }));
});

describe('formatGoDuration', () => {
  test.each([
    [0, '0s'],
    [1000, '1s'],
    [90_000, '1m30s'],
    [3_600_000, '1h0m0s'],
    [86_400_000, '24h0m0s'],
    [1500, '1.5s'],
    [250, '250ms'],
    [1.5, '1.5ms'],
    [0.003, '3µs'],
    [0.000001, '1ns'],
    [-90_000, '-1m30s'],
    [61_010, '1m1.01s'],
  ])('%d ms', (durationMs, text) => expect(formatGoDuration(durationMs)).toBe(text));

  test('reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (durationMs) => {
        expect(parseGoDuration(formatGoDuration(durationMs))).toEqual({ ok: true, value: durationMs });
      }),
    );
  });
});
