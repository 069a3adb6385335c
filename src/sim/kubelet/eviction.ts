// That a pod is to leave its node because it takes too much of it: what is decided elsewhere, and the kubelet carries out.
import type { WorldAct, WorldView } from '../world/world.ts';
import type { Reason } from './memory.ts';

/** How long the containers of such a pod may take to stop. */
export const evictionGraceSeconds = 1;
const about = 'eviction';

export function evictionOf(world: WorldView, podUid: string): Reason | undefined {
  return world.memory(podUid, about) as Reason | undefined;
}

/** Has the kubelet evict a pod. */
export function evict(podUid: string, message: string): WorldAct {
  const memory: Reason = { reason: 'Evicted', message };
  return { do: 'remember', podUid, about, memory, isNews: true };
}
