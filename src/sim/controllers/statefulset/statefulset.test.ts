import { describe, expect, test } from 'vitest';
import { ControllerRevisionKind } from '../../api/controller-revision.ts';
import type { Kind } from '../../api/kind.ts';
import type { PersistentVolumeClaim } from '../../api/persistent-volume-claim.ts';
import { PersistentVolumeClaimKind } from '../../api/persistent-volume-claim.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { StatefulSet, StatefulSetSpec } from '../../api/stateful-set.ts';
import { StatefulSetKind } from '../../api/stateful-set.ts';
import { refusal } from '../../apiserver/status.ts';
import { TestCluster, toyKubelet } from '../testdata/test-cluster.ts';
import { statefulSetController } from './index.ts';

const container = {
  name: 'nginx',
  image: 'nginx:1.24',
  imagePullPolicy: 'IfNotPresent' as const,
  ports: [{ containerPort: 80, name: 'web', protocol: 'TCP' }],
  resources: {},
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
};

function template(image: string): StatefulSetSpec['template'] {
  return {
    metadata: { labels: { app: 'nginx' } },
    spec: {
      containers: [{ ...container, image }],
      dnsPolicy: 'ClusterFirst',
      restartPolicy: 'Always',
      schedulerName: 'default-scheduler',
      securityContext: {},
      terminationGracePeriodSeconds: 10,
    },
  };
}

const volumeClaimTemplates = [
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'www' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  },
];

function statefulSet(spec: Partial<StatefulSetSpec> = {}): StatefulSet {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'web', namespace: 'default' },
    spec: {
      replicas: 3,
      selector: { matchLabels: { app: 'nginx' } },
      serviceName: 'nginx',
      template: template('nginx:1.24'),
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
      podManagementPolicy: 'OrderedReady',
      revisionHistoryLimit: 10,
      ...spec,
    },
  };
}

function started(spec: Partial<StatefulSetSpec> = {}): TestCluster {
  const cluster = new TestCluster(statefulSetController, toyKubelet);
  cluster.create(StatefulSetKind, statefulSet(spec));
  cluster.pass(5000);
  cluster.pods.splice(0);
  return cluster;
}

function respec(cluster: TestCluster, spec: Partial<StatefulSetSpec>): void {
  cluster.change(StatefulSetKind, 'web', (set) => ({ ...set, spec: { ...set.spec, ...spec } }));
  cluster.pass(20_000);
}

const status = (cluster: TestCluster) => cluster.get(StatefulSetKind, 'web').status;
const images = (cluster: TestCluster) =>
  cluster.store
    .list(PodKind)
    .toSorted((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1))
    .map((pod) => pod.spec.containers[0]?.image);

