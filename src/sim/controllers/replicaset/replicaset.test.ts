import { describe, expect, test } from 'vitest';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { ReplicaSet } from '../../api/replica-set.ts';
import { ReplicaSetKind } from '../../api/replica-set.ts';
import { refusal } from '../../apiserver/status.ts';
import { somePod, startMs, TestCluster, toyKubelet } from '../../testing/test-cluster.ts';
import { replicaSetController } from './index.ts';

function replicaSet(spec: Partial<ReplicaSet['spec']> = {}, name = 'frontend'): ReplicaSet {
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name, namespace: 'default' },
    spec: {
      replicas: 3,
      selector: { matchLabels: { tier: 'frontend' } },
      template: {
        metadata: { labels: { tier: 'frontend' }, annotations: { note: 'a' } },
        spec: { containers: [{ name: 'php', image: 'nginx:1.24' }], terminationGracePeriodSeconds: 10 },
      },
      ...spec,
    },
  };
}

function started(spec: Partial<ReplicaSet['spec']> = {}): TestCluster {
  const cluster = new TestCluster(replicaSetController, toyKubelet);
  cluster.create(ReplicaSetKind, replicaSet(spec));
  cluster.pass(2000);
  return cluster;
}

function scale(cluster: TestCluster, replicas: number): void {
  cluster.change(ReplicaSetKind, 'frontend', (set) => ({ ...set, spec: { ...set.spec, replicas } }));
}

const owned = (it: Pod) => it.metadata.ownerReferences?.some((owner) => owner.controller === true) ?? false;

describe('replicas', () => {
  test('creates what is missing, and says so', () => {
    const cluster = started();
    const pods = cluster.store.list(PodKind);
    expect(pods).toHaveLength(3);
    expect(cluster.events('frontend')).toEqual(
      pods.map(({ metadata }) => `x1 Normal SuccessfulCreate: Created pod: ${metadata.name}`),
    );
    const set = cluster.get(ReplicaSetKind, 'frontend');
    expect(set.status).toEqual({
      replicas: 3,
      fullyLabeledReplicas: 3,
      readyReplicas: 3,
      availableReplicas: 3,
      terminatingReplicas: 0,
      observedGeneration: 1,
    });
    expect(pods[0]?.metadata).toMatchObject({
      name: expect.stringMatching(/^frontend-[a-z0-9]{5}$/),
      generateName: 'frontend-',
      namespace: 'default',
      labels: { tier: 'frontend' },
      annotations: { note: 'a' },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: 'frontend',
          uid: set.metadata.uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    });
  });

  test('replaces a pod as soon as it is deleted, not when it is gone', () => {
    const cluster = started({ replicas: 1 });
    const [name] = cluster.names(PodKind);
    cluster.delete(PodKind, name ?? '');
    cluster.pass(100);
    expect(cluster.names(PodKind)).toHaveLength(2);
    expect(cluster.get(ReplicaSetKind, 'frontend').status).toMatchObject({
      replicas: 1,
      terminatingReplicas: 1,
    });
    cluster.pass(2000);
    expect(cluster.names(PodKind)).toHaveLength(1);
    expect(cluster.get(ReplicaSetKind, 'frontend').status).toMatchObject({
      replicas: 1,
      terminatingReplicas: 0,
    });
  });

  test('scales down, one event for each pod', () => {
    const cluster = started();
    scale(cluster, 1);
    cluster.pass(2000);
    expect(cluster.names(PodKind)).toHaveLength(1);
    expect(
      cluster.events('frontend').filter((it) => it.includes('SuccessfulDelete: Deleted pod: ')),
    ).toHaveLength(2);
  });

  test('counts neither failed nor succeeded pods', () => {
    const cluster = started({ replicas: 2 });
    const [name = ''] = cluster.names(PodKind);
    cluster.change(PodKind, name, (it) => ({ ...it, status: { phase: 'Failed' as const } }));
    cluster.pass(2000);
    expect(cluster.names(PodKind)).toHaveLength(3);
    expect(cluster.get(ReplicaSetKind, 'frontend').status?.replicas).toBe(2);
  });

  test('a changed template changes new pods only', () => {
    const cluster = started({ replicas: 1 });
    cluster.change(ReplicaSetKind, 'frontend', (set) => ({
      ...set,
      spec: {
        ...set.spec,
        replicas: 2,
        template: { ...set.spec.template, spec: { containers: [{ name: 'php', image: 'nginx:1.25' }] } },
      },
    }));
    cluster.pass(2000);
    const images = cluster.store.list(PodKind).map((it) => it.spec.containers[0]?.image);
    expect(images).toEqual(['nginx:1.24', 'nginx:1.25']);
  });

  test('zero replicas leave the counts out of the status', () => {
    const cluster = started({ replicas: 0 });
    expect(cluster.get(ReplicaSetKind, 'frontend').status).toEqual({
      replicas: 0,
      terminatingReplicas: 0,
      observedGeneration: 1,
    });
  });

  test('a set that is being deleted creates nothing', () => {
    const cluster = started({ replicas: 1 });
    cluster.delete(ReplicaSetKind, 'frontend', { propagationPolicy: 'Foreground' });
    cluster.delete(PodKind, cluster.names(PodKind)[0] ?? '');
    cluster.pass(2000);
    expect(cluster.names(PodKind)).toEqual([]);
  });
});

