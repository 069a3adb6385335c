// Which kinds can be described.
import type { Kind, KubeObject } from '../../sim/index.ts';
import {
  DaemonSetKind,
  DeploymentKind,
  NamespaceKind,
  NodeKind,
  PersistentVolumeClaimKind,
  PersistentVolumeKind,
  PodKind,
  ReplicaSetKind,
  ReplicationControllerKind,
  ServiceKind,
  StatefulSetKind,
  StorageClassKind,
} from '../../sim/index.ts';
import { describeDaemonSet } from './daemonset.ts';
import { describeDeployment } from './deployment.ts';
import type { Describer } from './describer.ts';
import { describeNamespace } from './namespace.ts';
import { describeNode } from './node.ts';
import { describePod } from './pod.ts';
import { describeReplicationController } from './replicationcontroller.ts';
import { describeService } from './service.ts';
import { describePersistentVolume, describePersistentVolumeClaim, describeStorageClass } from './storage.ts';
import { describeReplicaSet, describeStatefulSet } from './workloads.ts';

/** The describer of a kind, if it has one. */
export function describerOf(kind: Kind): Describer<KubeObject> | undefined {
  return describers.get(kind);
}

function entry<T extends KubeObject>(kind: Kind<T>, describer: Describer<T>): [Kind, Describer<KubeObject>] {
  return [kind as Kind, describer as unknown as Describer<KubeObject>];
}

const describers = new Map<Kind, Describer<KubeObject>>([
  entry(DaemonSetKind, describeDaemonSet),
  entry(DeploymentKind, describeDeployment),
  entry(NamespaceKind, describeNamespace),
  entry(NodeKind, describeNode),
  entry(PersistentVolumeClaimKind, describePersistentVolumeClaim),
  entry(PersistentVolumeKind, describePersistentVolume),
  entry(PodKind, describePod),
  entry(ReplicaSetKind, describeReplicaSet),
  entry(ReplicationControllerKind, describeReplicationController),
  entry(ServiceKind, describeService),
  entry(StatefulSetKind, describeStatefulSet),
  entry(StorageClassKind, describeStorageClass),
]);
