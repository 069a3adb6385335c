// At rest nothing is left whose owners are all gone. What cannot end, because its node is cut off, is at least told to.
import { kindFor } from '../../api/discovery.ts';
import { kinds } from '../../api/index.ts';
import type { KubeObject, OwnerReference } from '../../api/meta.ts';
import { keyOf } from '../../api/meta.ts';
import type { View } from '../../component.ts';
import type { Invariant } from './moment.ts';

export const dependents: Invariant = {
  name: 'at rest there are no dependents of owners that are gone [I5]',
  broken({ view, isAtRest }) {
    if (!isAtRest) return [];
    return kinds.flatMap((kind) =>
      view
        .list(kind)
        .filter((object) => isLeftBehind(view, object))
        .map((object) => {
          const owners = (object.metadata.ownerReferences ?? []).map((it) => `${it.kind} ${it.name}`);
          return `${kind.singular} ${keyOf(object)} outlives ${owners.join(' and ')}`;
        }),
    );
  },
};

function isLeftBehind(view: View, { metadata }: KubeObject): boolean {
  const { ownerReferences = [], deletionTimestamp, namespace = '' } = metadata;
  if (ownerReferences.length === 0 || deletionTimestamp !== undefined) return false;
  return ownerReferences.every((owner) => !isThere(view, owner, namespace));
}

function isThere(
  view: View,
  { apiVersion, kind: word, name, uid }: OwnerReference,
  namespace: string,
): boolean {
  const kind = kindFor(apiVersion, word);
  // Of a kind that is not served nobody can say that it is gone.
  if (!kind) return true;
  const owner = view.get(kind, kind.namespaced ? namespace : '', name);
  return owner?.metadata.uid === uid;
}
