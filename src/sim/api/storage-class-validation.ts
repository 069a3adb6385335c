// Validation of a StorageClass, and what the API server would rather not see in one.
// Source: API reference of StorageClass; wording and order of the 1.36 API server.
import { isEqual } from '../machinery/equality.ts';
import type { FieldError } from '../machinery/field-error.ts';
import { duplicate, immutable, invalid, required, tooLong } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { compareText, utf8Length } from '../machinery/go-text.ts';
import { dns1123Subdomain, qualifiedName } from '../machinery/names.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';
import { nodeTermWarnings } from './pod-warnings.ts';
import { checkOneOf, checkText } from './scalar-validation.ts';
import type { StorageClass } from './storage-class.ts';

const PARAMETERS_MAX_BYTES = 256 * 1024;
const PARAMETERS_MAX = 512;
const FIXED_FIELDS = ['parameters', 'provisioner', 'reclaimPolicy', 'volumeBindingMode'] as const;

/** Where the nodes must be that volumes are made for. */
export interface TopologyTerm {
  matchLabelExpressions?: { key?: string; values?: string[] }[];
}

export function validateStorageClass(object: StorageClass): FieldError[] {
  const errors = validateMetadata(object.metadata, dns1123Subdomain);
  const { provisioner, reclaimPolicy, volumeBindingMode, allowedTopologies = [] } = object;
  if (!provisioner) errors.push(required(FieldPath.of('provisioner')));
  else {
    const problems = qualifiedName(provisioner.toLowerCase());
    for (const message of problems) errors.push(invalid(FieldPath.of('provisioner'), provisioner, message));
  }
  validateParameters(object.parameters ?? {}, FieldPath.of('parameters'), errors);
  checkOneOf(reclaimPolicy, ['Delete', 'Retain'], FieldPath.of('reclaimPolicy'), errors);
  const modes = ['Immediate', 'WaitForFirstConsumer'];
  checkOneOf(volumeBindingMode, modes, FieldPath.of('volumeBindingMode'), errors);
  for (const [i, term] of allowedTopologies.entries()) {
    const path = FieldPath.of('allowedTopologies').index(i);
    validateTerm(term, path, errors);
    const isKnown = isEmpty(term) || allowedTopologies.slice(0, i).some((other) => isSame(term, other));
    if (isKnown) errors.push(duplicate(path.child('matchLabelExpressions'), ''));
  }
  return errors;
}

export function validateStorageClassUpdate(next: StorageClass, old: StorageClass): FieldError[] {
  return [
    ...validateMetadataUpdate(next.metadata, old.metadata),
    ...FIXED_FIELDS.filter((field) => !isEqual(next[field], old[field])).map((field) =>
      immutable(FieldPath.of(field), next[field]),
    ),
  ];
}

export function storageClassWarnings({ allowedTopologies = [] }: StorageClass): string[] {
  return allowedTopologies.flatMap(({ matchLabelExpressions = [] }, i) =>
    nodeTermWarnings({ matchExpressions: matchLabelExpressions }, `allowedTopologies[${i}]`).map((it) =>
      it.replace('.matchExpressions', '.matchLabelExpressions'),
    ),
  );
}

function validateParameters(
  parameters: Readonly<Record<string, string>>,
  path: FieldPath,
  errors: FieldError[],
): void {
  const entries = Object.entries(parameters);
  if (entries.length > PARAMETERS_MAX) {
    errors.push(tooLong(path, PARAMETERS_MAX));
    return;
  }
  if (Object.hasOwn(parameters, '')) errors.push(invalid(path, '', 'field can not be empty.'));
  const bytes = entries.reduce((sum, [key, value]) => sum + utf8Length(key) + utf8Length(value), 0);
  if (bytes > PARAMETERS_MAX_BYTES) errors.push(tooLong(path, PARAMETERS_MAX_BYTES));
}

function validateTerm(
  { matchLabelExpressions = [] }: TopologyTerm,
  path: FieldPath,
  errors: FieldError[],
): void {
  const keys = new Set<string>();
  for (const [i, { key = '', values = [] }] of matchLabelExpressions.entries()) {
    const at = path.child('matchLabelExpressions').index(i);
    if (values.length === 0) errors.push(required(at.child('values')));
    for (const [j, value] of values.entries()) {
      if (values.indexOf(value) < j) errors.push(duplicate(at.child('values').index(j), value));
    }
    checkText(key, qualifiedName, at.child('key'), errors);
    if (keys.has(key)) errors.push(duplicate(at.child('key'), key));
    keys.add(key);
  }
}

function isEmpty({ matchLabelExpressions = [] }: TopologyTerm): boolean {
  return matchLabelExpressions.length === 0;
}

/** In any order; of a key that comes twice the later values count. */
function isSame(a: TopologyTerm, b: TopologyTerm): boolean {
  return isEqual(byKey(a), byKey(b));
}

function byKey({ matchLabelExpressions = [] }: TopologyTerm): Record<string, string[]> {
  const entries = matchLabelExpressions.map(({ key = '', values = [] }) => [
    key,
    [...new Set(values)].sort(compareText),
  ]);
  return Object.fromEntries(entries);
}
