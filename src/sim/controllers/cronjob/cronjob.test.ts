import { describe, expect, test } from 'vitest';
import type { CronJob, CronJobSpec } from '../../api/cron-job.ts';
import { CronJobKind } from '../../api/cron-job.ts';
import type { Job } from '../../api/job.ts';
import { JobKind } from '../../api/job.ts';
import type { Component } from '../../component.ts';
import { parseCronSchedule } from '../../machinery/cron.ts';
import { formatRfc3339, parseRfc3339 } from '../../machinery/time.ts';
import { startMs, TestCluster } from '../../testing/test-cluster.ts';
import { cronJobController, cronJobRescheduler } from './index.ts';
import { startsUntil, untilNextMs } from './times.ts';

const MINUTE = 60_000;

function started(spec: Partial<CronJobSpec> = {}, name = 'hello'): TestCluster {
  const cluster = new TestCluster(...([cronJobController, cronJobRescheduler] as Component[]));
  // Half a minute past the hour.
  cluster.pass(30_000);
  cluster.create(CronJobKind, cronJob(spec, name));
  return cluster;
}

function cronJob(spec: Partial<CronJobSpec> = {}, name = 'hello'): CronJob {
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name },
    spec: {
      schedule: '* * * * *',
      jobTemplate: {
        metadata: { labels: { from: 'cron' }, annotations: { note: 'a' } },
        spec: {
          backoffLimit: 2,
          template: { spec: { restartPolicy: 'Never', containers: [{ name: 'c', image: 'busybox' }] } },
        },
      },
      ...spec,
    },
  };
}

const jobs = (cluster: TestCluster) => cluster.store.list(JobKind);
const status = (cluster: TestCluster) => cluster.get(CronJobKind, 'hello').status ?? {};
/** Minutes since the hour at which the Jobs were due, by their names. */
const minutes = (cluster: TestCluster) =>
  jobs(cluster).map(({ metadata }) => Number(metadata.name.split('-').at(-1)) - startMs / MINUTE);

function end(cluster: TestCluster, name: string, type: 'Complete' | 'Failed'): void {
  const now = formatRfc3339(cluster.nowMs);
  cluster.change(JobKind, name, (job) => ({
    ...job,
    status: {
      startTime: job.metadata.creationTimestamp ?? now,
      ...(type === 'Complete' ? { completionTime: now } : {}),
      conditions: [{ type, status: 'True' as const, lastTransitionTime: now }],
    },
  }));
}

function change(cluster: TestCluster, spec: Partial<CronJobSpec>): void {
  cluster.change(CronJobKind, 'hello', (it) => ({ ...it, spec: { ...it.spec, ...spec } }));
}

