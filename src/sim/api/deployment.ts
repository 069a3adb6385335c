// Deployment: ReplicaSets, one after another, for the versions of a template.
import type { FieldError } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import type { IntOrString } from '../machinery/int-or-string.ts';
import { formatLabelSelector } from '../machinery/label-selector.ts';
import { dns1123Subdomain } from '../machinery/names.ts';
import { ageColumn, containerColumns, nameColumn } from './columns.ts';
import { validateDeploymentSpec, validateDeploymentUpdate } from './deployment-validation.ts';
import type { Kind } from './kind.ts';
import type { Condition, KubeObject, LabelSelector } from './meta.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';
import { fillInTemplate } from './pod-defaults.ts';
import type { PodTemplateSpec } from './pod-spec.ts';
import { hostNameWarnings, podSpecWarnings } from './pod-warnings.ts';
import { scaleReplicas } from './scale.ts';

export interface Deployment extends KubeObject {
  spec: DeploymentSpec;
  status?: DeploymentStatus;
}

export interface DeploymentSpec {
  replicas?: number;
  selector: LabelSelector;
  template: PodTemplateSpec;
  strategy?: DeploymentStrategy;
  minReadySeconds?: number;
  revisionHistoryLimit?: number;
  paused?: boolean;
  progressDeadlineSeconds?: number;
}

export interface DeploymentStrategy {
  type?: 'Recreate' | 'RollingUpdate';
  rollingUpdate?: { maxUnavailable?: IntOrString; maxSurge?: IntOrString };
}

export interface DeploymentStatus {
  observedGeneration?: number;
  replicas?: number;
  updatedReplicas?: number;
  readyReplicas?: number;
  availableReplicas?: number;
  unavailableReplicas?: number;
  terminatingReplicas?: number;
  collisionCount?: number;
  conditions?: DeploymentCondition[];
}

export interface DeploymentCondition extends Condition {
  type: 'Available' | 'Progressing' | 'ReplicaFailure';
  /** When it was last said, be it the same as before. */
  lastUpdateTime?: string;
}

const SPEC = FieldPath.of('spec');

export const DeploymentKind: Kind<Deployment> = {
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  plural: 'deployments',
  singular: 'deployment',
  shortNames: ['deploy'],
  categories: ['all'],
  namespaced: true,
  schema: 'io.k8s.api.apps.v1.Deployment',
  hasStatus: true,
  hasGeneration: true,
  handsOnAnnotations: true,
  scale: scaleReplicas(),
  prepareForCreate(draft) {
    draft.status = {};
  },
  defaults: ({ spec }) => fillInDefaults(spec),
  validate({ metadata, spec }) {
    const errors: FieldError[] = validateMetadata(metadata, dns1123Subdomain);
    validateDeploymentSpec(spec, SPEC, errors);
    return errors;
  },
  validateUpdate: (next, old) => [
    ...validateMetadataUpdate(next.metadata, old.metadata),
    ...validateDeploymentUpdate(next.spec, old.spec, SPEC),
  ],
  warnings: ({ metadata, spec }, old) => [
    ...(old ? [] : hostNameWarnings(metadata.name, 'Pod names and hostnames')),
    ...podSpecWarnings(spec.template.spec, 'spec.template.spec'),
  ],
  columns: [
    nameColumn,
    { name: 'READY', cell: ({ spec, status }) => `${status?.readyReplicas ?? 0}/${spec.replicas ?? 0}` },
    { name: 'UP-TO-DATE', cell: ({ status }) => String(status?.updatedReplicas ?? 0) },
    { name: 'AVAILABLE', cell: ({ status }) => String(status?.availableReplicas ?? 0) },
    ageColumn,
    ...containerColumns<Deployment>(({ spec }) => spec.template),
    { name: 'SELECTOR', wide: true, cell: ({ spec }) => formatLabelSelector(spec.selector) },
  ],
};

function fillInDefaults(spec: DeploymentSpec): void {
  spec.replicas ??= 1;
  spec.strategy ??= {};
  spec.strategy.type ||= 'RollingUpdate';
  if (spec.strategy.type === 'RollingUpdate') {
    spec.strategy.rollingUpdate = {
      maxUnavailable: '25%',
      maxSurge: '25%',
      ...spec.strategy.rollingUpdate,
    };
  }
  spec.revisionHistoryLimit ??= 10;
  spec.progressDeadlineSeconds ??= 600;
  fillInTemplate(spec.template);
}
