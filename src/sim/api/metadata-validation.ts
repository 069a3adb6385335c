// Validation of metadata: the same for every kind but for what a name may be.
// Source: "Object Names and IDs", "Labels and Selectors", "Finalizers"; wording from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, invalid, required, tooLong } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { compareText, utf8Length } from '../machinery/go-text.ts';
import { validateLabels } from '../machinery/label-selector.ts';
import type { Validator } from '../machinery/names.ts';
import { generateNamePrefix, qualifiedName } from '../machinery/names.ts';
import type { ObjectMeta, OwnerReference } from './meta.ts';

const ANNOTATIONS_MAX_BYTES = 256 * 1024;
const METADATA = FieldPath.of('metadata');
const STANDARD_FINALIZERS = new Set(['kubernetes', 'orphan', 'foregroundDeletion']);

/** What is wrong with an object's metadata; `nameRule` says what its name may be. */
export function validateMetadata(metadata: ObjectMeta, nameRule: Validator): FieldError[] {
  const errors: FieldError[] = [];
  const { name = '', generateName } = metadata;
  if (generateName) {
    for (const message of generateNamePrefix(nameRule)(generateName)) {
      errors.push(invalid(METADATA.child('generateName'), generateName, message));
    }
  }
  if (name === '') {
    errors.push(required(METADATA.child('name'), 'name or generateName is required'));
  } else {
    for (const message of nameRule(name)) errors.push(invalid(METADATA.child('name'), name, message));
  }
  if (metadata.labels) errors.push(...validateLabels(metadata.labels, METADATA.child('labels')));
  validateAnnotations(metadata.annotations, METADATA.child('annotations'), errors);
  if (metadata.ownerReferences) validateOwners(metadata.ownerReferences, errors);
  if (metadata.finalizers) validateFinalizers(metadata.finalizers, errors);
  return errors;
}

/** Keys are names like those of labels, in any case; all of it together is limited. */
export function validateAnnotations(
  annotations: Readonly<Record<string, string>> | undefined,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (annotations === undefined) return;
  let bytes = 0;
  for (const [key, value] of Object.entries(annotations).sort(([a], [b]) => compareText(a, b))) {
    for (const message of qualifiedName(key.toLowerCase())) errors.push(invalid(path, key, message));
    bytes += utf8Length(key) + utf8Length(value);
  }
  if (bytes > ANNOTATIONS_MAX_BYTES) errors.push(tooLong(path, ANNOTATIONS_MAX_BYTES));
}

function validateOwners(owners: readonly OwnerReference[], errors: FieldError[]): void {
  const path = METADATA.child('ownerReferences');
  let controller: OwnerReference | undefined;
  for (const owner of owners) {
    validateOwner(owner, path, errors);
    if (!owner.controller) continue;
    if (controller) {
      const both = `Found "true" in references for ${controller.kind}/${controller.name} and ${owner.kind}/${owner.name}`;
      const detail = `Only one reference can have Controller set to true. ${both}`;
      errors.push(invalid(path, owners, detail));
    }
    controller = owner;
  }
}

function validateOwner(owner: OwnerReference, path: FieldPath, errors: FieldError[]): void {
  const { apiVersion = '', kind = '', name = '', uid = '' } = owner;
  const version = apiVersion.slice(apiVersion.indexOf('/') + 1);
  if (version === '') errors.push(invalid(path.child('apiVersion'), apiVersion, 'version must not be empty'));
  if (kind === '') errors.push(invalid(path.child('kind'), kind, 'must not be empty'));
  if (name === '') errors.push(invalid(path.child('name'), name, 'must not be empty'));
  if (uid === '') errors.push(invalid(path.child('uid'), uid, 'must not be empty'));
  if (kind === 'Event' && apiVersion === 'v1') {
    errors.push(invalid(path, owner, '/v1, Kind=Event is disallowed from being an owner'));
  }
}

function validateFinalizers(finalizers: readonly string[], errors: FieldError[]): void {
  const path = METADATA.child('finalizers');
  for (const finalizer of finalizers) {
    for (const message of qualifiedName(finalizer)) errors.push(invalid(path, finalizer, message));
  }
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion')) {
    const detail = 'finalizer orphan and foregroundDeletion cannot be both set';
    errors.push(invalid(path, finalizers, detail));
  }
  for (const [i, finalizer] of finalizers.entries()) {
    if (finalizer.includes('/') || STANDARD_FINALIZERS.has(finalizer)) continue;
    const detail = 'name is neither a standard finalizer name nor is it fully qualified';
    errors.push(invalid(path.index(i), finalizer, detail));
  }
}

/** Finalizers may be removed from an object on its way out, but none added. */
export function validateMetadataUpdate(next: ObjectMeta, old: ObjectMeta): FieldError[] {
  if (old.deletionTimestamp === undefined) return [];
  const added = (next.finalizers ?? []).filter((it) => !old.finalizers?.includes(it));
  if (added.length === 0) return [];
  const list = `[]string{${added.map((it) => JSON.stringify(it)).join(', ')}}`;
  const detail = `no new finalizers can be added if the object is being deleted, found new finalizers ${list}`;
  return [forbidden(METADATA.child('finalizers'), detail)];
}
