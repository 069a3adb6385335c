// What becomes of one claim: it finds a volume, waits for one, or has lost its own.
import type { PersistentVolume } from '../api/persistent-volume.ts';
import { PersistentVolumeKind } from '../api/persistent-volume.ts';
import type { PersistentVolumeClaim } from '../api/persistent-volume-claim.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { Request, View } from '../component.ts';
import { bind, setClaimStatus, setPending } from './binding.ts';
import {
  BETA_STORAGE_PROVISIONER,
  BIND_COMPLETED,
  claimNamesOf,
  classOf,
  hasAnnotation,
  isBindingDelayed,
  isClaimedBy,
  NO_PROVISIONER,
  SELECTED_NODE,
  STORAGE_PROVISIONER,
} from './claims.ts';
import { findVolume, mismatchOf } from './matching.ts';

/** A claim that waits is looked at again after this long, and says again why it waits. */
const RESYNC_MS = 15_000;

export function syncClaim(claim: PersistentVolumeClaim, view: View, nowMs: number): Request[] {
  if (hasAnnotation(claim, BIND_COMPLETED)) return syncBoundClaim(claim, view, nowMs);
  if (claim.metadata.deletionTimestamp) return [];
  if (claim.spec.volumeName) return syncClaimWithVolumeName(claim, view, nowMs);
  const isDelayed = isBindingDelayed(claim, view) && !hasAnnotation(claim, SELECTED_NODE);
  const volume = findVolume(claim, view.list(PersistentVolumeKind), { onlyNamed: isDelayed });
  if (volume) return bind(volume, claim, nowMs);
  return [
    ...setPending(claim),
    ...(isDelayed ? [waitForConsumer(claim, view)] : provide(claim, view)),
    again,
  ];
}

const again: Request = { verb: 'wake', afterMs: RESYNC_MS, periodic: true };

/** The claim asks for a volume by name: it gets that one or none. */
function syncClaimWithVolumeName(claim: PersistentVolumeClaim, view: View, nowMs: number): Request[] {
  const name = claim.spec.volumeName ?? '';
  const volume = view.get(PersistentVolumeKind, '', name);
  if (!volume) return setPending(claim);
  if (volume.spec.claimRef) {
    if (isClaimedBy(volume, claim)) return bind(volume, claim, nowMs);
    const message = `volume "${name}" already bound to a different claim.`;
    return [...setPending(claim), say(claim, 'Warning', 'FailedBinding', message), again];
  }
  const mismatch = mismatchOf(volume, claim);
  if (mismatch === undefined) return bind(volume, claim, nowMs);
  const message = `Cannot bind to requested volume "${name}": ${mismatch}`;
  return [...setPending(claim), say(claim, 'Warning', 'VolumeMismatch', message), again];
}

function syncBoundClaim(claim: PersistentVolumeClaim, view: View, nowMs: number): Request[] {
  const { volumeName } = claim.spec;
  const lostReference = 'Bound claim has lost reference to PersistentVolume. Data on the volume is lost!';
  if (!volumeName) return lose(claim, 'ClaimLost', lostReference);
  const volume = view.get(PersistentVolumeKind, '', volumeName);
  if (!volume) {
    return lose(claim, 'ClaimLost', 'Bound claim has lost its PersistentVolume. Data on the volume is lost!');
  }
  if (!volume.spec.claimRef || isClaimedBy(volume, claim)) return bind(volume, claim, nowMs);
  return lose(
    claim,
    'ClaimMisbound',
    'Two claims are bound to the same volume, this one is bound incorrectly',
  );
}

function lose(claim: PersistentVolumeClaim, reason: string, message: string): Request[] {
  if (claim.status?.phase === 'Lost') return [];
  return [...setClaimStatus(claim, { phase: 'Lost' }), say(claim, 'Warning', reason, message)];
}

/** No volume suits: somebody must make one, if the claim's class says who. */
function provide(claim: PersistentVolumeClaim, view: View): Request[] {
  const className = claim.spec.storageClassName;
  if (!className) {
    const message = 'no persistent volumes available for this claim and no storage class is set';
    return [say(claim, 'Normal', 'FailedBinding', message)];
  }
  const provisioner = classOf(claim, view)?.provisioner;
  if (provisioner === undefined) {
    const message = `storageclass.storage.k8s.io "${className}" not found`;
    return [say(claim, 'Warning', 'ProvisioningFailed', message)];
  }
  if (provisioner === NO_PROVISIONER) {
    const message = `no volume plugin matched name: ${NO_PROVISIONER}`;
    return [say(claim, 'Warning', 'ProvisioningFailed', message)];
  }
  return [
    ...assign(claim, provisioner),
    say(claim, 'Normal', 'ExternalProvisioning', waitingFor(provisioner)),
  ];
}

function assign(claim: PersistentVolumeClaim, provisioner: string): Request[] {
  if (claim.metadata.annotations?.[STORAGE_PROVISIONER] === provisioner) return [];
  const annotations = {
    ...claim.metadata.annotations,
    [BETA_STORAGE_PROVISIONER]: provisioner,
    [STORAGE_PROVISIONER]: provisioner,
  };
  const object = { ...claim, metadata: { ...claim.metadata, annotations } };
  return [{ verb: 'update', kind: PersistentVolumeClaimKind, object }];
}

function waitingFor(provisioner: string): string {
  return `Waiting for a volume to be created either by the external provisioner '${provisioner}' or manually by the system administrator. If volume creation is delayed, please verify that the provisioner is running and correctly registered.`;
}

function waitForConsumer(claim: PersistentVolumeClaim, view: View): Request {
  const pods = unscheduledUsers(claim, view).map(({ metadata }) => metadata.name);
  if (pods.length === 0) {
    const message = 'waiting for first consumer to be created before binding';
    return say(claim, 'Normal', 'WaitForFirstConsumer', message);
  }
  const which = pods.length === 1 ? 'pod' : 'pods';
  return say(
    claim,
    'Normal',
    'WaitForPodScheduled',
    `waiting for ${which} ${pods.join(',')} to be scheduled`,
  );
}

function unscheduledUsers({ metadata }: PersistentVolumeClaim, view: View): readonly Pod[] {
  return view
    .onNode(PodKind, '')
    .filter(
      (pod) => pod.metadata.namespace === metadata.namespace && claimNamesOf(pod).includes(metadata.name),
    );
}

function say(
  regarding: PersistentVolume | PersistentVolumeClaim,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
): Request {
  return { verb: 'event', event: { regarding, type, reason, message } };
}
