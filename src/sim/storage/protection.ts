// Keeps claims that pods use, and volumes that are bound, from vanishing: deleted, they stay Terminating until nobody needs them.
//
// Two components. Each watches its kind (and the pods that use claims) and takes its finalizer away from an object that is to go
// once that is safe.
// Source: "Persistent Volumes: Storage Object in Use Protection" in the Kubernetes documentation.
import type { Kind } from '../api/kind.ts';
import type { KubeObject } from '../api/meta.ts';
import { keyOf, splitKey } from '../api/meta.ts';
import { PersistentVolumeKind } from '../api/persistent-volume.ts';
import type { PersistentVolumeClaim } from '../api/persistent-volume-claim.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { Change } from '../apiserver/store.ts';
import type { Component, Request, View } from '../component.ts';
import { claimNamesOf } from './claims.ts';

const CLAIM_FINALIZER = 'kubernetes.io/pvc-protection';
const VOLUME_FINALIZER = 'kubernetes.io/pv-protection';
const LATENCY_MS = 5;

export const claimProtection: Component = {
  name: 'persistentvolumeclaim-protection-controller',
  latencyMs: LATENCY_MS,
  doorbells: [
    { kind: PersistentVolumeClaimKind, keys: ({ after }: Change) => (isGoing(after) ? [keyOf(after)] : []) },
    { kind: PodKind, keys: claimsOfPod },
  ],
  startKeys: (view) => view.list(PersistentVolumeClaimKind).filter(isGoing).map(keyOf),
  reconcile(key, view) {
    const { namespace, name } = splitKey(key);
    const claim = view.get(PersistentVolumeClaimKind, namespace, name);
    if (!claim || !isGoing(claim) || isUsed(claim, view)) return [];
    return letGo(PersistentVolumeClaimKind, claim, CLAIM_FINALIZER);
  },
};

export const volumeProtection: Component = {
  name: 'persistentvolume-protection-controller',
  latencyMs: LATENCY_MS,
  doorbells: [
    { kind: PersistentVolumeKind, keys: ({ after }: Change) => (isGoing(after) ? [keyOf(after)] : []) },
  ],
  startKeys: (view) => view.list(PersistentVolumeKind).filter(isGoing).map(keyOf),
  reconcile(key, view) {
    const volume = view.get(PersistentVolumeKind, '', key);
    if (!volume || !isGoing(volume) || volume.status?.phase === 'Bound') return [];
    return letGo(PersistentVolumeKind, volume, VOLUME_FINALIZER);
  },
};

function isGoing(object: KubeObject): boolean {
  return object.metadata.deletionTimestamp !== undefined;
}

/** The claims of a pod that stopped being in the way. */
function claimsOfPod({ type, after }: Change, view: View): readonly string[] {
  if (type !== 'DELETED') return [];
  const namespace = after.metadata.namespace ?? '';
  return claimNamesOf(after as Pod).flatMap((name) => {
    const claim = view.get(PersistentVolumeClaimKind, namespace, name);
    return claim && isGoing(claim) ? [keyOf(claim)] : [];
  });
}

/** A pod without a node does not use a claim yet: its kubelet would not mount one that is going. */
function isUsed({ metadata }: PersistentVolumeClaim, view: View): boolean {
  return view
    .list(PodKind, metadata.namespace)
    .some((pod) => Boolean(pod.spec.nodeName) && claimNamesOf(pod).includes(metadata.name));
}

function letGo(kind: Kind, object: KubeObject, finalizer: string): Request[] {
  const { finalizers = [] } = object.metadata;
  if (!finalizers.includes(finalizer)) return [];
  const rest = finalizers.filter((other) => other !== finalizer);
  return [
    { verb: 'update', kind, object: { ...object, metadata: { ...object.metadata, finalizers: rest } } },
  ];
}
