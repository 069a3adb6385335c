// Validation of volumes whose files come from objects: Secrets, ConfigMaps, the pod itself.
// Source: API reference of Volume; wording and paths from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { invalid } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import type { DownwardFile } from './downward-validation.ts';
import { validateDownwardSource } from './downward-validation.ts';
import { checkLocalFile } from './path-validation.ts';
import type { KeyToPath } from './pod-spec.ts';
import { checkNeeded } from './scalar-validation.ts';

const MODE_MESSAGE = 'must be a number between 0 and 0777 (octal), both inclusive';

interface FileSource {
  defaultMode?: number;
  items?: KeyToPath[];
}

export function validateSecretSource(
  source: FileSource & { secretName?: string },
  path: FieldPath,
  errors: FieldError[],
): void {
  checkNeeded(source.secretName, path.child('secretName'), errors);
  validateFiles(source, path, errors);
}

export function validateConfigMapSource(
  source: FileSource & { name?: string },
  path: FieldPath,
  errors: FieldError[],
): void {
  checkNeeded(source.name, path.child('name'), errors);
  validateFiles(source, path, errors);
}

function validateFiles({ defaultMode, items = [] }: FileSource, path: FieldPath, errors: FieldError[]): void {
  checkMode(defaultMode, path.child('defaultMode'), errors);
  for (const [i, item] of items.entries()) validateItem(item, path.child('items').index(i), errors);
}

/** A key that becomes a file. */
export function validateItem(
  { key, path: file = '', mode }: KeyToPath,
  path: FieldPath,
  errors: FieldError[],
): void {
  checkNeeded(key, path.child('key'), errors);
  checkNeeded(file, path.child('path'), errors);
  checkLocalFile(file, path.child('path'), errors);
  checkMode(mode, path.child('mode'), errors);
}

export function validateDownward(
  { defaultMode, items = [] }: { defaultMode?: number; items?: DownwardFile[] },
  path: FieldPath,
  errors: FieldError[],
): void {
  checkMode(defaultMode, path.child('defaultMode'), errors);
  for (const item of items) validateDownwardFile(item, path, errors);
}

/** The API server leaves out which of the files it is. */
export function validateDownwardFile(item: DownwardFile, path: FieldPath, errors: FieldError[]): void {
  const { path: file = '', mode } = item;
  checkNeeded(file, path.child('path'), errors);
  checkLocalFile(file, path.child('path'), errors);
  validateDownwardSource(item, path, errors);
  checkMode(mode, path.child('mode'), errors);
}

export function checkMode(mode: number | undefined, path: FieldPath, errors: FieldError[]): void {
  if (mode !== undefined && (mode < 0 || mode > 0o777)) errors.push(invalid(path, mode, MODE_MESSAGE));
}
