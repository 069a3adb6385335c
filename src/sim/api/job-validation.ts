// Validation of a Job's spec, in a Job and in the template of a CronJob.
// Source: API reference of Job; order and wording of the 1.36 API server.
import type { FieldError } from '../machinery/field-error.ts';
import { invalid, notSupported, required, tooLong } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { goQuote, utf8Length } from '../machinery/go-text.ts';
import { compileLabelSelector, validateLabelSelector } from '../machinery/label-selector.ts';
import { dns1123Label, dns1123Subdomain } from '../machinery/names.ts';
import type { Job, JobSpec } from './job.ts';
import { validatePodFailurePolicy, validateSuccessPolicy } from './job-policy-validation.ts';
import { validateTemplate } from './pod-validation.ts';
import { checkNonNegative } from './scalar-validation.ts';
import { sortedMap } from './selector-validation.ts';

const COMPLETIONS_SOFT_MAX = 100_000;
const PARALLELISM_MAX = 100_000;
const FAILED_INDEXES_MAX = 100_000;
/** Above so many completions with a limit per index, parallelism and failed indexes are limited further. */
const HIGH_COMPLETIONS_MAX = 10_000;
const MANAGED_BY_MAX_LENGTH = 63;
const SPEC = FieldPath.of('spec');

/** A Job's spec, its selector with it. */
export function validateJobSpec(spec: JobSpec): FieldError[] {
  const errors: FieldError[] = [];
  validateJobTemplate(spec, SPEC, errors);
  if (spec.selector === undefined) errors.push(required(SPEC.child('selector')));
  else errors.push(...validateLabelSelector(spec.selector, SPEC.child('selector')));
  const selector = compileLabelSelector(spec.selector);
  const labels = spec.template.metadata?.labels;
  if (selector.ok && !selector.value.matches(labels)) {
    const detail = '`selector` does not match template `labels`';
    errors.push(
      invalid(SPEC.child('template', 'metadata', 'labels'), labels ? sortedMap(labels) : null, detail),
    );
  }
  return errors;
}

/** An indexed pod's name is its host name too. */
export function indexedPodNameErrors({ metadata, spec }: Job): FieldError[] {
  const { completionMode, completions = 0 } = spec;
  if (completionMode !== 'Indexed' || completions <= 0) return [];
  const longest = `${metadata.name}-${completions - 1}`;
  if (dns1123Label(longest).length === 0) return [];
  const detail = `will not able to create pod with invalid DNS label: ${longest}`;
  return [invalid(FieldPath.of('metadata', 'name'), metadata.name, detail)];
}

/** All of a Job's spec but its selector. */
export function validateJobTemplate(spec: JobSpec, path: FieldPath, errors: FieldError[]): void {
  const counts = [
    'parallelism',
    'completions',
    'activeDeadlineSeconds',
    'backoffLimit',
    'ttlSecondsAfterFinished',
    'backoffLimitPerIndex',
    'maxFailedIndexes',
  ] as const;
  for (const field of counts) checkNonNegative(spec[field], path.child(field), errors);
  if (spec.maxFailedIndexes !== undefined && spec.backoffLimitPerIndex === undefined) {
    errors.push(required(path.child('backoffLimitPerIndex'), 'when maxFailedIndexes is specified'));
  }
  if (spec.managedBy !== undefined) validateManagedBy(spec.managedBy, path.child('managedBy'), errors);
  validateCompletionMode(spec, path, errors);
  if (spec.podFailurePolicy) validatePodFailurePolicy(spec, path.child('podFailurePolicy'), errors);
  if (spec.successPolicy) validateSuccessPolicy(spec, path.child('successPolicy'), errors);
  validateReplacement(spec, path.child('podReplacementPolicy'), errors);
  validateTemplate(spec.template, path.child('template'), errors);
  validateRestartPolicy(spec, path.child('template', 'spec', 'restartPolicy'), errors);
}

