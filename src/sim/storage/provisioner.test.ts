import { describe, expect, test } from 'vitest';
import type { Kind } from '../api/kind.ts';
import type { PersistentVolumeClaim } from '../api/persistent-volume-claim.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import { claim, storageClass, TestStorage } from '../testing/test-storage.ts';

describe('the provisioner', () => {
  const standard = claim('c', '1Gi', { storageClassName: 'standard' });

  test('makes the volume that a claim asks for', () => {
    const storage = new TestStorage();
    storage.add(storageClass('standard'), standard);
    expect(storage.lines()).toEqual(['pvc-uid-c Bound c', 'c Bound pvc-uid-c']);
    expect(storage.claim('c')?.metadata.annotations).toEqual({
      'pv.kubernetes.io/bind-completed': 'yes',
      'pv.kubernetes.io/bound-by-controller': 'yes',
      'volume.beta.kubernetes.io/storage-provisioner': 'k8s.io/minikube-hostpath',
      'volume.kubernetes.io/storage-provisioner': 'k8s.io/minikube-hostpath',
    });
    expect(storage.volume('pvc-uid-c')).toMatchObject({
      metadata: {
        annotations: {
          hostPathProvisionerIdentity: '0f0f0f0f-0000-4000-8000-000000000001',
          'pv.kubernetes.io/provisioned-by': 'k8s.io/minikube-hostpath',
        },
      },
      spec: {
        accessModes: ['ReadWriteOnce'],
        capacity: { storage: '1Gi' },
        hostPath: { path: '/tmp/hostpath-provisioner/default/c', type: '' },
        persistentVolumeReclaimPolicy: 'Delete',
        storageClassName: 'standard',
        volumeMode: 'Filesystem',
      },
    });
    expect([...new Set(storage.events)]).toEqual([
      "c Normal ExternalProvisioning: Waiting for a volume to be created either by the external provisioner 'k8s.io/minikube-hostpath' or manually by the system administrator. If volume creation is delayed, please verify that the provisioner is running and correctly registered.",
      'c Normal Provisioning: External provisioner is provisioning volume for claim "default/c"',
      'c Normal ProvisioningSucceeded: Successfully provisioned volume pvc-uid-c',
    ]);
  });

  test('leaves the claims of other provisioners alone', () => {
    const storage = new TestStorage();
    storage.add(storageClass('standard', { provisioner: 'ebs.csi.aws.com' }), standard);
    expect(storage.lines()).toEqual(['c Pending']);
  });

  test('waits for the node of a claim that waits for a pod', () => {
    const storage = new TestStorage();
    storage.add(storageClass('standard', { volumeBindingMode: 'WaitForFirstConsumer' }), standard);
    expect(storage.lines()).toEqual(['c Pending']);
    const waiting = storage.claim('c') as PersistentVolumeClaim;
    const annotations = { 'volume.kubernetes.io/selected-node': 'node-2' };
    storage.update(PersistentVolumeClaimKind as Kind, {
      ...waiting,
      metadata: { ...waiting.metadata, annotations },
    });
    expect(storage.lines()).toEqual(['pvc-uid-c Bound c', 'c Bound pvc-uid-c']);
  });

  test('takes its volume away when the claim goes, unless it is to be kept', () => {
    for (const [reclaimPolicy, left] of [
      ['Delete', []],
      ['Retain', ['pvc-uid-c Released c']],
    ] as const) {
      const storage = new TestStorage();
      storage.add(storageClass('standard', { reclaimPolicy }), standard);
      storage.remove(PersistentVolumeClaimKind as Kind, 'default', 'c');
      expect(storage.lines()).toEqual(left);
    }
  });
});
