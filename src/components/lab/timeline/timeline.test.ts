import { describe, expect, test } from 'vitest';
import { chronicleOf, withStory } from './chronicle.ts';
import { momentAfter, momentBefore } from './moments.ts';
import { createScale, ticksOf } from './scale.ts';
import type { Happening, PodMoment } from './story.ts';

const pod = (atMs: number, uid: string, status: string, version = 'a'): PodMoment => ({
  is: 'pod',
  atMs,
  uid,
  namespace: 'default',
  name: 'web-0',
  group: 'StatefulSet/default/web',
  version,
  status,
  tone: status === 'Running' ? 'running' : 'waiting',
  isReady: status === 'Running',
});

describe('a chronicle', () => {
  const story: Happening[] = [
    { is: 'mark', atMs: 5, what: 'command', about: '', text: 'kubectl apply -f web.yaml' },
    {
      is: 'set',
      atMs: 5,
      group: 'StatefulSet/default/web',
      wanted: 1,
      ready: 0,
      updated: 0,
      isRollout: false,
    },
    pod(10, 'one', 'Pending'),
    pod(10, 'one', 'ContainerCreating'),
    pod(900, 'one', 'Running'),
    { is: 'mark', atMs: 950, what: 'restart', about: 'one', text: '1' },
    { is: 'gone', atMs: 2000, uid: 'one' },
    pod(2100, 'two', 'Pending', 'b'),
  ];

  test('puts pods of one name in one row, each with its spans and its version', () => {
    const [group] = chronicleOf(story).groups;
    expect(group).toMatchObject({ kind: 'StatefulSet', name: 'web' });
    expect(group?.rows.map(({ name, lives }) => [name, lives.map(({ version }) => version)])).toEqual([
      ['web-0', [1, 2]],
    ]);
    expect(group?.rows[0]?.lives[0]?.spans.map(({ status, fromMs, toMs }) => [status, fromMs, toMs])).toEqual(
      [
        ['ContainerCreating', 10, 900],
        ['Running', 900, 2000],
      ],
    );
    expect(group?.rows[0]?.lives[0]?.marks).toHaveLength(1);
  });

  test('keeps what was done apart, and every time once', () => {
    const { deeds, momentsMs } = chronicleOf(story);
    expect(deeds.map(({ text }) => text)).toEqual(['kubectl apply -f web.yaml']);
    expect(momentsMs).toEqual([5, 10, 900, 950, 2000, 2100]);
  });

  test('takes back what never happened after all', () => {
    const other = withStory(story, { from: 5, happenings: [pod(1000, 'one', 'Terminating')] });
    expect(other.map(({ atMs }) => atMs)).toEqual([5, 5, 10, 10, 900, 1000]);
  });
});

describe('a scale', () => {
  const scale = createScale([0, 1000, 2000, 602_000, 603_000], 0, 610_000);

  test('gives back the time of every place', () => {
    for (const ms of [0, 400, 1000, 1999, 300_000, 602_500, 609_000, 610_000]) {
      expect(scale.timeAt(scale.part(ms))).toBeCloseTo(ms, 3);
    }
  });

  test('never turns back', () => {
    const parts = Array.from({ length: 611 }, (_, second) => scale.part(second * 1000));
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect([parts[0], parts.at(-1)]).toEqual([0, 1]);
  });

  test('gives ten minutes of rest less room than twenty seconds, and says so', () => {
    expect(scale.shortened.map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual([[2000, 602_000]]);
    expect((scale.part(602_000) - scale.part(2000)) * scale.length).toBeLessThan(20_000);
    expect(scale.part(2000) - scale.part(1000)).toBeCloseTo(scale.part(1000) - scale.part(0), 6);
  });

  test('keeps what is outside at its ends', () => {
    expect([scale.part(-5), scale.part(700_000)]).toEqual([0, 1]);
  });

  test('writes times apart from each other, none within a rest', () => {
    const ticks = ticksOf(scale, 0, 610_000, 0.05);
    const parts = ticks.map((ms) => scale.part(ms));
    for (const [index, part] of parts.slice(1).entries())
      expect(part - (parts[index] ?? 0)).toBeGreaterThanOrEqual(0.05);
    expect(ticks.some((ms) => ms > 2000 && ms < 601_000)).toBe(false);
    expect(ticks.length).toBeGreaterThan(3);
  });
});

test.each([
  [0, undefined, 5],
  [5, undefined, 10],
  [7, 5, 10],
  [10, 5, undefined],
] as const)('before and after %i', (atMs, before, after) => {
  expect(momentBefore([5, 10], atMs)).toBe(before);
  expect(momentAfter([5, 10], atMs)).toBe(after);
});
