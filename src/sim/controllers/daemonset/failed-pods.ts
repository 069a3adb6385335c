// Daemon pods that failed: they are deleted to make room for the next one, ever more slowly where they fail again.
// Departs: how often pods failed on a node is read from the events about them, to the second; Kubernetes' controller
// remembers it, apart for each generation of the DaemonSet.
import type { DaemonSet } from '../../api/daemon-set.ts';
import type { Event } from '../../api/event.ts';
import { EventKind } from '../../api/event.ts';
import type { Pod } from '../../api/pod.ts';
import type { Request, View } from '../../component.ts';
import { parseRfc3339 } from '../../machinery/time.ts';

const backoff = { firstMs: 1000, maxMs: 900_000 } as const;
/** After so long without a failure all is forgotten. */
const forgottenAfterMs = 2 * backoff.maxMs;

const FAILED = 'FailedDaemonPod';

export interface FailureHistory {
  /** How long a pod that failed on the node must still lie there; 0 if it may go. */
  waitMs(nodeName: string, nowMs: number): number;
}

/** What is known of the failures of a DaemonSet's pods. */
export function failureHistory(view: View, { metadata }: DaemonSet): FailureHistory {
  return {
    waitMs(nodeName, nowMs) {
      const times = view
        .list<Event>(EventKind, metadata.namespace)
        .filter((it) => it.reason === FAILED && it.involvedObject.uid === metadata.uid)
        .filter((it) => it.message?.endsWith(endOfMessage(nodeName)))
        .map((it) => parseRfc3339(it.lastTimestamp ?? '') ?? 0);
      return waitAfter(times, nowMs);
    },
  };
}

/** The wait after failures at these times: one second, and twice as long with every further one. */
export function waitAfter(timesMs: readonly number[], nowMs: number): number {
  let delayMs = 0;
  let lastMs = 0;
  for (const atMs of timesMs.toSorted((a, b) => a - b)) {
    const isFirst = delayMs === 0 || atMs - lastMs > forgottenAfterMs;
    delayMs = isFirst ? backoff.firstMs : Math.min(delayMs * 2, backoff.maxMs);
    lastMs = atMs;
  }
  return Math.max(0, lastMs + delayMs - nowMs);
}

export function failedPodEvent(set: DaemonSet, { metadata }: Pod, nodeName: string): Request {
  const message = `Found failed daemon pod ${metadata.namespace}/${metadata.name}${endOfMessage(nodeName)}`;
  return { verb: 'event', event: { regarding: set, type: 'Warning', reason: FAILED, message } };
}

export function succeededPodEvent(set: DaemonSet, { metadata }: Pod, nodeName: string): Request {
  const pod = `${metadata.namespace}/${metadata.name}`;
  const message = `Found succeeded daemon pod ${pod} on node ${nodeName}, will try to delete it`;
  return { verb: 'event', event: { regarding: set, type: 'Normal', reason: 'SucceededDaemonPod', message } };
}

function endOfMessage(nodeName: string): string {
  return ` on node ${nodeName}, will try to kill it`;
}
