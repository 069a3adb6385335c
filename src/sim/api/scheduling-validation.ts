// Validation of where a pod may run: affinity, tolerations, topology spread.
// Source: "Assigning Pods to Nodes", "Taints and Tolerations"; wording from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { duplicate, forbidden, invalid, notSupported, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import type { LabelSelector } from '../machinery/label-selector.ts';
import { validateLabelSelector } from '../machinery/label-selector.ts';
import { dns1123Label, labelValue, qualifiedName } from '../machinery/names.ts';
import type { Toleration } from './pod-spec.ts';
import { checkOneOf, checkText } from './scalar-validation.ts';

interface NodeSelectorTerm {
  matchExpressions?: { key?: string; operator?: string; values?: string[] }[];
}

interface PodAffinityTerm {
  labelSelector?: LabelSelector;
  namespaces?: string[];
  topologyKey?: string;
}

interface PodAffinity {
  requiredDuringSchedulingIgnoredDuringExecution?: PodAffinityTerm[];
  preferredDuringSchedulingIgnoredDuringExecution?: { weight?: number; podAffinityTerm?: PodAffinityTerm }[];
}

interface Affinity {
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
      validateTerm(preference, preferred.child('preference'), errors);
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
  for (const [i, term] of nodeSelectorTerms.entries()) validateTerm(term, at.index(i), errors);
}

function validateTerm(
  { matchExpressions = [] }: NodeSelectorTerm,
  path: FieldPath,
  errors: FieldError[],
): void {
  for (const [i, { key = '', operator = '', values = [] }] of matchExpressions.entries()) {
    const at = path.child('matchExpressions').index(i);
    validateOperator(operator, values, at, errors);
    checkText(key, qualifiedName, at.child('key'), errors);
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
  if (term.labelSelector)
    errors.push(...validateLabelSelector(term.labelSelector, path.child('labelSelector')));
  for (const name of term.namespaces ?? []) checkText(name, dns1123Label, path.child('namespace'), errors);
  if (!term.topologyKey) errors.push(required(path.child('topologyKey'), 'can not be empty'));
  else checkText(term.topologyKey, qualifiedName, path.child('topologyKey'), errors);
}

export function validateTolerations(
  tolerations: readonly Toleration[],
  path: FieldPath,
  errors: FieldError[],
): void {
  for (const [i, toleration] of tolerations.entries()) {
    const { key = '', operator = '', value = '', effect = '', tolerationSeconds } = toleration;
    const at = path.index(i);
    if (key) checkText(key, qualifiedName, at.child('key'), errors);
    else if (operator !== 'Exists') {
      const detail =
        'operator must be Exists when `key` is empty, which means "match all values and all keys"';
      errors.push(invalid(at.child('operator'), operator, detail));
    }
    if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
      const detail = "effect must be 'NoExecute' when `tolerationSeconds` is set";
      errors.push(invalid(at.child('effect'), effect, detail));
    }
    if (operator === '' || operator === 'Equal') {
      const messages = labelValue(value);
      if (messages.length > 0) errors.push(invalid(at.child('operator'), value, messages.join(';')));
    } else if (operator === 'Exists') {
      if (value) {
        const detail = "value must be empty when `operator` is 'Exists'";
        errors.push(invalid(at.child('operator'), asGoWrites(toleration), detail));
      }
    } else errors.push(notSupported(at.child('operator'), operator, ['Equal', 'Exists']));
    if (effect)
      checkOneOf(effect, ['NoSchedule', 'PreferNoSchedule', 'NoExecute'], at.child('effect'), errors);
  }
}

function asGoWrites(toleration: Toleration): object {
  const { key = '', operator = '', value = '', effect = '', tolerationSeconds = null } = toleration;
  return { Key: key, Operator: operator, Value: value, Effect: effect, TolerationSeconds: tolerationSeconds };
}

interface SpreadConstraint {
  maxSkew?: number;
  topologyKey?: string;
  whenUnsatisfiable?: string;
  labelSelector?: LabelSelector;
  minDomains?: number;
}

export function validateSpread(given: readonly unknown[], path: FieldPath, errors: FieldError[]): void {
  const seen = new Set<string>();
  for (const [i, constraint] of (given as SpreadConstraint[]).entries()) {
    const at = path.index(i);
    const { maxSkew = 0, topologyKey = '', whenUnsatisfiable = '', minDomains } = constraint;
    if (maxSkew <= 0) errors.push(invalid(at.child('maxSkew'), maxSkew, 'must be greater than zero'));
    if (!topologyKey) errors.push(required(at.child('topologyKey'), 'can not be empty'));
    else checkText(topologyKey, qualifiedName, at.child('topologyKey'), errors);
    if (!['DoNotSchedule', 'ScheduleAnyway'].includes(whenUnsatisfiable)) {
      const supported = ['DoNotSchedule', 'ScheduleAnyway'];
      errors.push(notSupported(at.child('whenUnsatisfiable'), whenUnsatisfiable, supported));
    }
    const pair = `{${topologyKey}, ${whenUnsatisfiable}}`;
    if (seen.has(pair)) errors.push(duplicate(at.child('{topologyKey, whenUnsatisfiable}'), pair));
    seen.add(pair);
    if (minDomains !== undefined && minDomains <= 0) {
      errors.push(invalid(at.child('minDomains'), minDomains, 'must be greater than zero'));
    }
    errors.push(...validateLabelSelector(constraint.labelSelector, at.child('labelSelector')));
  }
}
