import { describe, expect, test } from 'vitest';
import { ConfigMapKind } from '../api/config-map.ts';
import type { Kind } from '../api/kind.ts';
import type { KubeObject } from '../api/meta.ts';
import { NamespaceKind } from '../api/namespace.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import { PodKind } from '../api/pod.ts';
import type { PodSpec } from '../api/pod-spec.ts';
import type { ResourceQuota } from '../api/resource-quota.ts';
import { ResourceQuotaKind } from '../api/resource-quota.ts';
import { ServiceKind } from '../api/service.ts';
import { resourceQuotaController } from '../controllers/resourcequota/index.ts';
import { createRandom } from '../machinery/random.ts';
import { somePod, TestCluster, toyKubelet } from '../testing/test-cluster.ts';
import { ApiServer } from './api-server.ts';
import { Store } from './store.ts';

function quota(spec: ResourceQuota['spec']): ResourceQuota {
  return { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'q' }, spec };
}

function clusterWith(spec: ResourceQuota['spec']): TestCluster {
  const cluster = new TestCluster(resourceQuotaController, toyKubelet);
  cluster.create(ResourceQuotaKind, quota(spec));
  cluster.pass(100);
  return cluster;
}

function used(cluster: TestCluster): Record<string, string> | undefined {
  return cluster.get(ResourceQuotaKind, 'q').status?.used;
}

/** '' or the refusal. */
function create(cluster: TestCluster, kind: Kind, object: object): string {
  try {
    cluster.create(kind, object as KubeObject);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

function pod(name: string, resources: object = {}, spec: Partial<PodSpec> = {}): KubeObject {
  const containers = [{ name: 'main', image: 'nginx:1.24', resources }];
  return somePod({ name }, { containers, ...spec });
}

function service(name: string, spec: object): object {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec };
}

function claim(name: string, storage: string, storageClassName = 'fast'): object {
  const spec = { accessModes: ['ReadWriteOnce'], storageClassName, resources: { requests: { storage } } };
  return { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name }, spec };
}

describe('a quota of pods', () => {
  test('counts the requests of one moment [A8]', () => {
    const cluster = clusterWith({ hard: { pods: '2' } });
    expect(['a', 'b', 'c'].map((name) => create(cluster, PodKind as Kind, pod(name)))).toEqual([
      '',
      '',
      'pods "c" is forbidden: exceeded quota: q, requested: pods=1, used: pods=2, limited: pods=2',
    ]);
    expect(used(cluster)).toEqual({ pods: '2' });
  });

  test('has room again once one is gone', () => {
    const cluster = clusterWith({ hard: { pods: '1', 'count/pods': '5' } });
    create(cluster, PodKind as Kind, pod('a'));
    cluster.delete(PodKind as Kind, 'a', { gracePeriodSeconds: 0 });
    cluster.pass(100);
    expect(used(cluster)).toEqual({ 'count/pods': '0', pods: '0' });
  });

  test('counts a pod that has ended only as an object', () => {
    const cluster = clusterWith({ hard: { pods: '1', 'count/pods': '5', 'requests.cpu': '1' } });
    create(cluster, PodKind as Kind, pod('a', { requests: { cpu: '200m' } }));
    expect(used(cluster)).toEqual({ 'count/pods': '1', pods: '1', 'requests.cpu': '200m' });
    cluster.change(PodKind, 'a', (it) => ({ ...it, status: { ...it.status, phase: 'Succeeded' as const } }));
    cluster.pass(100);
    expect(used(cluster)).toEqual({ 'count/pods': '1', pods: '0', 'requests.cpu': '0' });
  });

  test('knows nothing until it has been counted', () => {
    const cluster = new TestCluster(resourceQuotaController);
    cluster.create(ResourceQuotaKind, quota({ hard: { pods: '2' } }));
    cluster.change(ResourceQuotaKind, 'q', (it) => ({ ...it, status: { hard: { pods: '2' } } }));
    expect(create(cluster, PodKind as Kind, pod('a'))).toBe(
      'pods "a" is forbidden: status unknown for quota: q, resources: pods',
    );
  });
});

test('a dry run is asked, and counts for nothing [A7]', () => {
  const store = new Store({ freeze: true });
  const api = new ApiServer({ store, random: createRandom('dry'), now: () => 0, objectsMax: 10 });
  api.create(NamespaceKind, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } });
  const [inPlace, status] = [
    { namespace: 'default' },
    { hard: { configmaps: '1' }, used: { configmaps: '0' } },
  ];
  const made = quota({ hard: { configmaps: '1' } });
  api.create(ResourceQuotaKind, { ...made, metadata: { ...made.metadata, ...inPlace } });
  const stored = store.get(ResourceQuotaKind, 'default', 'q');
  api.update(ResourceQuotaKind, { ...stored, status }, { subresource: 'status' });
  const config = (name: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, ...inPlace } });
  expect(api.create(ConfigMapKind, config('a'), { dryRun: true }).ok).toBe(true);
  expect(store.get(ResourceQuotaKind, 'default', 'q')?.status?.used).toEqual({ configmaps: '0' });
  expect(api.create(ConfigMapKind, config('a')).ok).toBe(true);
  expect(store.get(ResourceQuotaKind, 'default', 'q')?.status?.used).toEqual({ configmaps: '1' });
  expect(api.create(ConfigMapKind, config('b'), { dryRun: true }).ok).toBe(false);
});

