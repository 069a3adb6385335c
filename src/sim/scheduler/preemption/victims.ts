// Who would have to leave a node for a pod to fit there: as few as possible, and of those that matter least.
// Source: "Pod Priority and Preemption" in the Kubernetes documentation.
import type { Pod } from '../../api/pod.ts';
import type { PodDisruptionBudget } from '../../api/pod-disruption-budget.ts';
import { compileLabelSelector } from '../../machinery/label-selector.ts';
import type { NodeState, Rejection } from '../framework.ts';
import { nodeStateOf } from '../framework.ts';
import { byImportance, priorityOf } from './priority.ts';

export interface Victims {
  readonly state: NodeState;
  /** The ones that matter more first. */
  readonly pods: readonly Pod[];
  /** How many of them a disruption budget would have kept. */
  readonly violations: number;
}

/** Why a node with these pods on it will not do; undefined if it will. */
export type Trial = (state: NodeState) => Rejection | undefined;

/** The pods of lower priority that must leave, or why their leaving would not help. */
export function victimsOn(
  state: NodeState,
  preemptor: Pod,
  budgets: readonly PodDisruptionBudget[],
  rejectionOf: Trial,
): Victims | { readonly reasons: readonly string[] } {
  const isLower = (pod: Pod) => priorityOf(pod) < priorityOf(preemptor);
  const lower = state.pods.filter(isLower).sort(byImportance);
  if (lower.length === 0) return { reasons: ['No preemption victims found for incoming pod'] };
  let staying = state.pods.filter((pod) => !isLower(pod));
  const rejection = rejectionOf(nodeStateOf(state.node, staying));
  if (rejection) return { reasons: rejection.reasons };
  const { kept, free } = splitByBudget(lower, budgets);
  const victims: Pod[] = [];
  let violations = 0;
  for (const [pods, isKept] of [
    [kept, true],
    [free, false],
  ] as const) {
    for (const pod of pods) {
      const withIt = [...staying, pod];
      if (rejectionOf(nodeStateOf(state.node, withIt))) {
        victims.push(pod);
        if (isKept) violations += 1;
      } else staying = withIt;
    }
  }
  return { state, pods: victims.sort(byImportance), violations };
}

/** Those that a budget can no longer spare are asked to stay first. */
function splitByBudget(
  pods: readonly Pod[],
  budgets: readonly PodDisruptionBudget[],
): { readonly kept: readonly Pod[]; readonly free: readonly Pod[] } {
  const guards = budgets.flatMap(({ metadata, spec, status }) => {
    const selector = compileLabelSelector(spec.selector);
    if (!selector.ok) return [];
    const { disruptedPods = {}, disruptionsAllowed = 0 } = status ?? {};
    return [
      {
        namespace: metadata.namespace,
        selector: selector.value,
        disrupted: disruptedPods,
        allowed: disruptionsAllowed,
      },
    ];
  });
  const kept: Pod[] = [];
  const free: Pod[] = [];
  for (const pod of pods) {
    const labels = pod.metadata.labels ?? {};
    let isKept = false;
    for (const guard of guards) {
      if (guard.namespace !== pod.metadata.namespace || Object.keys(labels).length === 0) continue;
      if (!guard.selector.matches(labels) || Object.hasOwn(guard.disrupted, pod.metadata.name)) continue;
      guard.allowed -= 1;
      if (guard.allowed < 0) isKept = true;
    }
    (isKept ? kept : free).push(pod);
  }
  return { kept, free };
}
