// Which kinds can be described.
import type { Kind, KubeObject } from '../../sim/index.ts';
import {
  DaemonSetKind,
  DeploymentKind,
  HorizontalPodAutoscalerKind,
  LimitRangeKind,
  NamespaceKind,
  NodeKind,
  PersistentVolumeClaimKind,
  PersistentVolumeKind,
  PodDisruptionBudgetKind,
  PodKind,
  ReplicaSetKind,
  ReplicationControllerKind,
  ResourceQuotaKind,
  ServiceKind,
  StatefulSetKind,
  StorageClassKind,
} from '../../sim/index.ts';
import { describeDaemonSet } from './daemonset.ts';
import { describeDeployment } from './deployment.ts';
import { describeLimitRange, describeResourceQuota } from './bounds.ts';
import type { Describer } from './describer.ts';
import { describeHorizontalPodAutoscaler } from './horizontal-pod-autoscaler.ts';
import { describeNamespace } from './namespace.ts';
import { describeNode } from './node.ts';
import { describePod } from './pod.ts';
import { describePodDisruptionBudget } from './pod-disruption-budget.ts';
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
  entry(HorizontalPodAutoscalerKind, describeHorizontalPodAutoscaler),
  entry(LimitRangeKind, describeLimitRange),
  entry(NamespaceKind, describeNamespace),
  entry(NodeKind, describeNode),
  entry(PersistentVolumeClaimKind, describePersistentVolumeClaim),
  entry(PersistentVolumeKind, describePersistentVolume),
  entry(PodDisruptionBudgetKind, describePodDisruptionBudget),
  entry(PodKind, describePod),
  entry(ReplicaSetKind, describeReplicaSet),
  entry(ReplicationControllerKind, describeReplicationController),
  entry(ResourceQuotaKind, describeResourceQuota),
  entry(ServiceKind, describeService),
  entry(StatefulSetKind, describeStatefulSet),
  entry(StorageClassKind, describeStorageClass),
]);
