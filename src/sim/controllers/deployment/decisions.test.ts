// One look at a Deployment: what it would write.
import { describe, expect, test } from 'vitest';
import type { DeploymentCondition, DeploymentSpec, DeploymentStatus } from '../../api/deployment.ts';
import type { ReplicaSet } from '../../api/replica-set.ts';
import type { Request } from '../../component.ts';
import { formatRfc3339 } from '../../machinery/time.ts';
import { annotationsForCurrent, nextRevision } from './annotations.ts';
import { reconcileDeployment } from './reconcile.ts';
import { proportions } from './scale.ts';
import type { SetOptions } from './testdata/deployment.ts';
import { deploymentOf, NOW_MS, setOf } from './testdata/deployment.ts';

const REVISION = 'deployment.kubernetes.io/revision';
const sized = (desired: number, max: number, revision = 1) => ({
  'deployment.kubernetes.io/desired-replicas': String(desired),
  'deployment.kubernetes.io/max-replicas': String(max),
  [REVISION]: String(revision),
});

/** `old 3 → 2`, `new 0`, `delete old`: what happens to ReplicaSets, in order; creations are followed. */
function writes(requests: readonly Request[], sets: readonly ReplicaSet[]): string[] {
  return requests.flatMap((request) => {
    if (request.verb === 'delete') return [`delete ${request.name.replace('web-', '')}`];
    if (request.verb === 'create') {
      const created = {
        ...request.object,
        metadata: { ...request.object.metadata, uid: 'new' },
      } as ReplicaSet;
      return [`create ${created.spec.replicas}`, ...writes(request.then?.(created) ?? [], sets)];
    }
    if (request.verb !== 'update') return [];
    const { metadata, spec } = request.object as ReplicaSet;
    const before = sets.find((set) => set.metadata.name === metadata.name);
    return [`${metadata.name.replace('web-', '')} ${before?.spec.replicas} → ${spec.replicas}`];
  });
}

interface Case {
  readonly spec: Partial<DeploymentSpec>;
  readonly status?: DeploymentStatus;
  readonly sets: readonly ReplicaSet[];
}

function look({ spec, status = {}, sets }: Case): Request[] {
  const deployment = { ...deploymentOf(spec, { annotations: { [REVISION]: '2' } }), status };
  return reconcileDeployment({
    deployment,
    sets,
    podsOf: () => [],
    setNamed: () => undefined,
    isNamespaceTerminating: false,
    nowMs: NOW_MS,
  });
}

const rolling = (replicas: number, maxSurge: number | string, maxUnavailable: number | string) => ({
  replicas,
  strategy: { type: 'RollingUpdate' as const, rollingUpdate: { maxSurge, maxUnavailable } },
});

/** The ReplicaSet of the template, and one of before; both sized for `of` pods and one more. */
const current = (of: number, options: SetOptions) =>
  setOf('new', { version: 'v1', annotations: sized(of, of + 1, 2), createdSecondsAgo: 5, ...options });
const old = (of: number, options: SetOptions) => setOf('old', { annotations: sized(of, of + 1), ...options });

describe('a rolling update', () => {
  const cases: [string, Case, string[]][] = [
    ['the first ReplicaSet has all pods at once', { spec: rolling(3, 1, 0), sets: [] }, ['create 3']],
    [
      'the next has what room there is',
      { spec: rolling(3, 1, 0), sets: [old(3, { size: 3 })] },
      ['create 1'],
    ],
    [
      'old ones go at once if they may',
      { spec: rolling(4, '25%', '25%'), sets: [old(4, { size: 4 })] },
      ['create 1', 'old 4 → 3'],
    ],
    [
      'nothing goes while the new ones are not available',
      { spec: rolling(3, 1, 0), sets: [old(3, { size: 3 }), current(3, { size: 1, available: 0 })] },
      [],
    ],
    [
      'one goes for one that is available',
      { spec: rolling(3, 1, 0), sets: [old(3, { size: 3 }), current(3, { size: 1 })] },
      ['old 3 → 2'],
    ],
    [
      'nothing goes while the count is from before the last step',
      {
        spec: rolling(4, '100%', 0),
        sets: [old(4, { size: 2, available: 3 }), current(4, { size: 4, available: 3 })],
      },
      [],
    ],
    [
      'one comes for one that has gone',
      { spec: rolling(3, 1, 0), sets: [old(3, { size: 2 }), current(3, { size: 1 })] },
      ['new 1 → 2'],
    ],
    [
      'what is broken goes first, though nothing new is available',
      {
        spec: rolling(4, 1, 1),
        sets: [
          old(4, { size: 3 }),
          setOf('broken', { size: 1, available: 0, annotations: sized(4, 5), createdSecondsAgo: 30 }),
          current(4, { size: 1, available: 0 }),
        ],
      },
      ['broken 1 → 0'],
    ],
    [
      'broken ones and spare ones of one ReplicaSet go in two steps',
      { spec: rolling(4, 0, 3), sets: [old(4, { size: 4, available: 2 }), current(4, { size: 0 })] },
      ['old 4 → 2', 'old 4 → 1'],
    ],
    [
      'the current one comes down to what is wanted',
      { spec: rolling(2, 1, 0), sets: [current(2, { size: 5 })] },
      ['new 5 → 2'],
    ],
  ];
  test.each(cases)('%s', (_, it, wanted) => expect(writes(look(it), it.sets)).toEqual(wanted));
});