describe('a Job for each time', () => {
  test('named after the minute, and made of the template', () => {
    const cluster = started();
    cluster.pass(2.2 * MINUTE);
    expect(minutes(cluster)).toEqual([1, 2]);
    const { uid } = cluster.get(CronJobKind, 'hello').metadata;
    expect(jobs(cluster)[0]).toMatchObject({
      metadata: {
        labels: { from: 'cron' },
        annotations: { note: 'a', 'batch.kubernetes.io/cronjob-scheduled-timestamp': '2026-01-05T09:01:00Z' },
        ownerReferences: [
          { kind: 'CronJob', name: 'hello', uid, controller: true, blockOwnerDeletion: true },
        ],
      },
      spec: { backoffLimit: 2 },
    });
    expect(status(cluster).lastScheduleTime).toBe('2026-01-05T09:02:00Z');
    expect(status(cluster).active?.map(({ kind, name }) => `${kind} ${name}`)).toEqual(
      cluster.names(JobKind).map((it) => `Job ${it}`),
    );
    expect(cluster.events('hello')).toEqual(
      cluster.names(JobKind).map((it) => `x1 Normal SuccessfulCreate: Created job ${it}`),
    );
  });

  test.each([
    ['Asia/Kolkata', '30 14 * * *', '2026-01-05T14:30:00+05:30', 0],
    ['America/New_York', '5 4 * * *', '2026-01-05T04:05:00-05:00', 5],
    ['Europe/London', '7 9 * * *', '2026-01-05T09:07:00Z', 7],
  ])('by the clocks of %s', (timeZone, schedule, scheduledAt, minute) => {
    const cluster = new TestCluster(cronJobController);
    cluster.create(CronJobKind, cronJob({ timeZone, schedule }));
    cluster.pass(24 * 60 * MINUTE + 10 * MINUTE);
    const [job] = jobs(cluster).slice(minute === 0 ? 0 : -2);
    const at = job?.metadata.annotations?.['batch.kubernetes.io/cronjob-scheduled-timestamp'];
    const day = minute === 0 ? scheduledAt.replace('01-05', '01-06') : scheduledAt;
    expect(at).toBe(day);
  });

  test('not while it is suspended, nor once it is deleted', () => {
    const cluster = started({ suspend: true });
    cluster.pass(5 * MINUTE);
    expect(jobs(cluster)).toEqual([]);
    change(cluster, { suspend: false });
    cluster.pass(1000);
    // Of those that were missed, the last one is made up for.
    expect(minutes(cluster)).toEqual([5]);
    cluster.delete(CronJobKind, 'hello', { propagationPolicy: 'Foreground' });
    cluster.pass(5 * MINUTE);
    expect(minutes(cluster)).toEqual([5]);
  });

  test('a new schedule makes up for nothing', () => {
    const cluster = started({ schedule: '0 0 1 1 *' });
    cluster.pass(5 * MINUTE);
    change(cluster, { schedule: '*/2 * * * *' });
    cluster.pass(3 * MINUTE);
    expect(minutes(cluster)).toEqual([6, 8]);
  });
});

describe('starts that were missed', () => {
  test('the last of very many, with a warning', () => {
    const cluster = started({ suspend: true });
    cluster.pass(200 * MINUTE);
    change(cluster, { suspend: false });
    cluster.pass(1000);
    expect(minutes(cluster)).toEqual([200]);
    expect(cluster.events('hello')[0]).toBe(
      'x1 Warning TooManyMissedTimes: too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew',
    );
  });

  test('none that is older than the deadline', () => {
    const cluster = started({ suspend: true, schedule: '*/10 * * * *', startingDeadlineSeconds: 60 });
    cluster.pass(12 * MINUTE);
    change(cluster, { suspend: false });
    cluster.pass(1000);
    expect(jobs(cluster)).toEqual([]);
    cluster.pass(10 * MINUTE);
    expect(minutes(cluster)).toEqual([20]);
  });

  test('a time that never comes is said once, and not waited for', () => {
    const cluster = started({ schedule: '0 0 30 2 *' });
    cluster.pass(60 * MINUTE);
    expect(cluster.events('hello')).toEqual([
      'x1 Warning InvalidSchedule: invalid schedule: 0 0 30 2 * : time difference between two schedules is less than 1 second',
    ]);
  });
});

describe('concurrency', () => {
  test('Allow starts one beside the other', () => {
    const cluster = started({ concurrencyPolicy: 'Allow' });
    cluster.pass(3 * MINUTE);
    expect(status(cluster).active).toHaveLength(3);
  });

  test('Forbid waits for the end, and then starts the one that is due', () => {
    const cluster = started({ concurrencyPolicy: 'Forbid' });
    cluster.pass(2.7 * MINUTE);
    expect(minutes(cluster)).toEqual([1]);
    const said = 'Not starting job because prior execution is running and concurrency policy is Forbid';
    expect(cluster.events('hello').at(-1)).toBe(`x2 Normal JobAlreadyActive: ${said}`);
    end(cluster, cluster.names(JobKind)[0] ?? '', 'Complete');
    cluster.pass(100);
    expect(minutes(cluster)).toEqual([1, 3]);
    expect(status(cluster).active).toHaveLength(1);
  });

  test('Replace deletes the one that runs', () => {
    const cluster = started({ concurrencyPolicy: 'Replace' });
    cluster.pass(1.7 * MINUTE);
    expect(minutes(cluster)).toEqual([2]);
    expect(status(cluster).active).toHaveLength(1);
    expect(cluster.events('hello').map((it) => it.split(' ')[2])).toEqual([
      'SuccessfulCreate:',
      'SuccessfulDelete:',
      'SuccessfulCreate:',
    ]);
  });
});

