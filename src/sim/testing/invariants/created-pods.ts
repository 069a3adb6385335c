// The pods that a controller has just created, by their owner: what the bounds of ReplicaSets, DaemonSets and Jobs are about.
import type { Kind } from '../../api/kind.ts';
import { controllerOf } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { View } from '../../component.ts';
import type { Moment } from './moment.ts';

/** The uids of the owners for which a component created pods in this moment. */
export function ownersServed({ writes }: Moment, component: string): ReadonlySet<string> {
  const created = writes.filter(
    ({ by, kind, type }) => by === component && kind === (PodKind as Kind) && type === 'ADDED',
  );
  return new Set(created.map(({ after }) => controllerOf(after)?.uid ?? ''));
}

/** The pods of an owner that have neither ended nor been told to. */
export function activePods(view: View, ownerUid: string | undefined): readonly Pod[] {
  return view
    .ownedBy(PodKind, ownerUid ?? '')
    .filter((pod) => controllerOf(pod)?.uid === ownerUid && !pod.metadata.deletionTimestamp)
    .filter(({ status }) => status?.phase !== 'Succeeded' && status?.phase !== 'Failed');
}
