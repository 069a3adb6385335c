// The decision about one object: as an owner that is going away, and as a dependent.
// Source: "Garbage Collection" and "Owners and Dependents" in the documentation.
import type { Kind } from '../../api/kind.ts';
import type { KubeObject, OwnerReference } from '../../api/meta.ts';
import type { DeleteOptions, Request } from '../../component.ts';
import { withOwners } from '../claim-pods.ts';

const FOREGROUND = 'foregroundDeletion';
const ORPHAN = 'orphan';

export interface Item {
  readonly kind: Kind;
  readonly object: KubeObject;
}

/** Who owns whom. */
export interface Ownership {
  /** Undefined if the owner is gone, `unknown` if its kind is none that the API serves. */
  ownerOf(object: KubeObject, reference: OwnerReference): Item | undefined | 'unknown';
  dependentsOf(object: KubeObject): readonly Item[];
}

/** Deleted in the foreground: it stays until its dependents are gone. */
export function isWaitingForDependents(object: KubeObject): boolean {
  return isTerminating(object) && hasFinalizer(object, FOREGROUND);
}

/** Deleted, leaving its dependents behind. */
export function isOrphaning(object: KubeObject): boolean {
  return isTerminating(object) && hasFinalizer(object, ORPHAN);
}

export function reconcileGarbage(item: Item, ownership: Ownership): Request[] {
  if (isOrphaning(item.object)) return orphanDependents(item, ownership);
  if (isWaitingForDependents(item.object)) return deleteDependents(item, ownership);
  return collect(item, ownership);
}

function orphanDependents(item: Item, ownership: Ownership): Request[] {
  const { uid } = item.object.metadata;
  const released = ownership
    .dependentsOf(item.object)
    .map((dependent) => withoutOwners(dependent, (owner) => owner.uid === uid));
  return [...released, withoutFinalizer(item, ORPHAN)];
}

/** The owner goes once nothing blocks it any longer; until then its dependents are deleted. */
function deleteDependents(item: Item, ownership: Ownership): Request[] {
  const { uid } = item.object.metadata;
  const dependents = ownership.dependentsOf(item.object);
  const isBlocking = ({ object }: Item) =>
    object.metadata.ownerReferences?.some((owner) => owner.uid === uid && owner.blockOwnerDeletion === true);
  if (!dependents.some(isBlocking)) return [withoutFinalizer(item, FOREGROUND)];
  return dependents.flatMap((dependent) => collect(dependent, ownership));
}

/** Deletes an object whose owners are gone or wait for it to go; with a living owner, only the others are forgotten. */
function collect(item: Item, ownership: Ownership): Request[] {
  const { object } = item;
  const owners = object.metadata.ownerReferences ?? [];
  if (owners.length === 0 || isTerminating(object)) return [];
  const gone: OwnerReference[] = [];
  const waiting: OwnerReference[] = [];
  for (const reference of owners) {
    const owner = ownership.ownerOf(object, reference);
    if (owner === undefined) gone.push(reference);
    else if (owner !== 'unknown' && isWaitingForDependents(owner.object)) waiting.push(reference);
  }
  const leaving = [...gone, ...waiting];
  if (leaving.length === 0) return [];
  if (leaving.length < owners.length) return [withoutOwners(item, (owner) => leaving.includes(owner))];
  const inForeground = waiting.length > 0 && ownership.dependentsOf(object).length > 0;
  return [deletion(item, inForeground ? 'Foreground' : policyOf(object))];
}

/** What the object was deleted with, if it was; else in the background. */
function policyOf(object: KubeObject): NonNullable<DeleteOptions['propagationPolicy']> {
  if (hasFinalizer(object, ORPHAN)) return 'Orphan';
  return hasFinalizer(object, FOREGROUND) ? 'Foreground' : 'Background';
}

function deletion(
  { kind, object }: Item,
  propagationPolicy: NonNullable<DeleteOptions['propagationPolicy']>,
): Request {
  const { namespace = '', name, uid } = object.metadata;
  const preconditions = uid === undefined ? {} : { preconditions: { uid } };
  return {
    verb: 'delete',
    kind,
    namespace,
    name,
    options: { propagationPolicy, ...preconditions },
    otherwise: ({ reason }) => (reason === 'NotFound' ? [] : [{ verb: 'fail', message: reason }]),
  };
}

function withoutOwners({ kind, object }: Item, leaves: (owner: OwnerReference) => boolean): Request {
  const owners = object.metadata.ownerReferences ?? [];
  return {
    verb: 'update',
    kind,
    object: withOwners(
      object,
      owners.filter((owner) => !leaves(owner)),
    ),
  };
}

function withoutFinalizer({ kind, object }: Item, finalizer: string): Request {
  const finalizers = (object.metadata.finalizers ?? []).filter((it) => it !== finalizer);
  return { verb: 'update', kind, object: { ...object, metadata: { ...object.metadata, finalizers } } };
}

function isTerminating(object: KubeObject): boolean {
  return object.metadata.deletionTimestamp !== undefined;
}

function hasFinalizer(object: KubeObject, finalizer: string): boolean {
  return object.metadata.finalizers?.includes(finalizer) ?? false;
}
