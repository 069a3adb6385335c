import { describe, expect, test } from 'vitest';
import { ControllerRevisionKind } from '../../api/controller-revision.ts';
import type { Kind } from '../../api/kind.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import { StatefulSetKind } from '../../api/stateful-set.ts';
import { somePod, TestCluster, toyKubelet } from '../../testing/test-cluster.ts';
import { statefulSetController } from './index.ts';
import { images, respec, started, statefulSet, status, template } from './testdata/stateful-set.ts';

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
    cluster.create(PodKind, somePod({ name: 'stray', labels: { app: 'nginx' } }));
    cluster.pass(2000);
    expect(cluster.get(PodKind, 'stray').metadata.ownerReferences).toBeUndefined();
    expect(status(cluster)?.replicas).toBe(1);
  });

  test('a name that is taken is waited for', () => {
    const cluster = new TestCluster(statefulSetController);
    cluster.create(PodKind, somePod({ name: 'web-0' }));
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
