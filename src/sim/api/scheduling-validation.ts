// Validation of what keeps a pod from nodes or spreads it over them: tolerations, topology spread, gates.
// Source: "Taints and Tolerations", "Pod Topology Spread Constraints"; wording from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { duplicate, invalid, notSupported, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import type { LabelSelector } from '../machinery/label-selector.ts';
import { validateLabelSelector } from '../machinery/label-selector.ts';
import { labelValue, qualifiedName } from '../machinery/names.ts';
import { validateLabelKeys } from './affinity-validation.ts';
import type { Toleration } from './pod-spec.ts';
import { checkOneOf, checkText } from './scalar-validation.ts';

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

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
    validateOperator(operator, value, at.child('operator'), errors);
    if (effect) checkOneOf(effect, EFFECTS, at.child('effect'), errors);
  }
}

/** Lt and Gt are behind a feature gate that is off by default. */
function validateOperator(operator: string, value: string, path: FieldPath, errors: FieldError[]): void {
  if (operator === '' || operator === 'Equal') {
    const messages = labelValue(value);
    if (messages.length > 0) errors.push(invalid(path, value, messages.join(';')));
  } else if (operator === 'Exists') {
    if (value) errors.push(invalid(path, value, "value must be empty when `operator` is 'Exists'"));
  } else {
    const isGated = operator === 'Lt' || operator === 'Gt';
    const supported = isGated ? ['Equal', 'Exists', 'Lt', 'Gt'] : ['Equal', 'Exists'];
    errors.push(notSupported(path, operator, supported));
  }
}

interface SpreadConstraint {
  maxSkew?: number;
  topologyKey?: string;
  whenUnsatisfiable?: string;
  labelSelector?: LabelSelector;
  minDomains?: number;
  nodeAffinityPolicy?: string;
  nodeTaintsPolicy?: string;
  matchLabelKeys?: string[];
}

const ACTIONS = ['DoNotSchedule', 'ScheduleAnyway'];

export function validateSpread(given: readonly unknown[], path: FieldPath, errors: FieldError[]): void {
  const constraints = given as readonly SpreadConstraint[];
  for (const [i, constraint] of constraints.entries()) {
    const at = path.index(i);
    const { maxSkew = 0, topologyKey = '', whenUnsatisfiable = '' } = constraint;
    if (maxSkew <= 0) errors.push(invalid(at.child('maxSkew'), maxSkew, 'must be greater than zero'));
    if (topologyKey === '') errors.push(required(at.child('topologyKey'), 'can not be empty'));
    if (!ACTIONS.includes(whenUnsatisfiable)) {
      errors.push(notSupported(at.child('whenUnsatisfiable'), whenUnsatisfiable, ACTIONS));
    }
    const isRepeated = constraints.slice(i + 1).some((later) => {
      return (later.topologyKey ?? '') === topologyKey && later.whenUnsatisfiable === whenUnsatisfiable;
    });
    if (isRepeated) {
      const pair = `{${topologyKey}, ${whenUnsatisfiable}}`;
      errors.push(duplicate(at.child('{topologyKey, whenUnsatisfiable}'), pair));
    }
    validateRefinements(constraint, at, errors);
    errors.push(...validateLabelSelector(constraint.labelSelector, at.child('labelSelector')));
  }
}

function validateRefinements(constraint: SpreadConstraint, path: FieldPath, errors: FieldError[]): void {
  const { minDomains, whenUnsatisfiable = '' } = constraint;
  const at = path.child('minDomains');
  if (minDomains !== undefined) {
    if (minDomains <= 0) errors.push(invalid(at, minDomains, 'must be greater than zero'));
    if (whenUnsatisfiable !== 'DoNotSchedule') {
      const detail = `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${whenUnsatisfiable}`;
      errors.push(invalid(at, minDomains, detail));
    }
  }
  for (const field of ['nodeAffinityPolicy', 'nodeTaintsPolicy'] as const) {
    const policy = constraint[field];
    if (policy === undefined || policy === 'Honor' || policy === 'Ignore') continue;
    errors.push(notSupported(path.child(field), policy, ['Honor', 'Ignore']));
  }
  validateLabelKeys(constraint, path, errors);
}

/** What must be lifted before a pod is scheduled at all. */
export function validateGates(
  gates: readonly { name?: string }[],
  path: FieldPath,
  errors: FieldError[],
): void {
  const seen = new Set<string>();
  for (const [i, { name = '' }] of gates.entries()) {
    checkText(name, qualifiedName, path.index(i), errors);
    if (seen.has(name)) errors.push(duplicate(path.index(i), name));
    seen.add(name);
  }
}
