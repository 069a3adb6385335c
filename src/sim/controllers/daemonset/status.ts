// What the status of a DaemonSet says.
import type { DaemonSetStatus } from '../../api/daemon-set.ts';
import { isReady } from '../pod-facts.ts';
import { isUpdated } from './daemon-pod.ts';
import type { Layout } from './layout.ts';
import { desiredCount, isPodAvailable } from './layout.ts';

/** Counts nodes; of several pods on a node the oldest stands for it. */
export function statusOf(layout: Layout, collisionCount: number): DaemonSetStatus {
  const { set, hash, slots } = layout;
  const desired = desiredCount(layout);
  const firsts = slots.filter(({ shouldRun }) => shouldRun).flatMap(({ pods }) => pods.slice(0, 1));
  const available = firsts.filter((pod) => isPodAvailable(layout, pod)).length;
  const { conditions } = set.status ?? {};
  return {
    currentNumberScheduled: firsts.length,
    numberMisscheduled: slots.filter((it) => it.isNode && !it.shouldRun && it.pods.length > 0).length,
    desiredNumberScheduled: desired,
    numberReady: firsts.filter(isReady).length,
    ...ifAny('observedGeneration', set.metadata.generation ?? 0),
    ...ifAny('updatedNumberScheduled', firsts.filter((pod) => isUpdated(set, hash, pod)).length),
    ...ifAny('numberAvailable', available),
    ...ifAny('numberUnavailable', desired - available),
    ...ifAny('collisionCount', collisionCount),
    ...(conditions ? { conditions } : {}),
  };
}

/** Counts of zero are left out of a status. */
function ifAny(field: string, count: number): Record<string, number> {
  return count === 0 ? {} : { [field]: count };
}
