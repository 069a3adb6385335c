// The decision about one node: is it lost, which taints does it have, and which pods cannot be relied on.
import type { Node } from '../../api/node.ts';
import { NodeKind } from '../../api/node.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { Request } from '../../component.ts';
import { isEqual } from '../../machinery/equality.ts';
import { formatRfc3339 } from '../../machinery/time.ts';
import { isReady, podCondition, withPodCondition } from '../pod-facts.ts';
import { evictionOf } from './eviction.ts';
import { graceMs, readyStatus, withUnknownConditions } from './heartbeat.ts';
import { isEmptying, wantedTaints } from './taints.ts';

export interface NodeInput {
  readonly node: Node;
  /** All nodes, this one among them. */
  readonly nodes: readonly Node[];
  /** The pods on it. */
  readonly pods: () => readonly Pod[];
  /** How long it has not been heard of. */
  readonly silentMs: number;
  readonly nowMs: number;
}

export function reconcileNode({ node, nodes, pods, silentMs, nowMs }: NodeInput): Request[] {
  const isSilent = silentMs > graceMs;
  const lost = isSilent ? withUnknownConditions(node, nowMs) : undefined;
  if (lost) return lossRequests(node, lost);
  const eviction = evictionOf(node, nodes, isEmptying, nowMs);
  return [
    ...taintRequests(node, wantedTaints(node, eviction.allows, nowMs)),
    ...('waitMs' in eviction ? [{ verb: 'wake', afterMs: eviction.waitMs } as const] : []),
    ...(isSilent
      ? pods()
          .filter(isReady)
          .flatMap((pod) => unreadyRequests(pod, nowMs))
      : []),
  ];
}

/** The rest follows at the next look, for which the new status rings. */
function lossRequests(node: Node, lost: Node): Request[] {
  const { name } = node.metadata;
  const update: Request = { verb: 'updateStatus', kind: NodeKind, object: lost };
  if (readyStatus(node) !== 'True') return [update];
  const message = `Node ${name} status is now: NodeNotReady`;
  return [
    update,
    { verb: 'event', event: { regarding: node, type: 'Normal', reason: 'NodeNotReady', message } },
  ];
}

function taintRequests(node: Node, wanted: NonNullable<Node['spec']['taints']>): Request[] {
  if (isEqual(wanted, node.spec.taints ?? [])) return [];
  const { taints: _, ...spec } = node.spec;
  const object = { ...node, spec: wanted.length === 0 ? spec : { ...spec, taints: wanted } };
  return [{ verb: 'update', kind: NodeKind, object: object as Node }];
}

/** The pod may well be running, but nobody knows: it is taken out of Services. */
function unreadyRequests(pod: Pod, nowMs: number): Request[] {
  const { lastTransitionTime: _, ...ready } = podCondition(pod, 'Ready') ?? { type: 'Ready' };
  const object = withPodCondition(pod, { ...ready, type: 'Ready', status: 'False' }, formatRfc3339(nowMs));
  const message = 'Node is not ready';
  return [
    { verb: 'event', event: { regarding: pod, type: 'Warning', reason: 'NodeNotReady', message } },
    { verb: 'updateStatus', kind: PodKind, object },
  ];
}
