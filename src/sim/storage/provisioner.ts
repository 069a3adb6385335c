// The provisioner behind the class `standard`: makes a directory of its node's disk for every claim that asks for one.
//
// Watches PersistentVolumeClaims and PersistentVolumes. Writes a PersistentVolume named pvc-<uid of the claim> for each claim
// that the binder assigned to it, and deletes the volumes it made once they are released and their policy says so.
//
// Departs: every node can reach the directory; minikube, where this provisioner lives, has but one.
import { keyOf, splitKey } from '../api/meta.ts';
import type { PersistentVolume } from '../api/persistent-volume.ts';
import { PersistentVolumeKind } from '../api/persistent-volume.ts';
import type { PersistentVolumeClaim } from '../api/persistent-volume-claim.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import type { StorageClass } from '../api/storage-class.ts';
import type { Change } from '../apiserver/store.ts';
import type { Component, Request, View } from '../component.ts';
import {
  claimReference,
  classOf,
  hasAnnotation,
  isBindingDelayed,
  isBound,
  PROVISIONED_BY,
  SELECTED_NODE,
  STORAGE_PROVISIONER,
} from './claims.ts';

import { provisionedDisk } from './provisioned-disk.ts';

export const PROVISIONER = 'k8s.io/minikube-hostpath';
const IDENTITY = '0f0f0f0f-0000-4000-8000-000000000001';
const IDENTITY_ANNOTATION = 'hostPathProvisionerIdentity';
const DIRECTORY = '/tmp/hostpath-provisioner';

/** How long it takes to make, or take away, a volume. */
const LATENCY_MS = 20;

export const provisioner: Component = {
  name: `${PROVISIONER}_node-1_${IDENTITY}`,
  latencyMs: LATENCY_MS,
  doorbells: [
    {
      kind: PersistentVolumeClaimKind,
      keys: ({ type, after }: Change, view: View) =>
        type !== 'DELETED' && isAwaiting(after as PersistentVolumeClaim, view) ? [keyOf(after)] : [],
    },
    {
      kind: PersistentVolumeKind,
      keys: ({ type, after }: Change) =>
        type !== 'DELETED' && isLeftBehind(after as PersistentVolume) ? [keyOf(after)] : [],
    },
  ],
  startKeys: (view) => [
    ...view.list(PersistentVolumeClaimKind).map(keyOf),
    ...view.list(PersistentVolumeKind).map(keyOf),
  ],
  reconcile(key, view) {
    const { namespace, name } = splitKey(key);
    if (namespace) {
      const claim = view.get(PersistentVolumeClaimKind, namespace, name);
      return claim && isAwaiting(claim, view) ? provision(claim, view) : [];
    }
    const volume = view.get(PersistentVolumeKind, '', name);
    if (!volume || !isLeftBehind(volume)) return [];
    return [
      { verb: 'delete', kind: PersistentVolumeKind, namespace: '', name },
      { verb: 'world', act: { do: 'delete-disk', id: provisionedDisk(name) } },
    ];
  },
};

function isAwaiting(claim: PersistentVolumeClaim, view: View): boolean {
  if (isBound(claim) || claim.spec.volumeName || claim.metadata.deletionTimestamp) return false;
  if (claim.metadata.annotations?.[STORAGE_PROVISIONER] !== PROVISIONER) return false;
  return !isBindingDelayed(claim, view) || hasAnnotation(claim, SELECTED_NODE);
}

function isLeftBehind(volume: PersistentVolume): boolean {
  return (
    volume.metadata.annotations?.[PROVISIONED_BY] === PROVISIONER &&
    volume.spec.persistentVolumeReclaimPolicy === 'Delete' &&
    volume.status?.phase === 'Released' &&
    !volume.metadata.deletionTimestamp
  );
}

function provision(claim: PersistentVolumeClaim, view: View): Request[] {
  const { namespace = '', name, uid = '' } = claim.metadata;
  const storageClass = classOf(claim, view);
  const volumeName = `pvc-${uid}`;
  if (!storageClass || view.get(PersistentVolumeKind, '', volumeName)) return [];
  const say = (reason: string, message: string): Request => ({
    verb: 'event',
    event: { regarding: claim, type: 'Normal', reason, message },
  });
  return [
    say('Provisioning', `External provisioner is provisioning volume for claim "${namespace}/${name}"`),
    {
      verb: 'create',
      kind: PersistentVolumeKind,
      object: volumeFor(claim, storageClass, volumeName),
      // biome-ignore lint/suspicious/noThenProperty: what follows the answer is part of a request
      then: () => [say('ProvisioningSucceeded', `Successfully provisioned volume ${volumeName}`)],
    },
  ];
}

function volumeFor(claim: PersistentVolumeClaim, storageClass: StorageClass, name: string): PersistentVolume {
  const { mountOptions, reclaimPolicy = 'Delete' } = storageClass;
  const storage = claim.spec.resources?.requests?.storage;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name, annotations: { [IDENTITY_ANNOTATION]: IDENTITY, [PROVISIONED_BY]: PROVISIONER } },
    spec: {
      ...(claim.spec.accessModes ? { accessModes: claim.spec.accessModes } : {}),
      ...(storage === undefined ? {} : { capacity: { storage } }),
      claimRef: claimReference(claim),
      hostPath: { path: `${DIRECTORY}/${claim.metadata.namespace}/${claim.metadata.name}`, type: '' },
      ...(mountOptions ? { mountOptions } : {}),
      persistentVolumeReclaimPolicy: reclaimPolicy,
      storageClassName: storageClass.metadata.name,
      volumeMode: claim.spec.volumeMode ?? 'Filesystem',
    },
  };
}
