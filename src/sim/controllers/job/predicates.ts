// What can be said of a Job, and of a pod as one of a Job's.
import type { Job } from '../../api/job.ts';
import type { Pod } from '../../api/pod.ts';
import { parseRfc3339 } from '../../machinery/time.ts';
import { isFailed, isSucceeded, isTerminating, podCondition } from '../pod-facts.ts';

/** Holds an ended pod until it has been counted. */
export const TRACKING = 'batch.kubernetes.io/job-tracking';
export const COMPLETION_INDEX = 'batch.kubernetes.io/job-completion-index';
/** How often an index has failed before this pod: what counts, and what the failure policy ignored. */
export const INDEX_FAILURES = 'batch.kubernetes.io/job-index-failure-count';
export const INDEX_IGNORED_FAILURES = 'batch.kubernetes.io/job-index-ignored-failure-count';

const BUILT_IN = 'kubernetes.io/job-controller';

/** True where another controller was asked to run it. */
export function isManagedElsewhere({ spec }: Job): boolean {
  return spec.managedBy !== undefined && spec.managedBy !== BUILT_IN;
}

export function isIndexed({ spec }: Job): boolean {
  return spec.completionMode === 'Indexed';
}

export function isSuspended({ spec }: Job): boolean {
  return spec.suspend === true;
}

export function hasLimitPerIndex({ spec }: Job): boolean {
  return spec.backoffLimitPerIndex !== undefined;
}

/** True where a pod on its way out is not replaced before it has ended. */
export function replacesOnlyFailed({ spec }: Job): boolean {
  return spec.podReplacementPolicy === 'Failed' || spec.podFailurePolicy !== undefined;
}

export function isTracked({ metadata }: Pod): boolean {
  return metadata.finalizers?.includes(TRACKING) ?? false;
}

/** The index a pod works on; undefined if it has none that makes sense. */
export function completionIndex({ metadata }: Pod): number | undefined {
  const text = metadata.annotations?.[COMPLETION_INDEX] ?? '';
  return /^\+?\d+$/.test(text) ? Number(text) : undefined;
}

/** Its index, if it is one that the Job has. */
export function validIndex(job: Job, pod: Pod): number | undefined {
  const index = completionIndex(pod);
  return index !== undefined && index < (job.spec.completions ?? 0) ? index : undefined;
}

/** A count kept in an annotation. */
export function countIn({ metadata }: Pod, annotation: string): number {
  const text = metadata.annotations?.[annotation] ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** Failed, or deleted so that it never will: who does not wait for the end counts it at once. */
export function countsAsFailed(pod: Pod, job: Job): boolean {
  if (isFailed(pod)) return true;
  return !replacesOnlyFailed(job) && isTerminating(pod) && !isSucceeded(pod);
}

/** Deleted, and its containers have not ended yet. */
export function isEnding(pod: Pod): boolean {
  return isTerminating(pod) && !isFailed(pod) && !isSucceeded(pod);
}

/** When a pod ended, as well as can be told from it, in ms. */
export function finishedAtMs(pod: Pod): number {
  const ends = (pod.status?.containerStatuses ?? []).map(({ state }) =>
    parsed(state?.terminated?.finishedAt),
  );
  if (ends.length > 0 && !ends.includes(undefined)) return Math.max(...(ends as number[]));
  const ready = podCondition(pod, 'Ready');
  const unreadyMs = ready?.status === 'False' ? parsed(ready.lastTransitionTime) : undefined;
  if (unreadyMs !== undefined) return unreadyMs;
  const { deletionTimestamp, deletionGracePeriodSeconds = 0, creationTimestamp } = pod.metadata;
  const goneMs = parsed(deletionTimestamp);
  return goneMs === undefined ? (parsed(creationTimestamp) ?? 0) : goneMs - deletionGracePeriodSeconds * 1000;
}

function parsed(time: string | undefined | null): number | undefined {
  return time ? parseRfc3339(time) : undefined;
}
