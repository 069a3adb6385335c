// The storage components over a bare store, and the volumes, claims, classes and pods of their tests.
import type { Kind } from '../api/kind.ts';
import type { KubeObject } from '../api/meta.ts';
import type { PersistentVolume } from '../api/persistent-volume.ts';
import { PersistentVolumeKind } from '../api/persistent-volume.ts';
import type { PersistentVolumeClaim } from '../api/persistent-volume-claim.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import { PodKind } from '../api/pod.ts';
import { StorageClassKind } from '../api/storage-class.ts';
import type { Change } from '../apiserver/store.ts';
import { Store } from '../apiserver/store.ts';
import type { Component, Request } from '../component.ts';
import { binder } from '../storage/binder.ts';
import { claimProtection, volumeProtection } from '../storage/protection.ts';
import { provisioner } from '../storage/provisioner.ts';

export const NOW_MS = 1_700_000_000_000;

const components: readonly Component[] = [binder, provisioner, claimProtection, volumeProtection];
const kinds = [PersistentVolumeKind, PersistentVolumeClaimKind, StorageClassKind, PodKind] as Kind[];

/** The storage components over a store: every change rings, and every key is looked at until all is quiet. */
export class TestStorage {
  readonly store = new Store({ freeze: true });
  /** `name Type Reason: message`, in the order said. */
  readonly events: string[] = [];
  readonly #queue: [Component, string][] = [];

  constructor() {
    this.store.subscribe((change: Change) => {
      for (const component of components) {
        for (const bell of component.doorbells) {
          if ('kind' in bell && bell.kind === change.kind) {
            this.#ring(component, bell.keys(change, this.store));
          }
        }
      }
    });
  }

  add(...objects: KubeObject[]): void {
    for (const object of objects) this.update(kinds.find(({ kind }) => kind === object.kind) as Kind, object);
  }

  remove(kind: Kind, namespace: string, name: string): void {
    this.#remove(kind, namespace, name);
    this.#settle();
  }

  update(kind: Kind, object: KubeObject): void {
    this.#write(kind, object);
    this.#settle();
  }

  claim(name: string): PersistentVolumeClaim | undefined {
    return this.store.get(PersistentVolumeClaimKind, 'default', name);
  }

  volume(name: string): PersistentVolume | undefined {
    return this.store.get(PersistentVolumeKind, '', name);
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

  #ring(component: Component, keys: readonly string[]): void {
    for (const key of keys) {
      if (!this.#queue.some(([other, waiting]) => other === component && waiting === key)) {
        this.#queue.push([component, key]);
      }
    }
  }

  #make(requests: readonly Request[]): void {
    for (const request of requests) {
      if (request.verb === 'event') {
        const { regarding, type, reason, message } = request.event;
        this.events.push(`${regarding.metadata.name} ${type} ${reason}: ${message}`);
      } else if (request.verb === 'create' || request.verb === 'update' || request.verb === 'updateStatus') {
        const answer = this.#write(request.kind, request.object);
        this.#make(request.then?.(answer) ?? []);
      } else if (request.verb === 'delete') {
        this.#remove(request.kind, request.namespace, request.name);
      }
    }
  }

  #write(kind: Kind, object: KubeObject): KubeObject {
    const { metadata } = object;
    if (metadata.deletionTimestamp && !metadata.finalizers?.length) {
      this.store.remove(kind, object, NOW_MS);
      return object;
    }
    return this.store.put(
      kind,
      { ...object, metadata: { uid: `uid-${metadata.name}`, ...metadata } },
      NOW_MS,
    );
  }

  #remove(kind: Kind, namespace: string, name: string): void {
    const object = this.store.get(kind, namespace, name);
    if (!object) return;
    const { metadata } = object;
    if (metadata.finalizers?.length) {
      this.#write(kind, { ...object, metadata: { ...metadata, deletionTimestamp: '2026-01-01T00:00:00Z' } });
    } else this.store.remove(kind, object, NOW_MS);
  }

  #settle(): void {
    for (let looks = 0; this.#queue.length > 0; looks++) {
      if (looks > 200) throw new Error(`no rest: ${this.#queue.map(([, key]) => key).join(' ')}`);
      const [component, key] = this.#queue.shift() as [Component, string];
      this.#make(component.reconcile(key, this.store, NOW_MS));
    }
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

export const pod = (name: string, claimName: string, nodeName?: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'default' },
  spec: {
    containers: [],
    volumes: [{ name: 'd', persistentVolumeClaim: { claimName } }],
    ...(nodeName ? { nodeName } : {}),
  },
});
