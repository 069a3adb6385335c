// Validation of what a HorizontalPodAutoscaler measures.
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, invalid, notSupported, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { dns1123Label, pathSegment } from '../machinery/names.ts';
import { formatQuantity, isNegative, isZero, quantity } from '../machinery/quantity.ts';
import { validateReference } from './cross-version-reference.ts';
import type { MetricIdentifier, MetricSpec, MetricTarget } from './horizontal-pod-autoscaler.ts';
import type { SourceField } from './horizontal-pod-autoscaler-metrics.ts';
import { sourceFieldOf } from './horizontal-pod-autoscaler-metrics.ts';
import { validateContainerResource } from './resources-validation.ts';
import { checkText } from './scalar-validation.ts';

const TYPES = ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'];
/** In the order in which the server looks at them. */
const SOURCES: readonly SourceField[] = ['object', 'external', 'pods', 'resource', 'containerResource'];

export function validateMetric(metric: MetricSpec, path: FieldPath, errors: FieldError[]): void {
  const { type } = metric;
  const expected = sourceFieldOf(metric);
  if (!type) errors.push(required(path.child('type'), 'must specify a metric source type'));
  if (!expected) errors.push(notSupported(path.child('type'), type, TYPES));
  const present = SOURCES.filter((field) => metric[field] !== undefined);
  if (present[0]) validateSource(metric, present[0], path.child(present[0]), errors);
  if (!expected) errors.push(notSupported(path.child('type'), type, TYPES));
  else if (!metric[expected]) {
    errors.push(required(path.child(expected), 'must populate information for the given metric source'));
  }
  if (present.length === 1) return;
  for (const field of present) {
    if (field === expected) continue;
    errors.push(forbidden(path.child(field), 'must populate the given metric source only'));
  }
}

function validateSource(metric: MetricSpec, field: SourceField, path: FieldPath, errors: FieldError[]): void {
  const { object, external, pods, resource, containerResource } = metric;
  if (field === 'object' && object) validateObject(object, path, errors);
  else if (field === 'external' && external) validateExternal(external, path, errors);
  else if (field === 'pods' && pods) {
    validateIdentifier(pods.metric, path.child('metric'), errors);
    validateTarget(pods.target, path.child('target'), errors);
    if (pods.target.averageValue === undefined) {
      const at = path.child('target', 'averageValue');
      errors.push(required(at, 'must specify a positive target averageValue'));
    }
  } else if (field === 'resource' && resource) {
    if (!resource.name) errors.push(required(path.child('name'), 'must specify a resource name'));
    validateResourceTarget(resource.target, path.child('target'), errors);
  } else if (containerResource) {
    const { name, container, target } = containerResource;
    if (!name) errors.push(required(path.child('name'), 'must specify a resource name'));
    else validateContainerResource(name, path.child('name'), errors);
    if (!container) errors.push(required(path.child('container'), 'must specify a container'));
    else checkText(container, dns1123Label, path.child('container'), errors);
    validateResourceTarget(target, path.child('target'), errors);
  }
}

function validateObject(
  { describedObject, metric, target }: NonNullable<MetricSpec['object']>,
  path: FieldPath,
  errors: FieldError[],
): void {
  validateReference(describedObject, true, path.child('describedObject'), errors);
  validateIdentifier(metric, path.child('metric'), errors);
  validateTarget(target, path.child('target'), errors);
  if (target.value === undefined && target.averageValue === undefined) {
    const detail = 'must set either a target value or averageValue';
    errors.push(required(path.child('target', 'averageValue'), detail));
  }
}

function validateExternal(
  { metric, target }: NonNullable<MetricSpec['external']>,
  path: FieldPath,
  errors: FieldError[],
): void {
  validateIdentifier(metric, path.child('metric'), errors);
  validateTarget(target, path.child('target'), errors);
  if (target.value === undefined && target.averageValue === undefined) {
    const detail = 'must set either a target value for metric or a per-pod target';
    errors.push(required(path.child('target', 'averageValue'), detail));
  }
  if (target.value !== undefined && target.averageValue !== undefined) {
    const detail = 'may not set both a target value for metric and a per-pod target';
    errors.push(forbidden(path.child('target', 'value'), detail));
  }
}

function validateResourceTarget(target: MetricTarget, path: FieldPath, errors: FieldError[]): void {
  validateTarget(target, path, errors);
  const { averageUtilization, averageValue } = target;
  if (averageUtilization === undefined && averageValue === undefined) {
    const detail = 'must set either a target raw value or a target utilization';
    errors.push(required(path.child('averageUtilization'), detail));
  }
  if (averageUtilization !== undefined && averageValue !== undefined) {
    const detail = 'may not set both a target raw value and a target utilization';
    errors.push(forbidden(path.child('averageValue'), detail));
  }
}

function validateTarget(target: MetricTarget, path: FieldPath, errors: FieldError[]): void {
  const { type, averageUtilization } = target;
  if (!type) errors.push(required(path.child('type'), 'must specify a metric target type'));
  if (!['Utilization', 'Value', 'AverageValue'].includes(type)) {
    errors.push(invalid(path.child('type'), type, 'must be either Utilization, Value, or AverageValue'));
  }
  for (const field of ['value', 'averageValue'] as const) {
    const text = target[field];
    if (text === undefined) continue;
    const amount = quantity(text);
    if (isNegative(amount) || isZero(amount)) {
      errors.push(invalid(path.child(field), formatQuantity(amount), 'must be positive'));
    }
  }
  if (averageUtilization !== undefined && averageUtilization < 1) {
    errors.push(invalid(path.child('averageUtilization'), averageUtilization, 'must be greater than 0'));
  }
}

function validateIdentifier({ name }: MetricIdentifier, path: FieldPath, errors: FieldError[]): void {
  if (!name) errors.push(required(path.child('name'), 'must specify a metric name'));
  else for (const message of pathSegment(name)) errors.push(invalid(path.child('name'), name, message));
}
