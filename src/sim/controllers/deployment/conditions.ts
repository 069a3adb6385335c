// The conditions of a Deployment: Available, Progressing, ReplicaFailure.
import type { Deployment, DeploymentCondition } from '../../api/deployment.ts';
import { formatRfc3339 } from '../../machinery/time.ts';

export type Conditions = readonly DeploymentCondition[];

/** What is to be said: a condition without its times. */
export interface Saying {
  readonly type: DeploymentCondition['type'];
  readonly status: DeploymentCondition['status'];
  readonly reason: string;
  readonly message: string;
}

/** A deadline of so many seconds counts as none. */
export const NO_DEADLINE = 2 ** 31 - 1;

export function conditionOf(
  conditions: Conditions,
  type: DeploymentCondition['type'],
): DeploymentCondition | undefined {
  return conditions.find((condition) => condition.type === type);
}

export function withoutCondition(conditions: Conditions, type: DeploymentCondition['type']): Conditions {
  return conditions.filter((condition) => condition.type !== type);
}

/** Says something new; what was said already, with the same status and reason, stays as it is. */
export function withSaying(conditions: Conditions, saying: Saying, nowMs: number): Conditions {
  const time = formatRfc3339(nowMs);
  return withCondition(conditions, { ...saying, lastUpdateTime: time, lastTransitionTime: time });
}

/** The same for a condition that has its times; the time of transition moves only where the status changes. */
export function withCondition(conditions: Conditions, condition: DeploymentCondition): Conditions {
  const before = conditionOf(conditions, condition.type);
  if (before?.status === condition.status && before.reason === condition.reason) return conditions;
  const since = before?.status === condition.status ? before.lastTransitionTime : undefined;
  const next = { ...condition, ...(since === undefined ? {} : { lastTransitionTime: since }) };
  return [...withoutCondition(conditions, condition.type), next];
}

export function hasProgressDeadline({ spec }: Deployment): boolean {
  return spec.progressDeadlineSeconds !== undefined && spec.progressDeadlineSeconds !== NO_DEADLINE;
}

/** While a Deployment is paused nobody waits for progress; when it goes on, the wait begins anew. */
export function withPause(deployment: Deployment, conditions: Conditions, nowMs: number): Conditions {
  if (!hasProgressDeadline(deployment)) return conditions;
  const reason = conditionOf(conditions, 'Progressing')?.reason;
  if (reason === 'ProgressDeadlineExceeded') return conditions;
  const wasPaused = reason === 'DeploymentPaused';
  const isPaused = deployment.spec.paused === true;
  if (isPaused === wasPaused) return conditions;
  return withSaying(
    conditions,
    {
      type: 'Progressing',
      status: 'Unknown',
      reason: isPaused ? 'DeploymentPaused' : 'DeploymentResumed',
      message: isPaused ? 'Deployment is paused' : 'Deployment is resumed',
    },
    nowMs,
  );
}
