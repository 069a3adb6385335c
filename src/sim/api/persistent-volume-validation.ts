// Validation of a PersistentVolume, and of changes to it.
// Source: API reference of PersistentVolume; wording and order from recordings of 1.36.
import { isEqual } from '../machinery/equality.ts';
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, immutable, notSupported, required } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { dns1123Subdomain } from '../machinery/names.ts';
import { checkAccessModes, checkPositive, checkVolumeMode } from './claim-validation.ts';
import { schemaOf } from './fields.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';
import type { PersistentVolume } from './persistent-volume.ts';
import { checkOneOf, checkText } from './scalar-validation.ts';
import { validateNodeSelector } from './scheduling-validation.ts';
import { checkNoBacksteps, validateHostPath, validateNfs } from './volume-validation.ts';

const SPEC = FieldPath.of('spec');
type Spec = PersistentVolume['spec'];

export function validatePersistentVolume({ metadata, spec }: PersistentVolume): FieldError[] {
  const errors = validateMetadata(metadata, dns1123Subdomain);
  const { accessModes = [], capacity = {}, persistentVolumeReclaimPolicy: policy } = spec;
  if (accessModes.length === 0) errors.push(required(SPEC.child('accessModes')));
  checkAccessModes(accessModes, SPEC.child('accessModes'), errors);
  const resources = Object.keys(capacity);
  if (resources.length === 0) errors.push(required(SPEC.child('capacity')));
  if (resources.length !== 1 || !Object.hasOwn(capacity, 'storage')) {
    errors.push(notSupported(SPEC.child('capacity'), spec.capacity ?? null, ['storage']));
  }
  for (const [name, amount] of Object.entries(capacity)) {
    checkPositive(amount, SPEC.child('capacity').key(name), errors);
  }
  checkOneOf(policy, ['Delete', 'Recycle', 'Retain'], SPEC.child('persistentVolumeReclaimPolicy'), errors);
  const affinity = spec.nodeAffinity as { required?: object } | undefined;
  if (affinity) validateAffinity(affinity, errors);
  validateSource(spec, errors);
  if (policy === 'Recycle' && spec.hostPath?.path === '/') {
    const detail = "may not be 'recycle' for a hostPath mount of '/'";
    errors.push(forbidden(SPEC.child('persistentVolumeReclaimPolicy'), detail));
  }
  if (spec.storageClassName) {
    checkText(spec.storageClassName, dns1123Subdomain, SPEC.child('storageClassName'), errors);
  }
  checkVolumeMode(spec.volumeMode, SPEC.child('volumeMode'), errors);
  return errors;
}

function validateAffinity({ required: must }: { required?: object }, errors: FieldError[]): void {
  const path = SPEC.child('nodeAffinity', 'required');
  if (must) validateNodeSelector(must, path, errors);
  else errors.push(required(path, 'must specify required node constraints'));
}

function validateSource(spec: Spec, errors: FieldError[]): void {
  const names = sourceNames(spec);
  if (names.length === 0) errors.push(required(SPEC, 'must specify a volume type'));
  for (const name of names.slice(1)) {
    errors.push(forbidden(SPEC.child(name), 'may not specify more than 1 volume type'));
  }
  const [first] = names;
  if (first === 'hostPath') validateHostPath(spec.hostPath ?? {}, SPEC.child('hostPath'), errors);
  if (first === 'nfs') validateNfs(spec.nfs ?? {}, SPEC.child('nfs'), errors);
  if (first !== 'local') return;
  const file = spec.local?.path;
  if (!file) errors.push(required(SPEC.child('local', 'path')));
  else checkNoBacksteps(file, SPEC.child('local', 'path'), errors);
  if (spec.nodeAffinity === undefined) {
    errors.push(required(SPEC.child('nodeAffinity'), 'Local volume requires node affinity'));
  }
}

/** The fields of a volume that say where it is. */
function sourceNames(spec: Spec): string[] {
  const fields = schemaOf('io.k8s.api.core.v1.PersistentVolumeSpec')?.fields;
  return Object.keys(spec)
    .filter((name) => {
      const type = fields?.get(name)?.type;
      return type?.form === 'object' && type.schema.endsWith('VolumeSource');
    })
    .sort(bySourceOrder);
}

/** The first ones that the API server looks at; the rest in any order. */
const FIRST_SOURCES = [
  'hostPath',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'glusterfs',
  'flocker',
  'nfs',
];

function bySourceOrder(a: string, b: string): number {
  const rank = (name: string) => {
    const position = FIRST_SOURCES.indexOf(name);
    return position < 0 ? FIRST_SOURCES.length : position;
  };
  return rank(a) - rank(b);
}

export function validatePersistentVolumeUpdate(next: PersistentVolume, old: PersistentVolume): FieldError[] {
  const errors = validateMetadataUpdate(next.metadata, old.metadata);
  const sources = ({ spec }: PersistentVolume) =>
    Object.fromEntries(sourceNames(spec).map((name) => [name, (spec as Record<string, unknown>)[name]]));
  if (!isEqual(sources(next), sources(old))) {
    const detail = 'spec.persistentvolumesource is immutable after creation';
    errors.push(forbidden(SPEC.child('persistentvolumesource'), detail));
  }
  if (next.spec.volumeMode !== old.spec.volumeMode) {
    errors.push(immutable(SPEC.child('volumeMode'), next.spec.volumeMode));
  }
  return errors;
}
