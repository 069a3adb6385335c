// Whether a node is one that a node selector means.
import type { Node } from '../api/node.ts';
import type { Operator, Selector } from '../machinery/labels.ts';
import { createSelector, NOTHING } from '../machinery/labels.ts';
import type { NodeSelector, NodeSelectorRequirement, NodeSelectorTerm } from './affinity.ts';

const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['In', 'in'],
  ['NotIn', 'notin'],
  ['Exists', 'exists'],
  ['DoesNotExist', '!'],
  ['Gt', 'gt'],
  ['Lt', 'lt'],
]);

const compiled = new WeakMap<readonly NodeSelectorRequirement[], Selector>();

/** One of the terms must hold; a term without conditions holds for no node. */
export function matchesNodeSelector(node: Node, selector: NodeSelector): boolean {
  return selector.nodeSelectorTerms.some((term) => matchesNodeSelectorTerm(node, term));
}

export function matchesNodeSelectorTerm(node: Node, term: NodeSelectorTerm): boolean {
  const { matchExpressions = [], matchFields = [] } = term;
  if (matchExpressions.length === 0 && matchFields.length === 0) return false;
  return (
    compile(matchExpressions).matches(node.metadata.labels ?? {}) &&
    compile(matchFields).matches({ 'metadata.name': node.metadata.name })
  );
}

function compile(requirements: readonly NodeSelectorRequirement[]): Selector {
  let selector = compiled.get(requirements);
  if (!selector) {
    selector = build(requirements);
    compiled.set(requirements, selector);
  }
  return selector;
}

function build(requirements: readonly NodeSelectorRequirement[]): Selector {
  if (requirements.some(({ operator }) => !OPERATORS.has(operator))) return NOTHING;
  return createSelector(
    requirements.map(({ key, operator, values = [] }) => ({
      key,
      operator: OPERATORS.get(operator) as Operator,
      values,
    })),
  );
}
