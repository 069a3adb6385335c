// What becomes of one volume: free, bound, or left behind by its claim.
// Source: "Persistent Volumes: Lifecycle of a volume and claim" in the Kubernetes documentation.
import type { PersistentVolume } from '../api/persistent-volume.ts';
import { PersistentVolumeKind } from '../api/persistent-volume.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import type { Request, View } from '../component.ts';
import { parseRfc3339 } from '../machinery/time.ts';
import { setVolumePhase } from './binding.ts';
import { BIND_COMPLETED, BOUND_BY_CONTROLLER, hasAnnotation, PROVISIONED_BY } from './claims.ts';
import { recycle } from './recycler.ts';

/** What failed is tried again after this long. */
const RESYNC_MS = 15_000;

const again: Request = { verb: 'wake', afterMs: RESYNC_MS, periodic: true };

/** The only directories that the real controller dares to empty on its own. */
const DELETABLE_PATH = /^\/tmp\/.+/;

export function syncVolume(volume: PersistentVolume, view: View, nowMs: number): Request[] {
  const ref = volume.spec.claimRef;
  // A claimRef without a uid is a wish of the user's; the claim may come yet.
  if (!ref?.uid) return setVolumePhase(volume, 'Available', nowMs);
  const claim = view.get(PersistentVolumeClaimKind, ref.namespace ?? '', ref.name ?? '');
  if (!claim || claim.metadata.uid !== ref.uid) return release(volume, view, nowMs);
  if (claim.spec.volumeName === volume.metadata.name) {
    return hasAnnotation(claim, BIND_COMPLETED) ? setVolumePhase(volume, 'Bound', nowMs) : [];
  }
  if (!claim.spec.volumeName) return [];
  // The claim went to another volume.
  if (isProvisioned(volume) && volume.spec.persistentVolumeReclaimPolicy === 'Delete') {
    return release(volume, view, nowMs);
  }
  return unbind(volume);
}

function release(volume: PersistentVolume, view: View, nowMs: number): Request[] {
  const { phase } = volume.status ?? {};
  if (phase !== 'Released' && phase !== 'Failed') return setVolumePhase(volume, 'Released', nowMs);
  switch (volume.spec.persistentVolumeReclaimPolicy) {
    case 'Delete':
      return phase === 'Failed' ? [] : reclaim(volume, nowMs);
    case 'Recycle':
      return empty(volume, view, nowMs);
    default:
      return [];
  }
}

/** Has what is on the volume deleted, and sets it free. */
function empty(volume: PersistentVolume, view: View, nowMs: number): Request[] {
  const { phase, lastPhaseTransitionTime = '' } = volume.status ?? {};
  const changedAtMs = parseRfc3339(lastPhaseTransitionTime) ?? 0;
  if (phase === 'Failed' && nowMs < changedAtMs + RESYNC_MS) return [again];
  const recycling = recycle(volume, view);
  if (recycling.state === 'impossible') {
    return fail(volume, 'VolumeFailedRecycle', 'No recycler plugin found for the volume!', nowMs);
  }
  if (recycling.state === 'running') return recycling.requests;
  const { error, removal } = recycling;
  if (error !== undefined) {
    return [removal, ...fail(volume, 'VolumeFailedRecycle', `Recycle failed: ${error}`, nowMs), again];
  }
  return [...unbind(volume), say(volume, 'Normal', 'VolumeRecycled', 'Volume recycled'), removal];
}

/** Deletes the volume, unless whoever made it will. */
function reclaim(volume: PersistentVolume, nowMs: number): Request[] {
  const { name, deletionTimestamp } = volume.metadata;
  if (isProvisioned(volume) || deletionTimestamp) return [];
  const path = volume.spec.hostPath?.path;
  if (path === undefined) {
    const message = `error getting deleter volume plugin for volume "${name}": no deletable volume plugin matched`;
    return fail(volume, 'VolumeFailedDelete', message, nowMs);
  }
  if (DELETABLE_PATH.test(path)) {
    return [{ verb: 'delete', kind: PersistentVolumeKind, namespace: '', name }];
  }
  const message = `host_path deleter only supports /tmp/.+ but received provided ${path}`;
  return fail(volume, 'VolumeFailedDelete', message, nowMs);
}

function fail(volume: PersistentVolume, reason: string, message: string, nowMs: number): Request[] {
  if (volume.status?.phase === 'Failed') return [];
  return [...setVolumePhase(volume, 'Failed', nowMs, message), say(volume, 'Warning', reason, message)];
}

function say(volume: PersistentVolume, type: 'Normal' | 'Warning', reason: string, message: string): Request {
  return { verb: 'event', event: { regarding: volume, type, reason, message } };
}

function unbind(volume: PersistentVolume): Request[] {
  const { claimRef, ...spec } = volume.spec;
  const { [BOUND_BY_CONTROLLER]: isOurs, ...annotations } = volume.metadata.annotations ?? {};
  // What the user set stays, but for the uid of the claim that went elsewhere.
  const { uid: _, resourceVersion: __, ...wish } = claimRef ?? {};
  const object: PersistentVolume = {
    ...volume,
    metadata: { ...volume.metadata, annotations },
    spec: isOurs === undefined ? { ...spec, claimRef: wish } : spec,
  };
  return [{ verb: 'update', kind: PersistentVolumeKind, object }];
}

function isProvisioned(volume: PersistentVolume): boolean {
  return hasAnnotation(volume, PROVISIONED_BY);
}
