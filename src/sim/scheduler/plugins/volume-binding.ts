// A pod goes where its volumes can be reached; claims that waited for a pod are settled on its node first.
// Source: "Storage Classes: Volume Binding Mode" in the Kubernetes documentation.
import type { Node } from '../../api/node.ts';
import type { PersistentVolume } from '../../api/persistent-volume.ts';
import { PersistentVolumeKind } from '../../api/persistent-volume.ts';
import type { PersistentVolumeClaim } from '../../api/persistent-volume-claim.ts';
import { PersistentVolumeClaimKind } from '../../api/persistent-volume-claim.ts';
import type { Pod } from '../../api/pod.ts';
import type { Request, View } from '../../component.ts';
import {
  BOUND_BY_CONTROLLER,
  claimNamesOf,
  claimReference,
  classOf,
  isBindingDelayed,
  isBound,
  isClaimedBy,
  NO_PROVISIONER,
  SELECTED_NODE,
} from '../../storage/claims.ts';
import { findVolume } from '../../storage/matching.ts';
import { PROVISIONER } from '../../storage/provisioner.ts';
import { volumeNodesOf } from '../affinity.ts';
import type { FilterPlugin, Rejection } from '../framework.ts';
import { matchesNodeSelector } from '../node-selector.ts';

export const UNBOUND_IMMEDIATE = 'pod has unbound immediate PersistentVolumeClaims';
const NOTHING_TO_BIND = "node(s) didn't find available persistent volumes to bind";
const UNREACHABLE = "node(s) didn't match PersistentVolume's node affinity";
const VOLUME_GONE = 'node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)';

export const volumeBinding: FilterPlugin = {
  name: 'VolumeBinding',
  prepare({ pod, view }) {
    const claims = claimsOf(pod, view);
    if (claims.length === 0) return undefined;
    const refusal = refusalOf(claims, view);
    if (refusal) return { refusal };
    return { filter: ({ node }) => rejectionOf(claims, node, view) };
  },
};

export interface Settling {
  /** What is still to be asked for; nothing: it was asked for and is not there yet. */
  readonly requests: readonly Request[];
  /** True where it is for somebody outside of the simulation to make a volume: it may never come. */
  readonly isForOthers: boolean;
}

/** What must happen before the pod may be bound to this node; undefined: its claims are all bound. */
export function settleVolumes(pod: Pod, node: Node, view: View): Settling | undefined {
  const waiting = claimsOf(pod, view).filter((claim) => !isBound(claim));
  if (waiting.length === 0) return undefined;
  const requests = waiting.flatMap((claim): Request[] => {
    const volume = volumeFor(claim, node, view);
    if (volume) return volume.spec.claimRef ? [] : [reserve(volume, claim)];
    return claim.metadata.annotations?.[SELECTED_NODE] === node.metadata.name ? [] : [select(claim, node)];
  });
  const isForOthers = waiting.some(
    (claim) => !volumeFor(claim, node, view) && classOf(claim, view)?.provisioner !== PROVISIONER,
  );
  return { requests, isForOthers };
}

function refusalOf(claims: readonly PersistentVolumeClaim[], view: View): string | undefined {
  for (const claim of claims) {
    const name = claim.metadata.name;
    if (claim.status?.phase === 'Lost') {
      return `persistentvolumeclaim "${name}" bound to non-existent persistentvolume "${claim.spec.volumeName ?? ''}"`;
    }
    if (claim.metadata.deletionTimestamp) return `persistentvolumeclaim "${name}" is being deleted`;
  }
  // A claim that asks for a volume by name waits for that one, whatever its class.
  const isImmediate = (claim: PersistentVolumeClaim) =>
    !isBound(claim) && (Boolean(claim.spec.volumeName) || !isBindingDelayed(claim, view));
  return claims.some(isImmediate) ? UNBOUND_IMMEDIATE : undefined;
}

function rejectionOf(
  claims: readonly PersistentVolumeClaim[],
  node: Node,
  view: View,
): Rejection | undefined {
  const reasons = new Set<string>();
  for (const claim of claims) {
    if (isBound(claim)) {
      const volume = view.get(PersistentVolumeKind, '', claim.spec.volumeName ?? '');
      if (!volume) reasons.add(VOLUME_GONE);
      else if (!isReachable(volume, node)) reasons.add(UNREACHABLE);
    } else if (!volumeFor(claim, node, view) && !canProvision(claim, node, view)) {
      reasons.add(NOTHING_TO_BIND);
    }
  }
  return reasons.size > 0 ? { reasons: [...reasons], isFinal: true } : undefined;
}

/** The volume that a waiting claim has, or would get, on this node. */
function volumeFor(claim: PersistentVolumeClaim, node: Node, view: View): PersistentVolume | undefined {
  const isUsable = (volume: PersistentVolume) => isReachable(volume, node);
  const volume = findVolume(claim, view.list(PersistentVolumeKind), { isUsable });
  return volume && isUsable(volume) ? volume : undefined;
}

/** A claim that was given to another node stays there. */
function canProvision(claim: PersistentVolumeClaim, node: Node, view: View): boolean {
  const selected = claim.metadata.annotations?.[SELECTED_NODE];
  if (selected !== undefined && selected !== node.metadata.name) return false;
  const provisioner = classOf(claim, view)?.provisioner;
  return provisioner !== undefined && provisioner !== NO_PROVISIONER;
}

function isReachable(volume: PersistentVolume, node: Node): boolean {
  const nodes = volumeNodesOf(volume);
  return !nodes || matchesNodeSelector(node, nodes);
}

function claimsOf(pod: Pod, view: View): readonly PersistentVolumeClaim[] {
  return claimNamesOf(pod).flatMap(
    (name) => view.get(PersistentVolumeClaimKind, pod.metadata.namespace ?? '', name) ?? [],
  );
}

function reserve(volume: PersistentVolume, claim: PersistentVolumeClaim): Request {
  const annotations = { ...volume.metadata.annotations, [BOUND_BY_CONTROLLER]: 'yes' };
  const object: PersistentVolume = {
    ...volume,
    metadata: { ...volume.metadata, annotations },
    spec: { ...volume.spec, claimRef: claimReference(claim) },
  };
  return { verb: 'update', kind: PersistentVolumeKind, object };
}

function select(claim: PersistentVolumeClaim, node: Node): Request {
  const annotations = { ...claim.metadata.annotations, [SELECTED_NODE]: node.metadata.name };
  const object = { ...claim, metadata: { ...claim.metadata, annotations } };
  return { verb: 'update', kind: PersistentVolumeClaimKind, object };
}

/** Whether the node of a claim that waited for a pod is chosen: the pod then looks for itself until it is bound. */
export function isSettling(claim: PersistentVolumeClaim, view: View): boolean {
  if (!isBindingDelayed(claim, view)) return false;
  if (claim.metadata.annotations?.[SELECTED_NODE] !== undefined) return true;
  return view.list(PersistentVolumeKind).some((volume) => isClaimedBy(volume, claim));
}
