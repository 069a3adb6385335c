// ReplicaSet: a number of interchangeable pods.

import { isEqual } from '../machinery/equality.ts';
import type { FieldError } from '../machinery/field-error.ts';
import { immutable } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { formatLabelSelector } from '../machinery/label-selector.ts';
import { dns1123Subdomain } from '../machinery/names.ts';
import { replicaColumns } from './columns.ts';
import type { Kind } from './kind.ts';
import type { Condition, KubeObject, LabelSelector } from './meta.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';
import { fillInTemplate } from './pod-defaults.ts';
import type { PodTemplateSpec } from './pod-spec.ts';
import { checkLastingTemplate, checkTemplateLabels, validateTemplate } from './pod-validation.ts';
import { hostNameWarnings, podSpecWarnings } from './pod-warnings.ts';
import { checkNonNegative } from './scalar-validation.ts';
import { scaleReplicas } from './scale.ts';
import { selectorAsGoWrites, validateSelector } from './selector-validation.ts';

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

const SPEC = FieldPath.of('spec');

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
  hasGeneration: true,
  scale: scaleReplicas(),
  prepareForCreate(draft) {
    draft.status = { replicas: 0 };
  },
  defaults({ spec }) {
    spec.replicas ??= 1;
    fillInTemplate(spec.template);
  },
  validate: validateReplicaSet,
  validateUpdate: (next, old) => [
    ...validateMetadataUpdate(next.metadata, old.metadata),
    ...(isEqual(next.spec.selector, old.spec.selector)
      ? []
      : [immutable(SPEC.child('selector'), selectorAsGoWrites(next.spec.selector))]),
  ],
  warnings: ({ metadata, spec }, old) => [
    ...(old ? [] : hostNameWarnings(metadata.name, 'Pod names and hostnames')),
    ...podSpecWarnings(spec.template.spec, 'spec.template.spec'),
  ],
  columns: replicaColumns(({ spec }) => formatLabelSelector(spec.selector)),
};

function validateReplicaSet({ metadata, spec }: ReplicaSet): FieldError[] {
  const errors = validateMetadata(metadata, dns1123Subdomain);
  checkNonNegative(spec.replicas, SPEC.child('replicas'), errors);
  checkNonNegative(spec.minReadySeconds, SPEC.child('minReadySeconds'), errors);
  const selector = validateSelector(spec.selector, 'deployment', 'invalid label selector', SPEC, errors);
  if (selector === undefined) return errors;
  const path = SPEC.child('template');
  checkTemplateLabels(spec.template, selector, path, errors);
  validateTemplate(spec.template, path, errors);
  checkLastingTemplate(spec.template, 'ReplicaSet', path, errors);
  return errors;
}
