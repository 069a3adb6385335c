// The scheduler, storage and endpoints in a whole cluster, without any learner.
import { describe, expect, test } from 'vitest';
import type { Endpoints } from '../api/endpoints.ts';
import { EndpointsKind } from '../api/endpoints.ts';
import { EventKind } from '../api/event.ts';
import type { Kind } from '../api/kind.ts';
import type { KubeObject } from '../api/meta.ts';
import { NodeKind } from '../api/node.ts';
import { PersistentVolumeKind } from '../api/persistent-volume.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import { PodKind } from '../api/pod.ts';
import type { PodSpec } from '../api/pod-spec.ts';
import { ServiceKind } from '../api/service.ts';
import { StatefulSetKind } from '../api/stateful-set.ts';
import { StorageClassKind } from '../api/storage-class.ts';
import type { Cluster } from '../cluster.ts';
import { createCluster } from '../cluster.ts';
import type { Program } from '../world/process.ts';

const idle: Program = function* () {
  for (;;) yield {};
};

const kinds = [
  PodKind,
  ServiceKind,
  StatefulSetKind,
  PersistentVolumeClaimKind,
  StorageClassKind,
] as unknown as Kind[];

function start(seed: number): Cluster {
  return createCluster({ seed, programs: new Map([['sleep', idle]]), shell: idle, freeze: true });
}

function create(cluster: Cluster, ...objects: readonly KubeObject[]): void {
  for (const object of objects) {
    const answer = cluster.api.create(kinds.find(({ kind }) => kind === object.kind) as Kind, object);
    if (!answer.ok) throw new Error(answer.status.message);
  }
}

const passes = (cluster: Cluster, seconds: number) =>
  cluster.loop.advanceTo(cluster.loop.nowMs + seconds * 1000);

const eventsOf = (cluster: Cluster, name: string) =>
  cluster.store
    .list(EventKind, 'default')
    .filter((event) => event.involvedObject.name === name)
    .map((event) => `${event.reason}: ${event.message}`);

const web = (extra: Partial<PodSpec> = {}): PodSpec => ({
  containers: [{ name: 'nginx', image: 'nginx:1.24', ports: [{ name: 'web', containerPort: 80 }] }],
  ...extra,
});

const pod = (name: string, spec: PodSpec): KubeObject & { spec: PodSpec } => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'default', labels: { app: 'web' } },
  spec,
});

const headless = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'nginx', namespace: 'default' },
  spec: { clusterIP: 'None', selector: { app: 'web' }, ports: [{ name: 'web', port: 80 }] },
};

const set = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'web', namespace: 'default' },
  spec: {
    serviceName: 'nginx',
    replicas: 3,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { ...web(), terminationGracePeriodSeconds: 1 },
    },
    volumeClaimTemplates: [
      {
        metadata: { name: 'www' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
    ],
  },
};

describe.each([1, 2, 3])('with seed %i', (seed) => {
  test('a stateful set has its claims bound, its pods spread and its endpoints named', () => {
    const cluster = start(seed);
    create(cluster, headless, set);
    passes(cluster, 20);
    const pods = cluster.store.list(PodKind, 'default');
    expect(pods.map(({ metadata, status }) => `${metadata.name} ${status?.phase}`)).toEqual([
      'web-0 Running',
      'web-1 Running',
      'web-2 Running',
    ]);
    expect(new Set(pods.map(({ spec }) => spec.nodeName)).size).toBe(3);
    expect(cluster.store.list(PersistentVolumeClaimKind).map(({ status }) => status?.phase)).toEqual(
      Array.from({ length: 3 }, () => 'Bound'),
    );
    expect(eventsOf(cluster, 'web-0')).toContain(
      'FailedScheduling: 0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found',
    );
    const { subsets } = cluster.store.get(EndpointsKind, 'default', 'nginx') as Endpoints;
    expect(subsets?.[0]?.addresses?.map(({ hostname }) => hostname).sort()).toEqual([
      'web-0',
      'web-1',
      'web-2',
    ]);
  });

  test('a pod that nothing can take waits, and is placed when a node can', () => {
    const cluster = start(seed);
    create(cluster, pod('picky', web({ nodeSelector: { disk: 'ssd' } })));
    passes(cluster, 5);
    expect(cluster.store.get(PodKind, 'default', 'picky')?.spec.nodeName).toBeUndefined();
    const node = cluster.store.get(NodeKind, '', 'node-2') as KubeObject;
    const labels = { ...node.metadata.labels, disk: 'ssd' };
    const answer = cluster.api.update(NodeKind as unknown as Kind, {
      ...node,
      metadata: { ...node.metadata, labels },
    });
    expect(answer.ok).toBe(true);
    passes(cluster, 5);
    expect(cluster.store.get(PodKind, 'default', 'picky')).toMatchObject({
      spec: { nodeName: 'node-2' },
      status: { phase: 'Running' },
    });
  });

  test('a claim that waits for a pod is made on its node a second later', () => {
    const cluster = start(seed);
    create(
      cluster,
      {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        metadata: { name: 'local-wait' },
        provisioner: 'k8s.io/minikube-hostpath',
        volumeBindingMode: 'WaitForFirstConsumer',
      } as KubeObject,
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'data', namespace: 'default' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '1Gi' } },
          storageClassName: 'local-wait',
        },
      } as KubeObject,
    );
    passes(cluster, 2);
    expect(eventsOf(cluster, 'data')).toEqual([
      'WaitForFirstConsumer: waiting for first consumer to be created before binding',
    ]);
    create(
      cluster,
      pod('p', web({ volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }] })),
    );
    passes(cluster, 0.9);
    expect(cluster.store.get(PodKind, 'default', 'p')?.spec.nodeName).toBeUndefined();
    passes(cluster, 3);
    const placed = cluster.store.get(PodKind, 'default', 'p');
    expect(placed?.status?.phase).toBe('Running');
    const bound = cluster.store.get(PersistentVolumeClaimKind, 'default', 'data');
    expect(bound?.metadata.annotations?.['volume.kubernetes.io/selected-node']).toBe(placed?.spec.nodeName);
    expect(bound?.status?.phase).toBe('Bound');
    expect(eventsOf(cluster, 'p').filter((event) => event.startsWith('FailedScheduling'))).toEqual([]);
  });

  test('a claim in use stays, and its volume goes with it', () => {
    const cluster = start(seed);
    create(cluster, headless, set);
    passes(cluster, 20);
    const claims = PersistentVolumeClaimKind as unknown as Kind;
    cluster.api.delete(claims, 'default', 'www-web-2');
    passes(cluster, 5);
    expect(cluster.store.get(claims, 'default', 'www-web-2')?.metadata.deletionTimestamp).toBeDefined();
    cluster.api.delete(StatefulSetKind as unknown as Kind, 'default', 'web');
    passes(cluster, 30);
    expect(cluster.store.list(PodKind, 'default')).toEqual([]);
    expect(cluster.store.list(claims).map(({ metadata }) => metadata.name)).toEqual([
      'www-web-0',
      'www-web-1',
    ]);
    expect(cluster.store.list(PersistentVolumeKind).length).toBe(2);
    expect((cluster.store.get(EndpointsKind, 'default', 'nginx') as Endpoints).subsets).toBeUndefined();
    expect(cluster.loop.isSettled()).toBe(true);
  });
});