describe('OrderedReady', () => {
  test('each pod is created once the one before is ready', () => {
    const cluster = new TestCluster(statefulSetController, toyKubelet);
    cluster.create(StatefulSetKind, statefulSet());
    cluster.pass(5000);
    expect(cluster.pods).toEqual(['+web-0', '!web-0', '+web-1', '!web-1', '+web-2', '!web-2']);
    expect(cluster.events('web')).toEqual([
      'x1 Normal SuccessfulCreate: Create Pod web-0 in StatefulSet web successful',
      'x1 Normal SuccessfulCreate: Create Pod web-1 in StatefulSet web successful',
      'x1 Normal SuccessfulCreate: Create Pod web-2 in StatefulSet web successful',
    ]);
    expect(status(cluster)).toEqual({
      availableReplicas: 3,
      collisionCount: 0,
      currentReplicas: 3,
      currentRevision: 'web-7b97549f6b',
      observedGeneration: 1,
      readyReplicas: 3,
      replicas: 3,
      updateRevision: 'web-7b97549f6b',
      updatedReplicas: 3,
    });
  });

  test('a pod knows who it is', () => {
    const pod = started().get(PodKind, 'web-1');
    expect(pod.metadata).toMatchObject({
      generateName: 'web-',
      labels: {
        app: 'nginx',
        'apps.kubernetes.io/pod-index': '1',
        'controller-revision-hash': 'web-7b97549f6b',
        'statefulset.kubernetes.io/pod-name': 'web-1',
      },
      ownerReferences: [{ kind: 'StatefulSet', name: 'web', controller: true }],
    });
    expect(pod.spec).toMatchObject({ hostname: 'web-1', subdomain: 'nginx' });
  });

  test('scales down from the highest, one at a time, and up from the lowest', () => {
    const cluster = started();
    respec(cluster, { replicas: 1 });
    expect(cluster.pods).toEqual(['~web-2', '-web-2', '~web-1', '-web-1']);
    expect(cluster.events('web').slice(3)).toEqual([
      'x1 Normal SuccessfulDelete: Delete Pod web-2 in StatefulSet web successful',
      'x1 Normal SuccessfulDelete: Delete Pod web-1 in StatefulSet web successful',
    ]);
    cluster.pods.splice(0);
    respec(cluster, { replicas: 3 });
    expect(cluster.pods).toEqual(['+web-1', '!web-1', '+web-2', '!web-2']);
  });

  test('a deleted pod comes back under its name once it is gone', () => {
    const cluster = started();
    cluster.delete(PodKind, 'web-1');
    cluster.pass(5000);
    expect(cluster.pods).toEqual(['~web-1', '-web-1', '+web-1', '!web-1']);
  });

  test('a failed pod is replaced', () => {
    const cluster = started();
    cluster.change(PodKind, 'web-1', (pod) => ({ ...pod, status: { phase: 'Failed' as const } }));
    cluster.pass(5000);
    expect(cluster.pods).toEqual(['~web-1', '-web-1', '+web-1', '!web-1']);
    expect(cluster.events('web')).toContain(
      'x1 Warning RecreatingFailedPod: StatefulSet default/web is recreating failed Pod web-1',
    );
  });

  test('ordinals may start elsewhere', () => {
    expect(started({ ordinals: { start: 5 } }).names(PodKind)).toEqual(['web-5', 'web-6', 'web-7']);
  });

  test('minReadySeconds spaces the pods out', () => {
    const cluster = new TestCluster(statefulSetController, toyKubelet);
    cluster.create(StatefulSetKind, statefulSet({ replicas: 2, minReadySeconds: 4 }));
    cluster.pass(3900);
    expect(cluster.names(PodKind)).toEqual(['web-0']);
    expect(status(cluster)).toMatchObject({ readyReplicas: 1, availableReplicas: 0 });
    cluster.pass(1500);
    expect(cluster.names(PodKind)).toEqual(['web-0', 'web-1']);
  });
});

describe('Parallel', () => {
  test('all pods come and go at once', () => {
    const cluster = new TestCluster(statefulSetController, toyKubelet);
    cluster.create(StatefulSetKind, statefulSet({ podManagementPolicy: 'Parallel' }));
    cluster.pass(5000);
    expect(cluster.pods).toEqual(['+web-0', '+web-1', '+web-2', '!web-0', '!web-1', '!web-2']);
    cluster.pods.splice(0);
    respec(cluster, { replicas: 1 });
    expect(cluster.pods).toEqual(['~web-2', '~web-1', '-web-2', '-web-1']);
  });

  test('updates still go one by one', () => {
    const cluster = started({ podManagementPolicy: 'Parallel', replicas: 2 });
    respec(cluster, { template: template('nginx:1.25') });
    expect(cluster.pods.join(' ')).toBe('~web-1 -web-1 +web-1 !web-1 ~web-0 -web-0 +web-0 !web-0');
  });

  test('a broken update heals when the template is corrected', () => {
    const cluster = started({ podManagementPolicy: 'Parallel' });
    respec(cluster, { template: template('broken') });
    respec(cluster, { template: template('nginx:1.25') });
    expect(images(cluster)).toEqual(['nginx:1.25', 'nginx:1.25', 'nginx:1.25']);
  });
});

