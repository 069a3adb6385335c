// Every kind that this API server serves, in the order of the real discovery.
import { ConfigMapKind } from './config-map.ts';
import { ControllerRevisionKind } from './controller-revision.ts';
import { CronJobKind } from './cron-job.ts';
import { DaemonSetKind } from './daemon-set.ts';
import { DeploymentKind } from './deployment.ts';
import { EndpointSliceKind } from './endpoint-slice.ts';
import { EndpointsKind } from './endpoints.ts';
import { EventKind } from './event.ts';
import { HorizontalPodAutoscalerKind } from './horizontal-pod-autoscaler.ts';
import { IngressKind } from './ingress.ts';
import { JobKind } from './job.ts';
import type { Kind } from './kind.ts';
import { LeaseKind } from './lease.ts';
import { LimitRangeKind } from './limit-range.ts';
import { NamespaceKind } from './namespace.ts';
import { NodeKind } from './node.ts';
import { PersistentVolumeKind } from './persistent-volume.ts';
import { PersistentVolumeClaimKind } from './persistent-volume-claim.ts';
import { PodKind } from './pod.ts';
import { PodDisruptionBudgetKind } from './pod-disruption-budget.ts';
import { PriorityClassKind } from './priority-class.ts';
import { ReplicaSetKind } from './replica-set.ts';
import { ReplicationControllerKind } from './replication-controller.ts';
import { ResourceQuotaKind } from './resource-quota.ts';
import { SecretKind } from './secret.ts';
import { ServiceKind } from './service.ts';
import { ServiceAccountKind } from './service-account.ts';
import { StatefulSetKind } from './stateful-set.ts';
import { StorageClassKind } from './storage-class.ts';

export const kinds: readonly Kind[] = [
  ConfigMapKind,
  EndpointsKind,
  EventKind,
  LimitRangeKind,
  NamespaceKind,
  NodeKind,
  PersistentVolumeClaimKind,
  PersistentVolumeKind,
  PodKind,
  ReplicationControllerKind,
  ResourceQuotaKind,
  SecretKind,
  ServiceAccountKind,
  ServiceKind,
  ControllerRevisionKind,
  DaemonSetKind,
  DeploymentKind,
  ReplicaSetKind,
  StatefulSetKind,
  HorizontalPodAutoscalerKind,
  CronJobKind,
  JobKind,
  LeaseKind,
  EndpointSliceKind,
  IngressKind,
  PodDisruptionBudgetKind,
  PriorityClassKind,
  StorageClassKind,
];
