import { describe, expect, test } from 'vitest';
import type { Kind } from '../../api/kind.ts';
import type { LimitRangeItem } from '../../api/limit-range.ts';
import { LimitRangeKind } from '../../api/limit-range.ts';
import type { KubeObject } from '../../api/meta.ts';
import { PersistentVolumeClaimKind } from '../../api/persistent-volume-claim.ts';
import { PodKind } from '../../api/pod.ts';
import type { Container } from '../../api/pod-spec.ts';
import { somePod, TestCluster } from '../../testing/test-cluster.ts';

function clusterWith(...limits: LimitRangeItem[]): TestCluster {
  const cluster = new TestCluster();
  const range = { apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'l' }, spec: { limits } };
  cluster.create(LimitRangeKind, range as KubeObject);
  return cluster;
}

const main: Container = { name: 'main', image: 'nginx:1.24' };

/** '' or the refusal, without its first words. */
function refusalOf(cluster: TestCluster, kind: Kind, object: KubeObject): string {
  try {
    cluster.create(kind, object);
    return '';
  } catch (error) {
    return (error as Error).message.replace(/^.* is forbidden: /, '');
  }
}

describe('containers that say nothing', () => {
  const limits = {
    type: 'Container',
    default: { cpu: '500m', memory: '256Mi' },
    defaultRequest: { cpu: '200m' },
  };

  test('get what the namespace gives, and the pod says so', () => {
    const cluster = clusterWith(limits);
    const init = { ...main, name: 'first', resources: { limits: { cpu: '1' } } };
    const containers = [main];
    cluster.create(PodKind, somePod({ name: 'a' }, { containers, initContainers: [init] }));
    const { metadata, spec, status } = cluster.get(PodKind, 'a');
    expect(spec.containers[0]?.resources).toEqual({
      limits: { cpu: '500m', memory: '256Mi' },
      requests: { cpu: '200m', memory: '256Mi' },
    });
    expect(spec.initContainers?.[0]?.resources?.limits).toEqual({ cpu: '1', memory: '256Mi' });
    expect(metadata.annotations?.['kubernetes.io/limit-ranger']).toBe(
      'LimitRanger plugin set: cpu, memory request for container main; cpu, memory limit for container main; memory request for init container first; memory limit for init container first',
    );
    expect(status?.qosClass).toBe('Burstable');
  });

  test('keep what they say', () => {
    const cluster = clusterWith(limits);
    const resources = { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '1', memory: '1Gi' } };
    cluster.create(PodKind, somePod({ name: 'a' }, { containers: [{ ...main, resources }] }));
    expect(cluster.get(PodKind, 'a').metadata.annotations).toBeUndefined();
  });
});

describe('bounds of containers and pods', () => {
  test.each<[string, LimitRangeItem, Container['resources'], string]>([
    [
      'too much',
      { type: 'Container', max: { cpu: '1' } },
      { limits: { cpu: '2' } },
      'maximum cpu usage per Container is 1, but limit is 2',
    ],
    [
      'too little',
      { type: 'Container', min: { cpu: '100m' } },
      { requests: { cpu: '50m' } },
      'minimum cpu usage per Container is 100m, but request is 50m',
    ],
    ['within', { type: 'Container', min: { cpu: '100m' }, max: { cpu: '1' } }, { limits: { cpu: '1' } }, ''],
    [
      'nothing said of a pod',
      { type: 'Pod', max: { cpu: '1' } },
      {},
      'maximum cpu usage per Pod is 1.  No limit is specified',
    ],
    [
      'two complaints',
      { type: 'Pod', min: { cpu: '1' }, max: { memory: '1Gi' } },
      {},
      '[minimum cpu usage per Pod is 1.  No request is specified, maximum memory usage per Pod is 1Gi.  No limit is specified]',
    ],
    [
      'far apart',
      { type: 'Container', maxLimitRequestRatio: { cpu: '2' } },
      { limits: { cpu: '1' }, requests: { cpu: '400m' } },
      'cpu max limit to request ratio per Container is 2, but provided ratio is 2.500000',
    ],
    [
      'no ratio',
      { type: 'Container', maxLimitRequestRatio: { cpu: '2' } },
      { requests: { cpu: '1' } },
      'cpu max limit to request ratio per Container is 2, but no limit is specified or limit is 0',
    ],
  ])('%s', (_, item, resources, why) => {
    const cluster = clusterWith(item);
    const container = resources ? { ...main, resources } : main;
    expect(refusalOf(cluster, PodKind as Kind, somePod({ name: 'a' }, { containers: [container] }))).toBe(
      why,
    );
  });
});

test.each<[string, string]>([
  ['1Gi', ''],
  ['3Gi', 'maximum storage usage per PersistentVolumeClaim is 2Gi, but request is 3Gi'],
  ['1Mi', 'minimum storage usage per PersistentVolumeClaim is 1Gi, but request is 1Mi'],
])('a claim of %s', (storage, why) => {
  const cluster = clusterWith({
    type: 'PersistentVolumeClaim',
    min: { storage: '1Gi' },
    max: { storage: '2Gi' },
  });
  const spec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } };
  const claim = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'c' }, spec };
  expect(refusalOf(cluster, PersistentVolumeClaimKind as Kind, claim as KubeObject)).toBe(why);
});
