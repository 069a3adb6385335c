// Daemon pods that failed: they are deleted to make room for the next one, ever more slowly where they fail again.
// The controller remembers how it went on each node beside the objects, for the pods are gone by then.
import type { DaemonSet } from '../../api/daemon-set.ts';
import type { Pod } from '../../api/pod.ts';
import type { Request } from '../../component.ts';

const backoff = { firstMs: 1000, maxMs: 900_000 } as const;
/** After so long without a failure all is forgotten. */
const forgottenAfterMs = 2 * backoff.maxMs;

interface Failure {
  readonly atMs: number;
  /** How long the next failed pod must lie there. */
  readonly delayMs: number;
}

/** The last failure by generation and node. */
export type FailureMemory = Readonly<Record<string, Failure>>;

/** How long a pod that failed on the node must still lie there; 0 if it may go. */
export function remainingMs(memory: FailureMemory, set: DaemonSet, nodeName: string, nowMs: number): number {
  const last = memory[keyOf(set, nodeName)];
  return last === undefined ? 0 : Math.max(0, last.atMs + last.delayMs - nowMs);
}

/** What is remembered after a failed pod has been deleted from the node. */
export function rememberFailure(
  memory: FailureMemory,
  set: DaemonSet,
  nodeName: string,
  nowMs: number,
): FailureMemory {
  const fresh = Object.entries(memory).filter(([, { atMs }]) => nowMs - atMs <= forgottenAfterMs);
  const key = keyOf(set, nodeName);
  const last = fresh.find(([it]) => it === key)?.[1];
  const delayMs = last ? Math.min(last.delayMs * 2, backoff.maxMs) : backoff.firstMs;
  return { ...Object.fromEntries(fresh), [key]: { atMs: nowMs, delayMs } };
}

export function failedPodEvent(set: DaemonSet, { metadata }: Pod, nodeName: string): Request {
  const pod = `${metadata.namespace}/${metadata.name}`;
  const message = `Found failed daemon pod ${pod} on node ${nodeName}, will try to kill it`;
  return { verb: 'event', event: { regarding: set, type: 'Warning', reason: 'FailedDaemonPod', message } };
}

export function succeededPodEvent(set: DaemonSet, { metadata }: Pod, nodeName: string): Request {
  const pod = `${metadata.namespace}/${metadata.name}`;
  const message = `Found succeeded daemon pod ${pod} on node ${nodeName}, will try to delete it`;
  return { verb: 'event', event: { regarding: set, type: 'Normal', reason: 'SucceededDaemonPod', message } };
}

function keyOf({ status }: DaemonSet, nodeName: string): string {
  return `${status?.observedGeneration ?? 0}/${nodeName}`;
}
