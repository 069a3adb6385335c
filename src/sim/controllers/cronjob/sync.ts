// One look at a CronJob: what has become of its Jobs, and whether one is due.
import type { CronJob, CronJobStatus } from '../../api/cron-job.ts';
import { CronJobKind } from '../../api/cron-job.ts';
import type { Job } from '../../api/job.ts';
import { JobKind } from '../../api/job.ts';
import type { Kind } from '../../api/kind.ts';
import { isControlledBy } from '../../api/meta.ts';
import type { Request } from '../../component.ts';
import type { CronSchedule } from '../../machinery/cron.ts';

import { goQuote } from '../../machinery/go-text.ts';
import { formatRfc1123, formatRfc3339, parseRfc3339 } from '../../machinery/time.ts';
import { loadTimeZone } from '../../machinery/time-zone.ts';
import type { Account } from './account.ts';
import { accountFor, say, withActive, withoutJob } from './account.ts';
import { jobName, newJob } from './new-job.ts';
import { scheduleOf, startsUntil, untilNextMs } from './times.ts';

export interface SyncInput {
  readonly cronJob: CronJob;
  /** All Jobs of the namespace that name it as their controller. */
  readonly jobs: readonly Job[];
  jobNamed(name: string): Job | undefined;
  readonly nowMs: number;
}

export function syncCronJob(input: SyncInput): Request[] {
  const { cronJob, jobs } = input;
  const account = accountFor(cronJob, jobs);
  const rest = { ...cronJob, status: account.status };
  const { timeZone, suspend, schedule: text } = cronJob.spec;
  if (cronJob.metadata.deletionTimestamp !== undefined) return finish(input, account);
  const zone = timeZone === undefined ? undefined : loadTimeZone(timeZone);
  if (zone && !zone.ok) {
    const message = `invalid timeZone: ${goQuote(timeZone ?? '')}: ${zone.error}`;
    return finish(input, account, [say(cronJob, 'Warning', 'UnknownTimeZone', message)]);
  }
  if (suspend) return finish(input, account);
  const schedule = scheduleOf(cronJob);
  if (!schedule.ok) {
    const message = `unparseable schedule: ${goQuote(text)} : ${schedule.error}`;
    return finish(input, account, [say(cronJob, 'Warning', 'UnparseableSchedule', message)]);
  }
  return start({ ...input, cronJob: rest }, account, schedule.value);
}

/** Starts the Job that is due, if there is one and nothing speaks against it. */
function start(input: SyncInput, account: Account, schedule: CronSchedule): Request[] {
  const { cronJob, nowMs } = input;
  const { startingDeadlineSeconds: deadline, schedule: text, concurrencyPolicy } = cronJob.spec;
  const starts = startsUntil(cronJob, schedule, nowMs, deadline === undefined ? undefined : deadline * 1000);
  if (!starts.ok) {
    const message = `invalid schedule: ${text} : ${starts.error}`;
    return finish(input, account, [say(cronJob, 'Warning', 'InvalidSchedule', message)]);
  }
  const { recentMs, missed } = starts.value;
  const wait = waiting(cronJob, schedule, nowMs);
  if (recentMs === undefined) return finish(input, account, wait);
  const tooMany =
    'too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew';
  const warnings = missed === 'many' ? [say(cronJob, 'Warning', 'TooManyMissedTimes', tooMany)] : [];
  if (deadline !== undefined && recentMs + deadline * 1000 < nowMs) {
    const message = `Missed scheduled time to start a job: ${formatRfc1123(recentMs)}`;
    return finish(input, account, [...warnings, say(cronJob, 'Warning', 'MissSchedule', message), ...wait]);
  }
  if (isDealtWith(cronJob, recentMs)) return finish(input, account, [...warnings, ...wait]);
  const active = cronJob.status?.active ?? [];
  if (concurrencyPolicy === 'Forbid' && active.length > 0) {
    const message = 'Not starting job because prior execution is running and concurrency policy is Forbid';
    return finish(input, account, [
      ...warnings,
      say(cronJob, 'Normal', 'JobAlreadyActive', message),
      ...wait,
    ]);
  }
  let before: Account = { ...account, requests: [...account.requests, ...warnings] };
  for (const { name } of concurrencyPolicy === 'Replace' ? active : []) {
    const job = input.jobNamed(name ?? '');
    if (job) before = withoutJob(before, cronJob, job);
  }
  return [...before.requests, creation(input, before.status, recentMs, schedule)];
}

function isDealtWith(cronJob: CronJob, atMs: number): boolean {
  const { active = [], lastScheduleTime } = cronJob.status ?? {};
  const name = jobName(cronJob, atMs);
  return active.some((it) => it.name === name) || parseRfc3339(lastScheduleTime ?? '') === atMs;
}

function creation(input: SyncInput, status: CronJobStatus, atMs: number, schedule: CronSchedule): Request {
  const { cronJob, jobNamed, nowMs } = input;
  const taken = (job: Job): Request[] => {
    const next = { ...withActive(status, job), lastScheduleTime: formatRfc3339(atMs) };
    const wait = waiting({ ...cronJob, status: next }, schedule, nowMs);
    return [...statusUpdate(cronJob, next), ...wait];
  };
  const object = newJob(cronJob, atMs);
  return {
    verb: 'create',
    kind: JobKind as Kind,
    object,
    // biome-ignore lint/suspicious/noThenProperty: what follows the answer is part of a request
    then: (job) => [
      say(cronJob, 'Normal', 'SuccessfulCreate', `Created job ${job.metadata.name}`),
      ...taken(job as Job),
    ],
    otherwise: ({ reason, message }) => {
      const there = reason === 'AlreadyExists' ? jobNamed(object.metadata.name) : undefined;
      if (there)
        return isControlledBy(there, cronJob.metadata.uid) ? taken(there) : statusUpdate(cronJob, status);
      return [
        say(cronJob, 'Warning', 'FailedCreate', `Error creating job: ${message}`),
        ...statusUpdate(cronJob, status),
        { verb: 'fail', message },
      ];
    },
  };
}

/** What the account asks for, the status if it is new, and whatever else there is to say. */
function finish({ cronJob }: SyncInput, account: Account, more: readonly Request[] = []): Request[] {
  const isWait = (request: Request) => request.verb === 'wake';
  return [
    ...account.requests,
    ...more.filter((it) => !isWait(it)),
    ...statusUpdate(cronJob, account.status),
    ...more.filter(isWait),
  ];
}

/** Asked of the loop, which finds out whether it is news: a status that stays as it is changes nothing. */
function statusUpdate(cronJob: CronJob, status: CronJobStatus): Request[] {
  const object = { ...cronJob, status };
  return [{ verb: 'updateStatus', kind: CronJobKind as Kind, object }];
}

function waiting(cronJob: CronJob, schedule: CronSchedule, nowMs: number): Request[] {
  const afterMs = untilNextMs(cronJob, schedule, nowMs);
  return afterMs === undefined ? [] : [{ verb: 'wake', afterMs, periodic: true }];
}
