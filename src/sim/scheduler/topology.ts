// Counts pods by the part of the cluster they are in: the value of a node label such as the host name or the zone.

import type { LabelSelector } from '../api/meta.ts';
import { NamespaceKind } from '../api/namespace.ts';
import type { Pod } from '../api/pod.ts';
import type { View } from '../component.ts';
import { compileLabelSelector } from '../machinery/label-selector.ts';
import type { Requirement, Selector } from '../machinery/labels.ts';
import { createSelector, NOTHING } from '../machinery/labels.ts';
import type { PodAffinityTerm } from './affinity.ts';
import type { NodeState } from './framework.ts';

export const HOSTNAME = 'kubernetes.io/hostname';
export const ZONE = 'topology.kubernetes.io/zone';

/** The value of a label of a node, if it has it. */
export function topologyOf(state: NodeState, key: string): string | undefined {
  const labels = state.node.metadata.labels ?? {};
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

const compiled = new WeakMap<LabelSelector, Selector>();

/** A selector as compiled once; a missing or wrong one selects nothing. */
export function selectorOf(selector: LabelSelector | undefined): Selector {
  if (!selector) return NOTHING;
  let made = compiled.get(selector);
  if (!made) {
    const result = compileLabelSelector(selector);
    made = result.ok ? result.value : NOTHING;
    compiled.set(selector, made);
  }
  return made;
}

/** A selector that also wants (or does not want) the pod's own values of some labels. */
export function selectorWithKeys(
  selector: LabelSelector | undefined,
  pod: Pod,
  keys: readonly string[] = [],
  otherKeys: readonly string[] = [],
): Selector {
  const base = selectorOf(selector);
  const labels = pod.metadata.labels ?? {};
  const own = (key: string, operator: 'in' | 'notin'): Requirement[] =>
    Object.hasOwn(labels, key) ? [{ key, operator, values: [labels[key] ?? ''] }] : [];
  const extra = [...keys.flatMap((key) => own(key, 'in')), ...otherKeys.flatMap((key) => own(key, 'notin'))];
  return extra.length === 0 ? base : createSelector([...base.requirements, ...extra]);
}

/** A pod affinity term of one pod, ready to be held against others. */
export interface PodMatcher {
  readonly topologyKey: string;
  matches(other: Pod): boolean;
}

/** `owner` is the pod that has the term: its namespace is meant where none is named. */
export function podMatcher(term: PodAffinityTerm, owner: Pod, view: View): PodMatcher {
  const selector = selectorWithKeys(term.labelSelector, owner, term.matchLabelKeys, term.mismatchLabelKeys);
  const namespaces = namespacesOf(term, owner, view);
  return {
    topologyKey: term.topologyKey,
    matches: (other) =>
      namespaces.has(other.metadata.namespace ?? '') && selector.matches(other.metadata.labels ?? {}),
  };
}

function namespacesOf(term: PodAffinityTerm, owner: Pod, view: View): ReadonlySet<string> {
  if (!term.namespaces?.length && !term.namespaceSelector) return new Set([owner.metadata.namespace ?? '']);
  const selected = selectorOf(term.namespaceSelector);
  const matching = view
    .list(NamespaceKind)
    .filter(({ metadata }) => term.namespaceSelector && selected.matches(metadata.labels ?? {}));
  return new Set([...(term.namespaces ?? []), ...matching.map(({ metadata }) => metadata.name)]);
}
