// Validation of a HorizontalPodAutoscaler.
// Source: "Horizontal Pod Autoscaling"; wording from Kubernetes' own validation.
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, invalid, notSupported, required } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { dns1123Subdomain } from '../machinery/names.ts';
import { formatQuantity, isNegative, quantity } from '../machinery/quantity.ts';
import { validateReference } from './cross-version-reference.ts';
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerSpec,
  ScalingRules,
} from './horizontal-pod-autoscaler.ts';
import { validateMetric } from './horizontal-pod-autoscaler-metric-validation.ts';
import { validateMetadata } from './metadata-validation.ts';

const SPEC = FieldPath.of('spec');
const PERIOD_MAX_SECONDS = 1800;
const WINDOW_MAX_SECONDS = 3600;

export function validateHorizontalPodAutoscaler({ metadata, spec }: HorizontalPodAutoscaler): FieldError[] {
  const errors = validateMetadata(metadata, dns1123Subdomain);
  validateReplicas(spec, errors);
  // The one kind of the core group that scales.
  const isCore = spec.scaleTargetRef.kind === 'ReplicationController';
  validateReference(spec.scaleTargetRef, isCore, SPEC.child('scaleTargetRef'), errors);
  for (const [i, metric] of (spec.metrics ?? []).entries()) {
    validateMetric(metric, SPEC.child('metrics').index(i), errors);
  }
  if (spec.minReplicas === 0 && !spec.metrics?.some(({ type }) => type === 'Object' || type === 'External')) {
    const detail = 'must specify at least one Object or External metric to support scaling to zero replicas';
    errors.push(forbidden(SPEC.child('metrics'), detail));
  }
  for (const direction of ['scaleUp', 'scaleDown'] as const) {
    const rules = spec.behavior?.[direction];
    if (rules) validateRules(rules, SPEC.child('behavior', direction), errors);
  }
  return errors;
}

function validateReplicas(
  { minReplicas, maxReplicas }: HorizontalPodAutoscalerSpec,
  errors: FieldError[],
): void {
  if (minReplicas !== undefined && minReplicas < 1) {
    errors.push(invalid(SPEC.child('minReplicas'), minReplicas, 'must be greater than or equal to 1'));
  }
  const path = SPEC.child('maxReplicas');
  if (maxReplicas === 0) errors.push(required(path, 'must be set and greater than 0'));
  else if (maxReplicas < 1) errors.push(invalid(path, maxReplicas, 'must be greater than 0'));
  if (minReplicas !== undefined && maxReplicas < minReplicas) {
    errors.push(invalid(path, maxReplicas, 'must be greater than or equal to `minReplicas`'));
  }
}

function validateRules(rules: ScalingRules, path: FieldPath, errors: FieldError[]): void {
  const { stabilizationWindowSeconds: window, selectPolicy, policies = [], tolerance } = rules;
  const windowPath = path.child('stabilizationWindowSeconds');
  if (window !== undefined && window < 0) {
    errors.push(invalid(windowPath, window, 'must be greater than or equal to zero'));
  }
  if (window !== undefined && window > WINDOW_MAX_SECONDS) {
    errors.push(invalid(windowPath, window, `must be less than or equal to ${WINDOW_MAX_SECONDS}`));
  }
  const selections = ['Disabled', 'Max', 'Min'];
  if (selectPolicy !== undefined && !selections.includes(selectPolicy)) {
    errors.push(notSupported(path.child('selectPolicy'), selectPolicy, selections));
  }
  if (policies.length === 0)
    errors.push(required(path.child('policies'), 'must specify at least one Policy'));
  for (const [i, { type, value, periodSeconds }] of policies.entries()) {
    const at = path.child('policies').index(i);
    const types = ['Percent', 'Pods'];
    if (!types.includes(type)) errors.push(notSupported(at.child('type'), type, types));
    if (value <= 0) errors.push(invalid(at.child('value'), value, 'must be greater than zero'));
    const period = at.child('periodSeconds');
    if (periodSeconds <= 0) errors.push(invalid(period, periodSeconds, 'must be greater than zero'));
    if (periodSeconds > PERIOD_MAX_SECONDS) {
      errors.push(invalid(period, periodSeconds, `must be less than or equal to ${PERIOD_MAX_SECONDS}`));
    }
  }
  if (tolerance !== undefined && isNegative(quantity(tolerance))) {
    const text = formatQuantity(quantity(tolerance));
    errors.push(invalid(path.child('tolerance'), text, 'must be greater than or equal to 0'));
  }
}