describe('a quota of what pods take', () => {
  test.each<[string, Record<string, string>, object, string]>([
    [
      'sums',
      { 'requests.cpu': '1', 'limits.memory': '1Gi' },
      { requests: { cpu: '600m' }, limits: { memory: '512Mi' } },
      '',
    ],
    [
      'says what is exceeded, and only that',
      { 'requests.cpu': '1', 'requests.memory': '1Gi' },
      { requests: { cpu: '1500m', memory: '1Mi' } },
      'exceeded quota: q, requested: requests.cpu=1500m, used: requests.cpu=0, limited: requests.cpu=1',
    ],
    ['demands', { 'limits.cpu': '1' }, {}, 'failed quota: q: must specify limits.cpu for: main'],
    [
      'demands all at once',
      { 'limits.cpu': '1', memory: '1Gi' },
      {},
      'failed quota: q: must specify limits.cpu for: main; memory for: main',
    ],
    ['demands nothing else', { 'requests.ephemeral-storage': '1Gi' }, {}, ''],
  ])('%s', (_, hard, resources, why) => {
    const cluster = clusterWith({ hard });
    const said = create(cluster, PodKind as Kind, pod('a', resources));
    expect(said).toBe(why && `pods "a" is forbidden: ${why}`);
  });
});

describe('scopes', () => {
  test.each<[ResourceQuota['spec'], Partial<PodSpec>, boolean]>([
    [{ scopes: ['BestEffort'] }, {}, true],
    [{ scopes: ['NotBestEffort'] }, {}, false],
    [{ scopes: ['Terminating'] }, { activeDeadlineSeconds: 5 }, true],
    [{ scopes: ['NotTerminating', 'BestEffort'] }, { activeDeadlineSeconds: 5 }, false],
    [
      { scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'DoesNotExist' }] } },
      {},
      true,
    ],
    [
      {
        scopeSelector: {
          matchExpressions: [
            { scopeName: 'PriorityClass', operator: 'In', values: ['system-node-critical'] },
          ],
        },
      },
      { priorityClassName: 'system-node-critical' },
      true,
    ],
  ])('%j %j', (spec, podSpec, isCounted) => {
    const cluster = clusterWith({ hard: { pods: '1' }, ...spec });
    create(cluster, PodKind as Kind, pod('a', {}, podSpec));
    expect(used(cluster)).toEqual({ pods: isCounted ? '1' : '0' });
  });
});

describe('a quota of other objects', () => {
  test('counts them by name', () => {
    const cluster = clusterWith({ hard: { configmaps: '1', 'count/configmaps': '9' } });
    const config = (name: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
    expect(create(cluster, ConfigMapKind as Kind, config('a'))).toBe('');
    expect(create(cluster, ConfigMapKind as Kind, config('b'))).toBe(
      'configmaps "b" is forbidden: exceeded quota: q, requested: configmaps=1, used: configmaps=1, limited: configmaps=1',
    );
  });

  test('counts the node ports of services, also of one that changes', () => {
    const cluster = clusterWith({ hard: { services: '2', 'services.nodeports': '1' } });
    const ports = [{ port: 80 }];
    expect(create(cluster, ServiceKind as Kind, service('a', { ports, type: 'NodePort' }))).toBe('');
    expect(create(cluster, ServiceKind as Kind, service('b', { ports }))).toBe('');
    const open = () =>
      cluster.change(ServiceKind, 'b', (it) => ({ ...it, spec: { ...it.spec, type: 'NodePort' as const } }));
    expect(open).toThrow(
      'services "b" is forbidden: exceeded quota: q, requested: services.nodeports=1, used: services.nodeports=1, limited: services.nodeports=1',
    );
    expect(used(cluster)).toEqual({ services: '2', 'services.nodeports': '1' });
  });

  test('counts what claims ask for, over all and by class', () => {
    const byClass = 'fast.storageclass.storage.k8s.io/requests.storage';
    const cluster = clusterWith({ hard: { 'requests.storage': '10Gi', [byClass]: '2Gi' } });
    expect(create(cluster, PersistentVolumeClaimKind as Kind, claim('a', '1Gi'))).toBe('');
    expect(create(cluster, PersistentVolumeClaimKind as Kind, claim('b', '3Gi', 'slow'))).toBe('');
    expect(create(cluster, PersistentVolumeClaimKind as Kind, claim('c', '2Gi'))).toBe(
      `persistentvolumeclaims "c" is forbidden: exceeded quota: q, requested: ${byClass}=2Gi, used: ${byClass}=1Gi, limited: ${byClass}=2Gi`,
    );
    expect(used(cluster)).toEqual({ [byClass]: '1Gi', 'requests.storage': '4Gi' });
  });
});
