// The disruption controller.
// Watches: budgets, and pods that they select. Writes: how many pods a budget expects, how many are healthy, and how many
// may be evicted now; the API server counts down from there with every eviction.
// Source: "Specifying a Disruption Budget for your Application"; reasons from Kubernetes' own messages.
// Departs: a condition DisruptionTarget of a pod that was not deleted after all is not taken back.
import type { Kind } from '../../api/kind.ts';
import { keyOf, splitKey } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import { PodDisruptionBudgetKind } from '../../api/pod-disruption-budget.ts';
import type { Change } from '../../apiserver/store.ts';
import type { Component, View } from '../../component.ts';
import { budgetsOf } from '../../disruption/budgets-of.ts';
import { reconcileBudget } from './reconcile.ts';

/** From a change to the look at it. */
const latencyMs = 10;

/** Its events come from the controller manager as a whole. */
const source = 'controllermanager';

export const disruptionController: Component = {
  name: 'disruption-controller',
  latencyMs,
  doorbells: [
    {
      kind: PodDisruptionBudgetKind as Kind,
      keys: ({ type, after }) => (type === 'DELETED' ? [] : [keyOf(after)]),
    },
    { kind: PodKind as Kind, keys: podKeys },
  ],
  reconcile(key, view, nowMs) {
    const { namespace, name } = splitKey(key);
    const budget = view.get(PodDisruptionBudgetKind, namespace, name);
    return budget ? reconcileBudget(budget, view, nowMs, source) : [];
  },
};

function podKeys({ before, after }: Change, view: View): string[] {
  const pods = [after as Pod, ...(before ? [before as Pod] : [])];
  return [...new Set(pods.flatMap((pod) => budgetsOf(pod, view)).map(keyOf))];
}
