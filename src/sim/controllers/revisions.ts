// The history of a pod template as ControllerRevisions: which one is new, which was there before, which may go.
// Source: "Controller Revisions" and "Rolling Updates" in the documentation of StatefulSets.
import type { ControllerRevision } from '../api/controller-revision.ts';
import { ControllerRevisionKind } from '../api/controller-revision.ts';
import type { KubeObject } from '../api/meta.ts';
import { controllerReference } from '../api/meta.ts';
import type { PodTemplateSpec } from '../api/pod-spec.ts';
import type { Request } from '../component.ts';
import { isEqual } from '../machinery/equality.ts';
import { compareText } from '../machinery/go-text.ts';
import { hashedName } from '../machinery/hash.ts';
import { parseRfc3339 } from '../machinery/time.ts';
import { revisionHash } from './revision-hash.ts';

/** How a kind names its revisions. */
export interface RevisionNaming {
  /** The label of a revision that bears its hash. */
  readonly label: string;
  hashOf(template: PodTemplateSpec, data: unknown, collisionCount: number): string;
}

const byData: RevisionNaming = {
  label: 'controller.kubernetes.io/hash',
  hashOf: (_, data, collisionCount) => revisionHash(data, collisionCount),
};

/** The revision of the template as it is now, what it takes to have it stored, and how often its name collided. */
export interface UpdateRevision {
  readonly revision: ControllerRevision;
  readonly collisionCount: number;
  readonly requests: readonly Request[];
}

/** The owner's revisions, oldest first. */
export function sortRevisions(revisions: readonly ControllerRevision[]): ControllerRevision[] {
  return revisions.toSorted(
    (a, b) =>
      a.revision - b.revision || createdMs(a) - createdMs(b) || compareText(a.metadata.name, b.metadata.name),
  );
}

/**
 * Finds or makes the revision of a template. Going back to an old template makes its revision the newest again.
 * `sorted` are the owner's revisions, oldest first; `stored` finds any revision of the namespace, for names that collide.
 */
export function updateRevisionOf(
  owner: KubeObject,
  template: PodTemplateSpec,
  sorted: readonly ControllerRevision[],
  collisionCount: number,
  stored: (name: string) => ControllerRevision | undefined,
  naming: RevisionNaming = byData,
): UpdateRevision {
  const data = { spec: { template: { ...template, $patch: 'replace' } } };
  const newest = sorted.at(-1);
  const known = sorted.findLast((revision) => isEqual(revision.data, data));
  if (known && known === newest) return { revision: known, collisionCount, requests: [] };
  const next = (newest?.revision ?? 0) + 1;
  if (known) {
    const revision = { ...known, revision: next };
    return { revision, collisionCount, requests: [update(revision)] };
  }
  for (let count = collisionCount; ; count++) {
    const hash = naming.hashOf(template, data, count);
    const labels = { ...template.metadata?.labels, [naming.label]: hash };
    const revision = newRevision(owner, hashedName(owner.metadata.name, hash), labels, data, next);
    const same = stored(revision.metadata.name);
    if (!same) return { revision, collisionCount: count, requests: [create(revision)] };
    if (isEqual(same.data, data)) return { revision: same, collisionCount: count, requests: [] };
  }
}

/** The template that a revision keeps; undefined if it does not hold one. */
export function templateOf(revision: ControllerRevision): PodTemplateSpec | undefined {
  const { data } = revision as { data?: { spec?: { template?: Record<string, unknown> } } };
  const template = data?.spec?.template;
  if (typeof template !== 'object' || template === null || typeof template.spec !== 'object')
    return undefined;
  const { $patch: _, ...rest } = template;
  return rest as unknown as PodTemplateSpec;
}

/** Deletes the oldest revisions that nothing uses any longer, beyond a number to keep. */
export function truncateHistory(
  sorted: readonly ControllerRevision[],
  inUse: ReadonlySet<string>,
  historyLimit: number,
): Request[] {
  const unused = sorted.filter((revision) => !inUse.has(revision.metadata.name));
  return unused.slice(0, Math.max(0, unused.length - historyLimit)).map(({ metadata }) => ({
    verb: 'delete',
    kind: ControllerRevisionKind,
    namespace: metadata.namespace ?? '',
    name: metadata.name,
  }));
}

function newRevision(
  owner: KubeObject,
  name: string,
  labels: Record<string, string>,
  data: unknown,
  revision: number,
): ControllerRevision {
  const { namespace, annotations } = owner.metadata;
  return {
    apiVersion: 'apps/v1',
    kind: 'ControllerRevision',
    metadata: {
      name,
      ...(namespace === undefined ? {} : { namespace }),
      labels,
      ...(annotations ? { annotations } : {}),
      ownerReferences: [controllerReference(owner)],
    },
    data,
    revision,
  };
}

function create(object: ControllerRevision): Request {
  return { verb: 'create', kind: ControllerRevisionKind, object };
}

function update(object: ControllerRevision): Request {
  return { verb: 'update', kind: ControllerRevisionKind, object };
}

function createdMs({ metadata }: ControllerRevision): number {
  return parseRfc3339(metadata.creationTimestamp ?? '') ?? 0;
}
