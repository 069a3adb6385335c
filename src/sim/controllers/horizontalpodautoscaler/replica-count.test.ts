import { describe, expect, test } from 'vitest';
import type { Pod } from '../../api/pod.ts';
import { formatRfc3339 } from '../../machinery/time.ts';
import { somePod } from '../../testing/test-cluster.ts';
import type { PodGroups } from './pod-groups.ts';
import { groupPods, requestedMillis } from './pod-groups.ts';
import { replicasForRatio, utilizationRatio } from './replica-count.ts';

const tolerances = { scaleUp: 0.1, scaleDown: 0.1 };

/** Each pod asks for 1000 thousandths: a number is what it uses, `u` is not ready, `m` is missing. */
function replicasOf(usage: readonly (number | 'u' | 'm')[], targetPercent: number, currentReplicas: number) {
  const names = usage.map((_, i) => `p${i}`);
  const requests = new Map(names.map((name) => [name, 1000]));
  const having = (what: unknown) => names.filter((_, i) => usage[i] === what);
  const measured = new Map(
    usage.flatMap((it, i) => (typeof it === 'number' ? [[`p${i}`, it] as const] : [])),
  );
  const groups: PodGroups = {
    measured,
    readyCount: measured.size,
    unready: having('u'),
    missing: having('m'),
  };
  const ratio = (filled: ReadonlyMap<string, number>) =>
    utilizationRatio(filled, requests, targetPercent)?.ratio ?? Number.NaN;
  return replicasForRatio({
    ratio: ratio(measured),
    groups,
    currentReplicas,
    tolerances,
    assumed: () => (1000 * Math.max(100, targetPercent)) / 100,
    again: ratio,
  });
}

describe('replicas for what pods use', () => {
  test.each<[string, (number | 'u' | 'm')[], number, number, number]>([
    ['more than they should', [900, 900, 900], 30, 3, 9],
    ['less than they should', [100, 300, 500, 250, 250], 50, 5, 3],
    ['close to the target: left alone', [1010, 1030, 1020], 100, 3, 3],
    ['the edge of the tolerance', [1100, 1100], 100, 2, 2],
    ['beyond the edge', [1110, 1110], 100, 2, 3],
    ['nothing', [0, 0, 0, 0], 50, 4, 0],
    ['growing, with pods that are not ready: they count as idle', [700, 700, 'u'], 30, 3, 5],
    ['growing, but not with the idle ones counted', [400, 'u', 'u'], 30, 3, 3],
    ['shrinking: who is not ready does not count', [100, 100, 'u'], 50, 3, 1],
    ['growing, with pods that nobody measured: they count as idle', [950, 'm'], 50, 2, 2],
    ['shrinking, with pods that nobody measured: they count as full', [100, 'm', 'm'], 50, 3, 3],
    ['shrinking all the same', [10, 10, 10, 10, 'm'], 80, 5, 2],
  ])('%s', (_, usage, target, current, replicas) => {
    expect(replicasOf(usage, target, current)).toBe(replicas);
  });
});

const nowMs = 1_767_603_600_000;
const ago = (seconds: number) => formatRfc3339(nowMs - seconds * 1000);

function pod(
  name: string,
  options: { startedAgo?: number; ready?: boolean; readySince?: number; phase?: string },
): Pod {
  const { startedAgo = 1000, ready = true, readySince = 900, phase = 'Running' } = options;
  const condition = { type: 'Ready', status: ready ? 'True' : 'False', lastTransitionTime: ago(readySince) };
  return {
    ...somePod({ name }),
    status: { phase, startTime: ago(startedAgo), conditions: [condition] },
  } as Pod;
}

describe('which pods say something', () => {
  const usage = (pods: readonly Pod[]) =>
    new Map(pods.map(({ metadata }) => [metadata.name, { millis: 5, atMs: nowMs - 5000, windowMs: 15_000 }]));

  test.each<[string, Pod, string]>([
    ['one that has run for long', pod('p', {}), 'measured'],
    ['one that waits for a node', pod('p', { phase: 'Pending' }), 'unready'],
    ['one that failed', pod('p', { phase: 'Failed' }), 'ignored'],
    [
      'one in its first minutes, measured since it is ready',
      pod('p', { startedAgo: 100, readySince: 60 }),
      'measured',
    ],
    ['one that has become ready just now', pod('p', { startedAgo: 100, readySince: 10 }), 'unready'],
    ['one that is not ready in its first minutes', pod('p', { startedAgo: 100, ready: false }), 'unready'],
    [
      'one that stopped being ready later',
      pod('p', { startedAgo: 1000, ready: false, readySince: 500 }),
      'measured',
    ],
    ['one that was never ready', pod('p', { startedAgo: 1000, ready: false, readySince: 990 }), 'unready'],
  ])('%s: %s', (_, it, group) => {
    const groups = groupPods([it], usage([it]), 'cpu', nowMs);
    const found = groups.measured.has('p')
      ? 'measured'
      : groups.unready.includes('p')
        ? 'unready'
        : 'ignored';
    expect(found).toBe(group);
  });

  test('of memory, readiness is not asked', () => {
    const young = pod('p', { startedAgo: 5, ready: false });
    expect(groupPods([young], usage([young]), 'memory', nowMs).readyCount).toBe(1);
  });

  test('of which nothing was measured', () => {
    expect(groupPods([pod('p', {})], new Map(), 'cpu', nowMs).missing).toEqual(['p']);
  });
});

test('requests of all containers are added up; one that does not say is an error', () => {
  const asks = (cpu?: string) => (cpu === undefined ? {} : { resources: { requests: { cpu } } });
  const two = (a?: string, b?: string) =>
    somePod(
      { name: 'p' },
      {
        containers: [
          { name: 'a', image: 'i', ...asks(a) },
          { name: 'b', image: 'i', ...asks(b) },
        ],
      },
    );
  expect(requestedMillis([two('100m', '1')], 'cpu', undefined)).toMatchObject({
    value: new Map([['p', 1100]]),
  });
  expect(requestedMillis([two('100m')], 'cpu', 'a')).toMatchObject({ value: new Map([['p', 100]]) });
  expect(requestedMillis([two('100m')], 'cpu', undefined)).toMatchObject({
    ok: false,
    error: 'missing request for cpu in container b of Pod p',
  });
});
