// The revisions of a DaemonSet's template.
// Source: "Performing a Rollback" in the documentation of DaemonSets.
import type { ControllerRevision } from '../../api/controller-revision.ts';
import { ControllerRevisionKind } from '../../api/controller-revision.ts';
import type { DaemonSet } from '../../api/daemon-set.ts';
import type { Pod } from '../../api/pod.ts';
import type { Request } from '../../component.ts';
import { podTemplateHash } from '../pod-template-hash.ts';
import type { RevisionNaming, UpdateRevision } from '../revisions.ts';
import { updateRevisionOf } from '../revisions.ts';
import { REVISION_HASH } from './daemon-pod.ts';

/** Other than a StatefulSet's, they are named by the hash of the template, as ReplicaSets of a Deployment are. */
const naming: RevisionNaming = {
  label: REVISION_HASH,
  hashOf: (template, _, collisionCount) => podTemplateHash(template, collisionCount || undefined),
};

/** The revision of the template as it is now. */
export function currentRevision(
  set: DaemonSet,
  sorted: readonly ControllerRevision[],
  stored: (name: string) => ControllerRevision | undefined,
): UpdateRevision {
  const collisions = set.status?.collisionCount ?? 0;
  return updateRevisionOf(set, set.spec.template, sorted, collisions, stored, naming);
}

/** What pods of the revision bear in their label. */
export function hashOf({ metadata }: ControllerRevision): string {
  return metadata.labels?.[REVISION_HASH] ?? metadata.name;
}

/** Deletes the oldest revisions beyond the limit, but none of which there are pods. */
export function cleanUpHistory(
  set: DaemonSet,
  sorted: readonly ControllerRevision[],
  current: ControllerRevision,
  pods: readonly Pod[],
): Request[] {
  const old = sorted.filter(({ metadata }) => metadata.name !== current.metadata.name);
  const surplus = Math.max(0, old.length - (set.spec.revisionHistoryLimit ?? 10));
  const live = new Set(pods.map(({ metadata }) => metadata.labels?.[REVISION_HASH]));
  const unused = old.filter((revision) => !live.has(hashOf(revision)));
  return unused.slice(0, surplus).map(({ metadata }) => ({
    verb: 'delete',
    kind: ControllerRevisionKind,
    namespace: metadata.namespace ?? '',
    name: metadata.name,
  }));
}
