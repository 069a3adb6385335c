// PriorityClass: a name for how important a pod is.
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, immutable, notSupported } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { dns1123Subdomain } from '../machinery/names.ts';
import { ageColumn, nameColumn } from './columns.ts';
import type { Kind } from './kind.ts';
import type { KubeObject } from './meta.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';

export interface PriorityClass extends KubeObject {
  value: number;
  /** True for the one class of pods that name none. */
  globalDefault?: boolean;
  description?: string;
  preemptionPolicy?: PreemptionPolicy;
}

export type PreemptionPolicy = 'PreemptLowerPriority' | 'Never';

/** More than any class of a user's. */
const USER_MAX = 1_000_000_000;
const SYSTEM_PREFIX = 'system-';

/** The classes that every cluster has. */
export const systemPriorityClasses: readonly PriorityClass[] = [
  {
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name: 'system-node-critical' },
    value: 2_000_001_000,
    description: 'Used for system critical pods that must not be moved from their current node.',
  },
  {
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name: 'system-cluster-critical' },
    value: 2_000_000_000,
    description:
      'Used for system critical pods that must run in the cluster, but can be moved to another node if necessary.',
  },
];

export const PriorityClassKind: Kind<PriorityClass> = {
  group: 'scheduling.k8s.io',
  version: 'v1',
  kind: 'PriorityClass',
  plural: 'priorityclasses',
  singular: 'priorityclass',
  shortNames: ['pc'],
  namespaced: false,
  schema: 'io.k8s.api.scheduling.v1.PriorityClass',
  hasGeneration: true,
  defaults(draft) {
    draft.value ??= 0;
    draft.preemptionPolicy ??= 'PreemptLowerPriority';
  },
  whyImmortal: ({ metadata }) =>
    systemPriorityClasses.some((it) => it.metadata.name === metadata.name)
      ? 'this is a system priority class and cannot be deleted'
      : undefined,
  validate: validatePriorityClass,
  validateUpdate: validatePriorityClassUpdate,
  checksChangeFirst: true,
  columns: [
    nameColumn,
    { name: 'VALUE', cell: ({ value }) => String(value) },
    { name: 'GLOBAL-DEFAULT', cell: ({ globalDefault = false }) => String(globalDefault) },
    ageColumn,
    { name: 'PREEMPTIONPOLICY', cell: ({ preemptionPolicy = 'PreemptLowerPriority' }) => preemptionPolicy },
  ],
};

function validatePriorityClass(given: PriorityClass): FieldError[] {
  const { metadata, value, preemptionPolicy } = given;
  const errors = validateMetadata(metadata, dns1123Subdomain);
  if (metadata.name.startsWith(SYSTEM_PREFIX)) {
    const problem = systemClassProblem(given);
    const detail = `priority class names with '${SYSTEM_PREFIX}' prefix are reserved for system use only. error: ${problem}`;
    if (problem) errors.push(forbidden(FieldPath.of('metadata', 'name'), detail));
  } else if (value > USER_MAX) {
    const detail = `maximum allowed value of a user defined priority is ${USER_MAX}`;
    errors.push(forbidden(FieldPath.of('value'), detail));
  }
  const policies = ['Never', 'PreemptLowerPriority'];
  if (preemptionPolicy !== undefined && !policies.includes(preemptionPolicy)) {
    errors.push(notSupported(FieldPath.of('preemptionPolicy'), preemptionPolicy, policies));
  }
  return errors;
}

/** Why a class may not have a name of the system's; undefined: it is the system's own. */
function systemClassProblem({
  metadata: { name },
  value,
  globalDefault = false,
}: PriorityClass): string | undefined {
  const own = systemPriorityClasses.find((it) => it.metadata.name === name);
  if (!own) return `${name} is not a known system priority class`;
  if (own.value !== value) return `value of ${name} PriorityClass must be ${own.value}`;
  return globalDefault ? `globalDefault of ${name} PriorityClass must be false` : undefined;
}

function validatePriorityClassUpdate(next: PriorityClass, old: PriorityClass): FieldError[] {
  const errors = validateMetadataUpdate(next.metadata, old.metadata);
  if (next.value !== old.value) {
    errors.push(forbidden(FieldPath.of('value'), 'may not be changed in an update.'));
  }
  if (next.preemptionPolicy !== old.preemptionPolicy) {
    errors.push(immutable(FieldPath.of('preemptionPolicy'), next.preemptionPolicy));
  }
  return errors;
}