describe('rolling update', () => {
  test('runs from the highest ordinal down, each pod waited for', () => {
    const cluster = started();
    respec(cluster, { template: template('nginx:1.25') });
    const round = (n: number) => [`~web-${n}`, `-web-${n}`, `+web-${n}`, `!web-${n}`];
    expect(cluster.pods).toEqual([2, 1, 0].flatMap(round));
    expect(images(cluster)).toEqual(['nginx:1.25', 'nginx:1.25', 'nginx:1.25']);
    expect(status(cluster)).toMatchObject({
      currentReplicas: 3,
      currentRevision: 'web-f4b769f5f',
      observedGeneration: 2,
      updateRevision: 'web-f4b769f5f',
      updatedReplicas: 3,
    });
    expect(
      cluster.store.list(ControllerRevisionKind).map(({ metadata, revision }) => [metadata.name, revision]),
    ).toEqual([
      ['web-7b97549f6b', 1],
      ['web-f4b769f5f', 2],
    ]);
  });

  test('the partition keeps the lower ordinals, even when one is deleted', () => {
    const cluster = started({
      replicas: 4,
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 2 } },
    });
    respec(cluster, { template: template('nginx:1.25') });
    expect(images(cluster)).toEqual(['nginx:1.24', 'nginx:1.24', 'nginx:1.25', 'nginx:1.25']);
    expect(status(cluster)).toEqual({
      availableReplicas: 4,
      collisionCount: 0,
      currentReplicas: 2,
      currentRevision: 'web-7b97549f6b',
      observedGeneration: 2,
      readyReplicas: 4,
      replicas: 4,
      updateRevision: 'web-f4b769f5f',
      updatedReplicas: 2,
    });
    cluster.delete(PodKind, 'web-0');
    cluster.pass(5000);
    expect(images(cluster)[0]).toBe('nginx:1.24');
    respec(cluster, { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } } });
    expect(new Set(images(cluster))).toEqual(new Set(['nginx:1.25']));
    expect(status(cluster)).toMatchObject({ currentReplicas: 4, currentRevision: 'web-f4b769f5f' });
  });

  test('OnDelete waits for a hand', () => {
    const cluster = started({ updateStrategy: { type: 'OnDelete' } });
    respec(cluster, { template: template('nginx:1.25') });
    expect(cluster.pods).toEqual([]);
    cluster.delete(PodKind, 'web-1');
    cluster.pass(5000);
    expect(images(cluster)).toEqual(['nginx:1.24', 'nginx:1.25', 'nginx:1.24']);
    expect(status(cluster)).toMatchObject({
      currentReplicas: 2,
      currentRevision: 'web-7b97549f6b',
      updateRevision: 'web-f4b769f5f',
      updatedReplicas: 1,
    });
  });

  test('a broken update stays stuck until the broken pod is deleted by hand', () => {
    const cluster = started();
    respec(cluster, { template: template('broken') });
    expect(images(cluster)).toEqual(['nginx:1.24', 'nginx:1.24', 'broken']);
    respec(cluster, { template: template('nginx:1.25') });
    expect(images(cluster)).toEqual(['nginx:1.24', 'nginx:1.24', 'broken']);
    cluster.delete(PodKind, 'web-2');
    cluster.pass(20_000);
    expect(images(cluster)).toEqual(['nginx:1.25', 'nginx:1.25', 'nginx:1.25']);
  });

  test('going back makes the old revision the newest', () => {
    const cluster = started({ replicas: 1 });
    respec(cluster, { template: template('nginx:1.25') });
    respec(cluster, { template: template('nginx:1.24') });
    expect(cluster.get(ControllerRevisionKind, 'web-7b97549f6b').revision).toBe(3);
    expect(cluster.names(ControllerRevisionKind)).toHaveLength(2);
    expect(status(cluster)).toMatchObject({ currentRevision: 'web-7b97549f6b' });
  });

  test('old revisions go beyond the limit', () => {
    const cluster = started({ replicas: 1, revisionHistoryLimit: 1 });
    for (const image of ['nginx:1.25', 'nginx:1.26', 'nginx:1.27'])
      respec(cluster, { template: template(image) });
    const left = cluster.store.list(ControllerRevisionKind).map(({ revision }) => revision);
    expect(left).toEqual([3, 4]);
  });
});

