// What the scheduler gives a node never exceeds what the node has: neither in requests nor in the number of pods.
// A pod that names its node itself is between it and the kubelet.
import type { Kind } from '../../api/kind.ts';
import { NodeKind } from '../../api/node.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { View } from '../../component.ts';
import { addAmounts, amountsOf, requestsOf } from '../../scheduler/pod-requests.ts';
import type { Invariant } from './moment.ts';

export const nodeRoom: Invariant = {
  name: "a node's requests never exceed its allocatable [I4]",
  broken({ view, writes }) {
    const filled = writes
      .filter(({ by, kind }) => by === 'default-scheduler' && kind === (PodKind as Kind))
      .filter(
        ({ before, after }) => !(before as Pod | undefined)?.spec.nodeName && (after as Pod).spec.nodeName,
      )
      .map(({ after }) => (after as Pod).spec.nodeName as string);
    return [...new Set(filled)].flatMap((node) => excess(view, node));
  },
};

function excess(view: View, name: string): string[] {
  const allocatable = amountsOf(view.get(NodeKind, '', name)?.status?.allocatable);
  const pods = view
    .onNode(PodKind, name)
    .filter(({ status }) => status?.phase !== 'Succeeded' && status?.phase !== 'Failed');
  const requested = new Map([['pods', pods.length]]);
  for (const pod of pods) addAmounts(requested, requestsOf(pod));
  return [...requested].flatMap(([resource, amount]) => {
    const room = allocatable.get(resource) ?? 0;
    return amount > room ? [`${name} has ${room} of ${resource} and is asked for ${amount}`] : [];
  });
}
