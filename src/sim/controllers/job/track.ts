// Bookkeeping: how pods ended gets into the status, so that each end is counted once whatever happens in between.
// First the status names the pods (uncountedTerminatedPods) and says why the Job ends; then the pods are let go; then they are
// counted, and the Job is finished once nothing of it is on its way out.
// Source: "Job tracking with finalizers" and "Termination of Job pods" in the documentation of Job.
import { formatIndexes } from '../../api/indexes.ts';
import type { Job, JobCondition, JobStatus } from '../../api/job.ts';
import { JobKind } from '../../api/job.ts';
import type { Kind } from '../../api/kind.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import type { Request } from '../../component.ts';
import { isEqual } from '../../machinery/equality.ts';
import { isSucceeded } from '../pod-facts.ts';
import type { JobMemory } from './backoff.ts';
import { remember } from './backoff.ts';
import { conditionOf, newCondition, withCondition } from './conditions.ts';
import { isCounted } from './pod-failure-policy.ts';
import { completionIndex, countsAsFailed, isIndexed, isTracked, validIndex } from './predicates.ts';
import { counted, ifAny, tidy } from './status.ts';
import type { Tally } from './tally.ts';
import { releases, say } from './writes.ts';

/** At most so many ends are counted at a look, so that the status stays small. */
const UNCOUNTED_MAX = 500;

export interface TrackInput {
  /** With what the status says of times and suspension already. */
  readonly job: Job;
  readonly before: JobStatus | undefined;
  readonly pods: readonly Pod[];
  readonly tally: Tally;
  readonly active: number;
  readonly ready: number;
  readonly terminating: number;
  /** Why the Job ends. */
  readonly condition?: JobCondition | undefined;
  readonly memory: JobMemory;
  readonly nowMs: number;
}

export function trackEnds(input: TrackInput): Request[] {
  const { job, condition, nowMs } = input;
  const ended = endedPods(input);
  const status = statusBefore(input, ended);
  const finish = condition && finishing(condition, nowMs);
  const isComplete = ended.counted < UNCOUNTED_MAX;
  const goOn = (stored: KubeObject) => [
    ...releases(ended.pods),
    ...finalRequests(stored as Job, isComplete ? finish : undefined, input),
  ];
  if (isEqual(status, input.before ?? {})) return goOn(job);
  return [
    {
      verb: 'updateStatus',
      kind: JobKind as Kind,
      object: { ...job, status } as Job,
      // biome-ignore lint/suspicious/noThenProperty: what follows the answer is part of a request
      then: (stored) => [remember(job, input.memory), ...goOn(stored)],
    },
  ];
}

interface Ended {
  readonly pods: readonly Pod[];
  readonly counted: number;
  readonly succeeded: readonly string[];
  readonly failed: readonly string[];
  readonly indexes: readonly number[];
}

/** The pods that may go, and what they add to the status. */
function endedPods(input: TrackInput): Ended {
  const { job, condition, tally } = input;
  const uncounted = job.status?.uncountedTerminatedPods ?? {};
  const pods: Pod[] = [];
  const [succeeded, failed]: string[][] = [[], []];
  const indexes: number[] = [];
  for (const pod of inOrder(job, input.pods).filter(isTracked)) {
    const uid = pod.metadata.uid ?? '';
    const index = validIndex(job, pod);
    const isKnown = uncounted.failed?.includes(uid) || uncounted.succeeded?.includes(uid);
    if (!mayGo(pod, input)) continue;
    pods.push(pod);
    if (isKnown) continue;
    if (isSucceeded(pod)) {
      if (!isIndexed(job)) succeeded?.push(uid);
      else if (index !== undefined && !tally.indexes?.counted.has(index)) indexes.push(index);
    } else if (isLost(pod, job, condition) && (!isIndexed(job) || index !== undefined)) {
      if (isCounted(job, pod)) failed?.push(uid);
    }
    const counted = indexes.length + (succeeded?.length ?? 0) + (failed?.length ?? 0);
    if (counted >= UNCOUNTED_MAX) break;
  }
  const counted = indexes.length + (succeeded?.length ?? 0) + (failed?.length ?? 0);
  return { pods, counted, succeeded: succeeded ?? [], failed: failed ?? [], indexes };
}

