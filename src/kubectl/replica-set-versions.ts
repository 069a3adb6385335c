// The ReplicaSets of a Deployment, as kubectl tells them apart: the one of its template, and those of before.
import type { Deployment, ReplicaSet, View } from '../sim/index.ts';
import { compileLabelSelector, deploymentVersions, isControlledBy, ReplicaSetKind } from '../sim/index.ts';

export interface ReplicaSetVersions {
  readonly current: ReplicaSet | undefined;
  /** Oldest first. */
  readonly old: readonly ReplicaSet[];
}

/** Only those that the Deployment owns and still selects count. */
export function replicaSetVersions(deployment: Deployment, view: View): ReplicaSetVersions {
  const { uid = '' } = deployment.metadata;
  const selector = compileLabelSelector(deployment.spec.selector);
  const sets = view
    .ownedBy(ReplicaSetKind, uid)
    .filter((set) => isControlledBy(set, uid))
    .filter(({ metadata }) => selector.ok && selector.value.matches(metadata.labels));
  return deploymentVersions(deployment, sets);
}
