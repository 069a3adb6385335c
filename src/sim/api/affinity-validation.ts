// Validation of which nodes and which neighbours a pod wants.
// Source: "Assigning Pods to Nodes"; wording from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, invalid, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import type { LabelSelector } from '../machinery/label-selector.ts';
import { validateLabelSelector } from '../machinery/label-selector.ts';
import { dns1123Label, dns1123Subdomain, labelValue, qualifiedName } from '../machinery/names.ts';
import { checkText } from './scalar-validation.ts';

interface NodeRequirement {
  key?: string;
  operator?: string;
  values?: string[];
}

export interface NodeSelectorTerm {
  matchExpressions?: NodeRequirement[];
  matchFields?: NodeRequirement[];
}

interface PodAffinityTerm {
  labelSelector?: LabelSelector;
  namespaceSelector?: LabelSelector;
  namespaces?: string[];
  topologyKey?: string;
  matchLabelKeys?: string[];
  mismatchLabelKeys?: string[];
}

interface PodAffinity {
  requiredDuringSchedulingIgnoredDuringExecution?: PodAffinityTerm[];
  preferredDuringSchedulingIgnoredDuringExecution?: { weight?: number; podAffinityTerm?: PodAffinityTerm }[];
}

/** `spec.affinity`. */
export interface Affinity {
  nodeAffinity?: {
    requiredDuringSchedulingIgnoredDuringExecution?: { nodeSelectorTerms?: NodeSelectorTerm[] };
    preferredDuringSchedulingIgnoredDuringExecution?: { weight?: number; preference?: NodeSelectorTerm }[];
  };
  podAffinity?: PodAffinity;
  podAntiAffinity?: PodAffinity;
}

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

export function validateAffinity(given: unknown, path: FieldPath, errors: FieldError[]): void {
  const affinity = given as Affinity | undefined;
  if (affinity?.nodeAffinity) {
    const at = path.child('nodeAffinity');
    const { [REQUIRED]: must, [PREFERRED]: should = [] } = affinity.nodeAffinity;
    if (must) validateNodeSelector(must, at.child(REQUIRED), errors);
    for (const [i, { weight, preference = {} }] of should.entries()) {
      const preferred = at.child(PREFERRED).index(i);
      checkWeight(weight ?? 0, preferred, errors);
      validateTerm(preference, false, preferred.child('preference'), errors);
    }
  }
  for (const field of ['podAffinity', 'podAntiAffinity'] as const) {
    const pods = affinity?.[field];
    if (pods) validatePodAffinity(pods, path.child(field), errors);
  }
}

/** Also of a PersistentVolume. */
export function validateNodeSelector(
  { nodeSelectorTerms = [] }: { nodeSelectorTerms?: NodeSelectorTerm[] },
  path: FieldPath,
  errors: FieldError[],
): void {
  const at = path.child('nodeSelectorTerms');
  if (nodeSelectorTerms.length === 0) {
    errors.push(required(at, 'must have at least one node selector term'));
  }
  for (const [i, term] of nodeSelectorTerms.entries()) validateTerm(term, true, at.index(i), errors);
}

/** What is only preferred may name values that no label can have. */
function validateTerm(
  { matchExpressions = [], matchFields = [] }: NodeSelectorTerm,
  isRequired: boolean,
  path: FieldPath,
  errors: FieldError[],
): void {
  for (const [i, { key = '', operator = '', values = [] }] of matchExpressions.entries()) {
    const at = path.child('matchExpressions').index(i);
    validateOperator(operator, values, at, errors);
    checkText(key, qualifiedName, at.child('key'), errors);
    if (!isRequired) continue;
    for (const [j, value] of values.entries()) {
      checkText(value, labelValue, at.child('values').index(j), errors);
    }
  }
  for (const [i, requirement] of matchFields.entries()) {
    validateNodeField(requirement, path.child('matchFields').index(i), errors);
  }
}

