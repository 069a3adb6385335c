import { expect, test } from 'vitest';
import { ConfigMapKind } from '../../api/config-map.ts';
import { TestCluster } from '../../testing/test-cluster.ts';
import { rootCaCertPublisher } from './index.ts';

const name = 'kube-root-ca.crt';

test('the certificate comes back when it is deleted', () => {
  const cluster = new TestCluster(rootCaCertPublisher);
  cluster.pass(100);
  cluster.delete(ConfigMapKind, name);
  expect(cluster.names(ConfigMapKind)).toEqual([]);
  cluster.pass(100);
  expect(cluster.get(ConfigMapKind, name).metadata.annotations).toHaveProperty(['kubernetes.io/description']);
});

test('a changed certificate is put right', () => {
  const cluster = new TestCluster(rootCaCertPublisher);
  cluster.pass(100);
  cluster.change(ConfigMapKind, name, (map) => ({ ...map, data: { 'ca.crt': 'mine' } }));
  cluster.pass(100);
  expect(cluster.get(ConfigMapKind, name).data?.['ca.crt']).toContain('BEGIN CERTIFICATE');
});
