import { describe, expect, test } from 'vitest';
import type { ConfigMap } from '../../api/config-map.ts';
import { ConfigMapKind } from '../../api/config-map.ts';
import { NamespaceKind } from '../../api/namespace.ts';
import { PodKind } from '../../api/pod.ts';
import { ServiceAccountKind } from '../../api/service-account.ts';
import { somePod, TestCluster, toyKubelet } from '../../testing/test-cluster.ts';
import { namespaceController } from './index.ts';

function withNamespace(): TestCluster {
  const cluster = new TestCluster(namespaceController, toyKubelet);
  cluster.create(NamespaceKind, {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'shop' },
  });
  cluster.create(ServiceAccountKind, {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'default', namespace: 'shop' },
  });
  cluster.create(ConfigMapKind, configMap('settings'));
  cluster.pass(100);
  return cluster;
}

function configMap(name: string, finalizers: string[] = []): ConfigMap {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop', finalizers } };
}

describe('a deleted namespace', () => {
  test('goes after a while, with all that is in it', () => {
    const cluster = withNamespace();
    cluster.delete(NamespaceKind, 'shop');
    cluster.pass(4000);
    expect(cluster.names(NamespaceKind)).toEqual(['default', 'shop']);
    cluster.pass(2000);
    expect(cluster.names(NamespaceKind)).toEqual(['default']);
    expect(cluster.names(ConfigMapKind)).toEqual([]);
  });

  test('waits for its pods before it deletes the rest, and says so', () => {
    const cluster = withNamespace();
    const spec = { nodeName: 'node-1', terminationGracePeriodSeconds: 10 };
    cluster.create(PodKind, somePod({ name: 'web', namespace: 'shop' }, spec));
    cluster.pass(1000);
    cluster.delete(NamespaceKind, 'shop');
    cluster.pass(5200);
    expect(cluster.get(NamespaceKind, 'shop').status).toMatchObject({
      phase: 'Terminating',
      conditions: [
        { type: 'NamespaceDeletionDiscoveryFailure', status: 'False' },
        { type: 'NamespaceDeletionGroupVersionParsingFailure', status: 'False' },
        { type: 'NamespaceDeletionContentFailure', status: 'False' },
        {
          type: 'NamespaceContentRemaining',
          status: 'True',
          message: 'Some resources are remaining: pods. has 1 resource instances',
        },
        { type: 'NamespaceFinalizersRemaining', status: 'False' },
      ],
    });
    expect(cluster.store.get(ConfigMapKind, 'shop', 'settings')).toBeDefined();
    cluster.pass(6000);
    expect(cluster.names(NamespaceKind)).toEqual(['default']);
  });

  test('waits for finalizers', () => {
    const cluster = withNamespace();
    cluster.create(ConfigMapKind, configMap('held', ['example.com/hold']));
    cluster.delete(NamespaceKind, 'shop');
    cluster.pass(60_000);
    const { status } = cluster.get(NamespaceKind, 'shop');
    expect(status?.conditions?.map(({ message }) => message).slice(3)).toEqual([
      'Some resources are remaining: configmaps. has 1 resource instances',
      'Some content in the namespace has finalizers remaining: example.com/hold in 1 resource instances',
    ]);
  });
});
