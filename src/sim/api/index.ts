// Every kind that this API server serves, in the order of the real discovery.
import { ConfigMapKind } from './config-map.ts';
import { ControllerRevisionKind } from './controller-revision.ts';
import { EndpointSliceKind } from './endpoint-slice.ts';
import { EndpointsKind } from './endpoints.ts';
import { EventKind } from './event.ts';
import type { Kind } from './kind.ts';
import { NamespaceKind } from './namespace.ts';
import { NodeKind } from './node.ts';
import { PersistentVolumeKind } from './persistent-volume.ts';
import { PersistentVolumeClaimKind } from './persistent-volume-claim.ts';
import { PodKind } from './pod.ts';
import { ReplicaSetKind } from './replica-set.ts';
import { ServiceKind } from './service.ts';
import { ServiceAccountKind } from './service-account.ts';
import { StatefulSetKind } from './stateful-set.ts';
import { StorageClassKind } from './storage-class.ts';

export const kinds: readonly Kind[] = [
  ConfigMapKind,
  EndpointsKind,
  EventKind,
  NamespaceKind,
  NodeKind,
  PersistentVolumeClaimKind,
  PersistentVolumeKind,
  PodKind,
  ServiceAccountKind,
  ServiceKind,
  ControllerRevisionKind,
  ReplicaSetKind,
  StatefulSetKind,
  EndpointSliceKind,
  StorageClassKind,
];
