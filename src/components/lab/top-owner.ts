/** The workload that stands behind an object in the end: a Deployment rather than its ReplicaSet. */
import type { Cluster } from '../../sim/index.ts';
import { controllerOf, findKind } from '../../sim/index.ts';

/** `Deployment/default/web`; the object itself where nobody manages it. */
export function topOwner(view: Cluster['view'], kindName: string, namespace: string, name: string): string {
  const kind = findKind(kindName.toLowerCase());
  const object = kind && view.get(kind, namespace, name);
  const owner = object && controllerOf(object);
  if (!owner || !kind) return `${kindName}/${namespace}/${name}`;
  return topOwner(view, owner.kind, namespace, owner.name);
}
