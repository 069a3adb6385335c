// Which waiting pods a change may help, so that the others are not tried (and do not complain) for nothing; in the order in
// which they are to be tried.
// What kept a pod back is read from its PodScheduled condition.
//
// Source: "Scheduling Framework: QueueingHint" in the Kubernetes documentation.

import type { KubeObject } from '../api/meta.ts';
import { keyOf } from '../api/meta.ts';
import type { Node } from '../api/node.ts';
import type { PersistentVolumeClaim } from '../api/persistent-volume-claim.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { Change } from '../apiserver/store.ts';
import type { View } from '../component.ts';
import { isEqual } from '../machinery/equality.ts';
import { claimNamesOf } from '../storage/claims.ts';
import { isFeasible } from './attempt.ts';
import { hasEnded } from './load.ts';
import { isSettling, UNBOUND_IMMEDIATE } from './plugins/volume-binding.ts';
import { priorityOf } from './preemption/priority.ts';

/** Words of the rules that another pod's going can satisfy. */
const HELPED_BY_LEAVING =
  /Insufficient |Too many pods|free ports|anti-affinity rules|topology spread|ReadWriteOncePod/;
/** Words of the rules that another pod's coming, or a change of its labels, can satisfy. */
const HELPED_BY_COMING = /pod affinity rules|anti-affinity rules|topology spread/;

/** A new pod, one whose gates or labels changed, and those that another pod kept out. */
export function helpedByPod(change: Change, view: View): readonly string[] {
  const before = change.before as Pod | undefined;
  const after = change.after as Pod;
  if (!after.spec.nodeName) return change.type !== 'DELETED' && isNews(before, after) ? [keyOf(after)] : [];
  if (hasLeft(change, before, after)) return keptBackBy(HELPED_BY_LEAVING, view);
  const hasCome = !before?.spec.nodeName || !isEqual(before.metadata.labels, after.metadata.labels);
  return hasCome && !hasEnded(after) ? keptBackBy(HELPED_BY_COMING, view) : [];
}

/** The pods that this node, new or changed, would now take. */
export function helpedByNode(change: Change, view: View): readonly string[] {
  const before = change.before as Node | undefined;
  const after = change.after as Node;
  if (change.type === 'DELETED' || (before && !isNewsOfNode(before, after))) return [];
  return waiting(view, (pod) => isFeasible(pod, after, view));
}

/** The pods that mount this claim; but those whose node is chosen already look for themselves. */
export function helpedByClaim(change: Change, view: View): readonly string[] {
  if (change.type === 'DELETED') return [];
  const claim = change.after as PersistentVolumeClaim;
  if (isSettling(claim, view)) return [];
  return waiting(
    view,
    (pod) =>
      pod.metadata.namespace === claim.metadata.namespace && claimNamesOf(pod).includes(claim.metadata.name),
  );
}

export function helpedByVolume(change: Change, view: View): readonly string[] {
  return change.type === 'DELETED'
    ? []
    : keptBackBy(new RegExp(`${UNBOUND_IMMEDIATE}|volumes to bind`), view);
}

export function helpedByClass(change: Change, view: View): readonly string[] {
  return change.type === 'DELETED' ? [] : keptBackBy(/PersistentVolumeClaims|volumes to bind/, view);
}

/** Those of higher priority first, then those that have waited for longer. */
function waiting(view: View, isHelped: (pod: Pod) => boolean): readonly string[] {
  return view
    .onNode(PodKind, '')
    .filter((pod) => !pod.metadata.deletionTimestamp && isHelped(pod))
    .sort((a, b) => priorityOf(b) - priorityOf(a))
    .map(keyOf);
}

function keptBackBy(words: RegExp, view: View): readonly string[] {
  return waiting(view, (pod) => {
    const condition = pod.status?.conditions?.find(({ type }) => type === 'PodScheduled');
    return condition?.message !== undefined && words.test(condition.message);
  });
}

/** A new pod, or a change of anything but its status. */
function isNews(before: KubeObject | undefined, after: Pod): boolean {
  if (!before) return true;
  return (
    before.metadata.generation !== after.metadata.generation ||
    !isEqual(before.metadata.labels, after.metadata.labels)
  );
}

function hasLeft(change: Change, before: Pod | undefined, after: Pod): boolean {
  if (change.type === 'DELETED') return true;
  return before !== undefined && !hasEnded(before) && hasEnded(after);
}

function isNewsOfNode(before: Node, after: Node): boolean {
  return !(
    isEqual(before.spec, after.spec) &&
    isEqual(before.metadata.labels, after.metadata.labels) &&
    isEqual(before.status?.allocatable, after.status?.allocatable)
  );
}
