// The ReplicaSet controller.
// Watches: ReplicaSets, pods. Writes: pods, their owners, the status of ReplicaSets.
// Decides: how many pods to create or delete, which ones to delete first, and what the status says.
// Departs: pods are always looked up fresh, so there are no expectations to keep.
import type { Kind } from '../../api/kind.ts';
import type { KubeObject, LabelSelector } from '../../api/meta.ts';
import { controllerOf, splitKey } from '../../api/meta.ts';
import { NamespaceKind } from '../../api/namespace.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import { ReplicaSetKind } from '../../api/replica-set.ts';
import type { Component, View } from '../../component.ts';
import { compileLabelSelector } from '../../machinery/label-selector.ts';
import { claim } from '../claim-pods.ts';
import { ownDoorbell, podDoorbell } from '../pod-doorbell.ts';
import { reconcileReplicas } from './reconcile.ts';
import type { Replicas } from './replicas.ts';

/** From a change to the look at it. */
const latencyMs = 5;

export interface ReplicaControllerOptions<T extends Replicas> {
  readonly name: string;
  readonly kind: Kind<T>;
  selectorOf(set: T): LabelSelector | undefined;
  /** ReplicationControllers do not count the pods that are on their way out. */
  readonly countsTerminating: boolean;
}

/** A controller that keeps a number of interchangeable pods. */
export function createReplicaController<T extends Replicas>(options: ReplicaControllerOptions<T>): Component {
  const { name, kind, selectorOf, countsTerminating } = options;
  return {
    name,
    latencyMs,
    doorbells: [ownDoorbell(kind as unknown as Kind), podDoorbell(kind, selectorOf)],
    reconcile(key, view, nowMs) {
      const { namespace, name: setName } = splitKey(key);
      const set = view.get(kind, namespace, setName);
      const selector = compileLabelSelector(set && selectorOf(set));
      if (!set || !selector.ok) return [];
      const pods = view.list(PodKind, namespace);
      const { claimed, requests } = claim(set, PodKind, pods, (pod) =>
        selector.value.matches(pod.metadata.labels),
      );
      if (requests.length > 0) return [...requests];
      return reconcileReplicas({
        kind: kind as unknown as Kind,
        set,
        pods: claimed,
        related: () => relatedPods(kind, set, view),
        isNamespaceTerminating: isTerminating(view.get(NamespaceKind, '', namespace)),
        countsTerminating,
        nowMs,
      });
    },
  };
}

export const replicaSetController: Component = createReplicaController({
  name: 'replicaset-controller',
  kind: ReplicaSetKind,
  selectorOf: (set) => set.spec.selector,
  countsTerminating: true,
});

/** The pods of every set under the same controller: those of a Deployment's other revisions count as neighbours. */
function relatedPods<T extends Replicas>(kind: Kind<T>, set: T, view: View): readonly Pod[] {
  const owner = controllerOf(set);
  const sets = owner
    ? view.ownedBy(kind, owner.uid).filter((it) => controllerOf(it)?.uid === owner.uid)
    : [set];
  return sets.flatMap((it) =>
    view.ownedBy(PodKind, it.metadata.uid ?? '').filter((pod) => controllerOf(pod)?.uid === it.metadata.uid),
  );
}

function isTerminating(object: KubeObject | undefined): boolean {
  return object?.metadata.deletionTimestamp !== undefined;
}
