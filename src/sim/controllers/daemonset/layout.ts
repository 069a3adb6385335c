// A DaemonSet laid out by node: what is wanted on each and what is there.
import type { DaemonSet } from '../../api/daemon-set.ts';
import type { Node } from '../../api/node.ts';
import type { Pod } from '../../api/pod.ts';
import { compareText } from '../../machinery/go-text.ts';
import { scaledInt } from '../../machinery/int-or-string.ts';
import { isAvailable, isFinished, isTerminating } from '../pod-facts.ts';
import { targetNodeOf } from './daemon-pod.ts';
import type { Placement } from './placement.ts';
import { placementOn } from './placement.ts';

export interface Layout {
  readonly set: DaemonSet;
  /** The hash of the newest template. */
  readonly hash: string;
  /** One for each node, and for each that is gone but has pods. */
  readonly slots: readonly Slot[];
  readonly nowMs: number;
}

export interface Slot extends Placement {
  readonly nodeName: string;
  /** False where there is no such node. */
  readonly isNode: boolean;
  /** The pods on it or meant for it, but for those that have ended and are only not yet gone. Oldest first. */
  readonly pods: readonly Pod[];
}

/** What a part of the decision would do. */
export interface Step {
  /** The nodes that get a pod. */
  readonly create: readonly string[];
  readonly remove: readonly Pod[];
}

export function createLayout(
  set: DaemonSet,
  hash: string,
  nodes: readonly Node[],
  pods: readonly Pod[],
  nowMs: number,
): Layout {
  const byNode = new Map<string, Pod[]>();
  for (const pod of pods.filter(isPresent)) {
    const nodeName = targetNodeOf(pod);
    if (nodeName !== undefined) byNode.set(nodeName, [...(byNode.get(nodeName) ?? []), pod]);
  }
  const known = nodes.map((node) => {
    const nodeName = node.metadata.name;
    return { nodeName, isNode: true, pods: oldestFirst(byNode.get(nodeName)), ...placementOn(node, set) };
  });
  const names = new Set(known.map(({ nodeName }) => nodeName));
  const gone: Slot[] = [];
  for (const [nodeName, there] of byNode) {
    if (names.has(nodeName)) continue;
    gone.push({ nodeName, isNode: false, pods: oldestFirst(there), shouldRun: false, mayStay: false });
  }
  return { set, hash, slots: [...known, ...gone], nowMs };
}

/** On how many nodes a pod is wanted. */
export function desiredCount({ slots }: Layout): number {
  return slots.filter(({ shouldRun }) => shouldRun).length;
}

export function isPodAvailable({ set, nowMs }: Layout, pod: Pod): boolean {
  return isAvailable(pod, set.spec.minReadySeconds ?? 0, nowMs);
}

/** How many pods a rolling update may have beside the old ones, of so many nodes. */
export function surgeCount({ spec: { updateStrategy } }: DaemonSet, nodes: number): number {
  if (updateStrategy?.type !== 'RollingUpdate') return 0;
  return roundedUp(updateStrategy.rollingUpdate?.maxSurge ?? 0, nodes);
}

/** How many pods a rolling update may take away, of so many nodes. */
export function unavailableCount({ spec: { updateStrategy } }: DaemonSet, nodes: number): number {
  if (updateStrategy?.type !== 'RollingUpdate') return 0;
  return roundedUp(updateStrategy.rollingUpdate?.maxUnavailable ?? 1, nodes);
}

export function allowsSurge(set: DaemonSet): boolean {
  return surgeCount(set, 1) > 0;
}

function roundedUp(given: number | string, total: number): number {
  const count = scaledInt(given, total, 'up');
  return count.ok ? count.value : 0;
}

/** A pod that has ended and is on its way out no longer takes up its node. */
function isPresent(pod: Pod): boolean {
  return !(isTerminating(pod) && isFinished(pod));
}

function oldestFirst(pods: readonly Pod[] = []): Pod[] {
  return pods.toSorted(
    (a, b) =>
      Number(!a.spec.nodeName) - Number(!b.spec.nodeName) ||
      compareText(a.metadata.creationTimestamp ?? '', b.metadata.creationTimestamp ?? '') ||
      compareText(a.metadata.name, b.metadata.name),
  );
}
