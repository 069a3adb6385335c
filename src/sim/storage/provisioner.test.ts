import { describe, expect, test } from 'vitest';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import { claim, storageClass, TestStorage } from '../testing/test-storage.ts';

describe('the provisioner', () => {
  const standard = claim('c', '1Gi', { storageClassName: 'standard' });

  test('makes the volume that a claim asks for', () => {
    const storage = new TestStorage();
    storage.add(storageClass('standard'), standard);
    const made = storage.volumeFor('c');
    expect(storage.lines()).toEqual([`${made} Bound c`, `c Bound ${made}`]);
    expect(storage.claim('c').metadata.annotations).toEqual({
      'pv.kubernetes.io/bind-completed': 'yes',
      'pv.kubernetes.io/bound-by-controller': 'yes',
      'volume.beta.kubernetes.io/storage-provisioner': 'k8s.io/minikube-hostpath',
      'volume.kubernetes.io/storage-provisioner': 'k8s.io/minikube-hostpath',
    });
    expect(storage.volume(made)).toMatchObject({
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
    expect(storage.said('c')).toEqual([
      "Normal ExternalProvisioning: Waiting for a volume to be created either by the external provisioner 'k8s.io/minikube-hostpath' or manually by the system administrator. If volume creation is delayed, please verify that the provisioner is running and correctly registered.",
      'Normal Provisioning: External provisioner is provisioning volume for claim "default/c"',
      `Normal ProvisioningSucceeded: Successfully provisioned volume ${made}`,
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
    const annotations = { 'volume.kubernetes.io/selected-node': 'node-2' };
    storage.edit(PersistentVolumeClaimKind, 'c', (waiting) => ({
      ...waiting,
      metadata: { ...waiting.metadata, annotations },
    }));
    const made = storage.volumeFor('c');
    expect(storage.lines()).toEqual([`${made} Bound c`, `c Bound ${made}`]);
  });

  test('takes its volume away when the claim goes, unless it is to be kept', () => {
    for (const reclaimPolicy of ['Delete', 'Retain']) {
      const storage = new TestStorage();
      storage.add(storageClass('standard', { reclaimPolicy }), standard);
      const made = storage.volumeFor('c');
      storage.remove(PersistentVolumeClaimKind, 'c');
      expect(storage.lines()).toEqual(reclaimPolicy === 'Retain' ? [`${made} Released c`] : []);
    }
  });
});
