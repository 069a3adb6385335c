// Validation of a CronJob and of changes to it.
// Source: API reference of CronJob; order and wording of the 1.36 API server.
import { parseCronSchedule } from '../machinery/cron.ts';
import type { FieldError } from '../machinery/field-error.ts';
import { invalid, notSupported, required } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { dns1123Subdomain } from '../machinery/names.ts';
import { loadTimeZone } from '../machinery/time-zone.ts';
import type { CronJob, CronJobSpec } from './cron-job.ts';
import { validateJobTemplate } from './job-validation.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';
import { checkNonNegative, checkOneOf } from './scalar-validation.ts';
import { selectorAsGoWrites } from './selector-validation.ts';

/** The Jobs' names have a dash and ten digits more, and become labels. */
const NAME_MAX_LENGTH = 52;
const SPEC = FieldPath.of('spec');

/**
 * What holds for new ones and changed ones alike. That a new one's name is short enough, and its time zone and schedule go
 * together, is judged here too: only objects from before these rules existed are let off in the API server.
 */
export function validateCronJob({ metadata, spec }: CronJob): FieldError[] {
  const errors = validateMetadata(metadata, dns1123Subdomain);
  const scheduleAt = SPEC.child('schedule');
  if (!spec.schedule) errors.push(required(scheduleAt));
  else validateSchedule(spec.schedule, scheduleAt, errors);
  checkNonNegative(spec.startingDeadlineSeconds, SPEC.child('startingDeadlineSeconds'), errors);
  validateTimeZone(spec.timeZone, SPEC.child('timeZone'), errors);
  const policies = ['Allow', 'Forbid', 'Replace'];
  checkOneOf(spec.concurrencyPolicy, policies, SPEC.child('concurrencyPolicy'), errors);
  validateTemplate(spec, SPEC.child('jobTemplate', 'spec'), errors);
  for (const field of ['successfulJobsHistoryLimit', 'failedJobsHistoryLimit'] as const) {
    checkNonNegative(spec[field], SPEC.child(field), errors);
  }
  if (metadata.name?.length > NAME_MAX_LENGTH) {
    const detail = `must be no more than ${NAME_MAX_LENGTH} characters`;
    errors.push(invalid(FieldPath.of('metadata', 'name'), metadata.name, detail));
  }
  return errors;
}

export function validateCronJobUpdate(next: CronJob, old: CronJob): FieldError[] {
  return validateMetadataUpdate(next.metadata, old.metadata);
}

function validateSchedule(schedule: string, path: FieldPath, errors: FieldError[]): void {
  const parsed = parseCronSchedule(schedule);
  if (!parsed.ok) errors.push(invalid(path, schedule, parsed.error));
  if (schedule.includes('TZ')) {
    const detail = 'cannot use TZ or CRON_TZ in schedule, use timeZone field instead';
    errors.push(invalid(path, schedule, detail));
  }
}

function validateTimeZone(timeZone: string | undefined, path: FieldPath, errors: FieldError[]): void {
  if (timeZone === undefined) return;
  const refuse = (detail: string) => errors.push(invalid(path, timeZone, detail));
  if (timeZone === '') {
    refuse('timeZone must be nil or non-empty string');
    return;
  }
  const isName = (part: string) =>
    /^[A-Za-z.\-_0-9+]{1,14}$/.test(part) && !['.', '..'].includes(part) && !part.startsWith('-');
  if (!timeZone.split('/').every(isName)) {
    refuse(`unknown time zone ${timeZone}`);
    return;
  }
  if (timeZone.toLowerCase() === 'local') {
    const where = 'https://www.iana.org/time-zones';
    refuse(`timeZone must be an explicit time zone as defined in ${where}`);
  }
  const zone = loadTimeZone(timeZone);
  if (!zone.ok) refuse(zone.error);
}

/** A Job's template has no selector: it is made for each Job. */
function validateTemplate({ jobTemplate }: CronJobSpec, path: FieldPath, errors: FieldError[]): void {
  const { spec } = jobTemplate;
  validateJobTemplate(spec, path, errors);
  if (spec.selector !== undefined) {
    const given = selectorAsGoWrites(spec.selector);
    errors.push(invalid(path.child('selector'), given, '`selector` will be auto-generated'));
  }
  if (spec.manualSelector) {
    errors.push(notSupported(path.child('manualSelector'), true, ['nil', 'false']));
  }
}
