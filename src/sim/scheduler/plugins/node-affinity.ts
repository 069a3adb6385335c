// spec.nodeSelector and node affinity: the labels a node must have, and those it had better have.
// Source: "Assigning Pods to Nodes" in the Kubernetes documentation.
import type { Node } from '../../api/node.ts';
import type { Pod } from '../../api/pod.ts';
import type { NodeSelectorTerm } from '../affinity.ts';
import { affinityOf } from '../affinity.ts';
import type { FilterPlugin, ScorePlugin } from '../framework.ts';
import { matchesNodeSelector, matchesNodeSelectorTerm } from '../node-selector.ts';
import { normalizedScores } from '../normalized-scores.ts';

export const nodeAffinity: FilterPlugin = {
  name: 'NodeAffinity',
  prepare({ pod }) {
    const required = requiredTerms(pod);
    if (!pod.spec.nodeSelector && !required) return undefined;
    const candidates = required && namedNodes(required);
    return {
      filter: ({ node }) =>
        matchesRequiredAffinity(pod, node)
          ? undefined
          : { reasons: ["node(s) didn't match Pod's node affinity/selector"], isFinal: true },
      ...(candidates ? { candidates } : {}),
    };
  },
};

/** The sum of the weights of the preferences that a node meets. */
export const preferredNodeAffinity: ScorePlugin = {
  name: 'NodeAffinity',
  weight: 2,
  score({ pod }, feasible) {
    const preferred = affinityOf(pod)?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
    if (preferred.length === 0) return undefined;
    const sums = feasible.map(({ node }) =>
      preferred.reduce(
        (sum, { weight, preference }) => sum + (isPreferred(node, preference) ? weight : 0),
        0,
      ),
    );
    return normalizedScores(sums);
  },
};

/** Whether a node has all that the pod's nodeSelector and required node affinity ask for. */
export function matchesRequiredAffinity(pod: Pod, node: Node): boolean {
  const labels = node.metadata.labels ?? {};
  for (const [key, value] of Object.entries(pod.spec.nodeSelector ?? {})) {
    if (!Object.hasOwn(labels, key) || labels[key] !== value) return false;
  }
  const required = requiredTerms(pod);
  return !required || matchesNodeSelector(node, { nodeSelectorTerms: required });
}

function requiredTerms(pod: Pod): readonly NodeSelectorTerm[] | undefined {
  return affinityOf(pod)?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
}

/** A preference without conditions holds for every node. */
function isPreferred(node: Node, preference: NodeSelectorTerm): boolean {
  const isEmpty = !preference.matchExpressions?.length && !preference.matchFields?.length;
  return isEmpty || matchesNodeSelectorTerm(node, preference);
}

/** Where every term names its nodes (as DaemonSets do): those names. */
function namedNodes(terms: readonly NodeSelectorTerm[]): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const term of terms) {
    const field = term.matchFields?.find(({ key, operator }) => key === 'metadata.name' && operator === 'In');
    if (!field) return undefined;
    for (const name of field.values ?? []) names.add(name);
  }
  return terms.length > 0 ? names : undefined;
}