describe('what becomes of its Jobs', () => {
  test('ended ones are kept up to the limits, each kind its own', () => {
    const cluster = started({ successfulJobsHistoryLimit: 2, failedJobsHistoryLimit: 1 });
    const ends = ['Complete', 'Failed', 'Complete', 'Failed', 'Complete', 'Complete'] as const;
    for (const type of ends) {
      cluster.pass(MINUTE);
      end(cluster, cluster.names(JobKind).at(-1) ?? '', type);
    }
    cluster.pass(1000);
    expect(minutes(cluster)).toEqual([4, 5, 6]);
    expect(status(cluster)).toEqual({
      lastScheduleTime: '2026-01-05T09:06:00Z',
      lastSuccessfulTime: '2026-01-05T09:06:30Z',
    });
    const events = cluster.events('hello').map((it) => it.replace(/\d{8}/, 'N'));
    expect(new Set(events)).toEqual(
      new Set([
        'x1 Normal SuccessfulCreate: Created job hello-N',
        'x1 Normal SawCompletedJob: Saw completed job: hello-N, condition: Complete',
        'x1 Normal SawCompletedJob: Saw completed job: hello-N, condition: Failed',
        'x1 Normal SuccessfulDelete: Deleted job hello-N',
      ]),
    );
  });

  test('one that is gone is no longer active', () => {
    const cluster = started();
    cluster.pass(MINUTE);
    const [name = ''] = cluster.names(JobKind);
    cluster.delete(JobKind, name);
    cluster.pass(100);
    expect(status(cluster).active).toBeUndefined();
    expect(cluster.events('hello').at(-1)).toBe(`x1 Normal MissingJob: Active job went missing: ${name}`);
  });

  test('one that somebody else made is noticed, and not counted', () => {
    const cluster = started({ suspend: true });
    const { uid = '' } = cluster.get(CronJobKind, 'hello').metadata;
    const owner = { apiVersion: 'batch/v1', kind: 'CronJob', name: 'hello', uid, controller: true };
    const { spec } = cronJob().spec.jobTemplate;
    const job = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'manual', ownerReferences: [owner] },
      spec,
    };
    cluster.create(JobKind, job as Job);
    cluster.pass(100);
    expect(status(cluster).active).toBeUndefined();
    expect(cluster.events('hello')).toEqual([
      'x1 Warning UnexpectedJob: Saw a job that the controller did not create or forgot: manual',
    ]);
  });
});

describe('the times of starts', () => {
  const at = (time: string) => parseRfc3339(`2026-11-20T${time}Z`) as number;
  const created = (schedule: string, last?: string): CronJob => ({
    ...cronJob({ schedule }),
    metadata: { name: 'hello', creationTimestamp: '2026-11-20T10:00:30Z' },
    status: last === undefined ? {} : { lastScheduleTime: `2026-11-20T${last}Z` },
  });
  test.each([
    ['* * * * *', undefined, '10:00:45', undefined, 'none', '10:01:00'],
    ['* * * * *', undefined, '10:01:00', '10:01:00', 'none', '10:02:00'],
    ['* * * * *', '10:01:00', '10:01:00', undefined, 'none', '10:02:00'],
    ['* * * * *', '10:01:00', '10:05:10', '10:05:00', 'few', '10:06:00'],
    ['@every 40s', undefined, '10:02:00', '10:01:50', 'few', '10:02:30'],
    ['*/30 9-12 * * *', '09:00:00', '10:45:00', '10:30:00', 'few', '11:00:00'],
    ['* * * * *', undefined, '11:45:30', '11:45:00', 'many', '11:46:00'],
  ])('%s, last %s, at %s', (text, last, now, recent, missed, next) => {
    const schedule = parseCronSchedule(text);
    if (!schedule.ok) throw new Error(schedule.error);
    const starts = startsUntil(created(text, last), schedule.value, at(now));
    expect(starts.ok && [starts.value.recentMs, starts.value.missed]).toEqual([
      recent === undefined ? undefined : at(recent),
      missed,
    ]);
    expect(untilNextMs(created(text, last), schedule.value, at(now))).toBe(at(next) + 100 - at(now));
  });
});
