// The DaemonSet controller.
// Watches: DaemonSets, pods, ControllerRevisions, nodes. Writes: pods, ControllerRevisions, the status of DaemonSets.
// Decides: which nodes have a pod, which pods make way for new ones, and when.
// Departs: pods are always looked up fresh, so there are no expectations to keep.
import { ControllerRevisionKind } from '../../api/controller-revision.ts';
import type { DaemonSet } from '../../api/daemon-set.ts';
import { DaemonSetKind } from '../../api/daemon-set.ts';
import type { Kind } from '../../api/kind.ts';
import type { LabelSelector } from '../../api/meta.ts';
import { keyOf, splitKey } from '../../api/meta.ts';
import { NamespaceKind } from '../../api/namespace.ts';
import type { Node } from '../../api/node.ts';
import { NodeKind } from '../../api/node.ts';
import { PodKind } from '../../api/pod.ts';
import type { Change } from '../../apiserver/store.ts';
import type { Component, Doorbell, NodeView, View } from '../../component.ts';
import { isEqual } from '../../machinery/equality.ts';
import { compileLabelSelector } from '../../machinery/label-selector.ts';
import { claim } from '../claim-pods.ts';
import { ownDoorbell, podDoorbell } from '../pod-doorbell.ts';
import type { FailureMemory } from './failed-pods.ts';
import { placementOn } from './placement.ts';
import { FAILED_PODS, reconcileDaemonSet } from './reconcile.ts';

/** From a change to the look at it. */
const latencyMs = 5;

export const daemonSetController: Component<NodeView> = {
  name: 'daemonset-controller',
  latencyMs,
  doorbells: [
    ownDoorbell(DaemonSetKind),
    podDoorbell(DaemonSetKind, selectorOf),
    revisionDoorbell(),
    nodeDoorbell(),
  ],
  reconcile(key, view, nowMs) {
    const { namespace, name } = splitKey(key);
    const set = view.get(DaemonSetKind, namespace, name);
    const selector = compileLabelSelector(set?.spec.selector);
    if (!set || set.metadata.deletionTimestamp !== undefined || !selector.ok) return [];
    const selects = (it: DaemonSet | { metadata: DaemonSet['metadata'] }) =>
      selector.value.matches(it.metadata.labels);
    const known = view.list(ControllerRevisionKind, namespace);
    const revisions = claim(set, ControllerRevisionKind, known, selects);
    const pods = claim(set, PodKind, view.list(PodKind, namespace), selects);
    const owners = [...revisions.requests, ...pods.requests];
    if (owners.length > 0) return owners;
    const home = view.get(NamespaceKind, '', namespace);
    return reconcileDaemonSet({
      set,
      nodes: view.list(NodeKind),
      pods: pods.claimed,
      revisions: revisions.claimed,
      revisionNamed: (it) => view.get(ControllerRevisionKind, namespace, it),
      memory: (view.world.memory(set.metadata.uid ?? '', FAILED_PODS) ?? {}) as FailureMemory,
      isNamespaceTerminating: home?.metadata.deletionTimestamp !== undefined,
      nowMs,
    });
  },
};

function selectorOf({ spec }: DaemonSet): LabelSelector {
  return spec.selector;
}

/** Revisions ring as pods do: for their owner, and orphans for all that select them. */
function revisionDoorbell(): Doorbell {
  const { keys } = podDoorbell(DaemonSetKind, selectorOf);
  return { kind: ControllerRevisionKind as Kind, keys } as Doorbell;
}

/** A node that joins or changes rings for the sets to which it makes a difference. One that goes is left to its pods. */
function nodeDoorbell(): Doorbell {
  return {
    kind: NodeKind as unknown as Kind,
    keys({ type, before, after }: Change, view: View) {
      if (type === 'DELETED' || (before && isAlike(before as Node, after as Node))) return [];
      const placement = (node: Node | undefined, set: DaemonSet) => node && placementOn(node, set);
      return view
        .list(DaemonSetKind)
        .filter((set) => !isEqual(placement(before as Node, set), placement(after as Node, set)))
        .map(keyOf);
    },
  };
}

function isAlike(before: Node, after: Node): boolean {
  return isEqual(before.metadata.labels, after.metadata.labels) && isEqual(before.spec, after.spec);
}
