// The condition DisruptionAllowed of a PodDisruptionBudget, which says in words what its number says.
import type { Condition } from '../api/meta.ts';
import type { PodDisruptionBudgetStatus } from '../api/pod-disruption-budget.ts';

/** The status with a condition that fits it. `time`: now, as objects hold times. */
export function withDisruptionAllowed(
  status: PodDisruptionBudgetStatus,
  time: string,
): PodDisruptionBudgetStatus {
  const isAllowed = status.disruptionsAllowed > 0;
  return withCondition(status, time, {
    status: isAllowed ? 'True' : 'False',
    reason: isAllowed ? 'SufficientPods' : 'InsufficientPods',
    message: '',
  });
}

/** The status with the condition as given; its time changes with its value only. */
export function withCondition(
  status: PodDisruptionBudgetStatus,
  time: string,
  given: Pick<Condition, 'status' | 'reason' | 'message'>,
): PodDisruptionBudgetStatus {
  const { conditions = [], observedGeneration } = status;
  const before = conditions.find(({ type }) => type === 'DisruptionAllowed');
  const since = before?.status === given.status ? (before.lastTransitionTime ?? time) : time;
  const condition: Condition = {
    lastTransitionTime: since,
    message: given.message ?? '',
    ...(observedGeneration === undefined ? {} : { observedGeneration }),
    reason: given.reason ?? '',
    status: given.status,
    type: 'DisruptionAllowed',
  };
  const others = conditions.filter(({ type }) => type !== 'DisruptionAllowed');
  return { ...status, conditions: [...others, condition] };
}
