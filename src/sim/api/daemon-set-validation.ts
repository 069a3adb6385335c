// Validation of a DaemonSet's spec.
// Source: API reference of DaemonSet; wording from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { invalid, notSupported, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import type { IntOrString } from '../machinery/int-or-string.ts';
import { isPercent, PERCENT_MESSAGE } from '../machinery/int-or-string.ts';
import {
  compileLabelSelector,
  isEmptyLabelSelector,
  validateLabelSelector,
} from '../machinery/label-selector.ts';
import type { DaemonSetSpec } from './daemon-set.ts';
import { checkLastingTemplate, checkTemplateLabels, validateTemplate } from './pod-validation.ts';
import { checkNonNegative } from './scalar-validation.ts';
import { selectorAsGoWrites } from './selector-validation.ts';

const STRATEGIES = ['RollingUpdate', 'OnDelete'];

export function validateDaemonSetSpec(spec: DaemonSetSpec, path: FieldPath, errors: FieldError[]): void {
  validateSelector(spec, path, errors);
  const template = path.child('template');
  validateTemplate(spec.template, template, errors);
  checkLastingTemplate(spec.template, 'DaemonSet', template, errors);
  checkNonNegative(spec.minReadySeconds, path.child('minReadySeconds'), errors);
  validateStrategy(spec.updateStrategy ?? {}, path.child('updateStrategy'), errors);
  checkNonNegative(spec.revisionHistoryLimit, path.child('revisionHistoryLimit'), errors);
}

/** Other than with ReplicaSets, a missing selector is not an error of its own: it matches no template. */
function validateSelector(
  { selector, template }: DaemonSetSpec,
  path: FieldPath,
  errors: FieldError[],
): void {
  const at = path.child('selector');
  errors.push(...validateLabelSelector(selector, at));
  const compiled = compileLabelSelector(selector);
  if (compiled.ok) checkTemplateLabels(template, compiled.value, path.child('template'), errors);
  if (selector && isEmptyLabelSelector(selector)) {
    errors.push(invalid(at, selectorAsGoWrites(selector), 'empty selector is invalid for daemonset'));
  }
}

function validateStrategy(
  strategy: NonNullable<DaemonSetSpec['updateStrategy']>,
  path: FieldPath,
  errors: FieldError[],
): void {
  const { type = '', rollingUpdate }: { type?: string; rollingUpdate?: typeof strategy.rollingUpdate } =
    strategy;
  if (!STRATEGIES.includes(type)) {
    const rolling = rollingUpdate && {
      MaxUnavailable: rollingUpdate.maxUnavailable ?? 0,
      MaxSurge: rollingUpdate.maxSurge ?? 0,
    };
    errors.push(notSupported(path, { Type: type, RollingUpdate: rolling ?? null }, STRATEGIES));
  }
  if (type !== 'RollingUpdate') return;
  const { maxUnavailable = 0, maxSurge = 0 } = rollingUpdate ?? {};
  const at = {
    unavailable: path.child('rollingUpdate', 'maxUnavailable'),
    surge: path.child('rollingUpdate', 'maxSurge'),
  };
  checkCount(maxUnavailable, at.unavailable, errors);
  checkCount(maxSurge, at.surge, errors);
  checkAtMostAll(maxUnavailable, at.unavailable, errors);
  checkAtMostAll(maxSurge, at.surge, errors);
  const [mayMiss, maySurge] = [countOf(maxUnavailable) !== 0, countOf(maxSurge) !== 0];
  if (mayMiss && maySurge) {
    errors.push(invalid(at.surge, maxSurge, 'may not be set when maxUnavailable is non-zero'));
  }
  if (!mayMiss && !maySurge) errors.push(required(at.unavailable, 'cannot be 0 when maxSurge is 0'));
}

function checkCount(given: IntOrString, path: FieldPath, errors: FieldError[]): void {
  if (typeof given === 'number') checkNonNegative(given, path, errors);
  else if (!isPercent(given)) errors.push(invalid(path, given, PERCENT_MESSAGE));
}

function checkAtMostAll(given: IntOrString, path: FieldPath, errors: FieldError[]): void {
  if (typeof given === 'number' || !isPercent(given) || countOf(given) <= 100) return;
  errors.push(invalid(path, given, 'must not be greater than 100%'));
}

/** The number in it, per cent or not; 0 where there is none. */
function countOf(given: IntOrString): number {
  if (typeof given === 'number') return given;
  const digits = isPercent(given) ? given.slice(0, -1) : given;
  return /^[+-]?\d+$/.test(digits) ? Number(digits) : 0;
}
