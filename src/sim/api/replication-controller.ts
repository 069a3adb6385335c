// ReplicationController: the older form of a ReplicaSet. Its selector is a plain map of labels, and what the manifest
// leaves out of it is taken from the template.
import type { FieldError } from '../machinery/field-error.ts';
import { required } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { selectorFromLabels } from '../machinery/labels.ts';
import { dns1123Subdomain } from '../machinery/names.ts';
import { labelsText, replicaColumns } from './columns.ts';
import type { Kind } from './kind.ts';
import type { KubeObject } from './meta.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';
import { fillInTemplate } from './pod-defaults.ts';
import type { PodTemplateSpec } from './pod-spec.ts';
import { checkLastingTemplate, checkTemplateLabels, validateTemplate } from './pod-validation.ts';
import { hostNameWarnings, podSpecWarnings } from './pod-warnings.ts';
import type { ReplicaSet } from './replica-set.ts';
import { checkNonNegative } from './scalar-validation.ts';

export interface ReplicationController extends KubeObject {
  spec: {
    replicas?: number;
    minReadySeconds?: number;
    selector?: Record<string, string>;
    /** Optional to the decoder, demanded by validation. */
    template: PodTemplateSpec;
  };
  status?: Omit<NonNullable<ReplicaSet['status']>, 'terminatingReplicas'>;
}

const SPEC = FieldPath.of('spec');

export const ReplicationControllerKind: Kind<ReplicationController> = {
  group: '',
  version: 'v1',
  kind: 'ReplicationController',
  plural: 'replicationcontrollers',
  singular: 'replicationcontroller',
  shortNames: ['rc'],
  categories: ['all'],
  namespaced: true,
  schema: 'io.k8s.api.core.v1.ReplicationController',
  hasStatus: true,
  hasGeneration: true,
  scale: {
    get: ({ spec, status }) => ({
      spec: spec.replicas ?? 0,
      status: status?.replicas ?? 0,
      selector: selectorFromLabels(spec.selector ?? {}).toString(),
    }),
    set: (object, replicas) => ({ ...object, spec: { ...object.spec, replicas } }),
  },
  prepareForCreate(draft) {
    draft.status = { replicas: 0 };
  },
  defaults: fillInDefaults,
  validate: validateReplicationController,
  // The selector may change, other than that of the newer kinds.
  validateUpdate: (next, old) => validateMetadataUpdate(next.metadata, old.metadata),
  warnings: ({ metadata, spec }, old) => [
    ...(old ? [] : hostNameWarnings(metadata.name, 'Pod names and hostnames')),
    ...podSpecWarnings(spec.template.spec, 'spec.template.spec'),
  ],
  columns: replicaColumns(({ spec }) => labelsText(spec.selector)),
};

function fillInDefaults(draft: ReplicationController): void {
  const { metadata, spec } = draft;
  const labels = templateOf(draft)?.metadata?.labels;
  if (labels && isEmpty(spec.selector)) spec.selector = { ...labels };
  if (labels && isEmpty(metadata.labels)) metadata.labels = { ...labels };
  spec.replicas ??= 1;
  fillInTemplate(spec.template);
}

function validateReplicationController(object: ReplicationController): FieldError[] {
  const { metadata, spec } = object;
  const errors = validateMetadata(metadata, dns1123Subdomain);
  checkNonNegative(spec.minReadySeconds, SPEC.child('minReadySeconds'), errors);
  if (isEmpty(spec.selector)) errors.push(required(SPEC.child('selector')));
  checkNonNegative(spec.replicas, SPEC.child('replicas'), errors);
  const path = SPEC.child('template');
  const template = templateOf(object);
  if (template === undefined) return [...errors, required(path)];
  checkTemplateLabels(template, selectorFromLabels(spec.selector ?? {}), path, errors);
  validateTemplate(template, path, errors);
  checkLastingTemplate(template, 'ReplicationController', path, errors);
  return errors;
}

function templateOf({ spec }: ReplicationController): PodTemplateSpec | undefined {
  return spec.template;
}

function isEmpty(labels: Readonly<Record<string, string>> | undefined): boolean {
  return Object.keys(labels ?? {}).length === 0;
}
