// What the status of a StatefulSet says.
import type { Pod } from '../../api/pod.ts';
import type { StatefulSetStatus } from '../../api/stateful-set.ts';
import { isCreated, isTerminating } from '../pod-facts.ts';
import { replicasOf, revisionOf } from './identity.ts';
import type { Plan } from './plan.ts';
import { isRunningAndAvailable, isRunningAndReady } from './plan.ts';

/** `pods` are those that there were when the look began; `makesWay` is the one that is deleted for an update. */
export function statusOf(
  plan: Plan,
  pods: readonly Pod[],
  makesWay: Pod | undefined,
  collisionCount: number,
): StatefulSetStatus {
  const { set, current, update } = plan;
  const count = (fits: (pod: Pod) => boolean) => pods.filter((pod) => isCreated(pod) && fits(pod)).length;
  const ofRevision = (name: string) =>
    count((pod) => pod !== makesWay && !isTerminating(pod) && revisionOf(pod) === name);
  const counts = {
    replicas: count(() => true),
    readyReplicas: count(isRunningAndReady),
    availableReplicas: count((pod) => isRunningAndAvailable(plan, pod)),
    currentReplicas: ofRevision(current.metadata.name),
    updatedReplicas: ofRevision(update.metadata.name),
  };
  const isDone = isUpdateComplete(plan, counts);
  return {
    observedGeneration: set.metadata.generation ?? 0,
    replicas: counts.replicas,
    ...ifAny('readyReplicas', counts.readyReplicas),
    availableReplicas: counts.availableReplicas,
    ...ifAny('currentReplicas', isDone ? counts.updatedReplicas : counts.currentReplicas),
    ...ifAny('updatedReplicas', counts.updatedReplicas),
    currentRevision: (isDone ? update : current).metadata.name,
    updateRevision: update.metadata.name,
    collisionCount,
  };
}

/** Once every replica is new and ready, the update revision becomes the current one. */
function isUpdateComplete(
  { set }: Plan,
  counts: { replicas: number; readyReplicas: number; updatedReplicas: number },
): boolean {
  const { type = 'RollingUpdate' } = set.spec.updateStrategy ?? {};
  const wanted = replicasOf(set);
  const all = [counts.replicas, counts.readyReplicas, counts.updatedReplicas];
  return type === 'RollingUpdate' && all.every((number) => number === wanted);
}

/** Counts of zero are left out of a status. */
function ifAny(field: string, count: number): Record<string, number> {
  return count === 0 ? {} : { [field]: count };
}
