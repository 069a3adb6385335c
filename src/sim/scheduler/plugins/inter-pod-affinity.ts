// Pods that want to be near, or far from, other pods: by host, zone or any other label of the nodes.
// Source: "Inter-pod affinity and anti-affinity" in the Kubernetes documentation.
import type { Pod } from '../../api/pod.ts';
import type { PodAffinity, PodAffinityTerm } from '../affinity.ts';
import { affinityOf } from '../affinity.ts';
import type { Attempt, FilterPlugin, NodeState, Rejection, ScorePlugin } from '../framework.ts';
import { MAX_NODE_SCORE } from '../framework.ts';
import type { PodMatcher } from '../topology.ts';
import { podMatcher, topologyOf } from '../topology.ts';

/** How much a pod counts that is already there and requires to be near the new one. */
const HARD_AFFINITY_WEIGHT = 1;

export const interPodAffinity: FilterPlugin = {
  name: 'InterPodAffinity',
  prepare(attempt) {
    const near = matchersOf(affinityOf(attempt.pod)?.podAffinity, attempt);
    const far = matchersOf(affinityOf(attempt.pod)?.podAntiAffinity, attempt);
    const closed = closedByOthers(attempt);
    if (near.length === 0 && far.length === 0 && closed.size === 0) return undefined;
    const nearPlaces = near.map((matcher) => placesOf(matcher, attempt));
    const farPlaces = far.map((matcher) => placesOf(matcher, attempt));
    const isFirst =
      nearPlaces.every((places) => places.size === 0) && near.every((m) => m.matches(attempt.pod));
    return {
      filter: (state) => {
        if (!isNear(state, near, nearPlaces, isFirst)) {
          return { reasons: ["node(s) didn't match pod affinity rules"], isFinal: true };
        }
        return farRejection(state, far, farPlaces, closed);
      },
    };
  },
};

/** Every node needs the label; and pods that match, unless the pod is the first of those that want each other. */
function isNear(
  state: NodeState,
  near: readonly PodMatcher[],
  places: readonly ReadonlySet<string>[],
  isFirst: boolean,
): boolean {
  return near.every(({ topologyKey }, i) => {
    const place = topologyOf(state, topologyKey);
    return place !== undefined && (isFirst || places[i]?.has(place) === true);
  });
}

function farRejection(
  state: NodeState,
  far: readonly PodMatcher[],
  places: readonly ReadonlySet<string>[],
  closed: ReadonlyMap<string, ReadonlySet<string>>,
): Rejection | undefined {
  const isTooNear = far.some(({ topologyKey }, i) => {
    const place = topologyOf(state, topologyKey);
    return place !== undefined && places[i]?.has(place) === true;
  });
  if (isTooNear) return { reasons: ["node(s) didn't match pod anti-affinity rules"], isFinal: false };
  for (const [key, taken] of closed) {
    const place = topologyOf(state, key);
    if (place !== undefined && taken.has(place)) {
      return { reasons: ["node(s) didn't satisfy existing pods anti-affinity rules"], isFinal: false };
    }
  }
  return undefined;
}

/** Places by label key where a pod lives that does not want this one near. */
function closedByOthers({ pod, view, nodes }: Attempt): ReadonlyMap<string, ReadonlySet<string>> {
  const closed = new Map<string, Set<string>>();
  for (const state of nodes) {
    for (const other of state.withAffinity()) {
      for (const term of requiredTerms(affinityOf(other)?.podAntiAffinity)) {
        const place = topologyOf(state, term.topologyKey);
        if (place === undefined || !podMatcher(term, other, view).matches(pod)) continue;
        const places = closed.get(term.topologyKey) ?? new Set<string>();
        closed.set(term.topologyKey, places.add(place));
      }
    }
  }
  return closed;
}

function matchersOf(affinity: PodAffinity | undefined, { pod, view }: Attempt): readonly PodMatcher[] {
  return requiredTerms(affinity).map((term) => podMatcher(term, pod, view));
}

function requiredTerms(affinity: PodAffinity | undefined): readonly PodAffinityTerm[] {
  return affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
}

function placesOf(matcher: PodMatcher, { nodes }: Attempt): ReadonlySet<string> {
  const places = new Set<string>();
  for (const state of nodes) {
    const place = topologyOf(state, matcher.topologyKey);
    if (place !== undefined && state.pods.some((pod) => matcher.matches(pod))) places.add(place);
  }
  return places;
}

/** Preferences of the pod, and of the pods that are there, by weight. */
export const preferredPodAffinity: ScorePlugin = {
  name: 'InterPodAffinity',
  weight: 2,
  score(attempt, feasible) {
    const sums = new Map<string, Map<string, number>>();
    const isFond = affinityOf(attempt.pod) !== undefined;
    for (const state of attempt.nodes) {
      for (const other of isFond ? state.pods : state.withAffinity()) {
        addPreferences(sums, attempt, state, other);
      }
    }
    if (sums.size === 0) return undefined;
    const raw = feasible.map((state) => {
      let sum = 0;
      for (const [key, byPlace] of sums) sum += byPlace.get(topologyOf(state, key) ?? '') ?? 0;
      return sum;
    });
    const [lowest, highest] = [Math.min(...raw), Math.max(...raw)];
    const range = highest - lowest;
    return raw.map((sum) => (range === 0 ? 0 : Math.floor((MAX_NODE_SCORE * (sum - lowest)) / range)));
  },
};

function addPreferences(
  sums: Map<string, Map<string, number>>,
  { pod, view }: Attempt,
  state: NodeState,
  other: Pod,
): void {
  const add = (term: PodAffinityTerm, owner: Pod, candidate: Pod, weight: number) => {
    const place = topologyOf(state, term.topologyKey);
    if (place === undefined || !podMatcher(term, owner, view).matches(candidate)) return;
    const byPlace = sums.get(term.topologyKey) ?? new Map<string, number>();
    sums.set(term.topologyKey, byPlace.set(place, (byPlace.get(place) ?? 0) + weight));
  };
  for (const [owner, candidate] of [
    [pod, other],
    [other, pod],
  ] as const) {
    const affinity = affinityOf(owner);
    for (const { term, weight } of weighted(affinity?.podAffinity)) add(term, owner, candidate, weight);
    for (const { term, weight } of weighted(affinity?.podAntiAffinity)) add(term, owner, candidate, -weight);
  }
  for (const term of requiredTerms(affinityOf(other)?.podAffinity)) {
    add(term, other, pod, HARD_AFFINITY_WEIGHT);
  }
}

function weighted(affinity: PodAffinity | undefined) {
  const preferred = affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  return preferred.map(({ weight, podAffinityTerm }) => ({ weight, term: podAffinityTerm }));
}
