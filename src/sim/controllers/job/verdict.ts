// Whether a Job is over, and why.
import type { Job, JobCondition } from '../../api/job.ts';
import type { Pod } from '../../api/pod.ts';
import { parseRfc3339 } from '../../machinery/time.ts';
import { conditionOf, newCondition } from './conditions.ts';
import { matchFailure } from './pod-failure-policy.ts';
import { countsAsFailed, isSuspended } from './predicates.ts';
import { matchSuccess } from './success-policy.ts';
import type { Tally } from './tally.ts';

/** Why the Job ends now: SuccessCriteriaMet, FailureTarget, or a Failed that follows a FailureTarget. */
export function verdictOf(
  job: Job,
  pods: readonly Pod[],
  tally: Tally,
  nowMs: number,
): JobCondition | undefined {
  const met = conditionOf(job, 'SuccessCriteriaMet');
  if (met) return met;
  const failing = conditionOf(job, 'FailureTarget');
  if (failing) return newCondition('Failed', failing.reason ?? '', failing.message ?? '', nowMs);
  const why = failureOf(job, pods, tally, nowMs);
  if (why) return newCondition('FailureTarget', why.reason, why.message, nowMs);
  const success = tally.indexes && matchSuccess(job, tally.indexes.succeeded);
  return success === undefined
    ? undefined
    : newCondition('SuccessCriteriaMet', 'SuccessPolicy', success, nowMs);
}

interface Why {
  readonly reason: string;
  readonly message: string;
}

function failureOf(job: Job, pods: readonly Pod[], tally: Tally, nowMs: number): Why | undefined {
  const { backoffLimit = 6, completions = 0, maxFailedIndexes } = job.spec;
  for (const pod of pods) {
    const message = countsAsFailed(pod, job) ? matchFailure(job, pod)?.failJobMessage : undefined;
    if (message !== undefined) return { reason: 'PodFailurePolicy', message };
  }
  if (tally.failed > backoffLimit || hasRestartedTooOften(job, pods)) {
    const message = 'Job has reached the specified backoff limit';
    return { reason: 'BackoffLimitExceeded', message };
  }
  const untilDeadlineMs = untilDeadline(job, nowMs);
  if (untilDeadlineMs !== undefined && untilDeadlineMs <= 0) {
    return { reason: 'DeadlineExceeded', message: 'Job was active longer than specified deadline' };
  }
  const { succeeded, failed } = tally.indexes ?? {};
  if (!failed) return undefined;
  if (maxFailedIndexes !== undefined && failed.size > maxFailedIndexes) {
    const message = 'Job has exceeded the specified maximal number of failed indexes';
    return { reason: 'MaxFailedIndexesExceeded', message };
  }
  return failed.size > 0 && failed.size + (succeeded?.size ?? 0) >= completions
    ? { reason: 'FailedIndexes', message: 'Job has failed indexes' }
    : undefined;
}

/** How long the Job may still run; undefined if nothing limits it now. */
export function untilDeadline(job: Job, nowMs: number): number | undefined {
  const { activeDeadlineSeconds } = job.spec;
  const startMs = parseRfc3339(job.status?.startTime ?? '');
  if (activeDeadlineSeconds === undefined || startMs === undefined || isSuspended(job)) return undefined;
  return startMs + activeDeadlineSeconds * 1000 - nowMs;
}

/** Containers that are restarted in place count by their restarts. */
function hasRestartedTooOften({ spec }: Job, pods: readonly Pod[]): boolean {
  if (spec.template.spec.restartPolicy !== 'OnFailure') return false;
  const { backoffLimit = 6 } = spec;
  let restarts = 0;
  for (const { status } of pods) {
    if (status?.phase !== 'Running' && status?.phase !== 'Pending') continue;
    const containers = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])];
    for (const { restartCount } of containers) restarts += restartCount;
  }
  return backoffLimit === 0 ? restarts > 0 : restarts >= backoffLimit;
}
