// Which budgets guard a pod.
import type { Pod } from '../api/pod.ts';
import type { PodDisruptionBudget } from '../api/pod-disruption-budget.ts';
import { PodDisruptionBudgetKind } from '../api/pod-disruption-budget.ts';
import type { View } from '../component.ts';
import { compileLabelSelector } from '../machinery/label-selector.ts';

/** The budgets that select a pod. One without a selector selects none, one with an empty selector all. */
export function budgetsOf({ metadata }: Pod, view: View): PodDisruptionBudget[] {
  return view.list(PodDisruptionBudgetKind, metadata.namespace).filter(({ spec }) => {
    const selector = compileLabelSelector(spec.selector);
    return selector.ok && selector.value.matches(metadata.labels ?? {});
  });
}
