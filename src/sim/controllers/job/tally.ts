// What a Job's pods add up to, before anything is done about it.
import { parseIndexes } from '../../api/indexes.ts';
import type { Job } from '../../api/job.ts';
import type { Pod } from '../../api/pod.ts';
import { isActive, isReady, isSucceeded } from '../pod-facts.ts';
import { isCounted, matchFailure } from './pod-failure-policy.ts';
import {
  countIn,
  countsAsFailed,
  finishedAtMs,
  hasLimitPerIndex,
  INDEX_FAILURES,
  INDEX_IGNORED_FAILURES,
  isEnding,
  isIndexed,
  isTracked,
  validIndex,
} from './predicates.ts';

export interface Tally {
  readonly active: readonly Pod[];
  readonly ready: number;
  /** On their way out. */
  readonly terminating: number;
  /** Ended, and not in the status yet. */
  readonly newlySucceeded: readonly Pod[];
  readonly newlyFailed: readonly Pod[];
  /** All successes and failures that count, those not yet in the status with them. */
  readonly succeeded: number;
  readonly failed: number;
  /** Of an Indexed Job. */
  readonly indexes?: Indexes;
}

export interface Indexes {
  /** In the status already. */
  readonly counted: ReadonlySet<number>;
  readonly succeeded: ReadonlySet<number>;
  /** Where failures are limited per index: those that have failed for good. */
  readonly failed?: ReadonlySet<number>;
  /** The last failed pods of indexes that are to be tried again: they stay until their successors are there. */
  readonly toReplace: ReadonlyMap<number, Pod>;
}

export function tallyOf(job: Job, pods: readonly Pod[]): Tally {
  const { status = {} } = job;
  const active = pods.filter(isActive);
  const uncounted = status.uncountedTerminatedPods ?? {};
  const isNew = (pod: Pod, known: readonly string[] = []) =>
    isTracked(pod) &&
    !known.includes(pod.metadata.uid ?? '') &&
    (!isIndexed(job) || validIndex(job, pod) !== undefined);
  const newlySucceeded = pods.filter((pod) => isSucceeded(pod) && isNew(pod, uncounted.succeeded));
  const newlyFailed = pods.filter((pod) => countsAsFailed(pod, job) && isNew(pod, uncounted.failed));
  const failures = newlyFailed.filter((pod) => isCounted(job, pod)).length;
  const indexes = isIndexed(job) ? indexesOf(job, pods, active) : undefined;
  const successes = newlySucceeded.length + (uncounted.succeeded?.length ?? 0);
  return {
    active,
    ready: active.filter(isReady).length,
    terminating: pods.filter(isEnding).length,
    newlySucceeded,
    newlyFailed,
    succeeded: indexes ? indexes.succeeded.size : (status.succeeded ?? 0) + successes,
    failed: (status.failed ?? 0) + failures + (uncounted.failed?.length ?? 0),
    ...(indexes ? { indexes } : {}),
  };
}

function indexesOf(job: Job, pods: readonly Pod[], active: readonly Pod[]): Indexes {
  const { completions = 0 } = job.spec;
  const counted = indexSet(job.status?.completedIndexes, completions);
  const tracked = pods.filter((pod) => isTracked(pod) && validIndex(job, pod) !== undefined);
  const having = (fits: (pod: Pod) => boolean) =>
    tracked.filter(fits).map((pod) => validIndex(job, pod) ?? 0);
  const succeeded = new Set([...counted, ...having(isSucceeded)]);
  if (!hasLimitPerIndex(job)) return { counted, succeeded, toReplace: new Map() };
  const failedBefore = indexSet(job.status?.failedIndexes, completions);
  const failed = new Set([...failedBefore, ...having((pod) => isIndexFailed(job, pod))]);
  const settled = new Set([...succeeded, ...failed, ...active.map((pod) => validIndex(job, pod) ?? -1)]);
  const toReplace = new Map<number, Pod>();
  for (const pod of tracked.filter((it) => countsAsFailed(it, job))) {
    const index = validIndex(job, pod) ?? 0;
    const other = toReplace.get(index);
    if (!settled.has(index) && (!other || isLater(pod, other))) toReplace.set(index, pod);
  }
  return { counted, succeeded, failed, toReplace };
}

/** The indexes of a status, without those that the Job no longer has. */
function indexSet(text: string | undefined, completions: number): Set<number> {
  const set = new Set<number>();
  const parsed = parseIndexes(text ?? '', Number.POSITIVE_INFINITY);
  for (const [first, last] of parsed.ok ? parsed.value : []) {
    for (let index = first; index <= last && index < completions; index++) set.add(index);
  }
  return set;
}

function isIndexFailed(job: Job, pod: Pod): boolean {
  if (!countsAsFailed(pod, job)) return false;
  const action = matchFailure(job, pod)?.action;
  if (action === 'FailIndex') return true;
  return action !== 'Ignore' && countIn(pod, INDEX_FAILURES) >= (job.spec.backoffLimitPerIndex ?? 0);
}

function isLater(pod: Pod, other: Pod): boolean {
  const failures = (it: Pod) => countIn(it, INDEX_FAILURES) + countIn(it, INDEX_IGNORED_FAILURES);
  return failures(other) <= failures(pod) && finishedAtMs(pod) >= finishedAtMs(other);
}
