// Validation of an Event.
// Source: API reference of Event.
import type { FieldError } from '../machinery/field-error.ts';
import { invalid, required } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { pathSegment, qualifiedName } from '../machinery/names.ts';
import type { Event } from './event.ts';
import { validateMetadata } from './metadata-validation.ts';
import { checkText } from './scalar-validation.ts';

export function validateEvent(event: Event): FieldError[] {
  const errors = validateMetadata(event.metadata, pathSegment);
  const { namespace = '' } = event.metadata;
  const about = event.involvedObject?.namespace ?? '';
  // What is in no namespace is told of in the default one.
  if (about ? about !== namespace : namespace !== 'default' && namespace !== '') {
    const path = FieldPath.of('involvedObject', 'namespace');
    errors.push(invalid(path, about, 'does not match event.namespace'));
  }
  if (event.eventTime) validateNewForm(event, errors);
  return errors;
}

/** With an eventTime it must say who reports, and what was done. */
function validateNewForm(event: Event & { action?: string }, errors: FieldError[]): void {
  const controller = FieldPath.of('reportingController');
  if (!event.reportingComponent) errors.push(required(controller));
  checkText(event.reportingComponent ?? '', qualifiedName, controller, errors);
  for (const field of ['reportingInstance', 'action', 'reason'] as const) {
    if (!event[field]) errors.push(required(FieldPath.of(field)));
  }
}
