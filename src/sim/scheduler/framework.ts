// What the scheduler's rules are made of. A rule looks at the pod once (`prepare`) and then at node after node.
import type { Node } from '../api/node.ts';
import type { Pod } from '../api/pod.ts';
import type { View } from '../component.ts';
import type { Load } from './load.ts';
import { loadOf } from './load.ts';
import type { Amounts } from './pod-requests.ts';
import { amountsOf } from './pod-requests.ts';

/** One attempt to find a node for one pod. */
export interface Attempt {
  readonly pod: Pod;
  readonly view: View;
  /** Every node of the cluster, in order of creation. */
  readonly nodes: readonly NodeState[];
}

/** A node with what is on it. */
export interface NodeState extends Load {
  readonly node: Node;
  readonly name: string;
  allocatable(): Amounts;
}

/** Why a node will not do. */
export interface Rejection {
  /** Each is counted by itself in the message. */
  readonly reasons: readonly string[];
  /** True where taking pods away from the node would not help. */
  readonly isFinal: boolean;
}

export type NodeFilter = (state: NodeState) => Rejection | undefined;

export interface PreparedFilter {
  readonly filter: NodeFilter;
  /** Where the pod can only go to certain nodes: their names. The others are not looked at. */
  readonly candidates?: ReadonlySet<string>;
}

/** Where no node can do, whatever it has: one message in place of all reasons. */
export interface Refusal {
  readonly refusal: string;
}

export interface FilterPlugin {
  /** As in the scheduler's configuration, e.g. NodeResourcesFit. */
  readonly name: string;
  /** Undefined where the rule has nothing to say about this pod. */
  prepare(attempt: Attempt): PreparedFilter | Refusal | undefined;
}

export interface ScorePlugin {
  readonly name: string;
  readonly weight: number;
  /** A score from 0 to 100 for each of the nodes that passed the filters; undefined: they are all the same to it. */
  score(attempt: Attempt, feasible: readonly NodeState[]): readonly number[] | undefined;
}

export const MAX_NODE_SCORE = 100;

/** What was made last of a load: most nodes are as they were when the pod before was looked at. */
const known = new WeakMap<Load, NodeState>();

export function nodeStateOf(node: Node, podsOnNode: readonly Pod[]): NodeState {
  const load = loadOf(podsOnNode);
  const last = known.get(load);
  if (last?.node === node) return last;
  const state = { ...load, node, name: node.metadata.name, allocatable: () => allocatableOf(node) };
  known.set(load, state);
  return state;
}

const allocatableOfStatus = new WeakMap<object, Amounts>();

function allocatableOf(node: Node): Amounts {
  const list = node.status?.allocatable;
  if (!list) return new Map();
  let amounts = allocatableOfStatus.get(list);
  if (!amounts) {
    amounts = amountsOf(list);
    allocatableOfStatus.set(list, amounts);
  }
  return amounts;
}
