import { describe, expect, test } from 'vitest';
import { createRandom } from '../machinery/random.ts';
import type { Traffic } from './api-links.ts';
import { ApiLinks } from './api-links.ts';
import { Timers } from './timers.ts';

/** When heartbeats and pods get through again, in seconds after the network is back, for a cut of so many seconds. */
function outage(seconds: number, seed: number) {
  let nowMs = 0;
  const timers = new Timers();
  const restored: number[] = [];
  const random = createRandom(seed);
  const links = new ApiLinks({ now: () => nowMs, random, timers, restored: () => restored.push(nowMs) });
  links.cut('n');
  nowMs = seconds * 1000;
  links.mend('n');
  const backMs: Partial<Record<Traffic, number>> = {};
  for (let atMs = timers.nextMs(); atMs !== undefined; atMs = timers.nextMs()) {
    nowMs = atMs;
    timers.runDue(atMs);
    for (const what of ['heartbeats', 'pods'] as const) if (links.carries('n', what)) backMs[what] ??= atMs;
  }
  const after = (what: Traffic) => ((backMs[what] ?? Number.NaN) - seconds * 1000) / 1000;
  return { heartbeats: after('heartbeats'), pods: after('pods'), restored };
}

const seeds = Array.from({ length: 200 }, (_, i) => i);

describe('after a cut', () => {
  test.each([
    [10, 5.5, 0],
    [40, 22, 0],
    [60, 30, 3.2],
    [3600, 30, 60],
  ])('of %i s, heartbeats are back within %d s, pods at most %i s later', (seconds, most, lag) => {
    for (const seed of seeds) {
      const { heartbeats, pods } = outage(seconds, seed);
      expect(heartbeats).toBeLessThanOrEqual(most);
      expect(pods - heartbeats).toBeLessThanOrEqual(lag);
      expect(pods).toBeGreaterThanOrEqual(heartbeats);
    }
  });

  test('how long it takes is drawn, the same for the same seed', () => {
    expect(new Set(seeds.map((seed) => outage(60, seed).heartbeats)).size).toBeGreaterThan(100);
    expect(outage(60, 7)).toEqual(outage(60, 7));
  });
});

test('a node that was never cut off is heard; one that is cut off again is not, whatever was under way', () => {
  let nowMs = 0;
  const timers = new Timers();
  const links = new ApiLinks({ now: () => nowMs, random: createRandom(1), timers, restored: () => {} });
  expect(links.carries('n', 'pods')).toBe(true);
  links.mend('n');
  links.cut('n');
  nowMs = 60_000;
  links.mend('n');
  links.cut('n');
  timers.runDue(600_000);
  expect(links.carries('n', 'heartbeats')).toBe(false);
});
