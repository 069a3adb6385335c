import { describe, expect, test } from 'vitest';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { ReplicationController } from '../../api/replication-controller.ts';
import { ReplicationControllerKind } from '../../api/replication-controller.ts';
import { somePod, TestCluster, toyKubelet } from '../../testing/test-cluster.ts';
import { replicationController } from './index.ts';

const labels = { app: 'kubia' };

function started(spec: Partial<ReplicationController['spec']> = {}): TestCluster {
  const cluster = new TestCluster(replicationController, toyKubelet);
  create(cluster, 'kubia', spec);
  cluster.pass(2000);
  return cluster;
}

function create(cluster: TestCluster, name: string, spec: Partial<ReplicationController['spec']> = {}): void {
  const template = { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'nginx:1.24' }] } };
  cluster.create(ReplicationControllerKind, {
    apiVersion: 'v1',
    kind: 'ReplicationController',
    metadata: { name },
    spec: { replicas: 2, template, ...spec },
  } as ReplicationController);
}

function ownersOf(cluster: TestCluster): (string | undefined)[] {
  return cluster.store.list<Pod>(PodKind).map(({ metadata }) => metadata.ownerReferences?.[0]?.name);
}

describe('ReplicationController', () => {
  test('creates what is missing and reports without the pods on their way out', () => {
    const cluster = started();
    expect(cluster.names(PodKind)).toHaveLength(2);
    expect(cluster.get(ReplicationControllerKind, 'kubia').status).toEqual({
      replicas: 2,
      fullyLabeledReplicas: 2,
      readyReplicas: 2,
      availableReplicas: 2,
      observedGeneration: 1,
    });
    expect(cluster.store.list<Pod>(PodKind)[0]?.metadata.ownerReferences).toMatchObject([
      { apiVersion: 'v1', kind: 'ReplicationController', name: 'kubia', controller: true },
    ]);
  });

  test('scales down and says so in its own name', () => {
    const cluster = started();
    cluster.change(ReplicationControllerKind, 'kubia', (it) => ({
      ...it,
      spec: { ...it.spec, replicas: 1 },
    }));
    cluster.pass(2000);
    expect(cluster.names(PodKind)).toHaveLength(1);
    expect(cluster.events('kubia').at(-1)).toMatch(/^x1 Normal SuccessfulDelete: Deleted pod: kubia-/);
  });

  test('a pod whose label moves is let go and replaced', () => {
    const cluster = started();
    const [name = ''] = cluster.names(PodKind);
    cluster.change(PodKind, name, (pod) => ({ ...pod, metadata: { ...pod.metadata, labels: { app: 'x' } } }));
    cluster.pass(2000);
    expect(ownersOf(cluster)).toEqual([undefined, 'kubia', 'kubia']);
  });

  test('adopts an orphan that it selects', () => {
    const cluster = new TestCluster(replicationController, toyKubelet);
    cluster.create(PodKind, somePod({ name: 'alone', labels }));
    create(cluster, 'kubia');
    cluster.pass(2000);
    expect(cluster.names(PodKind)).toHaveLength(2);
    expect(ownersOf(cluster)).toEqual(['kubia', 'kubia']);
  });

  test('takes nothing from another with the same selector', () => {
    const cluster = started();
    create(cluster, 'other', { replicas: 1 });
    cluster.pass(2000);
    expect(ownersOf(cluster)).toEqual(['kubia', 'kubia', 'other']);
  });

  test('a new selector lets go of the pods that it no longer selects', () => {
    const cluster = started({ replicas: 1 });
    cluster.change(ReplicationControllerKind, 'kubia', (it) => ({
      ...it,
      spec: {
        ...it.spec,
        selector: { app: 'new' },
        template: { ...it.spec.template, metadata: { labels: { app: 'new' } } },
      },
    }));
    cluster.pass(2000);
    expect(ownersOf(cluster)).toEqual([undefined, 'kubia']);
  });
});
