// The strategy RollingUpdate: new pods come and old ones go, within the bounds of maxSurge and maxUnavailable.
// Source: "Rolling Update Deployment" in the documentation of Deployments.
import type { Deployment } from '../../api/deployment.ts';
import type { ReplicaSet } from '../../api/replica-set.ts';
import type { Request } from '../../component.ts';
import { historyRequests } from './history.ts';
import type { Look } from './look.ts';
import { endWithProgress } from './look.ts';
import { isComplete } from './progress.ts';
import {
  activeOf,
  allOf,
  availableOf,
  byAge,
  isRollingUpdate,
  maxSurgeOf,
  maxUnavailableOf,
  sizeOf,
  sumOf,
  totalSizeOf,
} from './replica-sets.ts';
import { resize, resized } from './resize.ts';

/** One step of a rollout: up if there is room, else down if enough is available, else the old is tidied up. */
export function rollOut(look: Look): Request[] {
  const { deployment } = look;
  for (const step of [scaleUp, scaleDown]) {
    const requests = step(look);
    if (requests.length > 0) return [...requests, ...endWithProgress(look)];
  }
  const isDone = isComplete(deployment, deployment.status ?? {});
  return [...(isDone ? historyRequests(look) : []), ...endWithProgress(look)];
}

/** How many pods the current ReplicaSet is to have now. `sets` are all of the Deployment's that there are. */
export function newReplicaSetSize(
  deployment: Deployment,
  sets: readonly ReplicaSet[],
  current: ReplicaSet,
): number {
  const wanted = sizeOf(deployment);
  if (!isRollingUpdate(deployment)) return wanted;
  const others = sets.filter((set) => set.metadata.name !== current.metadata.name);
  const size = sizeOf(current);
  const room = wanted + maxSurgeOf(deployment) - totalSizeOf(others) - size;
  return room <= 0 ? size : size + Math.min(room, wanted - size);
}

function scaleUp(look: Look): Request[] {
  const { deployment, versions } = look;
  const { current } = versions;
  if (!current) return [];
  const wanted = sizeOf(deployment);
  const size = sizeOf(current) > wanted ? wanted : newReplicaSetSize(deployment, allOf(versions), current);
  return resize(look, current, size);
}

/** The old ReplicaSets lose first what is not available in them, then what is not needed of the rest. */
function scaleDown(look: Look): Request[] {
  const { deployment, versions } = look;
  const { current } = versions;
  const old = activeOf(versions.old).sort(byAge);
  if (!current || old.length === 0) return [];
  const minAvailable = sizeOf(deployment) - maxUnavailableOf(deployment);
  // New pods that are not available yet must not cost old ones their lives.
  const unavailableNew = sizeOf(current) - availableOf(current);
  const most = totalSizeOf(allOf(versions)) - minAvailable - unavailableNew;
  if (most <= 0) return [];
  // A count from before the last step would let pods go twice: the next look knows better.
  if (old.some((set) => availableOf(set) > sizeOf(set))) return [];
  const cleaned = shrink(look, old, most, (set) => sizeOf(set) - availableOf(set));
  const spare = sumOf([...cleaned.sets, current], availableOf) - minAvailable;
  const scaled = shrink(look, cleaned.sets, spare, sizeOf);
  return [...cleaned.requests, ...scaled.requests];
}

interface Shrunk {
  readonly requests: readonly Request[];
  /** The same ReplicaSets as they will be. */
  readonly sets: readonly ReplicaSet[];
}

/** Takes pods from one ReplicaSet after the other: of each as many as `offer` says, `most` in all. */
function shrink(
  look: Look,
  sets: readonly ReplicaSet[],
  most: number,
  offer: (set: ReplicaSet) => number,
): Shrunk {
  let left = most;
  const requests: Request[] = [];
  const shrunk = sets.map((set) => {
    const count = Math.min(offer(set), left);
    if (count <= 0) return set;
    left -= count;
    const size = sizeOf(set) - count;
    requests.push(...resize(look, set, size));
    return unversioned(resized(look, set, size));
  });
  return { requests, sets: shrunk };
}

/** For a second write in the same look, which cannot know the version that the first one made. */
function unversioned(set: ReplicaSet): ReplicaSet {
  const { resourceVersion: _, ...metadata } = set.metadata;
  return { ...set, metadata };
}
