// Which pod matters more, and whether one may take another's place at all.
import type { Pod } from '../../api/pod.ts';
import { compareText } from '../../machinery/go-text.ts';

export function priorityOf(pod: Pod): number {
  return pod.spec.priority ?? 0;
}

/** Sorts the pods that matter more first: those of higher priority, then those that have run for longer. */
export function byImportance(a: Pod, b: Pod): number {
  return priorityOf(b) - priorityOf(a) || compareText(startOf(a), startOf(b));
}

/** When it started; a pod that has not counts as the youngest. */
export function startOf({ status }: Pod): string {
  return status?.startTime ?? '9999';
}

/** Why a pod may not make others leave, in the words of FailedScheduling; undefined if it may. */
export function whyNotEligible(
  pod: Pod,
  podsOnNode: (nodeName: string) => readonly Pod[],
): string | undefined {
  if (pod.spec.preemptionPolicy === 'Never') return 'not eligible due to preemptionPolicy=Never.';
  const nominated = pod.status?.nominatedNodeName;
  if (!nominated) return undefined;
  const isWaitingForRoom = podsOnNode(nominated).some(
    (other) => other.metadata.deletionTimestamp && priorityOf(other) < priorityOf(pod),
  );
  return isWaitingForRoom ? 'not eligible due to a terminating pod on the nominated node.' : undefined;
}
