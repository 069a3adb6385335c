// An invariant that nothing can break says nothing: here each is broken by hand, and each is shown what only looks like it.
import { describe, expect, test } from 'vitest';
import type { Kind } from '../../api/kind.ts';
import type { KubeObject } from '../../api/meta.ts';
import { PodKind } from '../../api/pod.ts';
import type { Change } from '../../apiserver/store.ts';
import { addresses } from './addresses.ts';
import { daemonPods } from './daemon-pods.ts';
import { dependents } from './dependents.ts';
import { deploymentBounds } from './deployment-bounds.ts';
import { invariants } from './index.ts';
import { jobParallelism } from './job-parallelism.ts';
import type { Invariant } from './moment.ts';
import { nodeRoom } from './node-room.ts';
import { podPlacement } from './pod-placement.ts';
import { quotaUse } from './quota-use.ts';
import { replicaCount } from './replica-count.ts';
import { resourceVersion } from './resource-version.ts';
import { statefulIdentity } from './stateful-identity.ts';
import type { Case } from './testdata/by-hand.ts';
import { made, momentOf, node, owned, pod } from './testdata/by-hand.ts';

const service = (name: string, spec: object) => made('v1', 'Service', name, spec);
const quota = (pods: string) =>
  made('v1', 'ResourceQuota', 'few', { hard: { pods } }, { status: { hard: { pods } } });
const job = (spec: object) => made('batch/v1', 'Job', 'sums', spec);
const daemonSet = (maxSurge: number | string) =>
  made('apps/v1', 'DaemonSet', 'agent', { updateStrategy: { rollingUpdate: { maxSurge } } });
const statefulSet = made('apps/v1', 'StatefulSet', 'db', {});
const replicationController = made('v1', 'ReplicationController', 'old', { replicas: 1 });
/** Of four: floor 3, ceiling 5. */
const deployment = made('apps/v1', 'Deployment', 'web', {
  replicas: 4,
  strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
});
const recreating = made('apps/v1', 'Deployment', 'web', { replicas: 4, strategy: { type: 'Recreate' } });
const paused = made('apps/v1', 'Deployment', 'web', {
  replicas: 4,
  paused: true,
  strategy: { type: 'Recreate' },
});

function replicaSet(name: string, replicas: number, availableReplicas = 0, desired = 4): KubeObject {
  const set = made('apps/v1', 'ReplicaSet', name, { replicas }, { status: { availableReplicas } });
  const annotations = { 'deployment.kubernetes.io/desired-replicas': String(desired) };
  return { ...set, metadata: { ...set.metadata, ...owned(deployment), annotations } };
}

