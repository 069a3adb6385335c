// The doorbell by which pods ring for the objects that manage them.
import type { Kind } from '../api/kind.ts';
import { apiVersionOf } from '../api/kind.ts';
import type { KubeObject, LabelSelector } from '../api/meta.ts';
import { controllerOf, keyOf } from '../api/meta.ts';
import { PodKind } from '../api/pod.ts';
import type { Change } from '../apiserver/store.ts';
import type { Doorbell, View } from '../component.ts';
import { compileLabelSelector } from '../machinery/label-selector.ts';

/** Rings for a pod's controller before and after the change, and an orphan for all owners that select it. */
export function podDoorbell<T extends KubeObject>(
  kind: Kind<T>,
  selectorOf: (owner: T) => LabelSelector | undefined,
): Doorbell {
  return {
    kind: PodKind as Kind,
    keys(change: Change, view: View) {
      const keys = controllerKeys(kind as Kind, change);
      if (change.type === 'DELETED' || controllerOf(change.after)) return keys;
      return [...new Set([...keys, ...selectingKeys(kind, selectorOf, change.after, view)])];
    },
  };
}

/** Rings for the object itself. */
export function ownDoorbell(kind: Kind): Doorbell {
  return { kind, keys: (change: Change) => [keyOf(change.after)] };
}

function controllerKeys(kind: Kind, change: Change): string[] {
  const keys: string[] = [];
  for (const object of [change.before, change.after]) {
    const controller = object && controllerOf(object);
    if (controller?.kind !== kind.kind || controller.apiVersion !== apiVersionOf(kind)) continue;
    const key = `${object?.metadata.namespace}/${controller.name}`;
    if (!keys.includes(key)) keys.push(key);
  }
  return keys;
}

function selectingKeys<T extends KubeObject>(
  kind: Kind<T>,
  selectorOf: (owner: T) => LabelSelector | undefined,
  orphan: KubeObject,
  view: View,
): string[] {
  return view
    .list(kind, orphan.metadata.namespace)
    .filter((owner) => {
      const selector = compileLabelSelector(selectorOf(owner));
      return selector.ok && selector.value.matches(orphan.metadata.labels);
    })
    .map(keyOf);
}
