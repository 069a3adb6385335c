import { describe, expect, test } from 'vitest';
import type { Pod } from '../api/pod.ts';
import { formatRfc3339 } from '../machinery/time.ts';
import { isActive, isAvailable, isReady, untilNextAvailableMs, withPodCondition } from './pod-facts.ts';

const nowMs = 1_767_603_600_000;

function pod(readySecondsAgo?: number, phase: NonNullable<Pod['status']>['phase'] = 'Running'): Pod {
  const conditions =
    readySecondsAgo === undefined
      ? []
      : [
          {
            type: 'Ready',
            status: 'True' as const,
            lastTransitionTime: formatRfc3339(nowMs - readySecondsAgo * 1000),
          },
        ];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', generation: 1 },
    spec: { containers: [] },
    status: { phase, conditions },
  };
}

test.each<[string, Pod, number, boolean, boolean]>([
  ['not ready', pod(), 0, false, false],
  ['ready', pod(0), 0, true, true],
  ['ready, but not for long enough', pod(9), 10, true, false],
  ['ready for long enough', pod(10), 10, true, true],
])('%s', (_, it, minReadySeconds, ready, available) => {
  expect([isReady(it), isAvailable(it, minReadySeconds, nowMs)]).toEqual([ready, available]);
});

test('active pods have neither ended nor been deleted', () => {
  const deleted = { ...pod(0), metadata: { name: 'p', deletionTimestamp: formatRfc3339(nowMs) } };
  const all = [pod(), pod(0), pod(0, 'Failed'), pod(0, 'Succeeded'), deleted];
  expect(all.map(isActive)).toEqual([true, true, false, false, false]);
});

test('the wait is for the next pod to become available', () => {
  expect(untilNextAvailableMs([pod(), pod(4), pod(7), pod(60)], 10, nowMs)).toBe(3000);
  expect(untilNextAvailableMs([pod(), pod(60)], 10, nowMs)).toBeUndefined();
});

describe('a condition that is set', () => {
  const now = formatRfc3339(nowMs);
  const condition = (it: Pod) => it.status?.conditions?.find(({ type }) => type === 'Ready');

  test('moves its time where its status changes', () => {
    const next = condition(withPodCondition(pod(60), { type: 'Ready', status: 'False' }, now));
    expect(next).toMatchObject({ status: 'False', lastTransitionTime: now, observedGeneration: 1 });
  });

  test('keeps its time where it does not', () => {
    const next = condition(withPodCondition(pod(60), { type: 'Ready', status: 'True', reason: 'r' }, now));
    expect(next).toMatchObject({ reason: 'r', lastTransitionTime: formatRfc3339(nowMs - 60_000) });
  });

  test('is added where there was none', () => {
    const next = withPodCondition(pod(0), { type: 'DisruptionTarget', status: 'True' }, now);
    expect(next.status?.conditions?.map(({ type }) => type)).toEqual(['Ready', 'DisruptionTarget']);
  });
});
