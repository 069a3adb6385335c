// The StatefulSet controller.
// Watches: StatefulSets, pods, claims that go away. Writes: pods, claims, ControllerRevisions, the status of StatefulSets.
// Decides: which ordinals there are, in which order they come, go and change, and from which revision each is made.
// Departs: maxUnavailable is not supported (its feature gate is off by default).

import { ControllerRevisionKind } from '../../api/controller-revision.ts';
import type { Kind } from '../../api/kind.ts';
import { keyOf, splitKey } from '../../api/meta.ts';
import { PersistentVolumeClaimKind } from '../../api/persistent-volume-claim.ts';
import { PodKind } from '../../api/pod.ts';
import type { StatefulSet } from '../../api/stateful-set.ts';
import { StatefulSetKind } from '../../api/stateful-set.ts';
import type { Change } from '../../apiserver/store.ts';
import type { Component, Doorbell, View } from '../../component.ts';
import { compileLabelSelector } from '../../machinery/label-selector.ts';
import { claim } from '../claim-pods.ts';
import { ownDoorbell, podDoorbell } from '../pod-doorbell.ts';
import { isMember } from './identity.ts';
import { reconcileStatefulSet } from './reconcile.ts';

/** From a change to the look at it. */
const latencyMs = 5;

export const statefulSetController: Component = {
  name: 'statefulset-controller',
  latencyMs,
  doorbells: [
    ownDoorbell(StatefulSetKind),
    podDoorbell(StatefulSetKind, (set) => set.spec.selector),
    claimDoorbell(),
  ],
  reconcile(key, view, nowMs) {
    const { namespace, name } = splitKey(key);
    const set = view.get(StatefulSetKind, namespace, name);
    const selector = compileLabelSelector(set?.spec.selector);
    if (!set || !selector.ok) return [];
    const { matches } = selector.value;
    const revisions = claim(set, ControllerRevisionKind, view.list(ControllerRevisionKind, namespace), (it) =>
      matches(it.metadata.labels),
    );
    const pods = claim(set, PodKind, view.list(PodKind, namespace), (pod) => {
      return matches(pod.metadata.labels) && isMember(set, pod);
    });
    const owners = [...revisions.requests, ...pods.requests];
    if (owners.length > 0) return owners;
    return reconcileStatefulSet({
      set,
      pods: pods.claimed,
      revisions: revisions.claimed,
      revisionNamed: (it) => view.get(ControllerRevisionKind, namespace, it),
      claimNamed: (it) => view.get(PersistentVolumeClaimKind, namespace, it),
      nowMs,
    });
  },
};

/** A claim that was to go with a pod scaled away keeps its successor waiting until it is gone. */
function claimDoorbell(): Doorbell {
  return {
    kind: PersistentVolumeClaimKind as Kind,
    keys(change: Change, view: View) {
      if (change.type !== 'DELETED') return [];
      const { namespace, name } = change.after.metadata;
      const uses = (set: StatefulSet) =>
        set.spec.volumeClaimTemplates?.some((it) =>
          name.startsWith(`${it.metadata.name}-${set.metadata.name}-`),
        );
      return view.list(StatefulSetKind, namespace).filter(uses).map(keyOf);
    },
  };
}
