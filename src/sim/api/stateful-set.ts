// StatefulSet: pods that keep their name and their claims.

import type { FieldError } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { dns1123Label } from '../machinery/names.ts';
import { ageColumn, containerColumns, nameColumn } from './columns.ts';
import type { Kind } from './kind.ts';
import type { Condition, KubeObject, LabelSelector } from './meta.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';
import { fillInTemplate } from './pod-defaults.ts';
import type { PersistentVolumeClaimSpec, PodTemplateSpec } from './pod-spec.ts';
import { podSpecWarnings } from './pod-warnings.ts';
import { scaleReplicas } from './scale.ts';
import { validateStatefulSetSpec, validateStatefulSetUpdate } from './stateful-set-validation.ts';
import { claimSpecWarnings } from './storage-warnings.ts';

export interface StatefulSet extends KubeObject {
  spec: StatefulSetSpec;
  status?: StatefulSetStatus;
}

export interface StatefulSetSpec {
  replicas?: number;
  selector: LabelSelector;
  template: PodTemplateSpec;
  serviceName?: string;
  volumeClaimTemplates?: (KubeObject & { spec: PersistentVolumeClaimSpec; status?: { phase?: string } })[];
  podManagementPolicy?: 'OrderedReady' | 'Parallel';
  updateStrategy?: {
    type?: 'RollingUpdate' | 'OnDelete';
    rollingUpdate?: { partition?: number; maxUnavailable?: number | string };
  };
  revisionHistoryLimit?: number;
  minReadySeconds?: number;
  persistentVolumeClaimRetentionPolicy?: {
    whenDeleted?: 'Retain' | 'Delete';
    whenScaled?: 'Retain' | 'Delete';
  };
  ordinals?: { start?: number };
}

export interface StatefulSetStatus {
  observedGeneration?: number;
  replicas: number;
  readyReplicas?: number;
  currentReplicas?: number;
  updatedReplicas?: number;
  availableReplicas?: number;
  currentRevision?: string;
  updateRevision?: string;
  collisionCount?: number;
  conditions?: Condition[];
}

const SPEC = FieldPath.of('spec');

export const StatefulSetKind: Kind<StatefulSet> = {
  group: 'apps',
  version: 'v1',
  kind: 'StatefulSet',
  plural: 'statefulsets',
  singular: 'statefulset',
  shortNames: ['sts'],
  categories: ['all'],
  namespaced: true,
  schema: 'io.k8s.api.apps.v1.StatefulSet',
  hasStatus: true,
  hasGeneration: true,
  scale: scaleReplicas(),
  prepareForCreate(draft) {
    draft.status = { replicas: 0, availableReplicas: 0 };
    dropGatedFields(draft.spec);
  },
  prepareForUpdate: (draft) => dropGatedFields(draft.spec),
  defaults: ({ spec }) => fillInDefaults(spec),
  validate({ metadata, spec }) {
    const errors: FieldError[] = validateMetadata(metadata, dns1123Label);
    validateStatefulSetSpec(spec, SPEC, errors);
    return errors;
  },
  validateUpdate: (next, old) => [
    ...validateMetadataUpdate(next.metadata, old.metadata),
    ...validateStatefulSetUpdate(next.spec, old.spec, SPEC),
  ],
  warnings: statefulSetWarnings,
  columns: [
    nameColumn,
    { name: 'READY', cell: ({ spec, status }) => `${status?.readyReplicas ?? 0}/${spec.replicas ?? 0}` },
    ageColumn,
    ...containerColumns<StatefulSet>(({ spec }) => spec.template),
  ],
};

function statefulSetWarnings({ spec }: StatefulSet): string[] {
  const advice = 'a negative value retains all historical revisions; a value >= 0 is recommended';
  return [
    ...podSpecWarnings(spec.template.spec, 'spec.template.spec'),
    ...(spec.volumeClaimTemplates ?? []).flatMap((claim, i) =>
      claimSpecWarnings(claim.spec, `spec.volumeClaimTemplates[${i}]`),
    ),
    ...((spec.revisionHistoryLimit ?? 0) < 0 ? [`spec.revisionHistoryLimit: ${advice}`] : []),
  ];
}

function fillInDefaults(spec: StatefulSetSpec): void {
  spec.replicas ??= 1;
  spec.podManagementPolicy ??= 'OrderedReady';
  spec.revisionHistoryLimit ??= 10;
  spec.updateStrategy ??= {};
  spec.updateStrategy.type ??= 'RollingUpdate';
  if (spec.updateStrategy.type === 'RollingUpdate') {
    spec.updateStrategy.rollingUpdate = { partition: 0, ...spec.updateStrategy.rollingUpdate };
  }
  spec.persistentVolumeClaimRetentionPolicy = {
    whenDeleted: 'Retain',
    whenScaled: 'Retain',
    ...spec.persistentVolumeClaimRetentionPolicy,
  };
  fillInTemplate(spec.template);
  for (const claim of spec.volumeClaimTemplates ?? []) {
    claim.apiVersion ??= 'v1';
    claim.kind ??= 'PersistentVolumeClaim';
    claim.spec.volumeMode ??= 'Filesystem';
    claim.status = { phase: 'Pending', ...claim.status };
  }
}

/** maxUnavailable is behind a feature gate that is off by default: the API server drops it without a word. */
function dropGatedFields({ updateStrategy }: StatefulSetSpec): void {
  if (updateStrategy?.rollingUpdate) delete updateStrategy.rollingUpdate.maxUnavailable;
}
