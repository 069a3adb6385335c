// Which objects a controller manages: those it owns and still selects. Orphans that it selects are adopted, and
// what it owns but no longer selects is released. Nobody takes what another controller owns.
// Source: "Controllers: ownership and adoption" in the documentation of ReplicaSet and of owner references.
import type { Kind } from '../api/kind.ts';
import type { KubeObject } from '../api/meta.ts';
import { controllerOf, controllerReference } from '../api/meta.ts';
import type { Request } from '../component.ts';

export interface Claim<T> {
  /** What is managed now. Freshly adopted ones are not among them: they ring when they are adopted. */
  readonly claimed: readonly T[];
  /** The adoptions and releases to make, in order. Empty if owners are as they should be. */
  readonly requests: readonly Request[];
}

/**
 * Sorts out `candidates`, the objects of one kind in the owner's namespace.
 * `selects` must hold for everything that is managed; an owner that is being deleted adopts nothing.
 */
export function claim<T extends KubeObject>(
  owner: KubeObject,
  kind: Kind<T>,
  candidates: readonly T[],
  selects: (candidate: T) => boolean,
): Claim<T> {
  const claimed: T[] = [];
  const requests: Request[] = [];
  const isOwnerTerminating = owner.metadata.deletionTimestamp !== undefined;
  for (const candidate of candidates) {
    const controller = controllerOf(candidate);
    if (controller?.uid === owner.metadata.uid) {
      if (selects(candidate)) claimed.push(candidate);
      else if (!isOwnerTerminating) requests.push(update(kind, released(candidate, owner)));
    } else if (!controller && !isOwnerTerminating && isAdoptable(candidate) && selects(candidate)) {
      requests.push(update(kind, adopted(candidate, owner)));
    }
  }
  return { claimed, requests };
}

function isAdoptable(candidate: KubeObject): boolean {
  return candidate.metadata.deletionTimestamp === undefined;
}

function adopted<T extends KubeObject>(orphan: T, owner: KubeObject): T {
  const others = orphan.metadata.ownerReferences ?? [];
  return withOwners(orphan, [
    ...others.filter((it) => it.uid !== owner.metadata.uid),
    controllerReference(owner),
  ]);
}

function released<T extends KubeObject>(object: T, owner: KubeObject): T {
  const owners = object.metadata.ownerReferences ?? [];
  return withOwners(
    object,
    owners.filter((it) => it.uid !== owner.metadata.uid),
  );
}

/** The object with these owners and no others. */
export function withOwners<T extends KubeObject>(
  object: T,
  ownerReferences: NonNullable<KubeObject['metadata']['ownerReferences']>,
): T {
  const { ownerReferences: _, ...metadata } = object.metadata;
  return {
    ...object,
    metadata: ownerReferences.length === 0 ? metadata : { ...metadata, ownerReferences },
  };
}

function update(kind: Kind, object: KubeObject): Request {
  return { verb: 'update', kind, object };
}
