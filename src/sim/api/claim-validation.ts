// Validation of what a claim asks for: also of a StatefulSet's claim templates.
// Source: API reference of PersistentVolumeClaim; wording from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, invalid, notSupported, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { validateLabelSelector } from '../machinery/label-selector.ts';
import { dns1123Subdomain } from '../machinery/names.ts';
import { formatQuantity, isNegative, isZero, quantity } from '../machinery/quantity.ts';
import type { PersistentVolumeClaimSpec } from './pod-spec.ts';
import { checkText } from './scalar-validation.ts';

const ACCESS_MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
const VOLUME_MODES = ['Block', 'Filesystem'];

export function validateClaimSpec(
  spec: PersistentVolumeClaimSpec,
  path: FieldPath,
  errors: FieldError[],
): void {
  const { accessModes = [], selector, resources, storageClassName, volumeMode } = spec;
  if (accessModes.length === 0) {
    errors.push(required(path.child('accessModes'), 'at least 1 access mode is required'));
  }
  if (selector) errors.push(...validateLabelSelector(selector, path.child('selector')));
  checkAccessModes(accessModes, path.child('accessModes'), errors);
  const storage = resources?.requests?.storage;
  const at = path.child('resources').key('storage');
  if (storage === undefined) errors.push(required(at));
  else checkPositive(storage, at, errors);
  if (storageClassName) checkText(storageClassName, dns1123Subdomain, path.child('storageClassName'), errors);
  checkVolumeMode(volumeMode, path.child('volumeMode'), errors);
}

/** Also of a PersistentVolume. */
export function checkAccessModes(modes: readonly string[], path: FieldPath, errors: FieldError[]): void {
  for (const mode of modes) {
    if (!ACCESS_MODES.includes(mode)) errors.push(notSupported(path, mode, ACCESS_MODES));
  }
  if (modes.includes('ReadWriteOncePod') && modes.length > 1) {
    errors.push(forbidden(path, 'may not use ReadWriteOncePod with other access modes'));
  }
}

export function checkVolumeMode(mode: string | undefined, path: FieldPath, errors: FieldError[]): void {
  if (mode !== undefined && !VOLUME_MODES.includes(mode)) errors.push(notSupported(path, mode, VOLUME_MODES));
}

export function checkPositive(text: string, path: FieldPath, errors: FieldError[]): void {
  const amount = quantity(text);
  if (isNegative(amount) || isZero(amount)) {
    errors.push(invalid(path, formatQuantity(amount), 'must be greater than zero'));
  }
}
