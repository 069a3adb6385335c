// The writes that bind a claim to a volume: each points at the other, then each says Bound.
import type { KubeObject } from '../api/meta.ts';
import type { PersistentVolume } from '../api/persistent-volume.ts';
import { PersistentVolumeKind } from '../api/persistent-volume.ts';
import type { PersistentVolumeClaim } from '../api/persistent-volume-claim.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import type { Request } from '../component.ts';
import { isEqual } from '../machinery/equality.ts';
import { formatRfc3339 } from '../machinery/time.ts';
import { BIND_COMPLETED, BOUND_BY_CONTROLLER, claimReference, isClaimedBy } from './claims.ts';

export type VolumePhase = NonNullable<NonNullable<PersistentVolume['status']>['phase']>;
export type ClaimStatus = NonNullable<PersistentVolumeClaim['status']>;

/** What is left to be written, in the order of the real controller: volume, its status, claim, its status. */
export function bind(volume: PersistentVolume, claim: PersistentVolumeClaim, nowMs: number): Request[] {
  return step('update', volume, pointedAt(volume, claim), (pointed) =>
    step('updateStatus', pointed, inPhase(pointed, 'Bound', nowMs), (bound) =>
      step('update', claim, pointedTo(claim, bound), (pointing) =>
        step('updateStatus', pointing, withClaimStatus(pointing, boundStatus(pointing, bound)), () => []),
      ),
    ),
  );
}

/** Writes a volume's phase if it has another. */
export function setVolumePhase(
  volume: PersistentVolume,
  phase: VolumePhase,
  nowMs: number,
  message?: string,
): Request[] {
  return step('updateStatus', volume, inPhase(volume, phase, nowMs, message), () => []);
}

/** Writes a claim's status if it has another. */
export function setClaimStatus(claim: PersistentVolumeClaim, status: ClaimStatus): Request[] {
  return step('updateStatus', claim, withClaimStatus(claim, status), () => []);
}

/** Says that a claim has no volume yet. */
export function setPending(claim: PersistentVolumeClaim): Request[] {
  return setClaimStatus(claim, { ...claim.status, phase: 'Pending' });
}

/** Makes one write, unless nothing changes by it, and goes on with what the API server answers. */
function step<T extends PersistentVolume | PersistentVolumeClaim>(
  verb: 'update' | 'updateStatus',
  before: T,
  after: T,
  next: (answer: T) => Request[],
): Request[] {
  if (before === after) return next(before);
  const kind = after.kind === 'PersistentVolume' ? PersistentVolumeKind : PersistentVolumeClaimKind;
  // biome-ignore lint/suspicious/noThenProperty: what follows the answer is part of a request
  return [{ verb, kind, object: after, then: (answer: KubeObject) => next(answer as T) }];
}

function pointedAt(volume: PersistentVolume, claim: PersistentVolumeClaim): PersistentVolume {
  const ref = volume.spec.claimRef;
  if (ref?.uid && isClaimedBy(volume, claim)) return volume;
  // Where the user named the claim, the annotation is not set: the volume stays that claim's.
  const annotations = ref
    ? volume.metadata.annotations
    : { ...volume.metadata.annotations, [BOUND_BY_CONTROLLER]: 'yes' };
  return {
    ...volume,
    metadata: { ...volume.metadata, ...(annotations ? { annotations } : {}) },
    spec: { ...volume.spec, claimRef: claimReference(claim) },
  };
}

function pointedTo(claim: PersistentVolumeClaim, volume: PersistentVolume): PersistentVolumeClaim {
  const { name } = volume.metadata;
  const known = claim.metadata.annotations ?? {};
  if (claim.spec.volumeName === name && Object.hasOwn(known, BIND_COMPLETED)) return claim;
  const annotations = {
    ...known,
    [BIND_COMPLETED]: 'yes',
    ...(claim.spec.volumeName ? {} : { [BOUND_BY_CONTROLLER]: 'yes' }),
  };
  return {
    ...claim,
    metadata: { ...claim.metadata, annotations },
    spec: { ...claim.spec, volumeName: name },
  };
}

function inPhase(
  volume: PersistentVolume,
  phase: VolumePhase,
  nowMs: number,
  message?: string,
): PersistentVolume {
  if (volume.status?.phase === phase) return volume;
  const status = {
    phase,
    lastPhaseTransitionTime: formatRfc3339(nowMs),
    ...(message === undefined ? {} : { message }),
  };
  return { ...volume, status };
}

function boundStatus(claim: PersistentVolumeClaim, volume: PersistentVolume): ClaimStatus {
  return {
    ...claim.status,
    phase: 'Bound',
    ...(volume.spec.accessModes ? { accessModes: volume.spec.accessModes } : {}),
    // The capacity is taken over once; a later change of size is somebody else's to report.
    ...(claim.status?.phase === 'Bound' && claim.status.capacity
      ? { capacity: claim.status.capacity }
      : volume.spec.capacity
        ? { capacity: volume.spec.capacity }
        : {}),
  };
}

function withClaimStatus(claim: PersistentVolumeClaim, status: ClaimStatus): PersistentVolumeClaim {
  return isEqual(claim.status, status) ? claim : { ...claim, status };
}
