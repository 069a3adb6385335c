// Validation of amounts: what a container requests and its limits.
// Source: "Resource Management for Pods and Containers".
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, invalid, notSupported, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { compareText } from '../machinery/go-text.ts';
import { qualifiedName } from '../machinery/names.ts';
import {
  compareQuantities,
  formatQuantity,
  isNegative,
  isZero,
  parseQuantity,
  quantity,
  quantityMilliValue,
  quantityValue,
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

type NameCheck = (name: string, path: FieldPath, errors: FieldError[]) => void;

export function validateResources(
  resources: ResourceRequirements | undefined,
  path: FieldPath,
  errors: FieldError[],
  checkName: NameCheck = validateContainerResource,
): void {
  if (resources === undefined) return;
  const limits = resources.limits ?? {};
  for (const [name, amount] of inOrder(resources.limits)) {
    const at = path.child('limits').key(name);
    checkName(name, at, errors);
    validateQuantity(name, amount, at, errors);
    checkPages(name, amount, at, errors);
  }
  for (const [name, amount] of inOrder(resources.requests)) {
    const at = path.child('requests').key(name);
    checkName(name, at, errors);
    validateQuantity(name, amount, at, errors);
    const limit = Object.hasOwn(limits, name) ? limits[name] : undefined;
    validateRequest(name, amount, limit, path, errors);
    checkPages(name, amount, at, errors);
  }
  const names = Object.keys({ ...limits, ...resources.requests });
  if (names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory')) {
    errors.push(forbidden(path, 'HugePages require cpu or memory'));
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

/** Huge pages come whole: `hugepages-2Mi` in multiples of 2Mi. */
function checkPages(name: string, text: string, path: FieldPath, errors: FieldError[]): void {
  if (!isHugePages(name)) return;
  const size = parseQuantity(name.slice(HUGE_PAGES.length));
  const amount = quantity(text);
  const isWhole = size.ok && !isZero(size.value) && quantityValue(amount) % quantityValue(size.value) === 0;
  if (isWhole) return;
  const shown = formatQuantity(amount);
  errors.push(invalid(path, shown, `${shown} is not positive integer multiple of ${name}`));
}

const HUGE_PAGES = 'hugepages-';

export function isHugePages(name: string): boolean {
  return name.startsWith(HUGE_PAGES);
}

/** A resource by its name: Kubernetes' own, or one with a prefix. */
export function validateResourceName(name: string, path: FieldPath, errors: FieldError[]): void {
  const messages = qualifiedName(name);
  for (const message of messages) errors.push(invalid(path, name, message));
  if (messages.length > 0 || name.includes('/') || STANDARD_RESOURCES.has(name)) return;
  if (isHugePages(name.replace(/^requests\./, ''))) return;
  errors.push(invalid(path, name, 'must be a standard resource type or fully qualified'));
}

/** A resource that a container may ask for. */
export function validateContainerResource(name: string, path: FieldPath, errors: FieldError[]): void {
  if (CONTAINER_RESOURCES.has(name)) return;
  validateResourceName(name, path, errors);
  if (name.includes('/')) {
    if (!isNative(name) && !isExtended(name)) {
      errors.push(invalid(path, name, "doesn't follow extended resource name standard"));
    }
  } else if (!isHugePages(name)) {
    errors.push(invalid(path, name, 'must be a standard resource for containers'));
  }
}

/** Whether a limit may be more than its request. */
export function mayExceedRequest(name: string): boolean {
  return isNative(name) && !isHugePages(name);
}

function validateRequest(
  name: string,
  text: string,
  limitText: string | undefined,
  path: FieldPath,
  errors: FieldError[],
): void {
  const mayExceed = mayExceedRequest(name);
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
export function isExtended(name: string): boolean {
  if (isNative(name) || name.startsWith('requests.')) return false;
  return qualifiedName(`requests.${name}`).length === 0;
}

/** What a pod as a whole may ask for. */
export function validatePodResource(name: string, path: FieldPath, errors: FieldError[]): void {
  const before = errors.length;
  validateResourceName(name, path, errors);
  if (errors.length > before || isHugePages(name) || name === 'cpu' || name === 'memory') return;
  errors.push(notSupported(path, name, ['cpu', HUGE_PAGES, 'memory']));
}

function inOrder(amounts: Record<string, string> | undefined): [string, string][] {
  if (amounts === undefined) return [];
  return Object.entries(amounts).sort(([a], [b]) => compareText(a, b));
}
