// Validation of a PersistentVolume, and of changes to it.
// Source: API reference of PersistentVolume; wording and order from recordings of 1.36.
import { isEqual } from '../machinery/equality.ts';
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, immutable, invalid, notSupported, required } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { dns1123Subdomain } from '../machinery/names.ts';
import { quantity, quantityValue } from '../machinery/quantity.ts';
import { validateNodeSelector } from './affinity-validation.ts';
import { checkAccessModes, checkPositive, checkVolumeMode } from './claim-validation.ts';
import { innerForm } from './inner-form.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';
import type { PersistentVolume } from './persistent-volume.ts';
import { sourcesOf, validateVolumeSource } from './persistent-volume-source-validation.ts';
import { checkOneOf, checkText } from './scalar-validation.ts';
import { jsonDiff } from './text-diff.ts';

const SPEC = FieldPath.of('spec');
type Spec = PersistentVolume['spec'];

export function validatePersistentVolume({ metadata, spec }: PersistentVolume): FieldError[] {
  const errors = validateMetadata(metadata, dns1123Subdomain);
  const { accessModes = [], persistentVolumeReclaimPolicy: policy } = spec;
  if (accessModes.length === 0) errors.push(required(SPEC.child('accessModes')));
  checkAccessModes(accessModes, SPEC.child('accessModes'), errors);
  validateCapacity(spec, errors);
  const atPolicy = SPEC.child('persistentVolumeReclaimPolicy');
  checkOneOf(policy, ['Delete', 'Recycle', 'Retain'], atPolicy, errors);
  if (spec.nodeAffinity) validateAffinity(spec.nodeAffinity as Affinity, errors);
  validateVolumeSource(spec, metadata.name ?? '', SPEC, errors);
  if (policy === 'Recycle' && spec.hostPath && isRoot(spec.hostPath.path)) {
    errors.push(forbidden(atPolicy, "may not be 'recycle' for a hostPath mount of '/'"));
  }
  if (spec.storageClassName) {
    checkText(spec.storageClassName, dns1123Subdomain, SPEC.child('storageClassName'), errors);
  }
  checkVolumeMode(spec.volumeMode, SPEC.child('volumeMode'), errors);
  checkAttributesClass(spec, errors);
  return errors;
}

function validateCapacity(spec: Spec, errors: FieldError[]): void {
  const path = SPEC.child('capacity');
  const capacity = spec.capacity ?? {};
  const resources = Object.keys(capacity);
  if (resources.length === 0) errors.push(required(path));
  if (resources.length !== 1 || !Object.hasOwn(capacity, 'storage')) {
    errors.push(notSupported(path, spec.capacity ?? null, ['storage']));
  }
  for (const [name, amount] of Object.entries(capacity)) {
    const value = quantityValue(quantity(amount));
    if (value < 0) errors.push(invalid(path.key(name), value, 'must be a valid resource quantity'));
    checkPositive(amount, path.key(name), errors);
  }
}

interface Affinity {
  required?: object;
}

function validateAffinity({ required: must }: Affinity, errors: FieldError[]): void {
  const path = SPEC.child('nodeAffinity', 'required');
  if (must) validateNodeSelector(must, path, errors);
  else errors.push(required(path, 'must specify required node constraints'));
}

/** Whether a path comes to `/`, however it is written. */
function isRoot(path: string): boolean {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return path.startsWith('/') && steps.length === 0;
}

function checkAttributesClass({ volumeAttributesClassName: name, csi }: Spec, errors: FieldError[]): void {
  if (name === undefined) return;
  const path = SPEC.child('volumeAttributesClassName');
  if (name === '') errors.push(required(path, 'an empty string is disallowed'));
  else checkText(name, dns1123Subdomain, path, errors);
  if (csi) return;
  errors.push(required(SPEC.child('csi'), 'has to be specified when using volumeAttributesClassName'));
}

export function validatePersistentVolumeUpdate(next: PersistentVolume, old: PersistentVolume): FieldError[] {
  const errors = validateMetadataUpdate(next.metadata, old.metadata);
  const [before, after] = [sourcesOf(old.spec), sourcesOf(next.spec)];
  if (!isEqual(before, after)) {
    const inner = (sources: object) => innerForm('PersistentVolumeSource', sources);
    const diff = jsonDiff(inner(before), inner(after));
    const detail = `spec.persistentvolumesource is immutable after creation\n${diff}`;
    errors.push(forbidden(SPEC.child('persistentvolumesource'), detail));
  }
  // The API server leaves out `spec` in the paths of these two.
  if (next.spec.volumeMode !== old.spec.volumeMode) {
    errors.push(immutable(FieldPath.of('volumeMode'), next.spec.volumeMode));
  }
  const [affinity, fixed] = [next.spec.nodeAffinity, old.spec.nodeAffinity];
  if (fixed !== undefined && !isEqual(affinity, fixed)) {
    const shown = affinity ? innerForm('VolumeNodeAffinity', affinity) : null;
    const detail = 'field is immutable, except for updating from beta label to GA';
    errors.push(invalid(FieldPath.of('nodeAffinity'), shown, detail));
  }
  if (old.spec.volumeAttributesClassName !== undefined && next.spec.volumeAttributesClassName === undefined) {
    const detail = 'update from non-nil value to nil is forbidden';
    errors.push(forbidden(SPEC.child('volumeAttributesClassName'), detail));
  }
  return errors;
}
