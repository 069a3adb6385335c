// Giving a ReplicaSet another size, and remembering for how many pods of the whole Deployment.
import type { Kind } from '../../api/kind.ts';
import type { ReplicaSet } from '../../api/replica-set.ts';
import { ReplicaSetKind } from '../../api/replica-set.ts';
import type { Request } from '../../component.ts';
import { sizeAnnotations } from './annotations.ts';
import type { Look } from './look.ts';
import { event } from './look.ts';
import { sizeOf } from './replica-sets.ts';

/** The write of another size, and the event that says so; nothing where it has that size. */
export function resize(look: Look, set: ReplicaSet, size: number): Request[] {
  return size === sizeOf(set) ? [] : resizeOrRemember(look, set, size);
}

/** The same, but what the ReplicaSet remembers is written even where its size stays. */
export function resizeOrRemember(look: Look, set: ReplicaSet, size: number): Request[] {
  const before = sizeOf(set);
  const remembered = set.metadata.annotations ?? {};
  const isRemembered = Object.entries(sizeAnnotations(look.deployment)).every(
    ([key, value]) => remembered[key] === value,
  );
  if (size === before && isRemembered) return [];
  const update: Request = { verb: 'update', kind: ReplicaSetKind as Kind, object: resized(look, set, size) };
  return size === before ? [update] : [update, scalingEvent(look, set.metadata.name, before, size)];
}

/** The ReplicaSet as it will be. */
export function resized({ deployment }: Look, set: ReplicaSet, size: number): ReplicaSet {
  const annotations = { ...set.metadata.annotations, ...sizeAnnotations(deployment) };
  return { ...set, metadata: { ...set.metadata, annotations }, spec: { ...set.spec, replicas: size } };
}

export function scalingEvent(look: Look, name: string, from: number, to: number): Request {
  const way = from < to ? 'up' : 'down';
  return event(
    look,
    'Normal',
    'ScalingReplicaSet',
    `Scaled ${way} replica set ${name} from ${from} to ${to}`,
  );
}
