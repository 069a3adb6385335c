// When a node was last heard of, and what is said of one that is not heard of any longer.
// Source: "Node heartbeats" and "Node status" in the documentation of nodes.
import type { Lease } from '../../api/lease.ts';
import type { Node, NodeStatus } from '../../api/node.ts';
import { formatRfc3339, parseRfc3339 } from '../../machinery/time.ts';

type NodeCondition = NonNullable<NodeStatus['conditions']>[number];

/** After so long without a heartbeat a node counts as lost. */
export const graceMs = 50_000;

const watched = ['Ready', 'MemoryPressure', 'DiskPressure', 'PIDPressure'];

/** The latest sign of life: a renewed Lease, a posted status, or at first its registration. */
export function heartbeatMs(node: Node, lease: Lease | undefined): number {
  const posted = node.status?.conditions?.find(({ type }) => type === 'Ready')?.lastHeartbeatTime;
  const times = [node.metadata.creationTimestamp, posted, lease?.spec?.renewTime];
  return Math.max(...times.map((time) => parseRfc3339(time ?? '') ?? Number.NEGATIVE_INFINITY));
}

export function readyStatus(node: Node | undefined): NodeCondition['status'] | undefined {
  return node?.status?.conditions?.find(({ type }) => type === 'Ready')?.status;
}

/** The node with conditions that nobody vouches for any longer; undefined if they say so already. */
export function withUnknownConditions(node: Node, nowMs: number): Node | undefined {
  const before = node.status?.conditions ?? [];
  if (watched.every((type) => before.some((it) => it.type === type && it.status === 'Unknown')))
    return undefined;
  const known = before.map((it) => (watched.includes(it.type) ? unknown(it, nowMs) : it));
  const missing = watched
    .filter((type) => !before.some((it) => it.type === type))
    .map((type) => neverSeen(type, nowMs));
  return { ...node, status: { ...node.status, conditions: [...known, ...missing] } };
}

function unknown(condition: NodeCondition, nowMs: number): NodeCondition {
  if (condition.status === 'Unknown') return condition;
  return {
    ...condition,
    status: 'Unknown',
    lastTransitionTime: formatRfc3339(nowMs),
    reason: 'NodeStatusUnknown',
    message: 'Kubelet stopped posting node status.',
  };
}

function neverSeen(type: string, nowMs: number): NodeCondition {
  return {
    type,
    status: 'Unknown',
    lastTransitionTime: formatRfc3339(nowMs),
    reason: 'NodeStatusNeverUpdated',
    message: 'Kubelet never posted node status.',
  };
}
