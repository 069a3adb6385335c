// The ReplicaSets of old revisions: how many are kept, so that a rollout can be undone.
// Source: "Clean up Policy" in the documentation of Deployments.
import type { Kind } from '../../api/kind.ts';
import type { ReplicaSet } from '../../api/replica-set.ts';
import { ReplicaSetKind } from '../../api/replica-set.ts';
import type { Request } from '../../component.ts';
import { revisionOf } from './annotations.ts';
import type { Look } from './look.ts';
import { byAge, sizeOf } from './replica-sets.ts';
import { replicasOf } from './status.ts';

/** A limit of so many counts as none. */
const NO_LIMIT = 2 ** 31 - 1;

/** Deletes the oldest revisions beyond the limit, those that have no pods left. */
export function historyRequests({ deployment, versions }: Look): Request[] {
  const limit = deployment.spec.revisionHistoryLimit ?? NO_LIMIT;
  if (limit === NO_LIMIT) return [];
  const old = versions.old.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
  return old
    .toSorted(byRevision)
    .slice(0, Math.max(0, old.length - limit))
    .filter(isAtRest)
    .map(({ metadata }) => ({
      verb: 'delete',
      kind: ReplicaSetKind as Kind,
      namespace: metadata.namespace ?? '',
      name: metadata.name,
    }));
}

/** It is to have no pods, has none, and its controller has seen that. */
function isAtRest(set: ReplicaSet): boolean {
  const { metadata, status } = set;
  const isSeen = (metadata.generation ?? 0) <= (status?.observedGeneration ?? 0);
  return isSeen && sizeOf(set) === 0 && replicasOf(set) === 0;
}

function byRevision(a: ReplicaSet, b: ReplicaSet): number {
  const [first, second] = [revisionOf(a), revisionOf(b)];
  if (first === undefined || second === undefined || first === second) return byAge(a, b);
  return first - second;
}
