// The binder: brings claims and volumes together, and parts them when a claim goes.
//
// Watches PersistentVolumeClaims, PersistentVolumes, StorageClasses and the pods that empty volumes. Writes claimRef and
// volumeName, the annotations that tell a finished binding, both statuses, those pods, and the deletion of a volume whose policy
// says so. Keys: `namespace/name` of a claim, or the bare name of a volume.
//
// Departs: a claim that waits is looked at as soon as a volume that suits it, or its class, appears; the real controller may
// take its 15 s.
import { keyOf, splitKey } from '../api/meta.ts';
import type { PersistentVolume } from '../api/persistent-volume.ts';
import { PersistentVolumeKind } from '../api/persistent-volume.ts';
import type { PersistentVolumeClaim } from '../api/persistent-volume-claim.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import { StorageClassKind } from '../api/storage-class.ts';
import type { Change } from '../apiserver/store.ts';
import type { Component, View } from '../component.ts';
import { isBindingDelayed, isBound, isClaimedBy } from './claims.ts';
import { findVolume } from './matching.ts';
import { recycledBy } from './recycler.ts';
import { syncClaim } from './sync-claim.ts';
import { syncVolume } from './sync-volume.ts';

const LATENCY_MS = 10;

export const binder: Component = {
  name: 'persistentvolume-controller',
  latencyMs: LATENCY_MS,
  doorbells: [
    { kind: PersistentVolumeClaimKind, keys: keysOfClaim },
    { kind: PersistentVolumeKind, keys: keysOfVolume },
    { kind: StorageClassKind, keys: keysOfClass },
    { kind: PodKind, keys: keysOfPod },
  ],
  startKeys: (view) => [
    ...view.list(PersistentVolumeClaimKind).map(keyOf),
    ...view.list(PersistentVolumeKind).map(keyOf),
  ],
  reconcile(key, view, nowMs) {
    const { namespace, name } = splitKey(key);
    if (namespace) {
      const claim = view.get(PersistentVolumeClaimKind, namespace, name);
      return claim ? syncClaim(claim, view, nowMs) : [];
    }
    const volume = view.get(PersistentVolumeKind, '', name);
    return volume ? syncVolume(volume, view, nowMs) : [];
  },
};

/** The claim itself, unless it is gone, and the volumes that have to do with it. */
function keysOfClaim({ type, before, after }: Change, view: View): readonly string[] {
  const claims = [before, after] as (PersistentVolumeClaim | undefined)[];
  const volumes = new Set(claims.flatMap((claim) => claim?.spec.volumeName ?? []));
  for (const volume of view.list(PersistentVolumeKind)) {
    if (isClaimedBy(volume, after as PersistentVolumeClaim)) volumes.add(volume.metadata.name);
  }
  return type === 'DELETED' ? [...volumes] : [keyOf(after), ...volumes];
}

/** The volume itself, its claim, the claims that ask for it by name and, while it is free, those that it suits. */
function keysOfVolume({ type, after }: Change, view: View): readonly string[] {
  const volume = after as PersistentVolume;
  const { name } = volume.metadata;
  const claims = view
    .list(PersistentVolumeClaimKind)
    .filter(
      (claim) =>
        claim.spec.volumeName === name || isClaimedBy(volume, claim) || isAwaited(volume, claim, view),
    )
    .map(keyOf);
  return type === 'DELETED' ? claims : [name, ...claims];
}

function isAwaited(volume: PersistentVolume, claim: PersistentVolumeClaim, view: View): boolean {
  if (isBound(claim) || claim.spec.volumeName || isBindingDelayed(claim, view)) return false;
  return findVolume(claim, [volume]) !== undefined;
}

/** A pod that is gone has been told of before. */
function keysOfPod({ type, after }: Change): readonly string[] {
  const volume = recycledBy(after as Pod);
  return volume === undefined || type === 'DELETED' ? [] : [volume];
}

function keysOfClass({ type, after }: Change, view: View): readonly string[] {
  if (type !== 'ADDED') return [];
  return view
    .list(PersistentVolumeClaimKind)
    .filter((claim) => claim.spec.storageClassName === after.metadata.name && !isBound(claim))
    .map(keyOf);
}
