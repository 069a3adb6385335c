// The Deployment controller.
// Watches: Deployments, ReplicaSets, pods that go away. Writes: ReplicaSets, the status and the revision of Deployments.
// Decides: which ReplicaSet is the current one, and how many pods each may have at every step of a rollout.
// Departs: ReplicaSets are always looked up fresh, so nothing is written twice over; the annotation by which old clients
// asked for a rollback is not heeded.
import { DeploymentKind } from '../../api/deployment.ts';
import type { Kind } from '../../api/kind.ts';
import type { KubeObject } from '../../api/meta.ts';
import { controllerOf, isControlledBy, keyOf, splitKey } from '../../api/meta.ts';
import { NamespaceKind } from '../../api/namespace.ts';
import { PodKind } from '../../api/pod.ts';
import type { ReplicaSet } from '../../api/replica-set.ts';
import { ReplicaSetKind } from '../../api/replica-set.ts';
import type { Change } from '../../apiserver/store.ts';
import type { Component, Doorbell, View } from '../../component.ts';
import { compileLabelSelector } from '../../machinery/label-selector.ts';
import { claim } from '../claim-pods.ts';
import { ownDoorbell } from '../pod-doorbell.ts';
import { reconcileDeployment } from './reconcile.ts';

/** From a change to the look at it. */
const latencyMs = 5;

export const deploymentController: Component = {
  name: 'deployment-controller',
  latencyMs,
  doorbells: [ownDoorbell(DeploymentKind as Kind), replicaSetDoorbell(), podDoorbell()],
  reconcile(key, view, nowMs) {
    const { namespace, name } = splitKey(key);
    const deployment = view.get(DeploymentKind, namespace, name);
    const selector = compileLabelSelector(deployment?.spec.selector);
    if (!deployment || !selector.ok) return [];
    const sets = claim(deployment, ReplicaSetKind, view.list(ReplicaSetKind, namespace), (set) =>
      selector.value.matches(set.metadata.labels),
    );
    if (sets.requests.length > 0) return [...sets.requests];
    return reconcileDeployment({
      deployment,
      sets: sets.claimed,
      podsOf: (set) => podsOf(set, view),
      setNamed: (it) => view.get(ReplicaSetKind, namespace, it),
      isNamespaceTerminating:
        view.get(NamespaceKind, '', namespace)?.metadata.deletionTimestamp !== undefined,
      nowMs,
    });
  },
};

function podsOf({ metadata: { uid = '' } }: ReplicaSet, view: View) {
  return view.ownedBy(PodKind, uid).filter((pod) => isControlledBy(pod, uid));
}

/** Rings for a ReplicaSet's Deployment before and after the change, and an orphan for all that select it. */
function replicaSetDoorbell(): Doorbell {
  return {
    kind: ReplicaSetKind as Kind,
    keys(change: Change, view: View) {
      const keys = [change.before, change.after].flatMap(deploymentKeys);
      if (change.type !== 'DELETED' && !controllerOf(change.after))
        keys.push(...selecting(change.after, view));
      return [...new Set(keys)];
    },
  };
}

/** A pod that is gone makes way for those of a Deployment that is recreated. */
function podDoorbell(): Doorbell {
  return {
    kind: PodKind as Kind,
    keys(change: Change, view: View) {
      if (change.type !== 'DELETED') return [];
      const { namespace = '' } = change.after.metadata;
      const owner = controllerOf(change.after);
      if (owner?.kind !== 'ReplicaSet') return [];
      const set = view.get(ReplicaSetKind, namespace, owner.name);
      return set?.metadata.uid === owner.uid ? deploymentKeys(set) : [];
    },
  };
}

function deploymentKeys(object: KubeObject | undefined): string[] {
  const owner = object && controllerOf(object);
  const isDeployment = owner?.kind === 'Deployment' && owner.apiVersion === 'apps/v1';
  return isDeployment ? [`${object?.metadata.namespace}/${owner.name}`] : [];
}

function selecting(orphan: KubeObject, view: View): string[] {
  return view
    .list(DeploymentKind, orphan.metadata.namespace)
    .filter(({ spec }) => {
      const selector = compileLabelSelector(spec.selector);
      return selector.ok && selector.value.matches(orphan.metadata.labels);
    })
    .map(keyOf);
}
