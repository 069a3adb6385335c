// Finds the node for one pod: filters in order, then scores, then a seeded choice among the best.
import type { Node } from '../api/node.ts';
import { NodeKind } from '../api/node.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { View } from '../component.ts';
import { createRandom } from '../machinery/random.ts';
import type { Diagnosis, NodeRejection } from './fit-error.ts';
import type { Attempt, NodeState, PreparedFilter, Rejection } from './framework.ts';
import { nodeStateOf } from './framework.ts';
import { priorityOf } from './preemption/priority.ts';
import { filterPlugins, scorePlugins } from './profile.ts';

export type Outcome = { readonly node: Node } | { readonly diagnosis: Diagnosis };

/** The best node for a pod as the cluster is now, or why there is none. */
export function findNode(pod: Pod, view: View): Outcome {
  const nodes = view.list(NodeKind).map((node) => stateOf(node, view));
  const attempt = { pod, view, nodes };
  const nodeCount = nodes.length;
  const filters = nodeCount > 0 ? prepareAll(attempt) : [];
  if ('refusal' in filters) return { diagnosis: { nodeCount, refusal: filters.refusal } };
  const feasible: NodeState[] = [];
  const rejections: NodeRejection[] = [];
  const awaited = podsAwaitingRoom(pod, view);
  for (const state of nodes) {
    const coming = awaited.get(state.name);
    const rejection =
      firstRejection(filters, state) ?? (coming && rejectionWith(pod, withPods(state, coming), view));
    if (rejection) rejections.push({ ...rejection, state });
    else feasible.push(state);
  }
  const best = bestOf(attempt, feasible);
  return best ? { node: best.node } : { diagnosis: { nodeCount, rejections } };
}

/** Whether one node, as it is now, would do for a pod. */
export function isFeasible(pod: Pod, node: Node, view: View): boolean {
  return rejectionWith(pod, stateOf(node, view), view) === undefined;
}

/** Why a node would not do for a pod if it were as `state` says and the other nodes as they are; undefined if it would. */
export function rejectionWith(pod: Pod, state: NodeState, view: View): Rejection | undefined {
  const others = view.list(NodeKind).filter((other) => other.metadata.name !== state.name);
  const filters = prepareAll({ pod, view, nodes: [state, ...others.map((other) => stateOf(other, view))] });
  if ('refusal' in filters) return { reasons: [filters.refusal], isFinal: true };
  return firstRejection(filters, state);
}

/** By node, the pods that others have made room for there and that this one may not get ahead of. */
function podsAwaitingRoom(pod: Pod, view: View): ReadonlyMap<string, readonly Pod[]> {
  const awaited = new Map<string, Pod[]>();
  for (const other of view.onNode(PodKind, '')) {
    const nodeName = other.status?.nominatedNodeName;
    if (!nodeName || other.metadata.uid === pod.metadata.uid || priorityOf(other) < priorityOf(pod)) continue;
    awaited.set(nodeName, [...(awaited.get(nodeName) ?? []), other]);
  }
  return awaited;
}

function withPods({ node, pods }: NodeState, more: readonly Pod[]): NodeState {
  return nodeStateOf(node, [...pods, ...more]);
}

interface NamedFilter extends PreparedFilter {
  readonly name: string;
}

function prepareAll(attempt: Attempt): readonly NamedFilter[] | { readonly refusal: string } {
  const filters: NamedFilter[] = [];
  for (const plugin of filterPlugins) {
    const prepared = plugin.prepare(attempt);
    if (prepared && 'refusal' in prepared) return prepared;
    if (prepared) filters.push({ name: plugin.name, ...prepared });
  }
  return filters;
}

/** A node is told the reasons of the first rule that rejects it, and of no other. */
function firstRejection(filters: readonly NamedFilter[], state: NodeState): Rejection | undefined {
  for (const { name, candidates } of filters) {
    if (candidates && !candidates.has(state.name)) {
      return { reasons: [`node(s) didn't satisfy plugin(s) [${name}]`], isFinal: true };
    }
  }
  for (const { filter } of filters) {
    const rejection = filter(state);
    if (rejection) return rejection;
  }
  return undefined;
}

function bestOf(attempt: Attempt, feasible: readonly NodeState[]): NodeState | undefined {
  if (feasible.length < 2) return feasible[0];
  const totals = feasible.map(() => 0);
  for (const plugin of scorePlugins) {
    plugin.score(attempt, feasible)?.forEach((score, i) => {
      totals[i] = (totals[i] ?? 0) + score * plugin.weight;
    });
  }
  const highest = Math.max(...totals);
  const best = feasible.filter((_, i) => totals[i] === highest);
  return best.length === 1 ? best[0] : createRandom(attempt.pod.metadata.uid ?? '').pick(best);
}

function stateOf(node: Node, view: View): NodeState {
  return nodeStateOf(node, view.onNode(PodKind, node.metadata.name));
}
