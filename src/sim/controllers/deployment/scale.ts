// A Deployment that is given another size, or that is paused: its ReplicaSets are sized, but nothing is rolled out.
// Source: "Proportional scaling" in the documentation of Deployments.
import type { Deployment } from '../../api/deployment.ts';
import type { ReplicaSet } from '../../api/replica-set.ts';
import type { Request } from '../../component.ts';
import { desiredReplicasOf, maxReplicasOf } from './annotations.ts';
import type { Look } from './look.ts';
import type { Versions } from './replica-sets.ts';
import {
  activeOf,
  allOf,
  availableOf,
  byAge,
  isRollingUpdate,
  maxSurgeOf,
  sizeOf,
  totalSizeOf,
} from './replica-sets.ts';
import { resize, resizeOrRemember } from './resize.ts';

/** Whether the Deployment was given another size since its ReplicaSets were sized. */
export function isScaled({ deployment, versions }: Look): boolean {
  return activeOf(allOf(versions)).some((set) => {
    const desired = desiredReplicasOf(set);
    return desired !== undefined && desired !== sizeOf(deployment);
  });
}

/** The one ReplicaSet with pods follows; of several each takes its share. */
export function scaleRequests(look: Look): Request[] {
  const { deployment, versions } = look;
  const { current, old } = versions;
  const only = onlyActiveOrNewest(versions);
  if (only) return resize(look, only, sizeOf(deployment));
  if (current && isSaturated(deployment, current)) {
    return activeOf(old).flatMap((set) => resize(look, set, 0));
  }
  if (!isRollingUpdate(deployment)) return [];
  return proportions(deployment, activeOf(allOf(versions))).flatMap(({ set, size }) =>
    resizeOrRemember(look, set, size),
  );
}

/** Undefined where several have pods, or there is none. */
function onlyActiveOrNewest({ current, old }: Versions): ReplicaSet | undefined {
  const sets = current ? [...old, current] : old;
  const active = activeOf(sets);
  if (active.length > 1) return undefined;
  return active[0] ?? current ?? old.toSorted(byAge).at(-1);
}

/** The current ReplicaSet has all pods, as it should, and all are available. */
function isSaturated(deployment: Deployment, current: ReplicaSet): boolean {
  const counts = [sizeOf(current), desiredReplicasOf(current), availableOf(current)];
  return counts.every((count) => count === sizeOf(deployment));
}

export interface Share {
  readonly set: ReplicaSet;
  readonly size: number;
}

/**
 * Divides what is to be added or taken among ReplicaSets by their size, the largest first; what rounding leaves goes to
 * the largest. Of equal ones the newer grows first, and the older shrinks first.
 */
export function proportions(deployment: Deployment, active: readonly ReplicaSet[]): Share[] {
  const wanted = sizeOf(deployment);
  const allowed = wanted > 0 ? wanted + maxSurgeOf(deployment) : 0;
  const toAdd = allowed - totalSizeOf(active);
  if (toAdd === 0) return active.map((set) => ({ set, size: sizeOf(set) }));
  const sorted = active.toSorted((a, b) => sizeOf(b) - sizeOf(a) || (toAdd > 0 ? byAge(b, a) : byAge(a, b)));
  let added = 0;
  const shares = sorted.map((set) => {
    const share = shareOf(deployment, set, toAdd, added);
    added += share;
    return { set, size: sizeOf(set) + share };
  });
  return shares.map(({ set, size }, i) => ({
    set,
    size: i === 0 ? Math.max(0, size + toAdd - added) : size,
  }));
}

/** What one ReplicaSet gains or loses; never beyond what is left. */
function shareOf(deployment: Deployment, set: ReplicaSet, toAdd: number, added: number): number {
  const left = toAdd - added;
  if (left === 0) return 0;
  const fraction = fractionOf(deployment, set);
  return toAdd > 0 ? Math.min(fraction, left) : Math.max(fraction, left);
}

function fractionOf(deployment: Deployment, set: ReplicaSet): number {
  const size = sizeOf(set);
  if (sizeOf(deployment) === 0) return -size;
  const mostNow = sizeOf(deployment) + maxSurgeOf(deployment);
  const mostBefore = maxReplicasOf(set) || deployment.status?.replicas || 0;
  // Nothing is known of the size before: somebody took the annotation away while there were no pods.
  if (mostBefore === 0) return 0;
  return Math.round((size * mostNow) / mostBefore) - size;
}
