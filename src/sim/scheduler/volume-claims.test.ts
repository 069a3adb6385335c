import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../api/meta.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import {
  apply,
  complaint,
  NOT_HELPFUL,
  node,
  pod,
  schedule,
  storeOf,
  threeNodes,
} from '../testing/scheduling.ts';

describe('a pod with claims', () => {
  const mounting = { volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }] };
  const claim = (extra: object = {}, annotations: Record<string, string> = {}) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data', namespace: 'default', uid: 'c', annotations },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'local',
      resources: { requests: { storage: '1Gi' } },
      ...extra,
    },
    status: { phase: 'Pending' },
  });
  const storageClass = (provisioner: string, volumeBindingMode: string) => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'local' },
    provisioner,
    volumeBindingMode,
  });
  const volume = (host: string, extra: object = {}) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: `pv-${host}`, uid: `pv-${host}` },
    spec: {
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: '1Gi' },
      storageClassName: 'local',
      nodeAffinity: {
        required: {
          nodeSelectorTerms: [
            { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: [host] }] },
          ],
        },
      },
      ...extra,
    },
    status: { phase: 'Available' },
  });

  const refusals: readonly [what: string, readonly KubeObject[], expected: string][] = [
    ['that is not there', [], 'persistentvolumeclaim "data" not found'],
    ['that is not bound', [claim()], 'pod has unbound immediate PersistentVolumeClaims'],
    [
      'that goes',
      [{ ...claim(), metadata: { ...claim().metadata, deletionTimestamp: 'now' } } as KubeObject],
      'persistentvolumeclaim "data" is being deleted',
    ],
    [
      'that lost its volume',
      [{ ...claim({ volumeName: 'v' }), status: { phase: 'Lost' } } as KubeObject],
      'persistentvolumeclaim "data" bound to non-existent persistentvolume "v"',
    ],
  ];
  test.each(refusals)('%s', (_, objects, expected) => {
    const store = storeOf(threeNodes(), pod('p', mounting), ...objects);
    expect(complaint(schedule(store, 'p'))).toBe(`0/3 nodes are available: ${expected}. not found`);
  });

  test('goes where its volume is', () => {
    const bound = claim({ volumeName: 'pv-node-2' }, { 'pv.kubernetes.io/bind-completed': 'yes' });
    const store = storeOf(threeNodes(), pod('p', mounting), bound, volume('node-2'));
    expect(apply(store, schedule(store, 'p'))).toBe('node-2');
  });

  test('chooses the node of a claim that waits for it, then looks again every second', () => {
    const store = storeOf(
      [node('node-1')],
      pod('p', mounting),
      claim(),
      storageClass('x.io/y', 'WaitForFirstConsumer'),
    );
    const [update, wake] = schedule(store, 'p');
    expect(update).toMatchObject({
      verb: 'update',
      object: { metadata: { annotations: { 'volume.kubernetes.io/selected-node': 'node-1' } } },
    });
    expect(wake).toEqual({ verb: 'wake', afterMs: 1000, periodic: true });
    store.put(PersistentVolumeClaimKind, (update as { object: KubeObject }).object, 0);
    expect(schedule(store, 'p')).toEqual([{ verb: 'wake', afterMs: 1000, periodic: true }]);
  });

  test('keeps the cluster from settling only while the volume is ours to make', () => {
    const store = storeOf(
      [node('node-1')],
      pod('p', mounting),
      claim(),
      storageClass('k8s.io/minikube-hostpath', 'WaitForFirstConsumer'),
    );
    expect(schedule(store, 'p')[1]).toEqual({ verb: 'wake', afterMs: 1000, periodic: false });
  });

  test('reserves a volume that is there, on its node', () => {
    const store = storeOf(
      threeNodes(),
      pod('p', mounting),
      claim(),
      storageClass('kubernetes.io/no-provisioner', 'WaitForFirstConsumer'),
      volume('node-3'),
    );
    const [update] = schedule(store, 'p');
    expect(update).toMatchObject({
      verb: 'update',
      object: { metadata: { name: 'pv-node-3' }, spec: { claimRef: { name: 'data', uid: 'c' } } },
    });
  });

  test('without any volume to be had', () => {
    const store = storeOf(
      threeNodes(),
      pod('p', mounting),
      claim(),
      storageClass('kubernetes.io/no-provisioner', 'WaitForFirstConsumer'),
    );
    expect(complaint(schedule(store, 'p'))).toBe(
      `0/3 nodes are available: 3 node(s) didn't find available persistent volumes to bind. ${NOT_HELPFUL}`,
    );
  });

  test('that one pod may use, and one on another node does', () => {
    const bound = claim(
      { volumeName: 'pv-any', accessModes: ['ReadWriteOncePod'] },
      { 'pv.kubernetes.io/bind-completed': 'yes' },
    );
    const user = pod('first', { ...mounting, nodeName: 'node-2' });
    const anywhere = volume('any', { nodeAffinity: undefined });
    const taken =
      'node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode';
    const store = storeOf(threeNodes(), user, pod('p', mounting), bound, anywhere);
    expect(complaint(schedule(store, 'p'))).toContain(`0/3 nodes are available: 3 ${taken}.`);
    const ended: Pod = { ...user, status: { phase: 'Succeeded' } };
    store.put(PodKind, ended, 0);
    expect(apply(store, schedule(store, 'p'))).toMatch(/node-/);
  });
});