describe('claims', () => {
  test('are created before their pod and kept', () => {
    const cluster = started({ replicas: 1, volumeClaimTemplates });
    expect(cluster.events('web')).toEqual([
      'x1 Normal SuccessfulCreate: Create Claim www-web-0 Pod web-0 in StatefulSet web success',
      'x1 Normal SuccessfulCreate: Create Pod web-0 in StatefulSet web successful',
    ]);
    expect(cluster.get(PodKind, 'web-0').spec.volumes).toEqual([
      { name: 'www', persistentVolumeClaim: { claimName: 'www-web-0' } },
    ]);
    const claim = cluster.get(PersistentVolumeClaimKind, 'www-web-0');
    expect(claim.metadata).toMatchObject({ labels: { app: 'nginx' } });
    expect(claim.metadata.ownerReferences).toBeUndefined();
    respec(cluster, { replicas: 0 });
    expect(cluster.names(PodKind)).toEqual([]);
    respec(cluster, { replicas: 1 });
    expect(cluster.names(PersistentVolumeClaimKind)).toEqual(['www-web-0']);
  });

  test('a claim that is being deleted keeps its pod waiting', () => {
    const cluster = started({ replicas: 2, volumeClaimTemplates });
    cluster.change<PersistentVolumeClaim>(PersistentVolumeClaimKind, 'www-web-1', (claim) => ({
      ...claim,
      metadata: { ...claim.metadata, finalizers: ['kubernetes.io/pvc-protection'] },
    }));
    cluster.delete(PersistentVolumeClaimKind, 'www-web-1');
    cluster.delete(PodKind, 'web-1');
    cluster.pass(640);
    expect(cluster.events('web').at(-1)).toMatch(
      /^x[34] Warning FailedCreate: Create Pod web-1 in StatefulSet web failed error: pvc www-web-1 is being deleted$/,
    );
    cluster.change<PersistentVolumeClaim>(PersistentVolumeClaimKind, 'www-web-1', (claim) => ({
      ...claim,
      metadata: { ...claim.metadata, finalizers: [] },
    }));
    cluster.pass(5000);
    expect(cluster.names(PersistentVolumeClaimKind)).toEqual(['www-web-0', 'www-web-1']);
    expect(cluster.names(PodKind)).toEqual(['web-0', 'web-1']);
  });

  test('a refused claim is said to be the reason', () => {
    const cluster = new TestCluster(statefulSetController, toyKubelet);
    cluster.refuse = (_, object) =>
      object.kind === 'PersistentVolumeClaim' ? refusal('Forbidden', 'no more storage') : undefined;
    cluster.create(StatefulSetKind, statefulSet({ volumeClaimTemplates }));
    cluster.pass(100);
    const about = 'Pod web-0 in StatefulSet web';
    expect(cluster.events('web').map((it) => it.slice(it.indexOf(' ') + 1))).toEqual([
      `Warning FailedCreate: Create Claim www-web-0 for ${about} failed error: no more storage`,
      `Warning FailedCreate: Create ${about} failed error: failed to create PVC www-web-0: no more storage`,
    ]);
  });

  type Policy = StatefulSetSpec['persistentVolumeClaimRetentionPolicy'];
  const cases: [string, Policy, string[], string[]][] = [
    ['Retain, Retain', { whenDeleted: 'Retain', whenScaled: 'Retain' }, [], []],
    [
      'whenDeleted: Delete',
      { whenDeleted: 'Delete', whenScaled: 'Retain' },
      ['StatefulSet'],
      ['StatefulSet'],
    ],
    ['whenScaled: Delete', { whenDeleted: 'Retain', whenScaled: 'Delete' }, [], ['Pod']],
    ['both Delete', { whenDeleted: 'Delete', whenScaled: 'Delete' }, ['StatefulSet'], ['Pod']],
  ];
  test.each(cases)('retention policy %s: who owns the claims', (_, policy, kept, scaledAway) => {
    const cluster = started({
      replicas: 2,
      volumeClaimTemplates,
      persistentVolumeClaimRetentionPolicy: policy,
    });
    respec(cluster, { replicas: 1 });
    const owners = (name: string) =>
      (cluster.get(PersistentVolumeClaimKind, name).metadata.ownerReferences ?? []).map(({ kind }) => kind);
    expect(owners('www-web-0')).toEqual(kept);
    expect(owners('www-web-1')).toEqual(scaledAway);
  });

  test('a pod waits while the claim of its predecessor is still to go', () => {
    const persistentVolumeClaimRetentionPolicy = { whenDeleted: 'Retain', whenScaled: 'Delete' } as const;
    const cluster = started({ replicas: 2, volumeClaimTemplates, persistentVolumeClaimRetentionPolicy });
    respec(cluster, { replicas: 1 });
    respec(cluster, { replicas: 2 });
    expect(cluster.names(PodKind)).toEqual(['web-0']);
    cluster.delete(PersistentVolumeClaimKind, 'www-web-1');
    cluster.pass(5000);
    expect(cluster.names(PodKind)).toEqual(['web-0', 'web-1']);
  });
});

