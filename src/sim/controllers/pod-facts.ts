// What can be said of a pod from the object alone.
import type { Condition } from '../api/meta.ts';
import type { Pod } from '../api/pod.ts';
import { parseRfc3339 } from '../machinery/time.ts';

/** Known to the API server: a pod that is only planned has no uid yet. */
export function isCreated(pod: Pod): boolean {
  return pod.metadata.uid !== undefined;
}

export function isPending(pod: Pod): boolean {
  return pod.status?.phase === 'Pending';
}

export function isRunning(pod: Pod): boolean {
  return pod.status?.phase === 'Running';
}

export function isFailed(pod: Pod): boolean {
  return pod.status?.phase === 'Failed';
}

export function isSucceeded(pod: Pod): boolean {
  return pod.status?.phase === 'Succeeded';
}

/** Its containers have ended for good. */
export function isFinished(pod: Pod): boolean {
  return isFailed(pod) || isSucceeded(pod);
}

/** Deleted, but not gone yet. */
export function isTerminating(pod: Pod): boolean {
  return pod.metadata.deletionTimestamp !== undefined;
}

/** Counts as a replica: neither ended nor on its way out. */
export function isActive(pod: Pod): boolean {
  return !isFinished(pod) && !isTerminating(pod);
}

export function podCondition(pod: Pod, type: string): Condition | undefined {
  for (const condition of pod.status?.conditions ?? []) if (condition.type === type) return condition;
  return undefined;
}

export function isReady(pod: Pod): boolean {
  return podCondition(pod, 'Ready')?.status === 'True';
}

/** When a ready pod became ready, in ms since the Unix epoch. */
export function readySinceMs(pod: Pod): number | undefined {
  const since = isReady(pod) ? podCondition(pod, 'Ready')?.lastTransitionTime : undefined;
  return since === undefined ? undefined : parseRfc3339(since);
}

/** When a ready pod is to count as available, having been ready for `minReadySeconds`. */
export function availableAtMs(pod: Pod, minReadySeconds: number): number | undefined {
  const sinceMs = readySinceMs(pod);
  return sinceMs === undefined ? undefined : sinceMs + minReadySeconds * 1000;
}

export function isAvailable(pod: Pod, minReadySeconds: number, nowMs: number): boolean {
  if (!isReady(pod)) return false;
  if (minReadySeconds === 0) return true;
  const atMs = availableAtMs(pod, minReadySeconds);
  return atMs !== undefined && atMs <= nowMs;
}

/** How long until the next of these pods that is ready becomes available; undefined if there is none to wait for. */
export function untilNextAvailableMs(
  pods: readonly Pod[],
  minReadySeconds: number,
  nowMs: number,
): number | undefined {
  const waits = pods
    .map((pod) => availableAtMs(pod, minReadySeconds))
    .filter((atMs) => atMs !== undefined && atMs > nowMs)
    .map((atMs) => (atMs as number) - nowMs);
  return waits.length === 0 ? undefined : Math.min(...waits);
}

/** The pod with one more or one changed condition; the time of transition moves only where the status changes. */
export function withPodCondition(pod: Pod, condition: Condition, now: string): Pod {
  const before = podCondition(pod, condition.type);
  const { generation } = pod.metadata;
  const next = {
    lastProbeTime: null,
    lastTransitionTime: before?.status === condition.status ? (before.lastTransitionTime ?? now) : now,
    ...(generation === undefined ? {} : { observedGeneration: generation }),
    ...condition,
  };
  const conditions = pod.status?.conditions ?? [];
  const changed = before
    ? conditions.map((it) => (it.type === condition.type ? next : it))
    : [...conditions, next];
  return { ...pod, status: { ...pod.status, conditions: changed } };
}
