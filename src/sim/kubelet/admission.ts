// Whether a node takes a pod that was bound to it. The scheduler asks the same before it binds one; a pod that names its node itself
// was never asked.
// Source: "Assigning Pods to Nodes: nodeName" and "Node-pressure eviction" in the Kubernetes documentation; the words are the kubelet's.
//
// Departs: nothing is evicted to make room for a pod that the system needs.
import type { Node } from '../api/node.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { NodeView } from '../component.ts';
import type { NodeState } from '../scheduler/framework.ts';
import { nodeStateOf } from '../scheduler/framework.ts';
import { hasEnded } from '../scheduler/load.ts';
import { matchesRequiredAffinity } from '../scheduler/plugins/node-affinity.ts';
import { portsAreFree } from '../scheduler/plugins/node-ports.ts';
import { tolerates } from '../scheduler/plugins/taint-toleration.ts';
import { requestsOf } from '../scheduler/pod-requests.ts';
import type { Reason } from './memory.ts';
import { recall } from './memory.ts';

/** Why the kubelet of `node` does not take this pod; undefined: it does. */
export function rejectionOf(view: NodeView, node: Node, pod: Pod): Reason | undefined {
  const bound = view.onNode(PodKind, node.metadata.name);
  const everything = nodeStateOf(node, bound);
  // Of those that are bound here it has taken a part; only where all of them are too many does it matter which.
  const others = () =>
    nodeStateOf(
      node,
      bound.filter((other) => other !== pod && !hasEnded(other) && isKnown(view, other)),
    );
  return (
    (isOverfull(everything) ? shortage(others(), pod) : undefined) ??
    mismatch(pod, node) ??
    (portsAreFree(pod, everything.pods) ? undefined : takenPorts(pod, others())) ??
    untolerated(pod, node)
  );
}

function isKnown(view: NodeView, { metadata }: Pod): boolean {
  return recall(view.world, metadata.uid ?? '') !== undefined;
}

function isOverfull(state: NodeState): boolean {
  const allocatable = state.allocatable();
  if (state.pods.length > (allocatable.get('pods') ?? 0)) return true;
  return [...state.requested()].some(([name, amount]) => amount > (allocatable.get(name) ?? 0));
}

const outOf = (name: string, requested: number, used: number, capacity: number): Reason => ({
  reason: `OutOf${name}`,
  message: `Node didn't have enough resource: ${name}, requested: ${requested}, used: ${used}, capacity: ${capacity}`,
});

function shortage(others: NodeState, pod: Pod): Reason | undefined {
  const [allocatable, used, wanted] = [others.allocatable(), others.requested(), requestsOf(pod)];
  const room = allocatable.get('pods') ?? 0;
  if (others.pods.length + 1 > room) return outOf('pods', 1, others.pods.length, room);
  // What the node does not have at all is somebody else's to allot.
  for (const [name, capacity] of allocatable) {
    const [requested, taken] = [wanted.get(name) ?? 0, used.get(name) ?? 0];
    if (requested > 0 && requested + taken > capacity) return outOf(name, requested, taken, capacity);
  }
  return undefined;
}

const predicateFailed = (name: string, why: string): Reason => ({
  reason: name,
  message: `Predicate ${name} failed: ${why}`,
});

function mismatch(pod: Pod, node: Node): Reason | undefined {
  if (matchesRequiredAffinity(pod, node)) return undefined;
  return predicateFailed('NodeAffinity', "node(s) didn't match Pod's node affinity/selector");
}

function takenPorts(pod: Pod, others: NodeState): Reason | undefined {
  if (portsAreFree(pod, others.pods)) return undefined;
  return predicateFailed('NodePorts', "node(s) didn't have free ports for the requested pod ports");
}

function untolerated(pod: Pod, node: Node): Reason | undefined {
  const repelling = (node.spec?.taints ?? []).some(
    (taint) => taint.effect === 'NoExecute' && !tolerates(pod.spec.tolerations, taint),
  );
  return repelling
    ? predicateFailed('TaintToleration', "node(s) had taints that the pod didn't tolerate")
    : undefined;
}
