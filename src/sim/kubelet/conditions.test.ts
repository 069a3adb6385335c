import { expect, test } from 'vitest';
import type { ContainerStatus, Pod, PodStatus } from '../api/pod.ts';
import type { PodSight } from './conditions.ts';
import { podConditions } from './conditions.ts';

const nowMs = 1_800_000_000_000;
const earlier = '2027-01-01T00:00:00Z';

const pod: Pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p', generation: 3 },
  spec: { containers: [{ name: 'a' }, { name: 'b' }] },
};
const status = (name: string, ready: boolean): ContainerStatus => ({
  name,
  ready,
  started: ready,
  restartCount: 0,
  image: '',
  imageID: '',
  state: ready ? { running: {} } : { waiting: {} },
});

function conditions(sight: Partial<PodSight>, before?: PodStatus['conditions']): string[] {
  const statuses = [status('a', true), status('b', true)];
  const all = { pod, phase: 'Running' as const, initStatuses: [], statuses, hasSandbox: true, ...sight };
  return podConditions(all, nowMs, before).map(({ type, status, reason, message }) =>
    [type, status, reason, message].filter((word) => word !== undefined).join(' '),
  );
}

const allTrue = ['PodReadyToStartContainers', 'Initialized', 'Ready', 'ContainersReady', 'PodScheduled'].map(
  (type) => `${type} True`,
);

test('all is well', () => {
  expect(conditions({})).toEqual(allTrue);
});

test('some containers are not ready', () => {
  const unready = 'ContainersNotReady containers with unready status: [a b]';
  const statuses = [status('a', false), status('b', false)];
  expect(conditions({ statuses, hasSandbox: false })).toEqual([
    'PodReadyToStartContainers False',
    'Initialized True',
    `Ready False ${unready}`,
    `ContainersReady False ${unready}`,
    'PodScheduled True',
  ]);
});

test('an init container is not done', () => {
  const initStatuses = [status('i', false)];
  const statuses = [status('a', false), status('b', false)];
  expect(conditions({ initStatuses, statuses })[1]).toBe(
    'Initialized False ContainersNotInitialized containers with incomplete status: [i]',
  );
});

test.each([
  ['Succeeded', 'Initialized True PodCompleted', 'PodCompleted'],
  ['Failed', 'Initialized True', 'PodFailed'],
] as const)('a pod that has %s', (phase, initialized, reason) => {
  expect(conditions({ phase }).slice(1, 4)).toEqual([
    initialized,
    `Ready False ${reason}`,
    `ContainersReady False ${reason}`,
  ]);
});

test('readiness gates', () => {
  const gated = { ...pod, spec: { ...pod.spec, readinessGates: [{ conditionType: 'x/y' }] } };
  expect(conditions({ pod: gated })[2]).toBe(
    'Ready False ReadinessGatesNotReady corresponding condition of pod readiness gate "x/y" does not exist.',
  );
  expect(conditions({ pod: gated }, [{ type: 'x/y', status: 'True' }])).toEqual(['x/y True', ...allTrue]);
});

test('a condition keeps the time since which it holds', () => {
  const before: PodStatus['conditions'] = [
    { type: 'Ready', status: 'True', lastTransitionTime: earlier },
    { type: 'Initialized', status: 'False', lastTransitionTime: earlier },
  ];
  const statuses = [status('a', true)];
  const made = podConditions(
    { pod, phase: 'Running', initStatuses: [], statuses, hasSandbox: true },
    nowMs,
    before,
  );
  const times = new Map(made.map(({ type, lastTransitionTime }) => [type, lastTransitionTime]));
  expect(times.get('Ready')).toBe(earlier);
  expect(times.get('Initialized')).toBe('2027-01-15T08:00:00Z');
  expect(
    made.every(({ observedGeneration, lastProbeTime }) => observedGeneration === 3 && lastProbeTime === null),
  ).toBe(true);
});
