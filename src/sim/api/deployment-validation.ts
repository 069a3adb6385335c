// Validation of a Deployment's spec, and of changes to it.
// Source: API reference of Deployment; wording and order from recordings of 1.36.
import { isEqual } from '../machinery/equality.ts';
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, immutable, invalid, notSupported, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import type { IntOrString } from '../machinery/int-or-string.ts';
import { isPercent, PERCENT_MESSAGE } from '../machinery/int-or-string.ts';
import type { DeploymentSpec, DeploymentStrategy } from './deployment.ts';
import { checkLastingTemplate, checkTemplateLabels, validateTemplate } from './pod-validation.ts';
import { checkNonNegative } from './scalar-validation.ts';
import { selectorAsGoWrites, validateSelector } from './selector-validation.ts';

const STRATEGY_TYPES = ['Recreate', 'RollingUpdate'];

export function validateDeploymentSpec(spec: DeploymentSpec, path: FieldPath, errors: FieldError[]): void {
  checkNonNegative(spec.replicas, path.child('replicas'), errors);
  const selector = validateSelector(spec.selector, 'deployment', 'invalid label selector', path, errors);
  if (selector !== undefined) {
    const at = path.child('template');
    checkTemplateLabels(spec.template, selector, at, errors);
    validateTemplate(spec.template, at, errors);
    // A Deployment's template is that of its ReplicaSets, and is named so.
    checkLastingTemplate(spec.template, 'ReplicaSet', at, errors);
  }
  validateStrategy(spec.strategy ?? {}, path.child('strategy'), errors);
  checkNonNegative(spec.minReadySeconds, path.child('minReadySeconds'), errors);
  checkNonNegative(spec.revisionHistoryLimit, path.child('revisionHistoryLimit'), errors);
  const { progressDeadlineSeconds: deadline, minReadySeconds = 0 } = spec;
  if (deadline === undefined) return;
  checkNonNegative(deadline, path.child('progressDeadlineSeconds'), errors);
  if (deadline > minReadySeconds) return;
  errors.push(
    invalid(path.child('progressDeadlineSeconds'), deadline, 'must be greater than minReadySeconds'),
  );
}

/** The selector stays: the ReplicaSets of before could not be found again. */
export function validateDeploymentUpdate(
  next: DeploymentSpec,
  old: DeploymentSpec,
  path: FieldPath,
): FieldError[] {
  if (isEqual(next.selector, old.selector)) return [];
  return [immutable(path.child('selector'), selectorAsGoWrites(next.selector))];
}

function validateStrategy(strategy: DeploymentStrategy, path: FieldPath, errors: FieldError[]): void {
  const { rollingUpdate } = strategy;
  const type: string = strategy.type ?? '';
  const at = path.child('rollingUpdate');
  if (type === 'Recreate') {
    if (!rollingUpdate) return;
    errors.push(forbidden(at, "may not be specified when strategy `type` is 'Recreate'"));
  } else if (type === 'RollingUpdate') {
    if (!rollingUpdate) errors.push(required(at, 'this should be defaulted and never be nil'));
    else validateRollingUpdate(rollingUpdate.maxUnavailable ?? 0, rollingUpdate.maxSurge ?? 0, at, errors);
  } else {
    errors.push(notSupported(path, strategyAsGoWrites(strategy), STRATEGY_TYPES));
  }
}

function validateRollingUpdate(
  maxUnavailable: IntOrString,
  maxSurge: IntOrString,
  path: FieldPath,
  errors: FieldError[],
): void {
  const at = path.child('maxUnavailable');
  checkCountOrPercent(maxUnavailable, at, errors);
  checkCountOrPercent(maxSurge, path.child('maxSurge'), errors);
  if (amountOf(maxUnavailable) === 0 && amountOf(maxSurge) === 0) {
    errors.push(invalid(at, maxUnavailable, 'may not be 0 when `maxSurge` is 0'));
  }
  checkAtMostAll(maxUnavailable, at, errors);
}

/** A count of at least 0, or a percentage. */
function checkCountOrPercent(value: IntOrString, path: FieldPath, errors: FieldError[]): void {
  if (typeof value === 'number') checkNonNegative(value, path, errors);
  else if (!isPercent(value)) errors.push(invalid(path, value, PERCENT_MESSAGE));
}

function checkAtMostAll(value: IntOrString, path: FieldPath, errors: FieldError[]): void {
  if (typeof value === 'number' || amountOf(value) <= 100 || !isPercent(value)) return;
  errors.push(invalid(path, value, 'must not be greater than 100%'));
}

/** The number in it, be it a count or a percentage; a text that is neither counts as its number, or 0. */
function amountOf(value: IntOrString): number {
  if (typeof value === 'number') return value;
  const digits = isPercent(value) ? value.slice(0, -1) : value;
  return /^[+-]?\d+$/.test(digits) ? Number(digits) : 0;
}

/** A strategy with the names that the server's own types have. */
function strategyAsGoWrites({ type, rollingUpdate }: DeploymentStrategy): object {
  const { maxUnavailable = 0, maxSurge = 0 } = rollingUpdate ?? {};
  const rolling = rollingUpdate ? { MaxUnavailable: maxUnavailable, MaxSurge: maxSurge } : null;
  return { Type: type ?? '', RollingUpdate: rolling };
}
