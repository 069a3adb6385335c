// The taints that follow from the state of a node.
// Source: "Taint based Evictions" and "Taint Nodes by Condition" in the documentation.
import type { Node, Taint } from '../../api/node.ts';
import { formatRfc3339 } from '../../machinery/time.ts';
import type { Eviction } from './eviction.ts';

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

/** The node's taints as they should be; those of others stay as they are. */
export function wantedTaints(node: Node, allows: Eviction['allows'], nowMs: number): Taint[] {
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
    if (mayBear(allows, before, taint)) wanted.push(taint);
  }
  const kept = before.filter((taint) => !isManaged(taint) || wanted.some((it) => isSame(it, taint)));
  const added = wanted.filter((taint) => !before.some((it) => isSame(it, taint)));
  return [...kept, ...added.map((taint) => ({ ...taint, timeAdded: formatRfc3339(nowMs) }))];
}

function mayBear(allows: Eviction['allows'], before: readonly Taint[], taint: Taint): boolean {
  if (allows === 'known') return before.some((it) => isSame(it, taint));
  return allows === 'new';
}

/** A taint of ours that drives the pods of a lost node away. */
export function isEmptying({ key, effect }: Taint): boolean {
  return effect === 'NoExecute' && (key === NOT_READY || key === UNREACHABLE);
}

function isManaged(taint: Taint): boolean {
  return isEmptying(taint) || (taint.effect === 'NoSchedule' && managedKeys.has(taint.key));
}

function isSame(a: Taint, b: Taint): boolean {
  return a.key === b.key && a.effect === b.effect;
}
