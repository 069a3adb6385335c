// Validation of amounts: what a container requests and its limits.
// Source: "Resource Management for Pods and Containers".
import type { FieldError } from '../machinery/field-error.ts';
import { invalid, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { compareText } from '../machinery/go-text.ts';
import { qualifiedName } from '../machinery/names.ts';
import {
  compareQuantities,
  formatQuantity,
  isNegative,
  quantity,
  quantityMilliValue,
} from '../machinery/quantity.ts';
import type { ResourceRequirements } from './pod-spec.ts';

const CONTAINER_RESOURCES = new Set(['cpu', 'memory', 'ephemeral-storage']);
const STANDARD_RESOURCES = new Set([
  ...CONTAINER_RESOURCES,
  ...['requests', 'limits'].flatMap((kind) => [...CONTAINER_RESOURCES].map((name) => `${kind}.${name}`)),
  ...'pods resourcequotas services replicationcontrollers secrets configmaps'.split(' '),
  ...'persistentvolumeclaims storage requests.storage services.nodeports services.loadbalancers'.split(' '),
]);
/** Counted in whole pieces. */
const WHOLE_RESOURCES = new Set(
  'pods resourcequotas services replicationcontrollers secrets configmaps persistentvolumeclaims services.nodeports services.loadbalancers'.split(
    ' ',
  ),
);

export function validateResources(
  resources: ResourceRequirements | undefined,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (resources === undefined) return;
  const limits = resources.limits ?? {};
  for (const [name, amount] of inOrder(resources.limits)) {
    validateAmount(name, amount, path.child('limits').key(name), errors);
  }
  for (const [name, amount] of inOrder(resources.requests)) {
    validateAmount(name, amount, path.child('requests').key(name), errors);
    const limit = Object.hasOwn(limits, name) ? limits[name] : undefined;
    validateRequest(name, amount, limit, path, errors);
  }
}

/** Amounts that may not be negative, and are whole where pieces are counted. */
export function validateQuantity(name: string, text: string, path: FieldPath, errors: FieldError[]): void {
  const isWhole = WHOLE_RESOURCES.has(name) || isExtended(name);
  if (!isWhole && !text.startsWith('-')) return;
  const amount = quantity(text);
  if (isNegative(amount)) {
    errors.push(invalid(path, formatQuantity(amount), 'must be greater than or equal to 0'));
  }
  if (isWhole && quantityMilliValue(amount) % 1000 !== 0) {
    errors.push(invalid(path, formatQuantity(amount), 'must be an integer'));
  }
}

function validateAmount(name: string, amount: string, path: FieldPath, errors: FieldError[]): void {
  validateContainerResource(name, path, errors);
  validateQuantity(name, amount, path, errors);
}

function validateContainerResource(name: string, path: FieldPath, errors: FieldError[]): void {
  if (CONTAINER_RESOURCES.has(name)) return;
  const messages = qualifiedName(name);
  for (const message of messages) errors.push(invalid(path, name, message));
  if (name.includes('/')) {
    if (!isNative(name) && !isExtended(name)) {
      errors.push(invalid(path, name, "doesn't follow extended resource name standard"));
    }
    return;
  }
  const isHugePages = name.startsWith('hugepages-');
  if (messages.length === 0 && !STANDARD_RESOURCES.has(name) && !isHugePages) {
    errors.push(invalid(path, name, 'must be a standard resource type or fully qualified'));
  }
  if (!CONTAINER_RESOURCES.has(name) && !isHugePages) {
    errors.push(invalid(path, name, 'must be a standard resource for containers'));
  }
}

function validateRequest(
  name: string,
  text: string,
  limitText: string | undefined,
  path: FieldPath,
  errors: FieldError[],
): void {
  const mayExceed = isNative(name) && !name.startsWith('hugepages-');
  if (limitText === undefined) {
    if (!mayExceed) {
      errors.push(required(path.child('limits'), 'Limit must be set for non overcommitable resources'));
    }
    return;
  }
  if (text === limitText) return;
  const [request, limit] = [quantity(text), quantity(limitText)];
  const order = compareQuantities(request, limit);
  if (order === 0 || (mayExceed && order < 0)) return;
  const relation = mayExceed ? 'less than or equal to' : 'equal to';
  const detail = `must be ${relation} ${name} limit of ${formatQuantity(limit)}`;
  errors.push(invalid(path.child('requests'), formatQuantity(request), detail));
}

/** Of Kubernetes itself: cpu, memory, or under kubernetes.io. */
function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

/** Of a device: nvidia.com/gpu. */
function isExtended(name: string): boolean {
  if (isNative(name) || name.startsWith('requests.')) return false;
  return qualifiedName(`requests.${name}`).length === 0;
}

function inOrder(amounts: Record<string, string> | undefined): [string, string][] {
  if (amounts === undefined) return [];
  return Object.entries(amounts).sort(([a], [b]) => compareText(a, b));
}
