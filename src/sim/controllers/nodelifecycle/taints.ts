// The taints that follow from the state of a node.
// Source: "Taint based Evictions", "Taint Nodes by Condition" and "Rate limits on eviction" in the documentation.
import type { Node, Taint } from '../../api/node.ts';
import { formatRfc3339 } from '../../machinery/time.ts';
import { readyStatus } from './heartbeat.ts';

const NOT_READY = 'node.kubernetes.io/not-ready';
const UNREACHABLE = 'node.kubernetes.io/unreachable';
const UNSCHEDULABLE = 'node.kubernetes.io/unschedulable';

const byCondition: readonly (readonly [type: string, status: string, key: string])[] = [
  ['Ready', 'False', NOT_READY],
  ['Ready', 'Unknown', UNREACHABLE],
  ['MemoryPressure', 'True', 'node.kubernetes.io/memory-pressure'],
  ['DiskPressure', 'True', 'node.kubernetes.io/disk-pressure'],
  ['PIDPressure', 'True', 'node.kubernetes.io/pid-pressure'],
  ['NetworkUnavailable', 'True', 'node.kubernetes.io/network-unavailable'],
];
const managedKeys = new Set([UNSCHEDULABLE, ...byCondition.map(([, , key]) => key)]);

/** Whether lost nodes are emptied. If most are lost, the fault is thought to be the controller's own. */
export type Eviction = 'usual' | 'nothing-new' | 'none';

export function evictionAmong(nodes: readonly Node[]): Eviction {
  const notReady = nodes.filter((node) => readyStatus(node) !== 'True').length;
  if (notReady === nodes.length) return 'none';
  return notReady > 2 && notReady / nodes.length >= 0.55 ? 'nothing-new' : 'usual';
}

/** The node's taints as they should be; those of others stay as they are. */
export function wantedTaints(node: Node, eviction: Eviction, nowMs: number): Taint[] {
  const before = node.spec.taints ?? [];
  const conditions = node.status?.conditions ?? [];
  const holds = byCondition.filter(([type, status]) => {
    return conditions.some((it) => it.type === type && it.status === status);
  });
  const keys = holds.map(([, , key]) => key);
  const wanted: Taint[] = keys.map((key) => ({ key, effect: 'NoSchedule' }));
  if (node.spec.unschedulable) wanted.push({ key: UNSCHEDULABLE, effect: 'NoSchedule' });
  for (const key of keys.filter((it) => it === NOT_READY || it === UNREACHABLE)) {
    const taint: Taint = { key, effect: 'NoExecute' };
    if (mayEvict(eviction, before, taint)) wanted.push(taint);
  }
  const kept = before.filter((taint) => !isManaged(taint) || wanted.some((it) => isSame(it, taint)));
  const added = wanted.filter((taint) => !before.some((it) => isSame(it, taint)));
  return [...kept, ...added.map((taint) => ({ ...taint, timeAdded: formatRfc3339(nowMs) }))];
}

function mayEvict(eviction: Eviction, before: readonly Taint[], taint: Taint): boolean {
  if (eviction === 'nothing-new') return before.some((it) => isSame(it, taint));
  return eviction === 'usual';
}

function isManaged({ key, effect }: Taint): boolean {
  if (effect === 'NoExecute') return key === NOT_READY || key === UNREACHABLE;
  return effect === 'NoSchedule' && managedKeys.has(key);
}

function isSame(a: Taint, b: Taint): boolean {
  return a.key === b.key && a.effect === b.effect;
}
