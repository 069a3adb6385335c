import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../api/meta.ts';
import { claim, pod, storageClass, TestStorage, volume } from '../testing/test-storage.ts';

describe('why a claim waits', () => {
  const table: readonly [what: string, readonly KubeObject[], expected: string][] = [
    [
      'no class',
      [claim('c', '1Gi', { storageClassName: '' })],
      'Normal FailedBinding: no persistent volumes available for this claim and no storage class is set',
    ],
    [
      'an unknown class',
      [claim('c', '1Gi', { storageClassName: 'gold' })],
      'Warning ProvisioningFailed: storageclass.storage.k8s.io "gold" not found',
    ],
    [
      'a class that waits for a pod',
      [storageClass('manual', { volumeBindingMode: 'WaitForFirstConsumer' }), claim('c')],
      'Normal WaitForFirstConsumer: waiting for first consumer to be created before binding',
    ],
    [
      'a pod without a node',
      [pod('p', 'c'), storageClass('manual', { volumeBindingMode: 'WaitForFirstConsumer' }), claim('c')],
      'Normal WaitForPodScheduled: waiting for pod p to be scheduled',
    ],
    [
      'a class nobody provisions',
      [storageClass('manual', { provisioner: 'kubernetes.io/no-provisioner' }), claim('c')],
      'Warning ProvisioningFailed: no volume plugin matched name: kubernetes.io/no-provisioner',
    ],
    [
      'a volume too small for it',
      [volume('v'), claim('c', '2Gi', { volumeName: 'v' })],
      'Warning VolumeMismatch: Cannot bind to requested volume "v": requested PV is too small',
    ],
    [
      'a volume of another class',
      [volume('v', { storageClassName: 'x' }), claim('c', '1Gi', { volumeName: 'v' })],
      'Warning VolumeMismatch: Cannot bind to requested volume "v": storageClassName does not match',
    ],
    [
      'a volume that another has',
      [volume('v'), claim('a'), claim('c', '1Gi', { volumeName: 'v' })],
      'Warning FailedBinding: volume "v" already bound to a different claim.',
    ],
  ];
  test.each(table)('%s', (_, objects, expected) => {
    const storage = new TestStorage();
    storage.add(...objects);
    expect(storage.claim('c').status?.phase).toBe('Pending');
    expect(storage.said('c')).toEqual([expected]);
  });
});
