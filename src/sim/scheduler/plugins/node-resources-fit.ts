// A node must have room: for one pod more, and for what the pod requests of each resource.
import type { FilterPlugin, NodeState, Rejection } from '../framework.ts';
import type { Amounts } from '../pod-requests.ts';
import { requestsOf } from '../pod-requests.ts';

const FIRST = ['cpu', 'memory', 'ephemeral-storage'];

export const nodeResourcesFit: FilterPlugin = {
  name: 'NodeResourcesFit',
  prepare({ pod }) {
    const wanted = inOrder(requestsOf(pod));
    return { filter: (state) => shortage(state, wanted) };
  },
};

function shortage(state: NodeState, wanted: readonly (readonly [string, number])[]): Rejection | undefined {
  const reasons: string[] = [];
  let isFinal = false;
  const allocatable = state.allocatable();
  if (state.pods.length + 1 > (allocatable.get('pods') ?? 0)) reasons.push('Too many pods');
  for (const [name, amount] of wanted) {
    const capacity = allocatable.get(name) ?? 0;
    if (amount <= capacity - (state.requested().get(name) ?? 0)) continue;
    reasons.push(`Insufficient ${name}`);
    // Not even an empty node of this size would do.
    if (amount > capacity) isFinal = true;
  }
  return reasons.length > 0 ? { reasons, isFinal } : undefined;
}

function inOrder(requests: Amounts): readonly (readonly [string, number])[] {
  const asked = [...requests].filter(([, amount]) => amount > 0);
  const rank = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return asked.sort(([a], [b]) => rank(a) - rank(b));
}
