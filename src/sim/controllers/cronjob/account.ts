// What has become of a CronJob's Jobs: which are over, which are gone, and which are kept no longer.
import type { CronJob, CronJobStatus } from '../../api/cron-job.ts';
import type { Job } from '../../api/job.ts';
import { hasJobCondition, isJobFinished, JobKind } from '../../api/job.ts';
import type { Kind } from '../../api/kind.ts';
import type { ObjectReference } from '../../api/meta.ts';
import type { Request } from '../../component.ts';
import { compareText } from '../../machinery/go-text.ts';

/** The status as it is to be, and what is done on the way to it. */
export interface Account {
  readonly status: CronJobStatus;
  readonly requests: readonly Request[];
}

/** `jobs`: all that the CronJob controls. */
export function accountFor(cronJob: CronJob, jobs: readonly Job[]): Account {
  let account: Account = { status: cronJob.status ?? {}, requests: [] };
  const { successfulJobsHistoryLimit: complete, failedJobsHistoryLimit: failed } = cronJob.spec;
  const ended = (type: string) => jobs.filter((job) => hasJobCondition(job, type));
  for (const job of [...oldest(ended('Complete'), complete), ...oldest(ended('Failed'), failed)]) {
    account = withoutJob(account, cronJob, job);
  }
  for (const job of jobs) account = withNews(account, cronJob, job);
  return withoutMissing(account, cronJob, jobs);
}

/** Those beyond the limit, by when they started. */
function oldest(jobs: readonly Job[], limit: number | undefined): Job[] {
  const surplus = limit === undefined ? 0 : jobs.length - limit;
  if (surplus <= 0) return [];
  return jobs
    .toSorted(
      (a, b) =>
        compareText(a.status?.startTime ?? '~', b.status?.startTime ?? '~') ||
        compareText(a.metadata.name, b.metadata.name),
    )
    .slice(0, surplus);
}

/** Deletes a Job, its pods with it. */
export function withoutJob({ status, requests }: Account, cronJob: CronJob, job: Job): Account {
  const { namespace = '', name } = job.metadata;
  const deletion: Request = {
    verb: 'delete',
    kind: JobKind as Kind,
    namespace,
    name,
    options: { propagationPolicy: 'Background' },
    // biome-ignore lint/suspicious/noThenProperty: what follows the answer is part of a request
    then: () => [say(cronJob, 'Normal', 'SuccessfulDelete', `Deleted job ${name}`)],
    otherwise: ({ message }) => [say(cronJob, 'Warning', 'FailedDelete', `Deleted job: ${message}`)],
  };
  return { status: withoutActive(status, job.metadata.uid), requests: [...requests, deletion] };
}

function withNews(account: Account, cronJob: CronJob, job: Job): Account {
  const { uid, name } = job.metadata;
  const isActive = account.status.active?.some((it) => it.uid === uid) ?? false;
  if (!isJobFinished(job)) {
    if (isActive) return account;
    const message = `Saw a job that the controller did not create or forgot: ${name}`;
    return saying(account, say(cronJob, 'Warning', 'UnexpectedJob', message));
  }
  const status = withSuccess(account.status, job);
  if (!isActive) return { ...account, status };
  const condition = hasJobCondition(job, 'Complete') ? 'Complete' : 'Failed';
  const message = `Saw completed job: ${name}, condition: ${condition}`;
  return saying(
    { ...account, status: withoutActive(status, uid) },
    say(cronJob, 'Normal', 'SawCompletedJob', message),
  );
}

function withSuccess(status: CronJobStatus, job: Job): CronJobStatus {
  const { completionTime } = job.status ?? {};
  if (completionTime === undefined || !hasJobCondition(job, 'Complete')) return status;
  const { lastSuccessfulTime = '' } = status;
  return completionTime > lastSuccessfulTime ? { ...status, lastSuccessfulTime: completionTime } : status;
}

function withoutMissing(before: Account, cronJob: CronJob, jobs: readonly Job[]): Account {
  const isThere = (uid: string | undefined) => jobs.some(({ metadata }) => metadata.uid === uid);
  let account = before;
  for (const { name, uid } of before.status.active ?? []) {
    if (isThere(uid)) continue;
    const missing = say(cronJob, 'Normal', 'MissingJob', `Active job went missing: ${name}`);
    account = saying({ ...account, status: withoutActive(account.status, uid) }, missing);
  }
  return account;
}

export function withActive(status: CronJobStatus, { metadata }: Job): CronJobStatus {
  const { name, namespace, uid, resourceVersion } = metadata;
  const reference: ObjectReference = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(resourceVersion === undefined ? {} : { resourceVersion }),
    ...(uid === undefined ? {} : { uid }),
  };
  return { ...status, active: [...(status.active ?? []), reference] };
}

function withoutActive({ active = [], ...status }: CronJobStatus, uid: string | undefined): CronJobStatus {
  const left = active.filter((it) => it.uid !== uid);
  return left.length === 0 ? status : { ...status, active: left };
}

function saying(account: Account, event: Request): Account {
  return { ...account, requests: [...account.requests, event] };
}

export function say(cronJob: CronJob, type: 'Normal' | 'Warning', reason: string, message: string): Request {
  return { verb: 'event', event: { regarding: cronJob, type, reason, message } };
}
