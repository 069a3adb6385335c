// The controllers in a whole cluster, with its kubelets, scheduler and storage. What is expected was seen in a real one.
import { describe, expect, test } from 'vitest';
import { EventKind } from '../api/event.ts';
import type { Kind } from '../api/kind.ts';
import type { KubeObject } from '../api/meta.ts';
import { NodeKind } from '../api/node.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import { ReplicaSetKind } from '../api/replica-set.ts';
import type { StatefulSet, StatefulSetSpec } from '../api/stateful-set.ts';
import { StatefulSetKind } from '../api/stateful-set.ts';
import type { Cluster } from '../cluster.ts';
import { createCluster } from '../cluster.ts';
import type { DeleteOptions } from '../component.ts';
import { compareText } from '../machinery/go-text.ts';
import type { Program } from '../world/process.ts';

const idle: Program = function* () {
  for (;;) yield {};
};

interface Stage {
  readonly cluster: Cluster;
  /** What happened to pods: `+web-0`, `!web-0` (ready), `~web-0` (terminating), `-web-0`. */
  readonly pods: string[];
}

function start(seed = 1): Stage {
  const cluster = createCluster({ seed, programs: new Map(), shell: idle, freeze: true });
  const pods: string[] = [];
  const isReady = (pod: KubeObject | undefined) =>
    (pod as Pod | undefined)?.status?.conditions?.some((it) => it.type === 'Ready' && it.status === 'True');
  cluster.store.subscribe(({ kind, type, before, after }) => {
    const { name, deletionTimestamp } = after.metadata;
    if (kind !== (PodKind as Kind)) return;
    if (type === 'ADDED') pods.push(`+${name}`);
    else if (type === 'DELETED') pods.push(`-${name}`);
    else if (deletionTimestamp && !before?.metadata.deletionTimestamp) pods.push(`~${name}`);
    else if (isReady(after) && !isReady(before)) pods.push(`!${name}`);
  });
  return { cluster, pods };
}

function create(cluster: Cluster, kind: Kind, object: KubeObject): void {
  const answer = cluster.api.create(kind, object, { fieldValidation: 'Strict' });
  if (!answer.ok) throw new Error(answer.status.message);
}

function respec(cluster: Cluster, spec: Partial<StatefulSetSpec>): void {
  const set = cluster.store.get(StatefulSetKind, 'default', 'web') as StatefulSet;
  const answer = cluster.api.update(StatefulSetKind, { ...set, spec: { ...set.spec, ...spec } });
  if (!answer.ok) throw new Error(answer.status.message);
}

function pass(cluster: Cluster, seconds: number): void {
  cluster.loop.advanceTo(cluster.loop.nowMs + seconds * 1000);
}

const template = (app: string, image = 'nginx:1.24', seconds = 300) => ({
  metadata: { labels: { app } },
  spec: {
    terminationGracePeriodSeconds: 10,
    tolerations: [
      {
        key: 'node.kubernetes.io/unreachable',
        operator: 'Exists',
        effect: 'NoExecute',
        tolerationSeconds: seconds,
      },
    ],
    containers: [{ name: 'nginx', image, ports: [{ containerPort: 80, name: 'web' }] }],
  },
});

const statefulSet = (spec: Partial<StatefulSetSpec> = {}): KubeObject & { spec: unknown } => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'web', namespace: 'default' },
  spec: {
    replicas: 3,
    serviceName: 'nginx',
    selector: { matchLabels: { app: 'nginx' } },
    template: template('nginx'),
    ...spec,
  },
});

