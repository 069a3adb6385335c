// Changes of a claim: once made only its size may grow, and its class of attributes change.
// Source: "Expanding Persistent Volumes Claims"; wording of the 1.36 API server.
import { isEqual } from '../machinery/equality.ts';
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, immutable } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import type { Quantity } from '../machinery/quantity.ts';
import { compareQuantities, quantity } from '../machinery/quantity.ts';
import { innerForm } from './inner-form.ts';
import { validateMetadataUpdate } from './metadata-validation.ts';
import type { PersistentVolumeClaim } from './persistent-volume-claim.ts';
import type { PersistentVolumeClaimSpec } from './pod-spec.ts';
import { jsonDiff } from './text-diff.ts';

const SPEC = FieldPath.of('spec');
const NOTHING = quantity('0');
const IMMUTABLE =
  'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims';
const CLASS = 'volume.beta.kubernetes.io/storage-class';

export function validateClaimUpdate(next: PersistentVolumeClaim, old: PersistentVolumeClaim): FieldError[] {
  const errors = validateMetadataUpdate(next.metadata, old.metadata);
  const before = innerForm('PersistentVolumeClaimSpec', old.spec);
  const after = innerForm('PersistentVolumeClaimSpec', withAllowedChanges(next, old));
  if (!isEqual(before, after)) errors.push(forbidden(SPEC, `${IMMUTABLE}\n${jsonDiff(before, after)}`));
  checkSize(next, old, errors);
  const beta = next.metadata.annotations?.[CLASS] ?? '';
  if (beta !== (old.metadata.annotations?.[CLASS] ?? '')) {
    errors.push(immutable(FieldPath.of('metadata', 'annotations').key(CLASS), beta));
  }
  if (next.spec.volumeMode !== old.spec.volumeMode) {
    errors.push(immutable(FieldPath.of('volumeMode'), next.spec.volumeMode ?? null));
  }
  return errors;
}

/** What was asked for may be taken back as long as it was not granted. */
function checkSize(next: PersistentVolumeClaim, old: PersistentVolumeClaim, errors: FieldError[]): void {
  const wanted = sizeOf(next.spec.resources?.requests);
  const before = sizeOf(old.spec.resources?.requests);
  const granted = sizeOf(old.status?.capacity);
  if (compareQuantities(wanted, before) >= 0 || compareQuantities(wanted, granted) > 0) return;
  const detail = 'field can not be less than status.capacity';
  errors.push(forbidden(SPEC.child('resources', 'requests', 'storage'), detail));
}

function sizeOf(amounts: Readonly<Record<string, string>> | undefined): Quantity {
  return amounts?.storage === undefined ? NOTHING : quantity(amounts.storage);
}

/** The new spec with what may change set back, so that what is left is forbidden. */
function withAllowedChanges(
  { spec: next, metadata }: PersistentVolumeClaim,
  { spec: old, status }: PersistentVolumeClaim,
): PersistentVolumeClaimSpec {
  const isGivenClass = old.storageClassName === undefined && !metadata.annotations?.[CLASS];
  const isBound = status?.phase === 'Bound';
  return {
    ...next,
    // The binder's own write.
    volumeName: old.volumeName || next.volumeName === undefined ? next.volumeName : old.volumeName,
    storageClassName: isGivenClass ? old.storageClassName : next.storageClassName,
    ...(isBound ? { volumeAttributesClassName: old.volumeAttributesClassName } : {}),
    resources: isBound ? { ...next.resources, requests: old.resources?.requests } : next.resources,
  };
}
