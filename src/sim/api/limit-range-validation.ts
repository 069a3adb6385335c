// Validation of a LimitRange.
// Source: "Limit Ranges" in the documentation; wording from Kubernetes' own validation.
// Departs: errors of one map come sorted by resource; the real server's order changes from one request to the next.
import type { FieldError } from '../machinery/field-error.ts';
import { duplicate, forbidden, invalid, required } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { dns1123Subdomain, qualifiedName } from '../machinery/names.ts';
import type { Quantity } from '../machinery/quantity.ts';
import {
  compareQuantities,
  formatQuantity,
  quantity,
  quantityMilliValue,
  quantityOf,
} from '../machinery/quantity.ts';
import type { LimitRange, LimitRangeItem } from './limit-range.ts';
import { validateMetadata } from './metadata-validation.ts';
import { mayExceedRequest, validateContainerResource, validateResourceName } from './resources-validation.ts';

const LIMITS = FieldPath.of('spec', 'limits');
const TYPES = ['Pod', 'Container', 'PersistentVolumeClaim'];
const AMOUNTS = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'] as const;

export function validateLimitRange({ metadata, spec }: LimitRange): FieldError[] {
  const errors = validateMetadata(metadata, dns1123Subdomain);
  const types = new Set<string>();
  for (const [i, item] of (spec.limits ?? []).entries()) {
    const path = LIMITS.index(i);
    validateType(item.type, path.child('type'), errors);
    if (types.has(item.type)) errors.push(duplicate(path.child('type'), item.type));
    types.add(item.type);
    validateItem(item, path, errors);
  }
  return errors;
}

function validateType(type: string, path: FieldPath, errors: FieldError[]): void {
  const messages = qualifiedName(type);
  for (const message of messages) errors.push(invalid(path, type, message));
  if (messages.length === 0 && !type.includes('/') && !TYPES.includes(type)) {
    errors.push(invalid(path, type, 'must be a standard limit type or fully qualified'));
  }
}

function validateItem(item: LimitRangeItem, path: FieldPath, errors: FieldError[]): void {
  const isPod = item.type === 'Pod';
  const checkNames = (field: (typeof AMOUNTS)[number]) => {
    for (const name of Object.keys(item[field] ?? {}).sort()) {
      const at = path.child(field).key(name);
      if (isPod || item.type === 'Container') validateContainerResource(name, at, errors);
      else validateResourceName(name, at, errors);
    }
  };
  checkNames('max');
  checkNames('min');
  for (const field of ['default', 'defaultRequest'] as const) {
    if (!isPod) checkNames(field);
    else if (Object.keys(item[field] ?? {}).length > 0) {
      errors.push(forbidden(path.child(field), "may not be specified when `type` is 'Pod'"));
    }
  }
  const isStorageBound = item.min?.storage !== undefined || item.max?.storage !== undefined;
  if (item.type === 'PersistentVolumeClaim' && !isStorageBound) {
    const detail = 'either minimum or maximum storage value is required, but neither was provided';
    errors.push(required(path.child('limits'), detail));
  }
  checkNames('maxLimitRequestRatio');
  const considered = isPod ? { ...item, default: {}, defaultRequest: {} } : item;
  const names = new Set(AMOUNTS.flatMap((field) => Object.keys(considered[field] ?? {})));
  for (const name of [...names].sort()) validateAmounts(considered, name, path, errors);
}

/** Whether the amounts of one resource make sense together. */
function validateAmounts(item: LimitRangeItem, name: string, path: FieldPath, errors: FieldError[]): void {
  const amountOf = (field: (typeof AMOUNTS)[number]) => {
    const text = item[field]?.[name];
    return text === undefined ? undefined : quantity(text);
  };
  const [min, max, limit, request] = [
    amountOf('min'),
    amountOf('max'),
    amountOf('default'),
    amountOf('defaultRequest'),
  ];
  const check = (
    [small, smallName]: readonly [Quantity | undefined, string],
    [large, largeName]: readonly [Quantity | undefined, string],
    field: string,
    bad: Quantity | undefined,
  ) => {
    if (!small || !large || !bad || compareQuantities(small, large) <= 0) return;
    const detail = `${smallName} value ${formatQuantity(small)} is greater than ${largeName} value ${formatQuantity(large)}`;
    errors.push(invalid(path.child(field).key(name), formatQuantity(bad), detail));
  };
  check([min, 'min'], [max, 'max'], 'min', min);
  check([min, 'min'], [request, 'default request'], 'defaultRequest', request);
  check([request, 'default request'], [max, 'max'], 'defaultRequest', request);
  check([request, 'default request'], [limit, 'default limit'], 'defaultRequest', request);
  check([min, 'min'], [limit, 'default'], 'default', min);
  check([limit, 'default'], [max, 'max'], 'default', max);
  validateRatio(
    amountOf('maxLimitRequestRatio'),
    min,
    max,
    path.child('maxLimitRequestRatio').key(name),
    errors,
  );
  if (!mayExceedRequest(name) && limit && request && compareQuantities(limit, request) !== 0) {
    const detail = `default value ${formatQuantity(limit)} must equal to defaultRequest value ${formatQuantity(request)} in ${name}`;
    errors.push(invalid(path.child('defaultRequest').key(name), formatQuantity(request), detail));
  }
}

function validateRatio(
  ratio: Quantity | undefined,
  min: Quantity | undefined,
  max: Quantity | undefined,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (!ratio) return;
  const text = formatQuantity(ratio);
  if (compareQuantities(ratio, quantityOf(1)) < 0) {
    errors.push(invalid(path, text, `ratio ${text} is less than 1`));
  }
  if (!min || !max) return;
  const largest = quantityMilliValue(max) / quantityMilliValue(min);
  if (quantityMilliValue(ratio) / 1000 > largest) {
    errors.push(invalid(path, text, `ratio ${text} is greater than max/min = ${largest.toFixed(6)}`));
  }
}