const volumeClaimTemplates = [
  {
    metadata: { name: 'www' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  },
] as unknown as StatefulSetSpec['volumeClaimTemplates'];

const replicaSet = (seconds?: number): KubeObject & { spec: unknown } => ({
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: { name: 'frontend', namespace: 'default' },
  spec: {
    replicas: 3,
    selector: { matchLabels: { app: 'frontend' } },
    template: template('frontend', 'nginx:1.24', seconds),
  },
});

const names = (cluster: Cluster, kind: Kind) =>
  cluster.store
    .list(kind, 'default')
    .map(({ metadata }) => metadata.name)
    .sort(compareText);

const eventsOf = (cluster: Cluster, name: string) =>
  cluster.store
    .list(EventKind)
    .filter(({ involvedObject }) => involvedObject.name === name)
    .map(({ reason, message }) => `${reason}: ${message}`);

describe('a StatefulSet with claims', () => {
  test('starts in order, scales down in reverse order, keeps its claims and takes them up again', () => {
    const { cluster, pods } = start();
    create(cluster, StatefulSetKind as Kind, statefulSet({ volumeClaimTemplates }));
    pass(cluster, 10);
    expect(pods.splice(0)).toEqual(['+web-0', '!web-0', '+web-1', '!web-1', '+web-2', '!web-2']);
    respec(cluster, { replicas: 1 });
    pass(cluster, 10);
    expect(pods.splice(0)).toEqual(['~web-2', '-web-2', '~web-1', '-web-1']);
    const claims = cluster.store.list(PersistentVolumeClaimKind, 'default');
    expect(claims.map(({ status }) => status?.phase)).toEqual(['Bound', 'Bound', 'Bound']);
    respec(cluster, { replicas: 3 });
    pass(cluster, 10);
    expect(pods).toEqual(['+web-1', '!web-1', '+web-2', '!web-2']);
    expect(
      cluster.store.list(PersistentVolumeClaimKind, 'default').map(({ metadata }) => metadata.uid),
    ).toEqual(claims.map(({ metadata }) => metadata.uid));
  });

  test('takes its claims along where the policy says so', () => {
    const { cluster } = start();
    const persistentVolumeClaimRetentionPolicy = { whenDeleted: 'Delete', whenScaled: 'Delete' } as const;
    create(
      cluster,
      StatefulSetKind as Kind,
      statefulSet({ volumeClaimTemplates, persistentVolumeClaimRetentionPolicy }),
    );
    pass(cluster, 10);
    respec(cluster, { replicas: 1 });
    pass(cluster, 10);
    expect(names(cluster, PersistentVolumeClaimKind as Kind)).toEqual(['www-web-0']);
    cluster.api.delete(StatefulSetKind, 'default', 'web', { propagationPolicy: 'Background' });
    pass(cluster, 10);
    expect(names(cluster, PersistentVolumeClaimKind as Kind)).toEqual([]);
    expect(names(cluster, PodKind as Kind)).toEqual([]);
  });
});

describe('a StatefulSet', () => {
  test('updates from the highest ordinal down, under the revision names of a real cluster', () => {
    const { cluster, pods } = start();
    const plain = ({ tolerations: _, ...spec }: ReturnType<typeof template>['spec']) => spec;
    const bare = (image: string) => {
      const made = template('nginx', image);
      return { ...made, spec: plain(made.spec) };
    };
    create(cluster, StatefulSetKind as Kind, statefulSet({ template: bare('nginx:1.24') }));
    pass(cluster, 10);
    pods.splice(0);
    respec(cluster, { template: bare('nginx:1.25') });
    pass(cluster, 20);
    const round = (n: number) => [`~web-${n}`, `-web-${n}`, `+web-${n}`, `!web-${n}`];
    expect(pods).toEqual([2, 1, 0].flatMap(round));
    const revisions = cluster.store
      .list(PodKind, 'default')
      .map((it) => it.metadata.labels?.['controller-revision-hash']);
    expect(new Set(revisions)).toEqual(new Set(['web-f4b769f5f']));
    expect(cluster.store.get(StatefulSetKind, 'default', 'web')?.status).toEqual({
      availableReplicas: 3,
      collisionCount: 0,
      currentReplicas: 3,
      currentRevision: 'web-f4b769f5f',
      observedGeneration: 2,
      readyReplicas: 3,
      replicas: 3,
      updateRevision: 'web-f4b769f5f',
      updatedReplicas: 3,
    });
  });

  test('adopts what another one left behind', () => {
    const { cluster, pods } = start();
    create(cluster, StatefulSetKind as Kind, statefulSet());
    pass(cluster, 10);
    cluster.api.delete(StatefulSetKind, 'default', 'web', { propagationPolicy: 'Orphan' });
    pass(cluster, 1);
    expect(names(cluster, StatefulSetKind as Kind)).toEqual([]);
    cluster.api.delete(PodKind, 'default', 'web-0');
    pass(cluster, 5);
    pods.splice(0);
    create(cluster, StatefulSetKind as Kind, statefulSet());
    pass(cluster, 5);
    expect(pods).toEqual(['+web-0', '!web-0']);
    expect(cluster.store.get(StatefulSetKind, 'default', 'web')?.status?.readyReplicas).toBe(3);
  });
});

describe('a ReplicaSet that is deleted', () => {
  test.each<[NonNullable<DeleteOptions['propagationPolicy']>, string, string]>([
    ['Background', '0 sets, 3 pods', '0 sets, 0 pods'],
    ['Foreground', '1 sets, 3 pods', '0 sets, 0 pods'],
    ['Orphan', '0 sets, 3 pods', '0 sets, 3 pods'],
  ])('%s', (propagationPolicy, soon, later) => {
    const { cluster } = start();
    create(cluster, ReplicaSetKind as Kind, replicaSet());
    pass(cluster, 5);
    const count = () =>
      `${names(cluster, ReplicaSetKind as Kind).length} sets, ${names(cluster, PodKind as Kind).length} pods`;
    cluster.api.delete(ReplicaSetKind, 'default', 'frontend', { propagationPolicy });
    pass(cluster, 0.2);
    expect(count()).toBe(soon);
    pass(cluster, 5);
    expect(count()).toBe(later);
  });
});

describe('a node whose network is cut', () => {
  function cutOff() {
    const stage = start();
    const { cluster } = stage;
    create(cluster, StatefulSetKind as Kind, statefulSet({ template: template('nginx', 'nginx:1.24', 20) }));
    create(cluster, ReplicaSetKind as Kind, replicaSet(20));
    pass(cluster, 9);
    const lost = cluster.store.get(PodKind, 'default', 'web-0')?.spec.nodeName as string;
    const stray = cluster.store
      .onNode(PodKind, lost)
      .map(({ metadata }) => metadata.name)
      .find((name) => name.startsWith('frontend-')) as string;
    stage.pods.splice(0);
    cluster.world.cut(lost);
    return { ...stage, lost, stray };
  }

  const readyOf = (cluster: Cluster, name: string) =>
    cluster.store.get(NodeKind, '', name)?.status?.conditions?.find(({ type }) => type === 'Ready')?.status;

  test('a ReplicaSet replaces its pod, a StatefulSet only after a forced deletion', () => {
    const { cluster, pods, lost, stray } = cutOff();
    pass(cluster, 35);
    expect(readyOf(cluster, lost)).toBe('True');
    pass(cluster, 20);
    expect(readyOf(cluster, lost)).toBe('Unknown');
    expect(pods).toEqual([]);
    pass(cluster, 25);
    expect(pods.splice(0)).toEqual(
      expect.arrayContaining(['~web-0', `~${stray}`, expect.stringMatching(/^!frontend-/)]),
    );
    expect(eventsOf(cluster, 'web-0').slice(-2)).toEqual([
      'NodeNotReady: Node is not ready',
      'TaintManagerEviction: Marking for deletion Pod default/web-0',
    ]);
    expect(names(cluster, PodKind as Kind)).toContain('web-0');
    cluster.api.delete(PodKind, 'default', 'web-0', { gracePeriodSeconds: 0 });
    pass(cluster, 5);
    expect(pods).toEqual(['-web-0', '+web-0', '!web-0']);
    expect(cluster.store.get(PodKind, 'default', 'web-0')?.spec.nodeName).not.toBe(lost);
    cluster.world.restore(lost);
    pass(cluster, 60);
    expect(readyOf(cluster, lost)).toBe('True');
    expect(cluster.store.get(NodeKind, '', lost)?.spec.taints).toBeUndefined();
    expect(names(cluster, PodKind as Kind)).not.toContain(stray);
  });

  test('back before the pods had to go, nothing is replaced', () => {
    const { cluster, pods, lost, stray } = cutOff();
    pass(cluster, 50);
    cluster.world.restore(lost);
    pass(cluster, 40);
    expect(pods.sort(compareText)).toEqual([`!${stray}`, '!web-0']);
    expect(eventsOf(cluster, stray).at(-1)).toBe(
      `TaintManagerEviction: Cancelling deletion of Pod default/${stray}`,
    );
  });
});
