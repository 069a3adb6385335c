// topologySpreadConstraints that must hold: no part of the cluster gets more than maxSkew pods ahead of the emptiest.
// Source: "Pod Topology Spread Constraints" in the Kubernetes documentation.

import type { Selector } from '../../machinery/labels.ts';
import type { TopologySpreadConstraint } from '../affinity.ts';
import { spreadConstraintsOf } from '../affinity.ts';
import type { Attempt, FilterPlugin, NodeState } from '../framework.ts';
import { selectorWithKeys, topologyOf } from '../topology.ts';
import { matchesRequiredAffinity } from './node-affinity.ts';
import { tolerates } from './taint-toleration.ts';

const MISMATCH = "node(s) didn't match pod topology spread constraints";

export const podTopologySpread: FilterPlugin = {
  name: 'PodTopologySpread',
  prepare(attempt) {
    const hard = spreadConstraintsOf(attempt.pod).filter((c) => c.whenUnsatisfiable === 'DoNotSchedule');
    if (hard.length === 0) return undefined;
    const spreads = hard.map((constraint) => measure(attempt, constraint, hard));
    return {
      filter: (state) => {
        for (const { constraint, counts, fewest, own } of spreads) {
          const place = topologyOf(state, constraint.topologyKey);
          if (place === undefined)
            return { reasons: [`${MISMATCH} (missing required label)`], isFinal: true };
          const skew = (counts.get(place) ?? 0) + own - fewest;
          if (skew > constraint.maxSkew) return { reasons: [MISMATCH], isFinal: false };
        }
        return undefined;
      },
    };
  },
};

interface Spread {
  readonly constraint: TopologySpreadConstraint;
  readonly counts: ReadonlyMap<string, number>;
  readonly fewest: number;
  /** 1 where the pod counts itself. */
  readonly own: number;
}

function measure(
  attempt: Attempt,
  constraint: TopologySpreadConstraint,
  all: readonly TopologySpreadConstraint[],
): Spread {
  const selector = constraintSelector(attempt, constraint);
  const counts = new Map<string, number>();
  for (const state of attempt.nodes) {
    if (!isCounted(attempt, state, constraint)) continue;
    if (all.some(({ topologyKey }) => topologyOf(state, topologyKey) === undefined)) continue;
    const place = topologyOf(state, constraint.topologyKey) as string;
    counts.set(
      place,
      (counts.get(place) ?? 0) + state.countMatching(attempt.pod.metadata.namespace, selector),
    );
  }
  const isTooFewPlaces = counts.size < (constraint.minDomains ?? 1);
  return {
    constraint,
    counts,
    fewest: isTooFewPlaces || counts.size === 0 ? 0 : Math.min(...counts.values()),
    own: selector.matches(attempt.pod.metadata.labels ?? {}) ? 1 : 0,
  };
}

export function constraintSelector({ pod }: Attempt, constraint: TopologySpreadConstraint): Selector {
  return selectorWithKeys(constraint.labelSelector, pod, constraint.matchLabelKeys);
}

/** Whether a node takes part in the count: by default those that the pod's node affinity allows, taints or not. */
export function isCounted(
  { pod }: Attempt,
  { node }: NodeState,
  { nodeAffinityPolicy = 'Honor', nodeTaintsPolicy = 'Ignore' }: TopologySpreadConstraint,
): boolean {
  if (nodeAffinityPolicy === 'Honor' && !matchesRequiredAffinity(pod, node)) return false;
  if (nodeTaintsPolicy === 'Ignore') return true;
  return (node.spec?.taints ?? []).every(
    (taint) => taint.effect === 'PreferNoSchedule' || tolerates(pod.spec.tolerations, taint),
  );
}
