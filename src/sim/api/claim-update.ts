// Changes of a claim: once made only its size may grow, and its class of attributes change.
// Source: wording from recordings of 1.36, which shows the API server's inner form of the spec.
import { isEqual } from '../machinery/equality.ts';
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { compareQuantities, quantity } from '../machinery/quantity.ts';
import { validateMetadataUpdate } from './metadata-validation.ts';
import type { PersistentVolumeClaim } from './persistent-volume-claim.ts';
import type { PersistentVolumeClaimSpec } from './pod-spec.ts';
import { unifiedDiff } from './text-diff.ts';

const SPEC = FieldPath.of('spec');
const IMMUTABLE =
  'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims';

export function validateClaimUpdate(next: PersistentVolumeClaim, old: PersistentVolumeClaim): FieldError[] {
  const errors = validateMetadataUpdate(next.metadata, old.metadata);
  const allowed = withAllowedChanges(next.spec, old);
  if (!isEqual(allowed, old.spec)) {
    const diff = unifiedDiff(innerForm(old.spec), innerForm(allowed));
    errors.push(forbidden(SPEC, `${IMMUTABLE}\n${diff}`));
    return errors;
  }
  const wanted = next.spec.resources?.requests?.storage;
  const granted = old.status?.capacity?.storage;
  const before = old.spec.resources?.requests?.storage;
  if (wanted === undefined || before === undefined) return errors;
  const isLess = compareQuantities(quantity(wanted), quantity(before)) < 0;
  const isBelowCapacity =
    granted !== undefined && compareQuantities(quantity(wanted), quantity(granted)) <= 0;
  if (isLess && (granted === undefined || isBelowCapacity)) {
    const detail = 'field can not be less than status.capacity';
    errors.push(forbidden(SPEC.child('resources', 'requests', 'storage'), detail));
  }
  return errors;
}

/** The new spec with what may change set back, so that what is left is forbidden. */
function withAllowedChanges(
  next: PersistentVolumeClaimSpec,
  old: PersistentVolumeClaim,
): PersistentVolumeClaimSpec {
  const allowed = { ...next };
  // The binder's own writes: the volume, and a class given afterwards.
  if (!old.spec.volumeName && next.volumeName) allowed.volumeName = undefined;
  if (old.spec.storageClassName === undefined) allowed.storageClassName = undefined;
  if (old.status?.phase !== 'Bound') return withoutUndefined(allowed);
  allowed.resources = { ...next.resources, requests: { ...old.spec.resources?.requests } };
  allowed.volumeAttributesClassName = old.spec.volumeAttributesClassName;
  return withoutUndefined(allowed);
}

function withoutUndefined(spec: PersistentVolumeClaimSpec): PersistentVolumeClaimSpec {
  return Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== undefined));
}

function innerForm(spec: PersistentVolumeClaimSpec): string {
  const { selector, resources } = spec;
  const inner = {
    AccessModes: spec.accessModes ?? null,
    Selector: selector ?? null,
    Resources: { Limits: resources?.limits ?? null, Requests: resources?.requests ?? null },
    VolumeName: spec.volumeName ?? '',
    StorageClassName: spec.storageClassName ?? null,
    VolumeMode: spec.volumeMode ?? null,
    DataSource: null,
    DataSourceRef: null,
    VolumeAttributesClassName: spec.volumeAttributesClassName ?? null,
  };
  return JSON.stringify(inner, null, 1);
}
