// Two pods of one StatefulSet identity never run at once, unless somebody took one away by force.
import { controllerOf, keyOf } from '../../api/meta.ts';
import { NodeKind } from '../../api/node.ts';
import type { Pod } from '../../api/pod.ts';
import type { NodeView } from '../../component.ts';
import type { Invariant } from './moment.ts';

export const statefulIdentity: Invariant = {
  name: 'two pods of one StatefulSet identity never run at once [I2]',
  broken({ view, pods, forced, hasWorldChanged }) {
    if (!hasWorldChanged) return [];
    const running = new Map<string, Pod[]>();
    for (const node of view.list(NodeKind)) {
      for (const uid of view.world.podsOn(node.metadata.name)) {
        const pod = pods.get(uid);
        if (!pod || forced.has(uid) || controllerOf(pod)?.kind !== 'StatefulSet' || !runs(view, pod))
          continue;
        running.set(keyOf(pod), [...(running.get(keyOf(pod)) ?? []), pod]);
      }
    }
    return [...running]
      .filter(([, twins]) => twins.length > 1)
      .map(([key, twins]) => `${key} runs on ${twins.map(({ spec }) => spec.nodeName).join(' and ')}`);
  },
};

function runs({ world }: NodeView, { metadata: { uid = '' }, spec }: Pod): boolean {
  const containers = [...(spec.initContainers ?? []), ...spec.containers];
  return containers.some(({ name }) => world.container(uid, name)?.state === 'running');
}
