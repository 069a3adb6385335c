// What is told of a claim or a volume by its fields and annotations alone.
import type { ObjectReference } from '../api/meta.ts';
import type { PersistentVolume } from '../api/persistent-volume.ts';
import type { PersistentVolumeClaim } from '../api/persistent-volume-claim.ts';
import type { Pod } from '../api/pod.ts';
import type { StorageClass } from '../api/storage-class.ts';
import { StorageClassKind } from '../api/storage-class.ts';
import type { View } from '../component.ts';

/** Set on a claim once it and its volume point at each other. */
export const BIND_COMPLETED = 'pv.kubernetes.io/bind-completed';
/** Set on whichever of the two was not pointed by the user. */
export const BOUND_BY_CONTROLLER = 'pv.kubernetes.io/bound-by-controller';
/** On a claim: the node that the scheduler chose for its first pod. */
export const SELECTED_NODE = 'volume.kubernetes.io/selected-node';
/** On a claim: who is to make a volume for it. The older name is still written beside it. */
export const STORAGE_PROVISIONER = 'volume.kubernetes.io/storage-provisioner';
export const BETA_STORAGE_PROVISIONER = 'volume.beta.kubernetes.io/storage-provisioner';
/** On a volume: who made it. */
export const PROVISIONED_BY = 'pv.kubernetes.io/provisioned-by';

/** The provisioner of classes whose volumes people make. */
export const NO_PROVISIONER = 'kubernetes.io/no-provisioner';

export function hasAnnotation(object: PersistentVolume | PersistentVolumeClaim, name: string): boolean {
  return Object.hasOwn(object.metadata.annotations ?? {}, name);
}

/** Whether a claim has its volume and both know it. */
export function isBound(claim: PersistentVolumeClaim): boolean {
  return Boolean(claim.spec.volumeName) && hasAnnotation(claim, BIND_COMPLETED);
}

/** Whether a volume's claimRef means this claim: by name, and by uid where it has one. */
export function isClaimedBy(volume: PersistentVolume, claim: PersistentVolumeClaim): boolean {
  const ref = volume.spec.claimRef;
  if (!ref) return false;
  const { namespace, name, uid } = claim.metadata;
  return ref.namespace === namespace && ref.name === name && (!ref.uid || ref.uid === uid);
}

/** The reference that a volume keeps of its claim. */
export function claimReference(claim: PersistentVolumeClaim): ObjectReference {
  const { namespace, name, uid, resourceVersion } = claim.metadata;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(uid === undefined ? {} : { uid }),
    ...(resourceVersion === undefined ? {} : { resourceVersion }),
  };
}

export function classOf(claim: PersistentVolumeClaim, view: View): StorageClass | undefined {
  const name = claim.spec.storageClassName;
  return name ? view.get(StorageClassKind, '', name) : undefined;
}

/** Whether binding waits until a pod that uses the claim has a node. */
export function isBindingDelayed(claim: PersistentVolumeClaim, view: View): boolean {
  return classOf(claim, view)?.volumeBindingMode === 'WaitForFirstConsumer';
}

/** The names of the claims that a pod mounts, in the order of its volumes. */
export function claimNamesOf(pod: Pod): readonly string[] {
  return (pod.spec.volumes ?? []).flatMap((volume) => volume.persistentVolumeClaim?.claimName ?? []);
}