const byDeployment = { by: 'deployment-controller' };
const rows: readonly (readonly [Invariant, readonly Case[]])[] = [
  [
    podPlacement,
    [
      {
        it: 'moves',
        given: [pod('a', { on: 'node-1' })],
        does: [pod('a', { on: 'node-2' })],
        finds: 'pod default/a moved from node-1 to node-2',
      },
      { it: 'is bound', given: [pod('a')], does: [pod('a', { on: 'node-2' })] },
      {
        it: 'runs elsewhere',
        given: [node('node-1'), node('node-2'), pod('a', { on: 'node-1' })],
        runs: { 'node-1': ['a'], 'node-2': ['a'] },
        finds: 'node-2 runs pod default/a, which is bound to node-1',
      },
    ],
  ],
  [
    statefulIdentity,
    [
      {
        it: 'runs twice',
        given: [
          node('node-1'),
          node('node-2'),
          pod('db-0', { on: 'node-1', owner: statefulSet, uid: 'old' }),
          pod('db-0', { on: 'node-2', owner: statefulSet, uid: 'new' }),
        ],
        runs: { 'node-1': ['old'], 'node-2': ['new'] },
        finds: 'default/db-0 runs on node-1 and node-2',
      },
      {
        it: 'runs twice by force',
        given: [
          node('node-1'),
          pod('db-0', { on: 'node-1', owner: statefulSet, uid: 'old' }),
          pod('db-0', { on: 'node-1', owner: statefulSet, uid: 'new' }),
        ],
        runs: { 'node-1': ['old', 'new'] },
        forced: ['old'],
      },
    ],
  ],
  [
    addresses,
    [
      {
        it: 'two pods, one IP',
        given: [pod('a', { ip: '10.244.1.2' })],
        does: [pod('b', { ip: '10.244.1.2' })],
        finds: 'pod default/a and pod default/b both have 10.244.1.2',
      },
      {
        it: 'one pod has ended',
        given: [pod('a', { ip: '10.244.1.2', phase: 'Succeeded' })],
        does: [pod('b', { ip: '10.244.1.2' })],
      },
      {
        it: 'two Services, one cluster IP',
        given: [service('a', { clusterIP: '10.96.0.7', clusterIPs: ['10.96.0.7'] })],
        does: [service('b', { clusterIP: '10.96.0.7' })],
        finds: 'service default/a and service default/b both have 10.96.0.7',
      },
      {
        it: 'two Services, one node port',
        given: [service('a', { ports: [{ nodePort: 30080 }] })],
        does: [service('b', { ports: [{ nodePort: 30080, protocol: 'TCP' }] })],
        finds: 'service default/a and service default/b both have node port 30080/TCP',
      },
      {
        it: 'headless, and another protocol',
        given: [service('a', { clusterIP: 'None', ports: [{ nodePort: 30080 }] })],
        does: [service('b', { clusterIP: 'None', ports: [{ nodePort: 30080, protocol: 'UDP' }] })],
      },
    ],
  ],
  [
    nodeRoom,
    [
      {
        it: 'is given too much',
        by: 'default-scheduler',
        given: [node('node-1', { cpu: '1', pods: '9' }), pod('a', { on: 'node-1', cpu: '600m' }), pod('b')],
        does: [pod('b', { on: 'node-1', cpu: '500m' })],
        finds: 'node-1 has 1000 of cpu and is asked for 1100',
      },
      {
        it: 'is given too many',
        by: 'default-scheduler',
        given: [node('node-1', { cpu: '1', pods: '1' }), pod('a', { on: 'node-1' }), pod('b')],
        does: [pod('b', { on: 'node-1' })],
        finds: 'node-1 has 1 of pods and is asked for 2',
      },
      {
        it: 'has room',
        by: 'default-scheduler',
        given: [node('node-1', { cpu: '1', pods: '9' }), pod('a', { on: 'node-1', cpu: '600m' }), pod('b')],
        does: [pod('b', { on: 'node-1', cpu: '400m' })],
      },
    ],
  ],
  [
    dependents,
    [
      { it: 'outlives', given: [pod('a', { owner: job({}) })], finds: 'pod default/a outlives Job sums' },
      {
        it: 'has a new owner of the old name',
        given: [{ ...job({}), metadata: { ...job({}).metadata, uid: 'new' } }, pod('a', { owner: job({}) })],
        finds: 'pod default/a outlives Job sums',
      },
      { it: 'has an owner of an unknown kind', given: [pod('a', { owner: made('v1', 'Web', 'web', {}) })] },
      { it: 'has its owner', given: [job({}), pod('a', { owner: job({}) })] },
      { it: 'is on its way out', given: [pod('a', { owner: job({}), deleted: true })] },
    ],
  ],
  [
    deploymentBounds,
    [
      {
        it: 'too few available',
        ...byDeployment,
        given: [deployment, replicaSet('old', 4, 4), replicaSet('new', 1, 0)],
        does: [replicaSet('old', 2, 4)],
        finds: 'default/web keeps 2 of 4 available pods, below 3',
      },
      {
        it: 'down to the floor',
        ...byDeployment,
        given: [deployment, replicaSet('old', 4, 4)],
        does: [replicaSet('old', 3, 4)],
      },
      {
        it: 'below the floor already, by no doing of its own',
        ...byDeployment,
        given: [deployment, replicaSet('old', 4, 1)],
        does: [replicaSet('old', 3, 1)],
      },
      {
        it: 'somebody else',
        by: 'horizontal-pod-autoscaler',
        given: [deployment, replicaSet('old', 4, 4)],
        does: [replicaSet('old', 0, 4)],
      },
      {
        it: 'another size',
        ...byDeployment,
        given: [deployment, replicaSet('old', 4, 4, 9)],
        does: [replicaSet('old', 2, 4)],
      },
      {
        it: 'too many pods',
        ...byDeployment,
        given: [deployment, replicaSet('old', 4, 4)],
        does: [replicaSet('new', 2)],
        finds: 'default/web goes up to 6 pods, beyond 5',
      },
      {
        it: 'up to the ceiling',
        ...byDeployment,
        given: [deployment, replicaSet('old', 4, 4)],
        does: [replicaSet('new', 1)],
      },
      {
        it: 'recreates too early',
        ...byDeployment,
        given: [recreating, replicaSet('old', 0), pod('a', { owner: replicaSet('old', 0) })],
        does: [replicaSet('new', 4)],
        finds: 'default/web begins anew while 1 old pods are there',
      },
      {
        it: 'is sized while paused',
        ...byDeployment,
        given: [paused, replicaSet('old', 0), pod('a', { owner: replicaSet('old', 0) })],
        does: [replicaSet('new', 4)],
      },
      {
        it: 'recreates',
        ...byDeployment,
        given: [recreating, replicaSet('old', 0), pod('a', { owner: replicaSet('old', 0), phase: 'Failed' })],
        does: [replicaSet('new', 4)],
      },
    ],
  ],
  [
    replicaCount,
    [
      {
        it: 'one too many',
        by: 'replicaset-controller',
        given: [replicaSet('web', 1), pod('a', { owner: replicaSet('web', 1) })],
        does: [pod('b', { owner: replicaSet('web', 1) })],
        finds: 'replicaset default/web has 2 pods of 1',
      },
      {
        it: 'of the older kind',
        by: 'replication-controller',
        given: [replicationController, pod('a', { owner: replicationController })],
        does: [pod('b', { owner: replicationController })],
        finds: 'replicationcontroller default/old has 2 pods of 1',
      },
      {
        it: 'instead of one on its way out',
        by: 'replicaset-controller',
        given: [replicaSet('web', 1), pod('a', { owner: replicaSet('web', 1), deleted: true })],
        does: [pod('b', { owner: replicaSet('web', 1) })],
      },
    ],
  ],
  [
    daemonPods,
    [
      {
        it: 'a second one',
        by: 'daemonset-controller',
        given: [daemonSet(0), pod('a', { on: 'node-1', owner: daemonSet(0) })],
        does: [pod('b', { on: 'node-1', owner: daemonSet(0) })],
        finds: 'daemonset default/agent has 2 pods for node-1',
      },
      {
        it: 'a second one while surging',
        by: 'daemonset-controller',
        given: [daemonSet('10%'), pod('a', { on: 'node-1', owner: daemonSet('10%') })],
        does: [pod('b', { on: 'node-1', owner: daemonSet('10%') })],
      },
      {
        it: 'a third one',
        by: 'daemonset-controller',
        given: ['a', 'b']
          .map((name) => pod(name, { on: 'node-1', owner: daemonSet(1) }))
          .concat(daemonSet(1)),
        does: [pod('c', { on: 'node-1', owner: daemonSet(1) })],
        finds: 'daemonset default/agent has 3 pods for node-1',
      },
    ],
  ],
  [
    jobParallelism,
    [
      {
        it: 'one too many',
        by: 'job-controller',
        given: [job({ parallelism: 1 }), pod('a', { owner: job({}) })],
        does: [pod('b', { owner: job({}) })],
        finds: 'job default/sums has 2 active pods of 1',
      },
      {
        it: 'suspended',
        by: 'job-controller',
        given: [job({ parallelism: 2, suspend: true })],
        does: [pod('b', { owner: job({}) })],
        finds: 'job default/sums has 1 active pods of 0',
      },
      {
        it: 'after one that ended',
        by: 'job-controller',
        given: [job({ parallelism: 1 }), pod('a', { owner: job({}), phase: 'Failed' })],
        does: [pod('b', { owner: job({}) })],
      },
    ],
  ],
  [
    quotaUse,
    [
      {
        it: 'one too many',
        given: [quota('1'), pod('a')],
        does: [pod('b')],
        finds: 'with pod default/b the quota default/few is at 2 of 1 pods',
      },
      { it: 'the last place', given: [quota('2'), pod('a')], does: [pod('b')] },
      { it: 'a quota that comes late', given: [pod('a'), pod('b')], does: [quota('1')] },
      { it: 'counted anew', by: 'resourcequota-controller', given: [pod('a')], does: [quota('1'), pod('b')] },
    ],
  ],
];

