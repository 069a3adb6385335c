// The garbage collector.
// Watches: every kind but events. Writes: deletes objects, strips owner references, takes its own finalizers away.
// Decides: what goes because its owners are gone, what an owner that waits is still waiting for, and what is orphaned.
// Departs: it sees every object as it is, so there is no graph to keep and no owner is ever thought absent by mistake.
import { EventKind } from '../../api/event.ts';
import { kinds } from '../../api/index.ts';
import type { Kind } from '../../api/kind.ts';
import { apiVersionOf } from '../../api/kind.ts';
import type { KubeObject, OwnerReference } from '../../api/meta.ts';
import type { Change } from '../../apiserver/store.ts';
import type { Component, View } from '../../component.ts';
import { isEqual } from '../../machinery/equality.ts';
import type { Item, Ownership } from './reconcile.ts';
import { isOrphaning, isWaitingForDependents, reconcileGarbage } from './reconcile.ts';

/** From a change to the look at it. */
const latencyMs = 10;

/** Events own nothing and are owned by nothing. */
const collected: readonly Kind[] = kinds.filter((kind) => kind !== (EventKind as Kind));
const byOwnerType = new Map(collected.map((kind) => [`${apiVersionOf(kind)} ${kind.kind}`, kind]));
const byKeyPart = new Map(collected.map((kind) => [`${kind.plural}.${kind.group}`, kind]));

/** Keys are `resource.group/namespace/name`. */
export const garbageCollector: Component = {
  name: 'garbage-collector-controller',
  latencyMs,
  doorbells: collected.map((kind) => ({ kind, keys: keysOf })),
  reconcile(key, view) {
    const item = itemOf(key, view);
    return item ? reconcileGarbage(item, ownershipIn(view)) : [];
  },
};

function keysOf({ type, kind, before, after }: Change, view: View): string[] {
  const keys: string[] = [];
  const owners = after.metadata.ownerReferences ?? [];
  const formerOwners = before?.metadata.ownerReferences ?? [];
  if (type === 'DELETED') {
    for (const dependent of dependentsOf(view, after)) keys.push(keyOf(dependent));
  } else {
    const hasNewOwners = type === 'ADDED' ? owners.length > 0 : !isEqual(owners, formerOwners);
    const isOwnerToWatch = isWaitingForDependents(after) || isOrphaning(after);
    if (hasNewOwners || isOwnerToWatch) keys.push(keyOf({ kind, object: after }));
  }
  // An owner that waits for its dependents looks again when one of them is gone or no longer its own.
  for (const owner of type === 'DELETED' ? owners : formerOwners) {
    const known = ownerOf(view, after, owner);
    if (known !== 'unknown' && known && isWaitingForDependents(known.object)) keys.push(keyOf(known));
  }
  return [...new Set(keys)];
}

function ownershipIn(view: View): Ownership {
  return {
    ownerOf: (object, reference) => ownerOf(view, object, reference),
    dependentsOf: (object) => dependentsOf(view, object),
  };
}

/** The object that a reference means: undefined if there is none any longer, `unknown` if it cannot be told. */
function ownerOf(view: View, object: KubeObject, owner: OwnerReference): Item | undefined | 'unknown' {
  const kind = byOwnerType.get(`${owner.apiVersion} ${owner.kind}`);
  const { namespace } = object.metadata;
  if (!kind || (kind.namespaced && namespace === undefined)) return 'unknown';
  const stored = view.get(kind, namespace ?? '', owner.name);
  return stored?.metadata.uid === owner.uid && stored ? { kind, object: stored } : undefined;
}

function dependentsOf(view: View, { metadata }: KubeObject): Item[] {
  const { uid } = metadata;
  if (uid === undefined) return [];
  return collected.flatMap((kind) => view.ownedBy(kind, uid).map((object) => ({ kind, object })));
}

function keyOf({ kind, object }: Item): string {
  return `${kind.plural}.${kind.group}/${object.metadata.namespace ?? ''}/${object.metadata.name}`;
}

function itemOf(key: string, view: View): Item | undefined {
  const [kindPart = '', namespace = '', name = ''] = key.split('/');
  const kind = byKeyPart.get(kindPart);
  const object = kind && view.get(kind, namespace, name);
  return kind && object ? { kind, object } : undefined;
}
