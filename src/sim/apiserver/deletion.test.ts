import { describe, expect, test } from 'vitest';
import type { Kind } from '../api/kind.ts';
import type { KubeObject, ObjectMeta } from '../api/meta.ts';
import type { DeleteOptions } from '../component.ts';
import { formatRfc3339 } from '../machinery/time.ts';
import { isReleased, planDeletion } from './deletion.ts';

const nowMs = 1_767_603_600_000;
const later = (seconds: number) => formatRfc3339(nowMs + seconds * 1000);
const graceful = {
  gracePeriodSeconds: (_: unknown, requested?: number) => requested ?? 30,
} as unknown as Kind;
const immediate = {} as Kind;

function object(metadata: Partial<ObjectMeta> = {}): KubeObject {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', generation: 1, ...metadata } };
}

function summary(kind: Kind, metadata: Partial<ObjectMeta>, options: DeleteOptions): string {
  const plan = planDeletion(kind, object(metadata), options, nowMs);
  if (plan.outcome !== 'mark') return plan.outcome;
  const { deletionTimestamp, deletionGracePeriodSeconds, finalizers = [], generation } = plan.object.metadata;
  return `${deletionTimestamp} ${deletionGracePeriodSeconds}s [${finalizers}] g${generation}`;
}

test('what has a grace period is seen as deleted before it is gone', () => {
  const plan = planDeletion(graceful, object(), { gracePeriodSeconds: 0 }, nowMs);
  expect(plan).toMatchObject({ outcome: 'remove', before: { metadata: { deletionTimestamp: later(0) } } });
  expect(planDeletion(immediate, object(), {}, nowMs)).not.toHaveProperty('before');
});

describe('planDeletion', () => {
  test.each<[string, Kind, Partial<ObjectMeta>, DeleteOptions, string]>([
    ['at once without grace or finalizers', immediate, {}, {}, 'remove'],
    ['waits for its own grace period', graceful, {}, {}, `${later(30)} 30s [] g2`],
    ['takes the grace period asked for', graceful, {}, { gracePeriodSeconds: 5 }, `${later(5)} 5s [] g2`],
    ['grace 0 forgets a pod at once', graceful, {}, { gracePeriodSeconds: 0 }, 'remove'],
    ['waits for finalizers', immediate, { finalizers: ['x'] }, {}, `${later(0)} 0s [x] g2`],
    [
      'foreground adds its finalizer',
      immediate,
      {},
      { propagationPolicy: 'Foreground' },
      `${later(0)} 0s [foregroundDeletion] g2`,
    ],
    [
      'orphan adds its finalizer',
      immediate,
      {},
      { propagationPolicy: 'Orphan' },
      `${later(0)} 0s [orphan] g2`,
    ],
    [
      'background takes an orphan finalizer away',
      immediate,
      { finalizers: ['orphan'] },
      { propagationPolicy: 'Background' },
      'remove',
    ],
    [
      'a longer second request changes nothing',
      graceful,
      { deletionTimestamp: later(10), deletionGracePeriodSeconds: 10 },
      {},
      'none',
    ],
    [
      'a shorter one counts from the first',
      graceful,
      { deletionTimestamp: later(20), deletionGracePeriodSeconds: 30 },
      { gracePeriodSeconds: 15 },
      `${later(5)} 15s [] g1`,
    ],
    [
      'the kubelet ends it',
      graceful,
      { deletionTimestamp: later(20), deletionGracePeriodSeconds: 30 },
      { gracePeriodSeconds: 0 },
      'remove',
    ],
  ])('%s [A6]', (_, kind, metadata, options, want) => {
    expect(summary(kind, metadata, options)).toBe(want);
  });
});

test.each<[Partial<ObjectMeta>, boolean]>([
  [{}, false],
  [{ deletionTimestamp: later(0), deletionGracePeriodSeconds: 0 }, true],
  [{ deletionTimestamp: later(0), deletionGracePeriodSeconds: 0, finalizers: ['x'] }, false],
  [{ deletionTimestamp: later(30), deletionGracePeriodSeconds: 30 }, false],
])('isReleased(%j) is %j [A6]', (metadata, want) => {
  expect(isReleased(immediate, object(metadata))).toBe(want);
});
