// What the status of a Deployment says of its ReplicaSets, its conditions of progress aside.
import type { Deployment, DeploymentStatus } from '../../api/deployment.ts';
import type { ReplicaSet } from '../../api/replica-set.ts';
import type { Conditions, Saying } from './conditions.ts';
import { withSaying } from './conditions.ts';
import type { Versions } from './replica-sets.ts';
import { allOf, availableOf, maxUnavailableOf, sizeOf, sumOf, totalSizeOf } from './replica-sets.ts';

/** The counts, and whether enough is available. `conditions` are those of before. */
export function statusOf(
  deployment: Deployment,
  versions: Versions,
  conditions: Conditions,
  nowMs: number,
): DeploymentStatus {
  const sets = allOf(versions);
  const available = sumOf(sets, availableOf);
  const terminating = terminatingOf(sets);
  const collisions = deployment.status?.collisionCount;
  return {
    ...ifAny('observedGeneration', deployment.metadata.generation ?? 0),
    ...ifAny('replicas', sumOf(sets, replicasOf)),
    ...ifAny('updatedReplicas', versions.current ? replicasOf(versions.current) : 0),
    ...ifAny(
      'readyReplicas',
      sumOf(sets, ({ status }) => status?.readyReplicas ?? 0),
    ),
    ...ifAny('availableReplicas', available),
    ...ifAny('unavailableReplicas', Math.max(0, totalSizeOf(sets) - available)),
    ...(terminating === undefined ? {} : { terminatingReplicas: terminating }),
    ...(collisions === undefined ? {} : { collisionCount: collisions }),
    conditions: [...withSaying(conditions, availability(deployment, available), nowMs)],
  };
}

/** How many pods a ReplicaSet has, as its controller counted them. */
export function replicasOf({ status }: ReplicaSet): number {
  return status?.replicas ?? 0;
}

function availability(deployment: Deployment, available: number): Saying {
  const isEnough = available >= sizeOf(deployment) - maxUnavailableOf(deployment);
  return {
    type: 'Available',
    status: isEnough ? 'True' : 'False',
    reason: isEnough ? 'MinimumReplicasAvailable' : 'MinimumReplicasUnavailable',
    message: `Deployment ${isEnough ? 'has' : 'does not have'} minimum availability.`,
  };
}

/** Not known before every ReplicaSet has counted its own. */
function terminatingOf(sets: readonly ReplicaSet[]): number | undefined {
  const isKnown = sets.every(({ status }) => status?.terminatingReplicas !== undefined);
  return isKnown ? sumOf(sets, ({ status }) => status?.terminatingReplicas ?? 0) : undefined;
}

/** Counts of zero are left out of a status. */
function ifAny(field: string, count: number): Record<string, number> {
  return count === 0 ? {} : { [field]: count };
}