describe.each(rows.map(([invariant, cases]) => ({ invariant, cases, name: invariant.name })))(
  '$name',
  ({ invariant, cases }) => {
    test.each(cases)('$it', (row) => {
      expect(invariant.broken(momentOf(row))).toEqual(row.finds === undefined ? [] : [row.finds]);
    });
  },
);

describe(resourceVersion.name, () => {
  const change = (version: number, before?: number): Change => ({
    type: before === undefined ? 'ADDED' : 'MODIFIED',
    kind: PodKind as Kind,
    before: before === undefined ? undefined : bearing(before),
    after: bearing(version),
    resourceVersion: version,
    atMs: 0,
  });
  const bearing = (version: number) => {
    const object = pod('a');
    return { ...object, metadata: { ...object.metadata, resourceVersion: String(version) } };
  };
  test.each<[string, readonly Change[], readonly string[]]>([
    ['grows', [change(1), change(2, 1)], []],
    ['stays', [change(1), change(1)], ['pod default/a was written as 1 after 1']],
    ['falls', [change(3, 4)], ['pod default/a went from 4 to 3']],
    ['is another', [{ ...change(2), after: bearing(1) }], ['pod default/a bears 1, written as 2']],
  ])('%s', (_, changes, finds) => {
    const writes = changes.map((it) => ({ ...it, by: undefined }));
    expect(resourceVersion.broken({ ...momentOf({ it: '' }), writes })).toEqual(finds);
  });
});

test('every invariant is broken here', () => {
  expect(new Set([resourceVersion, ...rows.map(([invariant]) => invariant)])).toEqual(new Set(invariants));
});
