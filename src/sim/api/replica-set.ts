// ReplicaSet: a number of interchangeable pods.
import { formatLabelSelector } from '../machinery/label-selector.ts';
import { ageColumn, containerColumns, nameColumn } from './columns.ts';
import type { Kind } from './kind.ts';
import type { Condition, KubeObject, LabelSelector } from './meta.ts';
import type { PodTemplateSpec } from './pod-spec.ts';

export interface ReplicaSet extends KubeObject {
  spec: { replicas?: number; minReadySeconds?: number; selector: LabelSelector; template: PodTemplateSpec };
  status?: {
    replicas: number;
    fullyLabeledReplicas?: number;
    readyReplicas?: number;
    availableReplicas?: number;
    terminatingReplicas?: number;
    observedGeneration?: number;
    conditions?: Condition[];
  };
}

export const ReplicaSetKind: Kind<ReplicaSet> = {
  group: 'apps',
  version: 'v1',
  kind: 'ReplicaSet',
  plural: 'replicasets',
  singular: 'replicaset',
  shortNames: ['rs'],
  categories: ['all'],
  namespaced: true,
  schema: 'io.k8s.api.apps.v1.ReplicaSet',
  hasStatus: true,
  columns: [
    nameColumn,
    { name: 'DESIRED', cell: ({ spec }) => String(spec.replicas ?? 0) },
    { name: 'CURRENT', cell: ({ status }) => String(status?.replicas ?? 0) },
    { name: 'READY', cell: ({ status }) => String(status?.readyReplicas ?? 0) },
    ageColumn,
    ...containerColumns<ReplicaSet>(({ spec }) => spec.template),
    { name: 'SELECTOR', wide: true, cell: ({ spec }) => formatLabelSelector(spec.selector) },
  ],
};
