// Eviction: a deletion of a pod that a disruption budget may refuse.
// Source: "API-initiated Eviction" and "Specifying a Disruption Budget"; wording from Kubernetes' own messages.
import type { Kind } from '../api/kind.ts';
import type { Pod } from '../api/pod.ts';
import type { PodDisruptionBudget } from '../api/pod-disruption-budget.ts';
import { PodDisruptionBudgetKind } from '../api/pod-disruption-budget.ts';
import type { View } from '../component.ts';
import { budgetsOf } from '../disruption/budgets-of.ts';
import { withDisruptionAllowed } from '../disruption/disruption-allowed.ts';
import { formatRfc3339 } from '../machinery/time.ts';
import type { Status } from './status.ts';
import { refusal } from './status.ts';

/** The pod as it is deleted and the budget that pays for it, or why it stays. */
export type Eviction =
  | { readonly ok: true; readonly pod: Pod; readonly budget?: PodDisruptionBudget }
  | { readonly ok: false; readonly status: Status };

const SEVERAL =
  'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.';
const SPENT = "Cannot evict pod as it would violate the pod's disruption budget.";

export function judgeEviction(pod: Pod, view: View, nowMs: number): Eviction {
  const evicted = asTarget(pod, nowMs);
  if (isNoLoss(pod)) return { ok: true, pod: evicted };
  const budgets = budgetsOf(pod, view);
  if (budgets.length > 1) return { ok: false, status: refusal('InternalError', SEVERAL) };
  const [budget] = budgets;
  if (!budget || mayGoUnhealthy(pod, budget)) return { ok: true, pod: evicted };
  const paid = pay(budget, pod.metadata.name, nowMs);
  return 'code' in paid ? { ok: false, status: paid } : { ok: true, pod: evicted, budget: paid };
}

/** A pod that does not run yet, or no longer, is missed by nobody. */
function isNoLoss({ metadata, status }: Pod): boolean {
  const isUp = status?.phase === 'Running' || status?.phase === 'Unknown';
  return !isUp || metadata.deletionTimestamp !== undefined;
}

function mayGoUnhealthy(pod: Pod, { spec, status }: PodDisruptionBudget): boolean {
  const isReady = pod.status?.conditions?.some((it) => it.type === 'Ready' && it.status === 'True');
  if (isReady) return false;
  if (spec.unhealthyPodEvictionPolicy === 'AlwaysAllow') return true;
  const { currentHealthy = 0, desiredHealthy = 0 } = status ?? {};
  return desiredHealthy > 0 && currentHealthy >= desiredHealthy;
}

/** The budget with one disruption less, or why it has none. */
function pay(budget: PodDisruptionBudget, podName: string, nowMs: number): PodDisruptionBudget | Status {
  const { metadata, status } = budget;
  const isSeen = (status?.observedGeneration ?? 0) >= (metadata.generation ?? 0);
  if (!status || !isSeen || status.disruptionsAllowed === 0) {
    return refusal('TooManyRequests', SPENT);
  }
  if (status.disruptionsAllowed < 0) {
    return refusal(
      'Forbidden',
      `poddisruptionbudget.policy "${metadata.name}" is forbidden: pdb disruptions allowed is negative`,
      PodDisruptionBudgetKind as Kind,
      metadata.name,
    );
  }
  const disruptionsAllowed = status.disruptionsAllowed - 1;
  const time = formatRfc3339(nowMs);
  const disruptedPods = { ...status.disruptedPods, [podName]: time };
  const paid = { ...status, disruptionsAllowed, disruptedPods };
  return { ...budget, status: disruptionsAllowed === 0 ? withDisruptionAllowed(paid, time) : paid };
}

/** The pod with the condition that says why it goes. */
function asTarget(pod: Pod, nowMs: number): Pod {
  const { generation } = pod.metadata;
  const condition = {
    ...(generation === undefined ? {} : { observedGeneration: generation }),
    type: 'DisruptionTarget',
    status: 'True',
    reason: 'EvictionByEvictionAPI',
    message: 'Eviction API: evicting',
    lastProbeTime: null,
    lastTransitionTime: formatRfc3339(nowMs),
  } as const;
  const others = (pod.status?.conditions ?? []).filter(({ type }) => type !== 'DisruptionTarget');
  return { ...pod, status: { ...pod.status, conditions: [...others, condition] } };
}
