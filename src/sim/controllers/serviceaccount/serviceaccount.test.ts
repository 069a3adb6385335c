import { expect, test } from 'vitest';
import { NamespaceKind } from '../../api/namespace.ts';
import { ServiceAccountKind } from '../../api/service-account.ts';
import { TestCluster } from '../../testing/test-cluster.ts';
import { serviceAccountController } from './index.ts';

test('every namespace has the account default, and gets it back', () => {
  const cluster = new TestCluster(serviceAccountController);
  cluster.create(NamespaceKind, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
  cluster.pass(100);
  expect(
    cluster.store.list(ServiceAccountKind).map(({ metadata }) => `${metadata.namespace}/${metadata.name}`),
  ).toEqual(['default/default', 'shop/default']);
  cluster.delete(ServiceAccountKind, 'default');
  cluster.pass(100);
  expect(cluster.store.list(ServiceAccountKind)).toHaveLength(2);
});

test('but not one that is going away', () => {
  const cluster = new TestCluster(serviceAccountController);
  cluster.create(NamespaceKind, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
  cluster.delete(NamespaceKind, 'shop');
  cluster.pass(100);
  const namespaces = cluster.store.list(ServiceAccountKind).map(({ metadata }) => metadata.namespace);
  expect(namespaces).toEqual(['default']);
});
