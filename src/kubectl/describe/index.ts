// Which kinds can be described.
import type { Kind, KubeObject } from '../../sim/index.ts';
import {
  ConfigMapKind,
  ControllerRevisionKind,
  CronJobKind,
  DaemonSetKind,
  DeploymentKind,
  EndpointSliceKind,
  EndpointsKind,
  EventKind,
  HorizontalPodAutoscalerKind,
  IngressKind,
  JobKind,
  LeaseKind,
  LimitRangeKind,
  NamespaceKind,
  NodeKind,
  PersistentVolumeClaimKind,
  PersistentVolumeKind,
  PodDisruptionBudgetKind,
  PodKind,
  PriorityClassKind,
  ReplicaSetKind,
  ReplicationControllerKind,
  ResourceQuotaKind,
  SecretKind,
  ServiceAccountKind,
  ServiceKind,
  StatefulSetKind,
  StorageClassKind,
} from '../../sim/index.ts';
import { describeLimitRange, describeResourceQuota } from './bounds.ts';
import { describeDaemonSet } from './daemonset.ts';
import { describeConfigMap, describeSecret } from './data.ts';
import { describeDeployment } from './deployment.ts';
import type { Describer } from './describer.ts';
import { describeEndpointSlice, describeEndpoints } from './endpoints.ts';
import { describeGeneric } from './generic.ts';
import { describeHorizontalPodAutoscaler } from './horizontal-pod-autoscaler.ts';
import { describeIngress } from './ingress.ts';
import { describeCronJob, describeJob } from './job.ts';
import { describeNamespace } from './namespace.ts';
import { describeNode } from './node.ts';
import { describePod } from './pod.ts';
import { describePodDisruptionBudget } from './pod-disruption-budget.ts';
import { describeReplicationController } from './replicationcontroller.ts';
import { describeService } from './service.ts';
import { describePriorityClass, describeServiceAccount } from './small-kinds.ts';
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
  entry(ConfigMapKind, describeConfigMap),
  entry(ControllerRevisionKind, describeGeneric),
  entry(CronJobKind, describeCronJob),
  entry(DaemonSetKind, describeDaemonSet),
  entry(DeploymentKind, describeDeployment),
  entry(EndpointSliceKind, describeEndpointSlice),
  entry(EndpointsKind, describeEndpoints),
  entry(EventKind, describeGeneric),
  entry(HorizontalPodAutoscalerKind, describeHorizontalPodAutoscaler),
  entry(IngressKind, describeIngress),
  entry(LeaseKind, describeGeneric),
  entry(JobKind, describeJob),
  entry(LimitRangeKind, describeLimitRange),
  entry(NamespaceKind, describeNamespace),
  entry(NodeKind, describeNode),
  entry(PersistentVolumeClaimKind, describePersistentVolumeClaim),
  entry(PersistentVolumeKind, describePersistentVolume),
  entry(PodDisruptionBudgetKind, describePodDisruptionBudget),
  entry(PodKind, describePod),
  entry(PriorityClassKind, describePriorityClass),
  entry(ReplicaSetKind, describeReplicaSet),
  entry(ReplicationControllerKind, describeReplicationController),
  entry(ResourceQuotaKind, describeResourceQuota),
  entry(SecretKind, describeSecret),
  entry(ServiceAccountKind, describeServiceAccount),
  entry(ServiceKind, describeService),
  entry(StatefulSetKind, describeStatefulSet),
  entry(StorageClassKind, describeStorageClass),
]);
