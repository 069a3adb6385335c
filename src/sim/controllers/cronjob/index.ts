// The CronJob controller.
// Watches: CronJobs, Jobs. Writes: Jobs, the status of CronJobs.
// Decides: when a Job is due, whether it may start beside the one before, and which ended Jobs are kept.
// Departs: Jobs are always looked up fresh, so none is ever thought missing by mistake.
import type { CronJob } from '../../api/cron-job.ts';
import { CronJobKind } from '../../api/cron-job.ts';
import { JobKind } from '../../api/job.ts';
import type { Kind } from '../../api/kind.ts';
import { controllerOf, keyOf, splitKey } from '../../api/meta.ts';
import type { Change } from '../../apiserver/store.ts';
import type { Component, Request, View } from '../../component.ts';
import type { SyncInput } from './sync.ts';
import { syncCronJob } from './sync.ts';
import { scheduleOf, startsUntil, untilNextMs } from './times.ts';

/** From a change to the look at it. */
const latencyMs = 5;
/** A start that is no older than this is due now; what came before a schedule was changed is none. */
const DUE_MS = 1000;

const name = 'cronjob-controller';

export const cronJobController: Component = {
  name,
  latencyMs,
  doorbells: [
    { kind: CronJobKind as Kind, keys: (change) => (isNewSchedule(change) ? [] : [keyOf(change.after)]) },
    { kind: JobKind as Kind, keys: ownersOf },
  ],
  reconcile(key, view, nowMs) {
    const input = inputFor(key, view, nowMs);
    return input ? syncCronJob(input) : [];
  },
};

/** Where the schedule is changed, what would have been due by the new one is not made up for. */
export const cronJobRescheduler: Component = {
  name,
  latencyMs,
  doorbells: [
    { kind: CronJobKind as Kind, keys: (change) => (isNewSchedule(change) ? [keyOf(change.after)] : []) },
  ],
  reconcile(key, view, nowMs) {
    const input = inputFor(key, view, nowMs);
    const schedule = input && scheduleOf(input.cronJob);
    if (!input || !schedule?.ok) return [];
    const starts = startsUntil(input.cronJob, schedule.value, nowMs);
    const recentMs = starts.ok ? starts.value.recentMs : undefined;
    if (recentMs !== undefined && nowMs - recentMs < DUE_MS) return syncCronJob(input);
    const afterMs = untilNextMs(input.cronJob, schedule.value, nowMs);
    const wake: Request[] = afterMs === undefined ? [] : [{ verb: 'wake', afterMs, periodic: true }];
    return wake;
  },
};

function isNewSchedule({ type, before, after }: Change): boolean {
  const of = (object: unknown) => (object as CronJob | undefined)?.spec;
  return (
    type === 'MODIFIED' &&
    (of(before)?.schedule !== of(after)?.schedule || of(before)?.timeZone !== of(after)?.timeZone)
  );
}

function ownersOf({ before, after }: Change): string[] {
  const keys: string[] = [];
  for (const object of [before, after]) {
    const owner = object && controllerOf(object);
    if (owner?.kind === CronJobKind.kind) keys.push(`${object?.metadata.namespace}/${owner.name}`);
  }
  return [...new Set(keys)];
}

function inputFor(key: string, view: View, nowMs: number): SyncInput | undefined {
  const { namespace, name: cronJobName } = splitKey(key);
  const cronJob = view.get(CronJobKind, namespace, cronJobName);
  if (!cronJob) return undefined;
  const jobs = view.list(JobKind, namespace).filter((job) => controllerOf(job)?.name === cronJobName);
  return { cronJob, jobs, jobNamed: (it) => view.get(JobKind, namespace, it), nowMs };
}
