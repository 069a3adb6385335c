// Validation of what a claim asks for: also of a StatefulSet's claim templates.
// Source: API reference of PersistentVolumeClaim; wording from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, invalid, notSupported, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { validateLabelSelector } from '../machinery/label-selector.ts';
import { dns1123Label, dns1123Subdomain } from '../machinery/names.ts';
import { formatQuantity, isNegative, isZero, quantity } from '../machinery/quantity.ts';
import type { DataSource, PersistentVolumeClaimSpec } from './pod-spec.ts';
import { checkNeeded, checkText } from './scalar-validation.ts';

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
  validateDataSources(spec, path, errors);
  const { volumeAttributesClassName: attributes } = spec;
  if (attributes) checkText(attributes, dns1123Subdomain, path.child('volumeAttributesClassName'), errors);
}

function validateDataSources(
  { dataSource, dataSourceRef }: PersistentVolumeClaimSpec,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (dataSource) validateDataSource(dataSource, path.child('dataSource'), errors);
  if (dataSourceRef) {
    validateDataSource(dataSourceRef, path.child('dataSourceRef'), errors);
    const { namespace } = dataSourceRef;
    if (namespace) checkText(namespace, dns1123Label, path.child('dataSourceRef', 'namespace'), errors);
  }
  if (!dataSource || !dataSourceRef) return;
  const shown = `${path.child('dataSource')}`;
  const isSame = (['apiGroup', 'kind', 'name'] as const).every((it) => dataSource[it] === dataSourceRef[it]);
  if (dataSourceRef.namespace) {
    errors.push(invalid(path, shown, 'may not be specified when dataSourceRef.namespace is specified'));
  } else if (!isSame) errors.push(invalid(path, shown, 'must match dataSourceRef'));
}

function validateDataSource(source: DataSource, path: FieldPath, errors: FieldError[]): void {
  const { name, kind = '', apiGroup } = source;
  checkNeeded(name, path.child('name'), errors);
  checkNeeded(kind, path.child('kind'), errors);
  if (apiGroup) checkText(apiGroup, dns1123Subdomain, path.child('apiGroup'), errors);
  else if (kind !== 'PersistentVolumeClaim') {
    const detail = "must be 'PersistentVolumeClaim' when referencing the default apiGroup";
    errors.push(invalid(path, kind, detail));
  }
}

/** Also of a PersistentVolume. */
export function checkAccessModes(modes: readonly string[], path: FieldPath, errors: FieldError[]): void {
  for (const mode of modes) {
    if (!ACCESS_MODES.includes(mode)) errors.push(notSupported(path, mode, ACCESS_MODES));
  }
  const others = modes.filter((mode) => mode !== 'ReadWriteOncePod' && ACCESS_MODES.includes(mode));
  if (modes.includes('ReadWriteOncePod') && others.length > 0) {
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