describe('minReadySeconds', () => {
  test('ready pods become available by waiting', () => {
    const cluster = started({ minReadySeconds: 10 });
    expect(cluster.get(ReplicaSetKind, 'frontend').status?.availableReplicas).toBeUndefined();
    cluster.pass(startMs + 12_000 - cluster.nowMs);
    expect(cluster.get(ReplicaSetKind, 'frontend').status).toMatchObject({
      readyReplicas: 3,
      availableReplicas: 3,
    });
  });
});

describe('ownership', () => {
  test('a pod that loses the label is released and replaced', () => {
    const cluster = started({ replicas: 1 });
    const [name = ''] = cluster.names(PodKind);
    cluster.change(PodKind, name, (it) => ({
      ...it,
      metadata: { ...it.metadata, labels: { tier: 'other' } },
    }));
    cluster.pass(2000);
    expect(cluster.names(PodKind)).toHaveLength(2);
    expect(owned(cluster.get(PodKind, name))).toBe(false);
    cluster.change(PodKind, name, (it) => ({
      ...it,
      metadata: { ...it.metadata, labels: { tier: 'frontend' } },
    }));
    cluster.pass(2000);
    expect(cluster.names(PodKind)).toHaveLength(1);
  });

  test('orphans are adopted and count', () => {
    const cluster = new TestCluster(replicaSetController, toyKubelet);
    cluster.create(PodKind, somePod({ name: 'solo', labels: { tier: 'frontend' } }));
    cluster.create(ReplicaSetKind, replicaSet({ replicas: 2 }));
    cluster.pass(2000);
    expect(cluster.names(PodKind)).toHaveLength(2);
    expect(owned(cluster.get(PodKind, 'solo'))).toBe(true);
  });

  test('a pod too many is adopted and deleted', () => {
    const cluster = started({ replicas: 2 });
    cluster.create(PodKind, somePod({ name: 'solo', labels: { tier: 'frontend' } }));
    cluster.pass(2000);
    expect(cluster.names(PodKind)).toHaveLength(2);
    expect(cluster.names(PodKind)).not.toContain('solo');
  });

  test('two sets with one selector keep their own pods', () => {
    const cluster = started({ replicas: 3 });
    cluster.create(ReplicaSetKind, replicaSet({ replicas: 2 }, 'backend'));
    cluster.pass(2000);
    expect(cluster.names(PodKind)).toHaveLength(5);
    expect(cluster.get(ReplicaSetKind, 'backend').status?.replicas).toBe(2);
    expect(cluster.get(ReplicaSetKind, 'frontend').status?.replicas).toBe(3);
  });
});

describe('refusals', () => {
  const why = 'exceeded quota: q, requested: pods=1, used: pods=3, limited: pods=3';

  test('a refused creation is reported, tried again, and stops the batches', () => {
    const cluster = new TestCluster(replicaSetController, toyKubelet);
    cluster.refuse = (verb, object) =>
      verb === 'create' && object.kind === 'Pod' ? refusal('Forbidden', why) : undefined;
    cluster.create(ReplicaSetKind, replicaSet({ replicas: 100 }));
    cluster.pass(8);
    expect(cluster.events('frontend')).toEqual([`x1 Warning FailedCreate: Error creating: ${why}`]);
    expect(cluster.get(ReplicaSetKind, 'frontend').status).toMatchObject({
      replicas: 0,
      conditions: [{ type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message: why }],
    });
    cluster.pass(1000);
    expect(cluster.events('frontend')[0]).toMatch(/^x[5-9] Warning FailedCreate/);
    cluster.refuse = () => undefined;
    cluster.pass(5000);
    expect(cluster.get(ReplicaSetKind, 'frontend').status).toMatchObject({ replicas: 100 });
    expect(cluster.get(ReplicaSetKind, 'frontend').status?.conditions).toBeUndefined();
  });
});