describe('other looks', () => {
  const recreate = { replicas: 3, strategy: { type: 'Recreate' as const } };
  const done: DeploymentStatus = {
    observedGeneration: 1,
    replicas: 2,
    updatedReplicas: 2,
    availableReplicas: 2,
  };
  const empty = (name: string, revision: number) =>
    setOf(name, { size: 0, annotations: sized(2, 3, revision), createdSecondsAgo: 100 - revision });
  const cases: [string, Case, string[]][] = [
    ['Recreate takes all old pods away', { spec: recreate, sets: [old(3, { size: 3 })] }, ['old 3 → 0']],
    [
      'Recreate waits until they are gone',
      { spec: recreate, sets: [old(3, { size: 0, status: { replicas: 1 } })] },
      [],
    ],
    ['Recreate then makes all new ones', { spec: recreate, sets: [old(3, { size: 0 })] }, ['create 3']],
    [
      'a paused one rolls nothing out',
      { spec: { ...rolling(3, 1, 0), paused: true }, sets: [old(3, { size: 3 })] },
      [],
    ],
    [
      'a paused one is sized',
      { spec: { ...rolling(5, 1, 0), paused: true }, sets: [old(3, { size: 3 })] },
      ['old 3 → 5'],
    ],
    [
      'a size of its own is put right',
      { spec: rolling(3, 1, 0), sets: [current(3, { size: 7 })] },
      ['new 7 → 3'],
    ],
    [
      'a new size, before anything is rolled out',
      { spec: rolling(5, 1, 0), sets: [old(3, { size: 3 })] },
      ['old 3 → 5'],
    ],
    [
      'revisions beyond the limit go, the oldest first',
      {
        spec: { ...rolling(2, 1, 0), revisionHistoryLimit: 1 },
        status: done,
        sets: [
          empty('c', 3),
          empty('a', 1),
          empty('b', 2),
          current(2, { size: 2, annotations: sized(2, 3, 4) }),
        ],
      },
      ['delete a', 'delete b'],
    ],
    [
      'but none while the rollout is under way',
      {
        spec: { ...rolling(2, 1, 0), revisionHistoryLimit: 0 },
        status: { ...done, updatedReplicas: 1 },
        sets: [empty('a', 1), current(2, { size: 2 })],
      },
      [],
    ],
  ];
  test.each(cases)('%s', (_, it, wanted) => expect(writes(look(it), it.sets)).toEqual(wanted));

  test('a namespace on its way out gets nothing new', () => {
    const requests = reconcileDeployment({
      deployment: deploymentOf(),
      sets: [],
      podsOf: () => [],
      setNamed: () => undefined,
      isNamespaceTerminating: true,
      nowMs: NOW_MS,
    });
    expect(requests).toEqual([]);
  });
});

describe('proportions', () => {
  const share = (deployment: Partial<DeploymentSpec>, sets: readonly ReplicaSet[]) =>
    Object.fromEntries(
      proportions(deploymentOf(deployment), sets).map(({ set, size }) => [
        set.metadata.name.replace('web-', ''),
        size,
      ]),
    );
  const of10 = sized(10, 13);
  const cases: [string, Partial<DeploymentSpec>, ReplicaSet[], Record<string, number>][] = [
    [
      'as in the documentation: 10 become 15',
      rolling(15, 3, 2),
      [setOf('old', { size: 8, annotations: of10 }), setOf('new', { size: 5, annotations: of10 })],
      { old: 11, new: 7 },
    ],
    [
      'and down again',
      rolling(5, 3, 2),
      [setOf('old', { size: 8, annotations: of10 }), setOf('new', { size: 5, annotations: of10 })],
      { old: 5, new: 3 },
    ],
    [
      'of equal ones the newer grows first',
      rolling(11, 3, 2),
      [
        setOf('old', { size: 6, annotations: sized(10, 12), createdSecondsAgo: 60 }),
        setOf('new', { size: 6, annotations: sized(10, 12), createdSecondsAgo: 5 }),
      ],
      { new: 7, old: 7 },
    ],
    ['to nothing', rolling(0, 3, 2), [setOf('a', { size: 4 }), setOf('b', { size: 2 })], { a: 0, b: 0 }],
    [
      'without what is remembered',
      rolling(4, 0, 1),
      [setOf('a', { size: 1 }), setOf('b', { size: 1 })],
      { a: 1, b: 3 },
    ],
  ];
  test.each(cases)('%s', (_, deployment, sets, wanted) => expect(share(deployment, sets)).toEqual(wanted));
});