/** The name of the controller that runs the Job, if it is not the one that is built in. */
function validateManagedBy(managedBy: string, path: FieldPath, errors: FieldError[]): void {
  const slash = managedBy.indexOf('/');
  const [domain, rest] = [managedBy.slice(0, Math.max(slash, 0)), managedBy.slice(slash + 1)];
  if (managedBy === '') errors.push(required(path));
  else if (domain === '' || rest === '') {
    errors.push(invalid(path, managedBy, 'must be a domain-prefixed path (such as "acme.io/foo")'));
  } else {
    for (const message of dns1123Subdomain(domain)) errors.push(invalid(path, domain, message));
    const allowed = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";
    if (!new RegExp(`^${allowed}$`).test(rest)) {
      errors.push(invalid(path, rest, `Invalid path (regex used for validation is '${allowed}')`));
    }
  }
  if (utf8Length(managedBy) > MANAGED_BY_MAX_LENGTH) errors.push(tooLong(path, MANAGED_BY_MAX_LENGTH));
}

function validateCompletionMode(spec: JobSpec, path: FieldPath, errors: FieldError[]): void {
  const mode: string = spec.completionMode ?? 'NonIndexed';
  if (mode === 'Indexed') {
    validateIndexed(spec, path, errors);
    return;
  }
  if (mode !== 'NonIndexed') {
    errors.push(notSupported(path.child('completionMode'), mode, ['NonIndexed', 'Indexed']));
    return;
  }
  for (const field of ['backoffLimitPerIndex', 'maxFailedIndexes'] as const) {
    if (spec[field] === undefined) continue;
    errors.push(invalid(path.child(field), spec[field], 'requires indexed completion mode'));
  }
}

function validateIndexed(spec: JobSpec, path: FieldPath, errors: FieldError[]): void {
  const { completions, parallelism = 0, maxFailedIndexes: failed } = spec;
  const atMost = (field: 'parallelism' | 'maxFailedIndexes', max: number, when = '') => {
    if ((spec[field] ?? 0) <= max) return;
    errors.push(invalid(path.child(field), spec[field], `must be less than or equal to ${max}${when}`));
  };
  if (completions === undefined) {
    errors.push(required(path.child('completions'), 'when completion mode is Indexed'));
  }
  atMost('parallelism', PARALLELISM_MAX, ' when completion mode is Indexed');
  if (completions !== undefined && failed !== undefined && failed > completions) {
    const detail = 'must be less than or equal to completions';
    errors.push(invalid(path.child('maxFailedIndexes'), failed, detail));
  }
  atMost('maxFailedIndexes', FAILED_INDEXES_MAX);
  if ((completions ?? 0) <= COMPLETIONS_SOFT_MAX || spec.backoffLimitPerIndex === undefined) return;
  if (failed === undefined) {
    const detail = `must be specified when completions is above ${COMPLETIONS_SOFT_MAX}`;
    errors.push(required(path.child('maxFailedIndexes'), detail));
  }
  const when = ` when completions are above ${COMPLETIONS_SOFT_MAX} and used with backoff limit per index`;
  if (parallelism > HIGH_COMPLETIONS_MAX) atMost('parallelism', HIGH_COMPLETIONS_MAX, when);
  atMost('maxFailedIndexes', HIGH_COMPLETIONS_MAX, when);
}

function validateReplacement(spec: JobSpec, path: FieldPath, errors: FieldError[]): void {
  const { podReplacementPolicy: policy, podFailurePolicy } = spec;
  const supported = podFailurePolicy ? ['Failed'] : ['Failed', 'TerminatingOrFailed'];
  if (policy !== undefined && !supported.includes(policy)) errors.push(notSupported(path, policy, supported));
}

function validateRestartPolicy(spec: JobSpec, path: FieldPath, errors: FieldError[]): void {
  const policy: string = spec.template.spec?.restartPolicy ?? '';
  const supported = ['OnFailure', 'Never'];
  if (policy === 'Always' || policy === '') {
    errors.push(required(path, `valid values: ${supported.map(goQuote).join(', ')}`));
  } else if (!supported.includes(policy)) {
    errors.push(notSupported(path, policy, supported));
  } else if (spec.podFailurePolicy && policy !== 'Never') {
    const detail = 'only "Never" is supported when podFailurePolicy is specified';
    errors.push(invalid(path, policy, detail));
  }
}
