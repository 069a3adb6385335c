// When a CronJob last should have started a Job, and when it is to start the next one.
import type { CronJob } from '../../api/cron-job.ts';
import type { CronSchedule } from '../../machinery/cron.ts';
import { parseCronSchedule } from '../../machinery/cron.ts';
import type { Result } from '../../machinery/result.ts';
import { failure, success } from '../../machinery/result.ts';
import { parseRfc3339 } from '../../machinery/time.ts';

/** A Job is started so long after its time, lest a clock be a little behind. */
const DELTA_MS = 100;
/** More missed starts than this are worth a warning. */
const MISSED_MAX = 100;

export interface Starts {
  /** The last time that has been dealt with. */
  readonly sinceMs: number;
  /** The last time since then that has come. */
  readonly recentMs?: number;
  readonly missed: 'none' | 'few' | 'many';
}

/** The schedule in its time zone. */
export function scheduleOf({ spec }: CronJob): Result<CronSchedule> {
  const { schedule, timeZone } = spec;
  const isZoned = timeZone !== undefined && !schedule.includes('TZ');
  return parseCronSchedule(isZoned ? `TZ=${timeZone} ${schedule}` : schedule);
}

/**
 * The starts that have come since the last one. Where there may be many, the last is found by the distance of the
 * first two. `reachMs`: how far back to look at most.
 */
export function startsUntil(
  { metadata, status }: CronJob,
  schedule: CronSchedule,
  nowMs: number,
  reachMs = Number.POSITIVE_INFINITY,
): Result<Starts> {
  const lastMs = parseRfc3339(status?.lastScheduleTime ?? metadata.creationTimestamp ?? '') ?? nowMs;
  const sinceMs = Math.max(lastMs, nowMs - reachMs);
  const firstMs = schedule.next(sinceMs);
  const secondMs = firstMs === undefined ? undefined : schedule.next(firstMs);
  if (firstMs === undefined || secondMs === undefined) {
    return failure('time difference between two schedules is less than 1 second');
  }
  if (nowMs < firstMs) return success({ sinceMs, missed: 'none' });
  if (nowMs < secondMs) return success({ sinceMs, recentMs: firstMs, missed: 'none' });
  const distanceMs = secondMs - firstMs;
  const count = Math.floor((nowMs - firstMs) / distanceMs) + 1;
  let recentMs: number | undefined;
  let atMs = schedule.next(firstMs + (count - 2) * distanceMs);
  while (atMs !== undefined && atMs <= nowMs) {
    recentMs = atMs;
    atMs = schedule.next(atMs);
  }
  const missed = count > MISSED_MAX ? 'many' : 'few';
  return success({ sinceMs, missed, ...(recentMs === undefined ? {} : { recentMs }) });
}

/** How long to wait for the next start. */
export function untilNextMs(cronJob: CronJob, schedule: CronSchedule, nowMs: number): number | undefined {
  const starts = startsUntil(cronJob, schedule, nowMs);
  const fromMs = starts.ok ? (starts.value.recentMs ?? fallbackMs(starts.value, nowMs)) : nowMs;
  const nextMs = schedule.next(fromMs);
  return nextMs === undefined ? undefined : Math.max(0, nextMs + DELTA_MS - nowMs);
}

function fallbackMs({ missed, sinceMs }: Starts, nowMs: number): number {
  return missed === 'none' ? sinceMs : nowMs;
}
