// Spreads pods of one workload over hosts and zones: by the pod's own constraints of ScheduleAnyway, else by the
// cluster's default ones, which mean the pods of the same Services and owner.
// Source: "Pod Topology Spread Constraints: internal default constraints" in the Kubernetes documentation.
import type { KubeObject, LabelSelector } from '../../api/meta.ts';
import { controllerOf } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import { ReplicaSetKind } from '../../api/replica-set.ts';
import { ServiceKind } from '../../api/service.ts';
import { StatefulSetKind } from '../../api/stateful-set.ts';
import type { View } from '../../component.ts';
import type { Requirement, Selector } from '../../machinery/labels.ts';
import { createSelector, selectorFromLabels } from '../../machinery/labels.ts';
import { spreadConstraintsOf } from '../affinity.ts';
import type { Attempt, NodeState, ScorePlugin } from '../framework.ts';
import { MAX_NODE_SCORE } from '../framework.ts';
import { HOSTNAME, selectorOf, topologyOf, ZONE } from '../topology.ts';
import { constraintSelector } from './pod-topology-spread.ts';

interface SoftConstraint {
  readonly topologyKey: string;
  readonly maxSkew: number;
  readonly selector: Selector;
}

const DEFAULTS = [
  { topologyKey: HOSTNAME, maxSkew: 3 },
  { topologyKey: ZONE, maxSkew: 5 },
];

export const spreadScore: ScorePlugin = {
  name: 'PodTopologySpread',
  weight: 2,
  score(attempt, feasible) {
    const own = spreadConstraintsOf(attempt.pod);
    const constraints = own.length > 0 ? ownConstraints(attempt) : defaultConstraints(attempt);
    if (constraints.length === 0) return undefined;
    // By default a node may lack the zone; a pod's own constraints pass over nodes without the label.
    const isCounted = (state: NodeState) =>
      own.length === 0 || constraints.every((c) => topologyOf(state, c.topologyKey) !== undefined);
    const raw = crowding(attempt, feasible, constraints);
    const counted = raw.filter((_, i) => isCounted(feasible[i] as NodeState));
    const [least, most] = [Math.min(...counted), Math.max(...counted)];
    return raw.map((score, i) => {
      if (!isCounted(feasible[i] as NodeState)) return 0;
      return most === 0 ? MAX_NODE_SCORE : Math.floor((MAX_NODE_SCORE * (most + least - score)) / most);
    });
  },
};

/** How crowded each node and its surroundings are already: less is better. */
function crowding(
  attempt: Attempt,
  feasible: readonly NodeState[],
  constraints: readonly SoftConstraint[],
): readonly number[] {
  const sums = feasible.map(() => 0);
  // The default constraints share their selector: what is counted for one is counted for both.
  const onNodes = new Map<Selector, readonly number[]>();
  for (const { topologyKey, maxSkew, selector } of constraints) {
    const matching = onNodes.get(selector) ?? countOnNodes(attempt, selector);
    onNodes.set(selector, matching);
    const counts = new Map<string, number>();
    attempt.nodes.forEach((state, i) => {
      const place = topologyOf(state, topologyKey);
      if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + (matching[i] ?? 0));
    });
    const places = new Set(feasible.map((state) => topologyOf(state, topologyKey)));
    places.delete(undefined);
    // Where there are many places a pod more or less matters more.
    const weight = Math.log((topologyKey === HOSTNAME ? feasible.length : places.size) + 2);
    feasible.forEach((state, i) => {
      const place = topologyOf(state, topologyKey);
      if (place !== undefined) sums[i] = (sums[i] ?? 0) + (counts.get(place) ?? 0) * weight + maxSkew - 1;
    });
  }
  return sums.map((sum) => Math.round(sum));
}

function countOnNodes({ nodes, pod }: Attempt, selector: Selector): readonly number[] {
  return nodes.map((state) => state.countMatching(pod.metadata.namespace, selector));
}

function ownConstraints(attempt: Attempt): readonly SoftConstraint[] {
  return spreadConstraintsOf(attempt.pod)
    .filter(({ whenUnsatisfiable }) => whenUnsatisfiable === 'ScheduleAnyway')
    .map((constraint) => ({ ...constraint, selector: constraintSelector(attempt, constraint) }));
}

function defaultConstraints({ pod, view }: Attempt): readonly SoftConstraint[] {
  const selector = workloadSelector(pod, view);
  return selector ? DEFAULTS.map((constraint) => ({ ...constraint, selector })) : [];
}

/** What the Services and the owner of a pod select, taken together; undefined where it has none. */
function workloadSelector(pod: Pod, view: View): Selector | undefined {
  const requirements: Requirement[] = [];
  for (const service of view.list(ServiceKind, pod.metadata.namespace)) {
    const selected = service.spec.selector;
    if (!selected || Object.keys(selected).length === 0) continue;
    const selector = selectorFromLabels(selected);
    if (selector.matches(pod.metadata.labels ?? {})) requirements.push(...selector.requirements);
  }
  const owner = selectorOfOwner(pod, view);
  if (owner) requirements.push(...selectorOf(owner).requirements);
  return requirements.length > 0 ? createSelector(requirements) : undefined;
}

const OWNER_KINDS = [ReplicaSetKind, StatefulSetKind] as const;

function selectorOfOwner(pod: Pod, view: View): LabelSelector | undefined {
  const reference = controllerOf(pod);
  const kind = OWNER_KINDS.find((owner) => owner.kind === reference?.kind);
  if (!reference || !kind) return undefined;
  const owner: (KubeObject & { spec?: { selector?: LabelSelector } }) | undefined = view.get(
    kind as (typeof OWNER_KINDS)[0],
    pod.metadata.namespace ?? '',
    reference.name,
  );
  return owner?.metadata.uid === reference.uid ? owner?.spec?.selector : undefined;
}
