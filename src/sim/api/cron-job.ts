// CronJob: a Job at the times of a schedule.
import { formatLabelSelector } from '../machinery/label-selector.ts';
import { ageColumn, containerColumns, NONE, nameColumn, sinceText, UNSET } from './columns.ts';
import { validateCronJob, validateCronJobUpdate } from './cron-job-validation.ts';
import type { JobSpec } from './job.ts';
import { fillInJobTemplate, jobSpecWarnings } from './job.ts';
import type { Kind } from './kind.ts';
import type { KubeObject, ObjectMeta, ObjectReference } from './meta.ts';
import { hostNameWarnings } from './pod-warnings.ts';

export interface CronJob extends KubeObject {
  spec: CronJobSpec;
  status?: CronJobStatus;
}

export interface CronJobSpec {
  schedule: string;
  timeZone?: string;
  /** What becomes of a Job that is due while the one before still runs. */
  concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
  /** How late a Job may be started. */
  startingDeadlineSeconds?: number;
  suspend?: boolean;
  successfulJobsHistoryLimit?: number;
  failedJobsHistoryLimit?: number;
  jobTemplate: { metadata?: Partial<ObjectMeta>; spec: JobSpec };
}

export interface CronJobStatus {
  active?: ObjectReference[];
  lastScheduleTime?: string;
  lastSuccessfulTime?: string;
}

export const CronJobKind: Kind<CronJob> = {
  group: 'batch',
  version: 'v1',
  kind: 'CronJob',
  plural: 'cronjobs',
  singular: 'cronjob',
  shortNames: ['cj'],
  categories: ['all'],
  namespaced: true,
  schema: 'io.k8s.api.batch.v1.CronJob',
  hasStatus: true,
  hasGeneration: true,
  prepareForCreate(draft) {
    draft.status = {};
  },
  defaults({ spec }) {
    spec.concurrencyPolicy ||= 'Allow';
    spec.suspend ??= false;
    spec.successfulJobsHistoryLimit ??= 3;
    spec.failedJobsHistoryLimit ??= 1;
    fillInJobTemplate(spec.jobTemplate.spec);
  },
  validate: validateCronJob,
  validateUpdate: validateCronJobUpdate,
  warnings: ({ metadata, spec }, old) => [
    ...(old ? [] : hostNameWarnings(metadata.name, 'Pod names and hostnames')),
    ...jobSpecWarnings(spec.jobTemplate.spec, 'spec.jobTemplate.spec'),
  ],
  columns: [
    nameColumn,
    { name: 'SCHEDULE', cell: ({ spec }) => spec.schedule },
    { name: 'TIMEZONE', cell: ({ spec }) => spec.timeZone ?? NONE },
    { name: 'SUSPEND', cell: ({ spec: { suspend } }) => switchText(suspend) },
    { name: 'ACTIVE', cell: ({ status }) => String(status?.active?.length ?? 0) },
    {
      name: 'LAST SCHEDULE',
      cell: ({ status }, nowMs) =>
        status?.lastScheduleTime === undefined ? NONE : sinceText(status.lastScheduleTime, nowMs),
    },
    ageColumn,
    ...containerColumns<CronJob>(({ spec }) => spec.jobTemplate.spec.template),
    {
      name: 'SELECTOR',
      wide: true,
      cell: ({ spec }) => formatLabelSelector(spec.jobTemplate.spec.selector),
    },
  ],
};

function switchText(isOn: boolean | undefined): string {
  if (isOn === undefined) return UNSET;
  return isOn ? 'True' : 'False';
}
