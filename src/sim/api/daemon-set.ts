// DaemonSet: one pod on every node that suits it.
import { isEqual } from '../machinery/equality.ts';
import type { FieldError } from '../machinery/field-error.ts';
import { immutable } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import type { IntOrString } from '../machinery/int-or-string.ts';
import { formatLabelSelector } from '../machinery/label-selector.ts';
import { dns1123Subdomain } from '../machinery/names.ts';
import { ageColumn, containerColumns, labelsText, nameColumn } from './columns.ts';
import { validateDaemonSetSpec } from './daemon-set-validation.ts';
import type { Kind } from './kind.ts';
import type { Condition, KubeObject, LabelSelector } from './meta.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';
import { fillInTemplate } from './pod-defaults.ts';
import type { PodTemplateSpec } from './pod-spec.ts';
import { podSpecWarnings } from './pod-warnings.ts';
import { selectorAsGoWrites } from './selector-validation.ts';

export interface DaemonSet extends KubeObject {
  spec: DaemonSetSpec;
  status?: DaemonSetStatus;
}

export interface DaemonSetSpec {
  selector: LabelSelector;
  template: PodTemplateSpec;
  updateStrategy?: {
    type?: 'RollingUpdate' | 'OnDelete';
    rollingUpdate?: { maxUnavailable?: IntOrString; maxSurge?: IntOrString };
  };
  minReadySeconds?: number;
  revisionHistoryLimit?: number;
}

export interface DaemonSetStatus {
  /** On how many nodes that should run a pod one is. */
  currentNumberScheduled: number;
  /** On how many nodes that should not run a pod one is. */
  numberMisscheduled: number;
  desiredNumberScheduled: number;
  numberReady: number;
  observedGeneration?: number;
  updatedNumberScheduled?: number;
  numberAvailable?: number;
  numberUnavailable?: number;
  collisionCount?: number;
  conditions?: Condition[];
}

/** Counts the changes of the template. Older versions of the API had a field for it. */
export const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation';

const SPEC = FieldPath.of('spec');

export const DaemonSetKind: Kind<DaemonSet> = {
  group: 'apps',
  version: 'v1',
  kind: 'DaemonSet',
  plural: 'daemonsets',
  singular: 'daemonset',
  shortNames: ['ds'],
  categories: ['all'],
  namespaced: true,
  schema: 'io.k8s.api.apps.v1.DaemonSet',
  hasStatus: true,
  hasGeneration: true,
  prepareForCreate(draft) {
    draft.status = noStatus();
    setTemplateGeneration(draft, Math.max(1, templateGeneration(draft)));
  },
  prepareForUpdate(draft, old) {
    fillInDefaults(draft);
    const isChanged = !isEqual(draft.spec.template, old.spec.template);
    setTemplateGeneration(draft, templateGeneration(old) + (isChanged ? 1 : 0));
  },
  defaults: fillInDefaults,
  validate({ metadata, spec }) {
    const errors: FieldError[] = validateMetadata(metadata, dns1123Subdomain);
    validateDaemonSetSpec(spec, SPEC, errors);
    return errors;
  },
  validateUpdate: (next, old) => [
    ...validateMetadataUpdate(next.metadata, old.metadata),
    ...(isEqual(next.spec.selector, old.spec.selector)
      ? []
      : [immutable(SPEC.child('selector'), selectorAsGoWrites(next.spec.selector))]),
  ],
  warnings: ({ spec }) => podSpecWarnings(spec.template.spec, 'spec.template.spec'),
  columns: [
    nameColumn,
    { name: 'DESIRED', cell: ({ status }) => String(status?.desiredNumberScheduled ?? 0) },
    { name: 'CURRENT', cell: ({ status }) => String(status?.currentNumberScheduled ?? 0) },
    { name: 'READY', cell: ({ status }) => String(status?.numberReady ?? 0) },
    { name: 'UP-TO-DATE', cell: ({ status }) => String(status?.updatedNumberScheduled ?? 0) },
    { name: 'AVAILABLE', cell: ({ status }) => String(status?.numberAvailable ?? 0) },
    { name: 'NODE SELECTOR', cell: ({ spec }) => labelsText(spec.template.spec?.nodeSelector) },
    ageColumn,
    ...containerColumns<DaemonSet>(({ spec }) => spec.template),
    { name: 'SELECTOR', wide: true, cell: ({ spec }) => formatLabelSelector(spec.selector) },
  ],
};

/** The status of a DaemonSet that nobody has looked at. */
export function noStatus(): DaemonSetStatus {
  return { currentNumberScheduled: 0, numberMisscheduled: 0, desiredNumberScheduled: 0, numberReady: 0 };
}

function fillInDefaults({ spec }: DaemonSet): void {
  spec.updateStrategy ??= {};
  spec.updateStrategy.type ||= 'RollingUpdate';
  if (spec.updateStrategy.type === 'RollingUpdate') {
    spec.updateStrategy.rollingUpdate = {
      maxUnavailable: 1,
      maxSurge: 0,
      ...spec.updateStrategy.rollingUpdate,
    };
  }
  spec.revisionHistoryLimit ??= 10;
  fillInTemplate(spec.template);
}

function templateGeneration({ metadata }: DaemonSet): number {
  const text = metadata.annotations?.[TEMPLATE_GENERATION] ?? '';
  return /^[+-]?\d+$/.test(text) ? Number(text) : 0;
}

function setTemplateGeneration(draft: DaemonSet, generation: number): void {
  const annotations = { ...draft.metadata.annotations, [TEMPLATE_GENERATION]: String(generation) };
  draft.metadata = { ...draft.metadata, annotations };
}