function validateOperator(
  operator: string,
  values: readonly string[],
  path: FieldPath,
  errors: FieldError[],
): void {
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (values.length === 0) {
        errors.push(required(path.child('values'), "must be specified when `operator` is 'In' or 'NotIn'"));
      }
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (values.length > 0) {
        const detail = "may not be specified when `operator` is 'Exists' or 'DoesNotExist'";
        errors.push(forbidden(path.child('values'), detail));
      }
      break;
    case 'Gt':
    case 'Lt':
      if (values.length !== 1) {
        const detail = "must be specified single value when `operator` is 'Lt' or 'Gt'";
        errors.push(required(path.child('values'), detail));
      }
      break;
    default:
      errors.push(invalid(path.child('operator'), operator, 'not a valid selector operator'));
  }
}

/** A node's only field that can be asked for is its name. */
function validateNodeField(
  { key = '', operator = '', values = [] }: NodeRequirement,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (operator !== 'In' && operator !== 'NotIn') {
    errors.push(invalid(path.child('operator'), operator, 'not a valid selector operator'));
  } else if (values.length !== 1) {
    const detail = "must be only one value when `operator` is 'In' or 'NotIn' for node field selector";
    errors.push(required(path.child('values'), detail));
  }
  if (key !== 'metadata.name') {
    errors.push(invalid(path.child('key'), key, 'not a valid field selector key'));
    return;
  }
  for (const [i, value] of values.entries()) {
    checkText(value, dns1123Subdomain, path.child('values').index(i), errors);
  }
}

function checkWeight(weight: number, path: FieldPath, errors: FieldError[]): void {
  if (weight < 1 || weight > 100) {
    errors.push(invalid(path.child('weight'), weight, 'must be in the range 1-100'));
  }
}

function validatePodAffinity(affinity: PodAffinity, path: FieldPath, errors: FieldError[]): void {
  for (const [i, term] of (affinity[REQUIRED] ?? []).entries()) {
    validatePodTerm(term, path.child(REQUIRED).index(i), errors);
  }
  for (const [i, { weight, podAffinityTerm = {} }] of (affinity[PREFERRED] ?? []).entries()) {
    const at = path.child(PREFERRED).index(i);
    checkWeight(weight ?? 0, at, errors);
    validatePodTerm(podAffinityTerm, at.child('podAffinityTerm'), errors);
  }
}

function validatePodTerm(term: PodAffinityTerm, path: FieldPath, errors: FieldError[]): void {
  const { labelSelector, namespaceSelector, topologyKey = '' } = term;
  errors.push(...validateLabelSelector(labelSelector, path.child('labelSelector')));
  errors.push(...validateLabelSelector(namespaceSelector, path.child('namespaceSelector')));
  for (const name of term.namespaces ?? []) checkText(name, dns1123Label, path.child('namespace'), errors);
  validateLabelKeys(term, path, errors);
  if (topologyKey === '') errors.push(required(path.child('topologyKey'), 'can not be empty'));
  checkText(topologyKey, qualifiedName, path.child('topologyKey'), errors);
}

/** Keys of labels that the pods to look at must share with this one, or not. Also of a topology spread. */
export function validateLabelKeys(
  { matchLabelKeys: same = [], mismatchLabelKeys: other = [], labelSelector }: PodAffinityTerm,
  path: FieldPath,
  errors: FieldError[],
): void {
  for (const [field, keys] of Object.entries({ matchLabelKeys: same, mismatchLabelKeys: other })) {
    const at = path.child(field);
    if (keys.length > 0 && labelSelector === undefined) {
      errors.push(forbidden(at, 'must not be specified when labelSelector is not set'));
      continue;
    }
    for (const [i, key] of keys.entries()) checkText(key, qualifiedName, at.index(i), errors);
  }
  // The keys have become conditions of the selector by now: one too many means that it had them before.
  const selected = new Set(Object.keys(labelSelector?.matchLabels ?? {}));
  for (const { key } of labelSelector?.matchExpressions ?? []) selected.add(key);
  for (const [i, key] of same.entries()) {
    if (!selected.has(key)) continue;
    errors.push(invalid(path.index(i), key, 'exists in both matchLabelKeys and labelSelector'));
  }
  for (const [i, key] of same.entries()) {
    if (!other.includes(key)) continue;
    const detail = 'exists in both matchLabelKeys and mismatchLabelKeys';
    errors.push(invalid(path.child('matchLabelKeys').index(i), key, detail));
  }
}
