// What becomes of claims: they stay, or they go with their pod (scaled away) or with the set (deleted). The garbage
// collector does the deleting; this says by which owner references it is told to.
// Source: "PersistentVolumeClaim retention" in the documentation of StatefulSets.
import type { KubeObject, OwnerReference } from '../../api/meta.ts';
import { controllerOf, controllerReference } from '../../api/meta.ts';
import type { PersistentVolumeClaim } from '../../api/persistent-volume-claim.ts';
import type { Pod } from '../../api/pod.ts';
import type { StatefulSet } from '../../api/stateful-set.ts';
import { isEqual } from '../../machinery/equality.ts';
import { withOwners } from '../claim-pods.ts';
import { isInRange, ordinalOf } from './identity.ts';

/** The claim with the owner that the policy asks for; undefined if it has it already, or has someone else's. */
export function claimToUpdate(
  set: StatefulSet,
  pod: Pod,
  claim: PersistentVolumeClaim,
): PersistentVolumeClaim | undefined {
  const owners = claim.metadata.ownerReferences ?? [];
  const others = owners.filter((owner) => !isReferenceTo(owner, set) && !isReferenceTo(owner, pod));
  const stranger = controllerOf(claim);
  if (stranger && others.includes(stranger)) return undefined;
  const wanted = wantedOwner(set, pod);
  const next = wanted ? [...others, controllerReference(wanted)] : others;
  return isEqual(next, owners) ? undefined : withOwners(claim, next);
}

/** The owner that a fresh claim gets: its pod is wanted, so only the set can be. */
export function withInitialOwner(set: StatefulSet, claim: PersistentVolumeClaim): PersistentVolumeClaim {
  return policyOf(set).whenDeleted === 'Delete' ? withOwners(claim, [controllerReference(set)]) : claim;
}

/** True for a claim that is to go with an earlier pod of this name: the new pod must not be given it. */
export function isStale(set: StatefulSet, pod: Pod, claim: PersistentVolumeClaim): boolean {
  if (policyOf(set).whenScaled === 'Retain') return false;
  const owners = claim.metadata.ownerReferences ?? [];
  return owners.some(({ kind, name, uid }) => {
    return kind === 'Pod' && name === pod.metadata.name && uid !== pod.metadata.uid;
  });
}

function wantedOwner(set: StatefulSet, pod: Pod): KubeObject | undefined {
  const { whenDeleted, whenScaled } = policyOf(set);
  const isScaledAway = !isInRange(set, ordinalOf(set, pod));
  if (isScaledAway && whenScaled === 'Delete') return pod;
  return whenDeleted === 'Delete' ? set : undefined;
}

function policyOf(set: StatefulSet): { whenDeleted: string; whenScaled: string } {
  const { whenDeleted = 'Retain', whenScaled = 'Retain' } =
    set.spec.persistentVolumeClaimRetentionPolicy ?? {};
  return { whenDeleted, whenScaled };
}

function isReferenceTo(owner: OwnerReference, object: KubeObject): boolean {
  return owner.uid === object.metadata.uid;
}