function inOrder(job: Job, pods: readonly Pod[]): readonly Pod[] {
  return isIndexed(job)
    ? pods.toSorted((a, b) => (completionIndex(a) ?? -1) - (completionIndex(b) ?? -1))
    : pods;
}

function mayGo(pod: Pod, { job, condition, tally }: TrackInput): boolean {
  if (job.metadata.deletionTimestamp !== undefined || condition || isSucceeded(pod)) return true;
  if (!countsAsFailed(pod, job)) return false;
  const index = validIndex(job, pod);
  return index === undefined || tally.indexes?.toReplace.get(index)?.metadata.uid !== pod.metadata.uid;
}

/** Where a Job fails, every pod that has not ended yet has failed. */
function isLost(pod: Pod, job: Job, condition: JobCondition | undefined): boolean {
  return countsAsFailed(pod, job) || (condition !== undefined && condition.type !== 'SuccessCriteriaMet');
}

/** The status before the pods are let go. */
function statusBefore(input: TrackInput, ended: Ended): JobStatus {
  const { job, condition, tally } = input;
  const tracked = new Set(input.pods.filter(isTracked).map(({ metadata }) => metadata.uid ?? ''));
  const status = counted(
    {
      ...job.status,
      active: input.active,
      ready: input.ready,
      terminating: input.terminating,
    },
    tracked,
  );
  const { succeeded = [], failed = [] } = status.uncountedTerminatedPods ?? {};
  const uncounted = {
    ...ifAny('succeeded', [...succeeded, ...ended.succeeded]),
    ...ifAny('failed', [...failed, ...ended.failed]),
  };
  const interim = condition?.type === 'FailureTarget' || condition?.type === 'SuccessCriteriaMet';
  const conditions = interim ? withCondition(status.conditions ?? [], condition) : status.conditions;
  return tidy({
    ...status,
    ...(conditions ? { conditions: [...conditions] } : {}),
    ...(tally.indexes ? indexStatus(tally.indexes, ended.indexes) : {}),
    uncountedTerminatedPods: uncounted,
  });
}

function indexStatus(
  { succeeded, failed }: NonNullable<Tally['indexes']>,
  more: readonly number[],
): Partial<JobStatus> {
  const all = new Set([...succeeded, ...more]);
  return {
    succeeded: all.size,
    completedIndexes: formatIndexes(all),
    ...(failed ? { failedIndexes: formatIndexes(failed) } : {}),
  };
}

/** The final condition that follows an interim one. */
function finishing({ type, reason = '', message = '' }: JobCondition, nowMs: number): JobCondition {
  return newCondition(type === 'SuccessCriteriaMet' ? 'Complete' : 'Failed', reason, message, nowMs);
}

/** Counts what was let go, and finishes the Job if that was all. */
function finalRequests(job: Job, finish: JobCondition | undefined, { terminating }: TrackInput): Request[] {
  const status = counted(job.status ?? {}, new Set());
  const isOver = finish !== undefined && terminating === 0;
  const next = tidy(isOver ? finished(status, finish) : status);
  if (isEqual(next, job.status ?? {})) return [];
  const object = { ...job, status: next } as Job;
  return [
    { verb: 'updateStatus', kind: JobKind as Kind, object },
    ...(isOver ? announcements(object, finish) : []),
  ];
}

function finished(status: JobStatus, finish: JobCondition): JobStatus {
  const conditions = [...withCondition(status.conditions ?? [], finish)];
  const { lastTransitionTime } = finish;
  if (finish.type !== 'Complete' || lastTransitionTime === undefined) return { ...status, conditions };
  return { ...status, conditions, completionTime: lastTransitionTime };
}

function announcements(job: Job, { reason = '', message = '' }: JobCondition): Request[] {
  if (!conditionOf(job, 'Complete')) return [say(job, 'Warning', reason, message)];
  const { completions } = job.spec;
  const tooMany = 'Too many succeeded pods running after completion count reached';
  return [
    ...(completions !== undefined && (job.status?.succeeded ?? 0) > completions
      ? [say(job, 'Warning', 'TooManySucceededPods', tooMany)]
      : []),
    say(job, 'Normal', 'Completed', 'Job completed'),
  ];
}
