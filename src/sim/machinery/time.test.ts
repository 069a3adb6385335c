import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  civilTime,
  daysInMonth,
  formatRfc1123,
  formatRfc3339,
  formatRfc3339Micro,
  parseRfc3339,
} from './time.ts';

const INSTANT_MS = 1_795_170_941_123; // 2026-11-20T10:35:41.123Z

describe('formats', () => {
  test('an instant of the course', () => {
    expect(formatRfc3339(INSTANT_MS)).toBe('2026-11-20T10:35:41Z');
    expect(formatRfc3339Micro(INSTANT_MS)).toBe('2026-11-20T10:35:41.123000Z');
    expect(formatRfc1123(INSTANT_MS)).toBe('Fri, 20 Nov 2026 10:35:41 +0000');
  });

  test('the platform calendar agrees, from the year 1 to 9999', () => {
    const anyInstant = fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9999, 11, 31) });
    fc.assert(
      fc.property(anyInstant, (atMs) => {
        const iso = new Date(atMs).toISOString();
        expect(formatRfc3339(atMs)).toBe(iso.replace(/\.\d+Z/, 'Z'));
        expect(formatRfc3339Micro(atMs)).toBe(iso.replace('Z', '000Z'));
        expect(formatRfc1123(atMs)).toBe(new Date(atMs).toUTCString().replace('GMT', '+0000'));
        expect(parseRfc3339(iso)).toBe(atMs);
      }),
      { numRuns: 500 },
    );
  });
});

describe('parseRfc3339', () => {
  test.each([
    ['1970-01-01T00:00:00Z', 0],
    ['2024-02-29T00:00:00Z', 1_709_164_800_000],
    ['2026-11-20T19:35:41.123+09:00', INSTANT_MS],
    ['2026-11-20T05:05:41.123-05:30', INSTANT_MS],
    ['2026-11-20T10:35:41.123000Z', INSTANT_MS],
  ])('%s', (text, atMs) => expect(parseRfc3339(text)).toBe(atMs));

  test.each([
    '',
    'now',
    '2026-11-20',
    '2026-11-20T10:35:41',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    ' 2026-01-01T00:00:00Z',
  ])('refuses %j', (text) => expect(parseRfc3339(text)).toBeUndefined());
});

test('months know their length', () => {
  expect([1, 2, 3, 4, 12].map((month) => daysInMonth(2024, month))).toEqual([31, 29, 31, 30, 31]);
  expect([1900, 2000, 2023].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28]);
});

test('civilTime names the weekday', () => {
  expect(civilTime(0)).toMatchObject({ year: 1970, month: 1, day: 1, weekday: 4 });
  expect(civilTime(-1)).toMatchObject({
    year: 1969,
    month: 12,
    day: 31,
    hour: 23,
    millisecond: 999,
    weekday: 3,
  });
});
