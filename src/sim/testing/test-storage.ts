// The storage components in a small cluster, and the volumes, claims, classes and pods of their tests.
import type { Kind } from '../api/kind.ts';
import type { KubeObject } from '../api/meta.ts';
import type { PersistentVolume } from '../api/persistent-volume.ts';
import { PersistentVolumeKind } from '../api/persistent-volume.ts';
import type { PersistentVolumeClaim } from '../api/persistent-volume-claim.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import { StorageClassKind } from '../api/storage-class.ts';
import { binder } from '../storage/binder.ts';
import { claimProtection, volumeProtection } from '../storage/protection.ts';
import { provisioner } from '../storage/provisioner.ts';
import { somePod, TestCluster } from './test-cluster.ts';

const kinds = [PersistentVolumeKind, PersistentVolumeClaimKind, StorageClassKind, PodKind] as Kind[];
/** Long enough for all to come to rest. */
const restMs = 5000;

export class TestStorage extends TestCluster {
  constructor() {
    super(binder, provisioner, claimProtection, volumeProtection);
  }

  /** Creates objects, each once all is quiet after the one before. */
  add(...objects: KubeObject[]): void {
    for (const object of objects) {
      this.create(kinds.find(({ kind }) => kind === object.kind) as Kind, object);
      this.pass(restMs);
    }
  }

  /** Deletes an object and lets all come to rest. */
  remove(kind: Kind, name: string): void {
    this.delete(kind, name, { gracePeriodSeconds: 0 });
    this.pass(restMs);
  }

  claim(name: string): PersistentVolumeClaim {
    return this.get(PersistentVolumeClaimKind, name);
  }

  volume(name: string): PersistentVolume {
    return this.get(PersistentVolumeKind, name);
  }

  /** Changes an object and lets all come to rest. */
  edit<T extends KubeObject>(kind: Kind<T>, name: string, change: (object: NoInfer<T>) => NoInfer<T>): void {
    this.change(kind, name, change);
    this.pass(restMs);
  }

  /** The name of the volume that is made for a claim. */
  volumeFor(name: string): string {
    return `pvc-${this.claim(name).metadata.uid}`;
  }

  /** The events about a claim or volume, as `Type Reason: message`, however often each was said. */
  said(name: string): string[] {
    return this.events(name).map((line) => line.replace(/^x\d+ /, ''));
  }

  /** `name phase claim` of every volume and `name phase volume` of every claim. */
  lines(): string[] {
    return [
      ...this.store
        .list(PersistentVolumeKind)
        .map((v) => [v.metadata.name, v.status?.phase, v.spec.claimRef?.name].filter(Boolean).join(' ')),
      ...this.store
        .list(PersistentVolumeClaimKind)
        .map((c) => [c.metadata.name, c.status?.phase, c.spec.volumeName].filter(Boolean).join(' ')),
    ];
  }
}

export function volume(
  name: string,
  spec: Partial<PersistentVolume['spec']> = {},
  labels = {},
): PersistentVolume {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name, labels, finalizers: ['kubernetes.io/pv-protection'] },
    spec: {
      capacity: { storage: '1Gi' },
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'manual',
      persistentVolumeReclaimPolicy: 'Retain',
      volumeMode: 'Filesystem',
      hostPath: { path: `/tmp/${name}`, type: '' },
      ...spec,
    },
    status: { phase: 'Pending' },
  };
}

export function claim(
  name: string,
  storage = '1Gi',
  spec: Partial<PersistentVolumeClaim['spec']> = {},
): PersistentVolumeClaim {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name, namespace: 'default', finalizers: ['kubernetes.io/pvc-protection'] },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage } },
      storageClassName: 'manual',
      volumeMode: 'Filesystem',
      ...spec,
    },
    status: { phase: 'Pending' },
  };
}

export const storageClass = (name: string, extra: object = {}) => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name },
  provisioner: 'k8s.io/minikube-hostpath',
  reclaimPolicy: 'Delete',
  volumeBindingMode: 'Immediate',
  ...extra,
});

export function pod(name: string, claimName: string, nodeName?: string): Pod {
  const volumes = [{ name: 'd', persistentVolumeClaim: { claimName } }];
  return somePod({ name }, nodeName ? { volumes, nodeName } : { volumes });
}
