// The event that explains a failed check: the last warning about something that is still not well.
import type { Event, PersistentVolumeClaim, Pod } from '../../src/sim/index.ts';
import { EventKind, findKind, isPodReady, PersistentVolumeClaimKind, PodKind } from '../../src/sim/index.ts';
import type { Explanation } from '../finding.ts';
import { excerpt } from '../finding.ts';
import type { History } from '../state.ts';

/** About objects of these names, or pods and claims named after them; an empty name stands for any. */
export function explanationFor(history: History, names: readonly string[]): Explanation | undefined {
  const isMeant = (name: string) =>
    names.some(
      (meant) => meant === '' || name === meant || name.startsWith(`${meant}-`) || name.endsWith(`-${meant}`),
    );
  for (const change of [...history.changes].reverse()) {
    if (change.kind !== EventKind || change.type === 'DELETED') continue;
    const { type, reason = '', message = '', involvedObject } = change.after as Event;
    const { kind = '', name = '', namespace = 'default' } = involvedObject;
    if (type !== 'Warning' || !isMeant(name) || isWell(history, kind, namespace, name)) continue;
    return { reason, message: excerpt(message), object: `${kind}/${name}` };
  }
  return undefined;
}

/** Whether an object needs no explanation any more: it is gone, a pod that is ready, or a claim that is bound. */
function isWell(history: History, kindName: string, namespace: string, name: string): boolean {
  const kind = findKind(kindName);
  const object = kind && history.after.list(kind, namespace).find(({ metadata }) => metadata.name === name);
  if (!object) return true;
  if (kind.kind === PersistentVolumeClaimKind.kind) {
    return (object as PersistentVolumeClaim).status?.phase === 'Bound';
  }
  return kind.kind === PodKind.kind && isPodReady(object as Pod);
}