describe('ownership', () => {
  test('orphans are adopted with their revision, and only what is missing is created', () => {
    const cluster = started();
    const orphaned = <T extends Pod>(object: T): T => ({
      ...object,
      metadata: { ...object.metadata, ownerReferences: [] },
    });
    cluster.delete(StatefulSetKind, 'web');
    for (const name of ['web-1', 'web-2']) cluster.change(PodKind, name, orphaned);
    cluster.change(ControllerRevisionKind, 'web-7b97549f6b', (it) => ({
      ...it,
      metadata: { ...it.metadata, ownerReferences: [] },
    }));
    cluster.delete(PodKind, 'web-0');
    cluster.pass(2000);
    cluster.pods.splice(0);
    cluster.create(StatefulSetKind, statefulSet());
    cluster.pass(5000);
    expect(cluster.pods).toEqual(['+web-0', '!web-0']);
    expect(cluster.names(ControllerRevisionKind)).toEqual(['web-7b97549f6b']);
    const { uid } = cluster.get(StatefulSetKind, 'web').metadata;
    for (const kind of [PodKind, ControllerRevisionKind] as Kind[]) {
      for (const { metadata } of cluster.store.list(kind))
        expect(metadata.ownerReferences?.[0]?.uid).toBe(uid);
    }
  });

  test('a pod of a foreign name is left alone', () => {
    const cluster = started({ replicas: 1 });
    const stray = { metadata: { name: 'stray', labels: { app: 'nginx' } }, spec: { containers: [] } };
    cluster.create(PodKind, { apiVersion: 'v1', kind: 'Pod', ...stray } as Pod);
    cluster.pass(2000);
    expect(cluster.get(PodKind, 'stray').metadata.ownerReferences).toBeUndefined();
    expect(status(cluster)?.replicas).toBe(1);
  });

  test('a name that is taken is waited for', () => {
    const cluster = new TestCluster(statefulSetController);
    cluster.create(PodKind, { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web-0' } });
    cluster.create(StatefulSetKind, statefulSet());
    cluster.pass(100);
    expect(cluster.events('web')).toEqual([]);
    cluster.delete(PodKind, 'web-0', { gracePeriodSeconds: 0 });
    cluster.pass(1000);
    expect(cluster.events('web')).toEqual([
      'x1 Normal SuccessfulCreate: Create Pod web-0 in StatefulSet web successful',
    ]);
  });
});
