import { describe, expect, test } from 'vitest';
import { renderFieldError } from '../machinery/field-error.ts';
import type { CronJob, CronJobSpec } from './cron-job.ts';
import { CronJobKind } from './cron-job.ts';

const template = {
  spec: { restartPolicy: 'OnFailure' as const, containers: [{ name: 'hello', image: 'busybox:1.28' }] },
};

function cronJob(spec: Partial<CronJobSpec>, name = 'hello', status?: CronJob['status']): CronJob {
  const draft: CronJob = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name, creationTimestamp: '2026-11-20T10:00:00Z' },
    spec: structuredClone({ schedule: '* * * * *', jobTemplate: { spec: { template } }, ...spec }),
    ...(status ? { status } : {}),
  };
  CronJobKind.defaults?.(draft);
  return draft;
}

describe('what is refused', () => {
  const zone = 'spec.timeZone: Invalid value';
  test.each<[Partial<CronJobSpec>, string[]]>([
    [{}, []],
    [{ timeZone: 'Asia/Seoul' }, []],
    [{ timeZone: '' }, [`${zone}: "": timeZone must be nil or non-empty string`]],
    [{ timeZone: 'Asia/Soul' }, [`${zone}: "Asia/Soul": unknown time zone Asia/Soul`]],
    [{ timeZone: '../UTC' }, [`${zone}: "../UTC": unknown time zone ../UTC`]],
    [
      { timeZone: 'Local' },
      [
        `${zone}: "Local": timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones`,
      ],
    ],
    [
      { timeZone: 'local' },
      [
        `${zone}: "local": timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones`,
        `${zone}: "local": unknown time zone local`,
      ],
    ],
    [
      { schedule: 'TZ=Mars/Base 0 0 * *' },
      [
        'spec.schedule: Invalid value: "TZ=Mars/Base 0 0 * *": provided bad location Mars/Base: unknown time zone Mars/Base',
        'spec.schedule: Invalid value: "TZ=Mars/Base 0 0 * *": cannot use TZ or CRON_TZ in schedule, use timeZone field instead',
      ],
    ],
    [
      { jobTemplate: { spec: { template, manualSelector: true, selector: { matchLabels: { a: 'b' } } } } },
      [
        'spec.jobTemplate.spec.selector: Invalid value: {"matchLabels":{"a":"b"}}: `selector` will be auto-generated',
        'spec.jobTemplate.spec.manualSelector: Unsupported value: true: supported values: "nil", "false"',
      ],
    ],
    [
      {
        jobTemplate: {
          spec: { completions: -1, template: { spec: { ...template.spec, restartPolicy: 'Always' } } },
        },
        failedJobsHistoryLimit: -2,
      },
      [
        'spec.jobTemplate.spec.completions: Invalid value: -1: must be greater than or equal to 0',
        'spec.jobTemplate.spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"',
        'spec.failedJobsHistoryLimit: Invalid value: -2: must be greater than or equal to 0',
      ],
    ],
  ])('%j', (given, errors) => {
    expect((CronJobKind.validate?.(cronJob(given)) ?? []).map(renderFieldError)).toEqual(errors);
  });
});

describe('columns', () => {
  const nowMs = Date.parse('2026-11-20T10:10:00Z');
  test.each<[CronJob, string[]]>([
    [
      cronJob({}),
      ['hello', '* * * * *', '<none>', 'False', '0', '<none>', '10m', 'hello', 'busybox:1.28', '<none>'],
    ],
    [
      cronJob({ timeZone: 'Asia/Seoul', suspend: true }, 'b', {
        active: [{ name: 'b-1' }, { name: 'b-2' }],
        lastScheduleTime: '2026-11-20T10:09:30Z',
      }),
      ['b', '* * * * *', 'Asia/Seoul', 'True', '2', '30s', '10m', 'hello', 'busybox:1.28', '<none>'],
    ],
  ])('%#', (object, cells) => {
    expect(CronJobKind.columns.map(({ cell }) => cell(object, nowMs))).toEqual(cells);
  });
});
