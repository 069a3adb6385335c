import { describe, expect, test } from 'vitest';
import { ConfigMapKind } from '../../api/config-map.ts';
import { NamespaceKind } from '../../api/namespace.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import { ServiceAccountKind } from '../../api/service-account.ts';
import { rootCaCertPublisher } from '../rootcacertpublisher/index.ts';
import { serviceAccountController } from '../serviceaccount/index.ts';
import { TestCluster, toyKubelet } from '../testdata/test-cluster.ts';
import { namespaceController } from './index.ts';

function withNamespace(): TestCluster {
  const cluster = new TestCluster(
    namespaceController,
    serviceAccountController,
    rootCaCertPublisher,
    toyKubelet,
  );
  cluster.create(NamespaceKind, {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'shop' },
    ...{ spec: { finalizers: ['kubernetes'] } },
  });
  cluster.pass(100);
  return cluster;
}

function pod(grace: number): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { containers: [], nodeName: 'node-1', terminationGracePeriodSeconds: grace },
  };
}

describe('a new namespace', () => {
  test('gets a service account and the CA certificate', () => {
    const cluster = withNamespace();
    expect(cluster.store.get(ServiceAccountKind, 'shop', 'default')).toBeDefined();
    expect(cluster.store.get(ConfigMapKind, 'shop', 'kube-root-ca.crt')?.data).toHaveProperty(['ca.crt']);
  });

  test('gets them back when they are deleted', () => {
    const cluster = new TestCluster(serviceAccountController, rootCaCertPublisher);
    cluster.pass(100);
    cluster.delete(ServiceAccountKind, 'default');
    cluster.delete(ConfigMapKind, 'kube-root-ca.crt');
    cluster.pass(100);
    expect(cluster.names(ServiceAccountKind)).toEqual(['default']);
    expect(cluster.names(ConfigMapKind)).toEqual(['kube-root-ca.crt']);
  });

  test('a changed certificate is put right', () => {
    const cluster = new TestCluster(rootCaCertPublisher);
    cluster.pass(100);
    cluster.change(ConfigMapKind, 'kube-root-ca.crt', (map) => ({ ...map, data: { 'ca.crt': 'mine' } }));
    cluster.pass(100);
    expect(cluster.get(ConfigMapKind, 'kube-root-ca.crt').data?.['ca.crt']).toContain('BEGIN CERTIFICATE');
  });
});

describe('a deleted namespace', () => {
  test('goes after a while, with all that is in it', () => {
    const cluster = withNamespace();
    cluster.delete(NamespaceKind, 'shop');
    cluster.pass(4000);
    expect(cluster.names(NamespaceKind)).toEqual(['default', 'shop']);
    cluster.pass(2000);
    expect(cluster.names(NamespaceKind)).toEqual(['default']);
    expect(cluster.names(ConfigMapKind)).toEqual(['kube-root-ca.crt']);
  });

  test('waits for its pods before it deletes the rest, and says so', () => {
    const cluster = withNamespace();
    cluster.create(PodKind, pod(10));
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
    expect(cluster.store.get(ConfigMapKind, 'shop', 'kube-root-ca.crt')).toBeDefined();
    cluster.pass(6000);
    expect(cluster.names(NamespaceKind)).toEqual(['default']);
  });

  test('waits for finalizers', () => {
    const cluster = withNamespace();
    cluster.create(ConfigMapKind, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'held', namespace: 'shop', finalizers: ['example.com/hold'] },
    });
    cluster.delete(NamespaceKind, 'shop');
    cluster.pass(60_000);
    const { status } = cluster.get(NamespaceKind, 'shop');
    expect(status?.conditions?.map(({ message }) => message).slice(3)).toEqual([
      'Some resources are remaining: configmaps. has 1 resource instances',
      'Some content in the namespace has finalizers remaining: example.com/hold in 1 resource instances',
    ]);
  });
});
