// The kubelet's report on its own node.
// Watches: nodes, and the world for a network that comes back. Writes: the status of Nodes. Decides: that a node it
// can speak for is Ready; it looks every 10 s and refreshes the heartbeat every 5 min.
// Departs: it never reports pressure on memory, disk or process ids, and leaves the Lease to nodelease.
import type { Condition } from '../api/meta.ts';
import type { Node, NodeStatus } from '../api/node.ts';
import { NodeKind } from '../api/node.ts';
import type { Change } from '../apiserver/store.ts';
import type { Component, NodeView, Request } from '../component.ts';
import { formatRfc3339, parseRfc3339 } from '../machinery/time.ts';
import type { WorldChange } from '../world/world.ts';
import { sayOfNode } from './node-events.ts';

const lookMs = 10_000;
const heartbeatMs = 300_000;

type NodeCondition = NonNullable<NodeStatus['conditions']>[number];

const verdicts: readonly Pick<Condition, 'type' | 'status' | 'reason' | 'message'>[] = [
  {
    type: 'MemoryPressure',
    status: 'False',
    reason: 'KubeletHasSufficientMemory',
    message: 'kubelet has sufficient memory available',
  },
  {
    type: 'DiskPressure',
    status: 'False',
    reason: 'KubeletHasNoDiskPressure',
    message: 'kubelet has no disk pressure',
  },
  {
    type: 'PIDPressure',
    status: 'False',
    reason: 'KubeletHasSufficientPID',
    message: 'kubelet has sufficient PID available',
  },
  { type: 'Ready', status: 'True', reason: 'KubeletReady', message: 'kubelet is posting ready status' },
];

/** Keys are names of nodes. */
export const nodeStatus: Component<NodeView> = {
  name: 'kubelet',
  latencyMs: 0,
  doorbells: [
    { kind: NodeKind, keys: ({ type, after }: Change) => (type === 'ADDED' ? [after.metadata.name] : []) },
    // At once, before the pods are reported again: who sees them then must not take their node for lost.
    { world: true, keys: (change: WorldChange) => (change.what === 'node' ? [change.nodeName] : []) },
  ],
  startKeys: (view) => view.list(NodeKind).map(({ metadata }) => metadata.name),
  reconcile(nodeName, view, nowMs): Request[] {
    const node = view.get(NodeKind, '', nodeName);
    if (!node) return [];
    const again: Request = { verb: 'wake', afterMs: lookMs, periodic: true };
    const conditions = conditionsOf(node, nowMs);
    if (!view.world.reachesApi(nodeName, 'heartbeats') || conditions === undefined) return [again];
    const object: Node = { ...node, status: { ...node.status, conditions } };
    // A report that crosses with somebody else's waits for the next one.
    return [
      { verb: 'updateStatus', kind: NodeKind, object, otherwise: () => [] },
      ...turns(node, conditions),
      again,
    ];
  },
};

/** The conditions to write; undefined: what is written will do. */
function conditionsOf(node: Node, nowMs: number): NodeCondition[] | undefined {
  const before = node.status?.conditions ?? [];
  const isDue = verdicts.some(({ type, status }) => {
    const known = before.find((condition) => condition.type === type);
    return known?.status !== status || nowMs - heartbeatOf(known) >= heartbeatMs;
  });
  if (!isDue) return undefined;
  const now = formatRfc3339(nowMs);
  const others = before.filter(({ type }) => !verdicts.some((verdict) => verdict.type === type));
  const current = verdicts.map((verdict) => {
    const known = before.find(({ type }) => type === verdict.type);
    const sinceTime = known?.status === verdict.status ? known.lastTransitionTime : undefined;
    return { lastHeartbeatTime: now, lastTransitionTime: sinceTime ?? now, ...verdict };
  });
  return [...others, ...current];
}

/** What a kubelet says of conditions that are other than somebody wrote them. */
function turns(node: Node, conditions: readonly NodeCondition[]): Request[] {
  return conditions.flatMap(({ type, status, reason = '' }) => {
    const before = node.status?.conditions?.find((known) => known.type === type);
    if (!before || before.status === status) return [];
    const what = reason.replace('Kubelet', 'Node');
    return [sayOfNode(node, 'Normal', what, `Node ${node.metadata.name} status is now: ${what}`)];
  });
}

function heartbeatOf({ lastHeartbeatTime }: NodeCondition): number {
  return parseRfc3339(lastHeartbeatTime ?? '') ?? Number.NEGATIVE_INFINITY;
}
