// A pod is on one node at most, and stays there.
import type { Kind } from '../../api/kind.ts';
import { keyOf } from '../../api/meta.ts';
import { NodeKind } from '../../api/node.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { Invariant, Moment } from './moment.ts';

export const podPlacement: Invariant = {
  name: 'a pod is on one node at most and never moves [I1]',
  broken: (moment) => [...moves(moment), ...strays(moment)],
};

function moves({ writes }: Moment): string[] {
  return writes.flatMap(({ kind, type, before, after }) => {
    if (kind !== (PodKind as Kind) || type !== 'MODIFIED') return [];
    const [from, to] = [(before as Pod).spec.nodeName, (after as Pod).spec.nodeName];
    return from && to !== from ? [`pod ${keyOf(after)} moved from ${from} to ${to ?? 'no node'}`] : [];
  });
}

function strays({ view, pods, hasWorldChanged }: Moment): string[] {
  if (!hasWorldChanged) return [];
  return view.list(NodeKind).flatMap(({ metadata: { name: node } }) =>
    view.world.podsOn(node).flatMap((uid) => {
      const pod = pods.get(uid);
      if (pod?.spec.nodeName === node) return [];
      return [
        `${node} runs pod ${pod ? keyOf(pod) : uid}, which is bound to ${pod?.spec.nodeName ?? 'none'}`,
      ];
    }),
  );
}
