// The selector and the labels that the API server gives to a Job, so that its pods are its own and nobody else's.
// Source: "Specifying your own Pod selector" in the documentation of Job; wording from the 1.36 API server.
import type { FieldError } from '../machinery/field-error.ts';
import { invalid, required } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { compileLabelSelector } from '../machinery/label-selector.ts';
import type { Job } from './job.ts';
import { selectorAsGoWrites, sortedMap } from './selector-validation.ts';

export const CONTROLLER_UID = 'batch.kubernetes.io/controller-uid';
export const JOB_NAME = 'batch.kubernetes.io/job-name';
const OLD_CONTROLLER_UID = 'controller-uid';
const OLD_JOB_NAME = 'job-name';

const SPEC = FieldPath.of('spec');

/** Adds the labels to the template and the selector that finds them, unless the manifest sees to it. Mutates a draft. */
export function generateSelector({ metadata, spec }: Job): void {
  if (spec.manualSelector) return;
  const { name, uid = '' } = metadata;
  spec.template.metadata ??= {};
  const given = spec.template.metadata.labels;
  const labels = {
    [OLD_JOB_NAME]: name,
    [JOB_NAME]: name,
    [OLD_CONTROLLER_UID]: uid,
    [CONTROLLER_UID]: uid,
    ...given,
  };
  spec.template.metadata.labels = labels;
  spec.selector = {
    ...spec.selector,
    matchLabels: { [CONTROLLER_UID]: uid, ...spec.selector?.matchLabels },
  };
}

/** That a selector which was to be generated is what the API server generates, and so are the labels. */
export function validateGeneratedSelector({ metadata, spec }: Job): FieldError[] {
  if (spec.manualSelector || spec.selector === undefined) return [];
  const errors: FieldError[] = [];
  const { name, uid = '' } = metadata;
  const labels = spec.template.metadata?.labels ?? {};
  const path = SPEC.child('template', 'metadata', 'labels');
  const expected = {
    [OLD_CONTROLLER_UID]: uid,
    [OLD_JOB_NAME]: name,
    [CONTROLLER_UID]: uid,
    [JOB_NAME]: name,
  };
  for (const [key, value] of Object.entries(expected)) {
    const detail = `must be '${value}'`;
    if (!Object.hasOwn(labels, key)) errors.push(required(path.key(key), detail));
    else if (labels[key] !== value) errors.push(invalid(path.key(key), sortedMap(labels), detail));
  }
  const selector = compileLabelSelector(spec.selector);
  if (selector.ok && !selector.value.matches(expected)) {
    const given = selectorAsGoWrites(spec.selector);
    errors.push(invalid(SPEC.child('selector'), given, '`selector` not auto-generated'));
  }
  return errors;
}
