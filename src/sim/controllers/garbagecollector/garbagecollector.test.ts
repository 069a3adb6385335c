import { describe, expect, test } from 'vitest';
import type { ConfigMap } from '../../api/config-map.ts';
import { ConfigMapKind } from '../../api/config-map.ts';
import type { Kind } from '../../api/kind.ts';
import type { KubeObject, OwnerReference } from '../../api/meta.ts';
import { controllerReference } from '../../api/meta.ts';
import { PodKind } from '../../api/pod.ts';
import type { ReplicaSet } from '../../api/replica-set.ts';
import { ReplicaSetKind } from '../../api/replica-set.ts';
import type { DeleteOptions } from '../../component.ts';
import { somePod, TestCluster, toyKubelet } from '../../testing/test-cluster.ts';
import { garbageCollector } from './index.ts';

function map(name: string, ownerReferences: OwnerReference[] = []): ConfigMap {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'default', ownerReferences } };
}

function replicaSet(): ReplicaSet {
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name: 'web', namespace: 'default' },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { containers: [{ name: 'main', image: 'nginx:1.24' }] },
      },
    },
  };
}

function withReplicaSet(): TestCluster {
  const cluster = new TestCluster(garbageCollector, toyKubelet);
  const owner = controllerReference(cluster.create(ReplicaSetKind, replicaSet()));
  for (const name of ['web-a', 'web-b']) {
    const metadata = { name, namespace: 'default', ownerReferences: [owner] };
    cluster.create(PodKind, somePod(metadata));
  }
  cluster.pass(2000);
  return cluster;
}

/** What is there right after the deletion, and once everything has come to rest: `sets/pods`. */
function counts(options: DeleteOptions): string[] {
  const cluster = withReplicaSet();
  cluster.delete(ReplicaSetKind, 'web', options);
  const seen = [100, 5000].map((ms) => {
    cluster.pass(ms);
    return `${cluster.names(ReplicaSetKind).length}/${cluster.names(PodKind).length}`;
  });
  return seen;
}

describe('propagation', () => {
  test.each<[string, DeleteOptions, string[]]>([
    [
      'background: the owner goes at once, then the pods',
      { propagationPolicy: 'Background' },
      ['0/2', '0/0'],
    ],
    ['no policy is background', {}, ['0/2', '0/0']],
    ['foreground: the owner waits for its pods', { propagationPolicy: 'Foreground' }, ['1/2', '0/0']],
    ['orphan: the pods stay', { propagationPolicy: 'Orphan' }, ['0/2', '0/2']],
  ])('%s', (_, options, seen) => {
    expect(counts(options)).toEqual(seen);
  });

  test('orphans have no owner left', () => {
    const cluster = withReplicaSet();
    cluster.delete(ReplicaSetKind, 'web', { propagationPolicy: 'Orphan' });
    cluster.pass(100);
    for (const { metadata } of cluster.store.list(PodKind)) expect(metadata.ownerReferences).toBeUndefined();
  });
});

describe('dependents', () => {
  function chain(): TestCluster {
    const cluster = new TestCluster(garbageCollector);
    let owner: KubeObject | undefined;
    for (const name of ['a', 'b', 'c']) {
      owner = cluster.create(ConfigMapKind, map(name, owner ? [controllerReference(owner)] : []));
    }
    cluster.pass(100);
    return cluster;
  }

  test.each(['Background', 'Foreground'] as const)('%s goes down a chain of owners', (propagationPolicy) => {
    const cluster = chain();
    cluster.delete(ConfigMapKind, 'a', { propagationPolicy });
    cluster.pass(1000);
    expect(cluster.names(ConfigMapKind)).toEqual([]);
  });

  test('only the next in the chain is orphaned', () => {
    const cluster = chain();
    cluster.delete(ConfigMapKind, 'a', { propagationPolicy: 'Orphan' });
    cluster.pass(1000);
    expect(cluster.names(ConfigMapKind)).toEqual(['b', 'c']);
    expect(cluster.get(ConfigMapKind, 'c').metadata.ownerReferences).toHaveLength(1);
  });

  test('with one living owner left, a dependent stays and forgets the other', () => {
    const cluster = new TestCluster(garbageCollector);
    const [a, b] = ['a', 'b'].map((name) => cluster.create(ConfigMapKind, map(name)));
    const owners = [a, b].map((owner) => ({ ...controllerReference(owner as ConfigMap), controller: false }));
    cluster.create(ConfigMapKind, map('c', owners));
    cluster.delete(ConfigMapKind, 'a');
    cluster.pass(1000);
    expect(cluster.names(ConfigMapKind)).toEqual(['b', 'c']);
    expect(cluster.get(ConfigMapKind, 'c').metadata.ownerReferences?.map(({ name }) => name)).toEqual(['b']);
  });

  test.each<[string, Partial<OwnerReference>, string[]]>([
    ['an owner that never was', { name: 'nobody' }, ['a']],
    ['another object of that name', { uid: 'other' }, ['a']],
    ['a kind that is not served', { apiVersion: 'example.com/v1', kind: 'Widget' }, ['a', 'b']],
    ['an owner that lives', {}, ['a', 'b']],
  ])('%s', (_, part, left) => {
    const cluster = new TestCluster(garbageCollector);
    const owner = controllerReference(cluster.create(ConfigMapKind, map('a')));
    cluster.create(ConfigMapKind, map('b', [{ ...owner, ...part }]));
    cluster.pass(1000);
    expect(cluster.names(ConfigMapKind as Kind)).toEqual(left);
  });

  test('in the foreground, only dependents that block are waited for', () => {
    const cluster = new TestCluster(garbageCollector);
    const owner = controllerReference(cluster.create(ConfigMapKind, map('a')));
    cluster.create(ConfigMapKind, {
      ...map('b', [{ ...owner, blockOwnerDeletion: false }]),
      metadata: {
        ...map('b', [{ ...owner, blockOwnerDeletion: false }]).metadata,
        finalizers: ['example.com/x'],
      },
    });
    cluster.delete(ConfigMapKind, 'a', { propagationPolicy: 'Foreground' });
    cluster.pass(1000);
    expect(cluster.names(ConfigMapKind)).toEqual(['b']);
    expect(cluster.get(ConfigMapKind, 'b').metadata.deletionTimestamp).toBeDefined();
  });
});