describe('revisions', () => {
  const HISTORY = 'deployment.kubernetes.io/revision-history';
  const deployment = deploymentOf({}, { annotations: { note: 'a', [REVISION]: '9' } });

  test('the next number follows the highest of the old ones', () => {
    const sets = [empty(4), empty(2), setOf('x', { annotations: { [REVISION]: 'x' } })];
    expect(nextRevision(sets)).toBe(5);
  });

  test.each([
    ['a new one', {}, 3, { note: 'a', [REVISION]: '3' }],
    ['one that comes back', { [REVISION]: '1' }, 3, { note: 'a', [REVISION]: '3', [HISTORY]: '1' }],
    [
      'one that comes back again',
      { [REVISION]: '3', [HISTORY]: '1' },
      5,
      { note: 'a', [REVISION]: '5', [HISTORY]: '1,3' },
    ],
    ['one with a higher number', { [REVISION]: '7' }, 3, { note: 'a', [REVISION]: '7' }],
    ['one with no number', { [REVISION]: 'x' }, 3, { note: 'a', [REVISION]: 'x' }],
  ])('%s', (_, before, revision, wanted) => {
    expect(annotationsForCurrent(deployment, before as Record<string, string>, revision)).toEqual(wanted);
  });

  test('the first are forgotten when they grow too many', () => {
    const before = { [REVISION]: '9999', [HISTORY]: Array.from({ length: 400 }, () => '1000').join(',') };
    const { [HISTORY]: history = '' } = annotationsForCurrent(deployment, before, 10_000);
    expect([history.length <= 2000, history.endsWith(',1000,9999')]).toEqual([true, true]);
  });

  function empty(revision: number): ReplicaSet {
    return setOf(String(revision), { annotations: sized(1, 2, revision) });
  }
});

describe('the condition Progressing', () => {
  const ago = (seconds: number) => formatRfc3339(NOW_MS - seconds * 1000);
  const progressing = (reason: string, secondsAgo: number): DeploymentCondition => ({
    type: 'Progressing',
    status: 'True',
    reason,
    message: 'm',
    lastUpdateTime: ago(secondsAgo),
    lastTransitionTime: ago(900),
  });
  const waiting: DeploymentStatus = {
    observedGeneration: 1,
    replicas: 1,
    updatedReplicas: 1,
    unavailableReplicas: 1,
    terminatingReplicas: 0,
  };
  const stuck = { spec: { progressDeadlineSeconds: 60 }, sets: [current(1, { size: 1, available: 0 })] };
  const outcome = (it: Case) =>
    look(it).map((request) => {
      if (request.verb === 'wake') return `wake ${request.afterMs}`;
      if (request.verb !== 'updateStatus') return request.verb;
      const { status } = request.object as { status?: DeploymentStatus };
      const found = status?.conditions?.find(({ type }) => type === 'Progressing');
      return `${found?.status} ${found?.reason} ${found?.lastTransitionTime === ago(0) ? 'now' : 'before'}`;
    });
  const unavailable: DeploymentCondition = {
    type: 'Available',
    status: 'False',
    reason: 'MinimumReplicasUnavailable',
    message: 'Deployment does not have minimum availability.',
    lastUpdateTime: ago(900),
    lastTransitionTime: ago(900),
  };
  const since = (seconds: number, reason = 'ReplicaSetUpdated') => ({
    ...waiting,
    conditions: [unavailable, progressing(reason, seconds)],
  });
  const cases: [string, Case, string[]][] = [
    ['waits for the deadline', { ...stuck, status: since(20) }, ['wake 41000']],
    ['is late', { ...stuck, status: since(61) }, ['False ProgressDeadlineExceeded now']],
    ['is not late at the very second', { ...stuck, status: since(60) }, ['wake 1000']],
    [
      'gets on',
      { ...stuck, status: { ...since(61), updatedReplicas: 0 } },
      ['True ReplicaSetUpdated before'],
    ],
    [
      'is done',
      { ...stuck, sets: [current(1, { size: 1 })], status: since(61) },
      ['True NewReplicaSetAvailable before'],
    ],
    [
      'was done before: nobody waits for a pod that broke since',
      { ...stuck, status: since(900, 'NewReplicaSetAvailable') },
      [],
    ],
    [
      'is not said where there is no deadline',
      {
        ...stuck,
        spec: { progressDeadlineSeconds: 2 ** 31 - 1 },
        status: { ...waiting, conditions: [unavailable] },
      },
      [],
    ],
    [
      'says that a ReplicaSet was found',
      { ...stuck, status: { ...waiting, conditions: [unavailable] } },
      ['True FoundNewReplicaSet now'],
    ],
    [
      'says that it is paused',
      { ...stuck, spec: { ...stuck.spec, paused: true }, status: since(20) },
      ['Unknown DeploymentPaused now'],
    ],
    [
      'says that it goes on',
      { ...stuck, status: since(20, 'DeploymentPaused') },
      ['Unknown DeploymentResumed now'],
    ],
    [
      'stays late while it is paused',
      { ...stuck, spec: { ...stuck.spec, paused: true }, status: since(90, 'ProgressDeadlineExceeded') },
      [],
    ],
  ];
  test.each(cases)('%s', (_, it, wanted) => expect(outcome(it)).toEqual(wanted));
});
