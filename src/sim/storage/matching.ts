// Which volume suits a claim: of its class and mode, with its labels, access modes and size, and the smallest of these.
// Source: "Persistent Volumes: Binding" in the Kubernetes documentation, and recordings of 1.36.
import type { LabelSelector } from '../api/meta.ts';
import type { PersistentVolume } from '../api/persistent-volume.ts';
import type { PersistentVolumeClaim } from '../api/persistent-volume-claim.ts';
import { compileLabelSelector } from '../machinery/label-selector.ts';
import type { Quantity } from '../machinery/quantity.ts';
import { compareQuantities, parseQuantity, quantity } from '../machinery/quantity.ts';
import { isClaimedBy } from './claims.ts';

const NOTHING = quantity('0');

/**
 * The volume that a claim should be bound to, if there is one. A volume that names the claim goes before all others; with
 * `onlyNamed` no other is looked at (its class waits for a pod). `isUsable` is one more condition on free volumes.
 */
export function findVolume(
  claim: PersistentVolumeClaim,
  volumes: readonly PersistentVolume[],
  options: {
    readonly onlyNamed?: boolean;
    readonly isUsable?: (volume: PersistentVolume) => boolean;
  } = {},
): PersistentVolume | undefined {
  const suiting = volumes.filter((volume) => isSuiting(volume, claim));
  const named = suiting.find((volume) => isClaimedBy(volume, claim) && hasRoom(volume, claim));
  if (named || options.onlyNamed) return named;
  const free = suiting.filter(
    (volume) =>
      !volume.spec.claimRef &&
      !volume.metadata.deletionTimestamp &&
      volume.status?.phase === 'Available' &&
      (volume.spec.storageClassName ?? '') === (claim.spec.storageClassName ?? '') &&
      isSelected(volume, claim.spec.selector) &&
      hasRoom(volume, claim) &&
      (options.isUsable?.(volume) ?? true),
  );
  return free.sort(fewestModesThenSmallest)[0];
}

/** Why a volume that was asked for by name cannot be had; undefined: it can. */
export function mismatchOf(volume: PersistentVolume, claim: PersistentVolumeClaim): string | undefined {
  if (!hasRoom(volume, claim)) return 'requested PV is too small';
  if ((volume.spec.storageClassName ?? '') !== (claim.spec.storageClassName ?? '')) {
    return 'storageClassName does not match';
  }
  if (modeOf(volume) !== modeOf(claim)) return 'incompatible volumeMode';
  return hasModes(volume, claim) ? undefined : 'incompatible accessMode';
}

function isSuiting(volume: PersistentVolume, claim: PersistentVolumeClaim): boolean {
  return modeOf(volume) === modeOf(claim) && hasModes(volume, claim);
}

function modeOf(object: PersistentVolume | PersistentVolumeClaim): string {
  return object.spec.volumeMode ?? 'Filesystem';
}

function hasModes(volume: PersistentVolume, claim: PersistentVolumeClaim): boolean {
  return (claim.spec.accessModes ?? []).every((mode) => volume.spec.accessModes?.includes(mode));
}

function isSelected(volume: PersistentVolume, selector: LabelSelector | undefined): boolean {
  if (!selector) return true;
  const compiled = compileLabelSelector(selector);
  return compiled.ok && compiled.value.matches(volume.metadata.labels ?? {});
}

function hasRoom(volume: PersistentVolume, claim: PersistentVolumeClaim): boolean {
  return compareQuantities(capacityOf(volume), sizeOf(claim.spec.resources?.requests?.storage)) >= 0;
}

function capacityOf(volume: PersistentVolume): Quantity {
  return sizeOf(volume.spec.capacity?.storage);
}

function sizeOf(text: string | undefined): Quantity {
  const parsed = text === undefined ? undefined : parseQuantity(String(text));
  return parsed?.ok ? parsed.value : NOTHING;
}

/** A volume that can do less else is spared the least. */
function fewestModesThenSmallest(a: PersistentVolume, b: PersistentVolume): number {
  const modes = (a.spec.accessModes?.length ?? 0) - (b.spec.accessModes?.length ?? 0);
  return modes || compareQuantities(capacityOf(a), capacityOf(b));
}
