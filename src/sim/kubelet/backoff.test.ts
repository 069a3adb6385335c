import { expect, test } from 'vitest';
import type { BackOffs } from './backoff.ts';
import { backOffUntilMs, raised } from './backoff.ts';

const minute = 60_000;

test('doubles from 10 s to 5 min', () => {
  let backOffs: BackOffs = new Map();
  const delays: number[] = [];
  for (let i = 0; i < 8; i++) {
    backOffs = raised(backOffs, 'main', i * minute, i * minute);
    delays.push((backOffs.get('main')?.delayMs ?? 0) / 1000);
  }
  expect(delays).toEqual([10, 20, 40, 80, 160, 300, 300, 300]);
});

test.each([
  ['nothing happened yet', new Map(), 0, 1000, undefined],
  ['within the delay', new Map([['main', { delayMs: 20_000, atMs: 0 }]]), 5000, 10_000, 25_000],
  ['after the delay', new Map([['main', { delayMs: 20_000, atMs: 0 }]]), 5000, 25_000, undefined],
  [
    'after ten quiet minutes',
    new Map([['main', { delayMs: 300_000, atMs: 0 }]]),
    11 * minute,
    11 * minute,
    undefined,
  ],
  ['another key', new Map([['other', { delayMs: 20_000, atMs: 0 }]]), 5000, 10_000, undefined],
])('%s', (_, backOffs, sinceMs, nowMs, untilMs) => {
  expect(backOffUntilMs(backOffs, 'main', sinceMs, nowMs)).toBe(untilMs);
});

test('starts again after ten quiet minutes', () => {
  const worn: BackOffs = new Map([['main', { delayMs: 300_000, atMs: 0 }]]);
  expect(raised(worn, 'main', 11 * minute, 11 * minute).get('main')).toEqual({
    delayMs: 10_000,
    atMs: 11 * minute,
  });
});
