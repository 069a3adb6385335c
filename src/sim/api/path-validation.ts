// Checks of paths inside volumes and on nodes.
import type { FieldError } from '../machinery/field-error.ts';
import { invalid } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';

/** A file inside the volume: a path that is relative and leads nowhere else. */
export function checkLocalFile(file: string, path: FieldPath, errors: FieldError[]): void {
  checkDescending(file, path, errors);
  if (file.startsWith('..') && !file.startsWith('../')) {
    errors.push(invalid(path, file, "must not start with '..'"));
  }
}

/** A path below a directory: relative, and never up. */
export function checkDescending(file: string, path: FieldPath, errors: FieldError[]): void {
  if (file.startsWith('/')) errors.push(invalid(path, file, 'must be a relative path'));
  checkNoBacksteps(file, path, errors);
}

export function checkNoBacksteps(file: string, path: FieldPath, errors: FieldError[]): void {
  if (!isDescending(file)) errors.push(invalid(path, file, "must not contain '..'"));
}

/** Whether no step of a path leads up. */
export function isDescending(file: string): boolean {
  return !file.split('/').includes('..');
}
