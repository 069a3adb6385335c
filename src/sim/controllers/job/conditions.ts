// The conditions of a Job.
import type { Job, JobCondition } from '../../api/job.ts';
import { formatRfc3339 } from '../../machinery/time.ts';

type Type = 'Suspended' | 'SuccessCriteriaMet' | 'Complete' | 'FailureTarget' | 'Failed';

export function newCondition(
  type: Type,
  reason: string,
  message: string,
  nowMs: number,
  status: 'True' | 'False' = 'True',
): JobCondition {
  const now = formatRfc3339(nowMs);
  return { type, status, lastProbeTime: now, lastTransitionTime: now, reason, message };
}

export function conditionOf({ status }: Job, type: Type): JobCondition | undefined {
  return status?.conditions?.find((it) => it.type === type && it.status === 'True');
}

/** The conditions with this one set. One that does not hold is not worth being added. */
export function withCondition(
  conditions: readonly JobCondition[],
  condition: JobCondition,
): readonly JobCondition[] {
  const before = conditions.find(({ type }) => type === condition.type);
  if (!before) return condition.status === 'False' ? conditions : [...conditions, condition];
  const { status, reason, message } = before;
  const isSame = status === condition.status && reason === condition.reason && message === condition.message;
  return isSame ? conditions : conditions.map((it) => (it === before ? condition : it));
}
