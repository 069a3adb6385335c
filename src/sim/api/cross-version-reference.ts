// Validation of a reference from an autoscaler to an object of any kind.
import type { FieldError } from '../machinery/field-error.ts';
import { invalid, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { pathSegment } from '../machinery/names.ts';
import type { CrossVersionObjectReference } from './horizontal-pod-autoscaler.ts';

/** `mayLackGroup`: the reference may be to the core group, whose apiVersion has no group before its version. */
export function validateReference(
  { apiVersion = '', kind, name }: CrossVersionObjectReference,
  mayLackGroup: boolean,
  path: FieldPath,
  errors: FieldError[],
): void {
  for (const [field, text] of Object.entries({ kind, name })) {
    if (!text) errors.push(required(path.child(field)));
    else for (const message of pathSegment(text)) errors.push(invalid(path.child(field), text, message));
  }
  const problem = apiVersionProblem(apiVersion, mayLackGroup);
  if (problem) errors.push(invalid(path.child('apiVersion'), apiVersion, problem));
}

function apiVersionProblem(apiVersion: string, mayLackGroup: boolean): string | undefined {
  const parts = apiVersion === '/' ? [''] : apiVersion.split('/');
  if (parts.length > 2) return `unexpected GroupVersion string: ${apiVersion}`;
  const hasGroup = parts.length === 2 && parts[0] !== '';
  return hasGroup || mayLackGroup ? undefined : 'apiVersion must specify API group';
}
