// Validation of a PodDisruptionBudget.
// Source: "Specifying a Disruption Budget for your Application"; wording from Kubernetes' own validation.
import type { FieldError } from '../machinery/field-error.ts';
import { invalid, notSupported } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import type { IntOrString } from '../machinery/int-or-string.ts';
import { isPercent, PERCENT_MESSAGE } from '../machinery/int-or-string.ts';
import { validateLabelSelector } from '../machinery/label-selector.ts';
import { pathSegment } from '../machinery/names.ts';
import { validateMetadata } from './metadata-validation.ts';
import type { PodDisruptionBudget, PodDisruptionBudgetSpec } from './pod-disruption-budget.ts';
import { checkNonNegative } from './scalar-validation.ts';
import { selectorAsGoWrites } from './selector-validation.ts';

const SPEC = FieldPath.of('spec');
const POLICIES = ['AlwaysAllow', 'IfHealthyBudget'];

/** The server looks at the metadata only once the rest is right. */
export function validatePodDisruptionBudget({ metadata, spec }: PodDisruptionBudget): FieldError[] {
  const errors: FieldError[] = [];
  const { minAvailable, maxUnavailable, selector, unhealthyPodEvictionPolicy: policy } = spec;
  if (minAvailable !== undefined && maxUnavailable !== undefined) {
    errors.push(invalid(SPEC, asGoWrites(spec), 'minAvailable and maxUnavailable cannot be both set'));
  }
  checkAmount(minAvailable, SPEC.child('minAvailable'), errors);
  checkAmount(maxUnavailable, SPEC.child('maxUnavailable'), errors);
  errors.push(...validateLabelSelector(selector, SPEC.child('selector')));
  if (policy !== undefined && !POLICIES.includes(policy)) {
    errors.push(notSupported(SPEC.child('unhealthyPodEvictionPolicy'), policy, POLICIES));
  }
  return errors.length > 0 ? errors : validateMetadata(metadata, pathSegment);
}

function checkAmount(amount: IntOrString | undefined, path: FieldPath, errors: FieldError[]): void {
  if (amount === undefined) return;
  if (typeof amount === 'number') checkNonNegative(amount, path, errors);
  else if (!isPercent(amount)) errors.push(invalid(path, amount, PERCENT_MESSAGE));
  else if (Number(amount.slice(0, -1)) > 100) {
    errors.push(invalid(path, amount, 'must not be greater than 100%'));
  }
}

function asGoWrites(spec: PodDisruptionBudgetSpec): object {
  return {
    MinAvailable: spec.minAvailable ?? null,
    Selector: selectorAsGoWrites(spec.selector),
    MaxUnavailable: spec.maxUnavailable ?? null,
    UnhealthyPodEvictionPolicy: spec.unhealthyPodEvictionPolicy ?? null,
  };
}
