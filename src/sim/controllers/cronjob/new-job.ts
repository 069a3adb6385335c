// The Job of a CronJob for one of its times.
import type { CronJob } from '../../api/cron-job.ts';
import type { Job } from '../../api/job.ts';
import { controllerReference } from '../../api/meta.ts';
import { formatRfc3339 } from '../../machinery/time.ts';
import { loadTimeZone } from '../../machinery/time-zone.ts';

const SCHEDULED_AT = 'batch.kubernetes.io/cronjob-scheduled-timestamp';
const MINUTE_MS = 60_000;

/** Named after the minute, so that no time has two. */
export function jobName({ metadata }: CronJob, atMs: number): string {
  return `${metadata.name}-${Math.floor(atMs / MINUTE_MS)}`;
}

export function newJob(cronJob: CronJob, atMs: number): Job {
  const { metadata, spec } = cronJob;
  const { labels, annotations } = spec.jobTemplate.metadata ?? {};
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: jobName(cronJob, atMs),
      ...(metadata.namespace === undefined ? {} : { namespace: metadata.namespace }),
      ...(labels ? { labels } : {}),
      annotations: { ...annotations, [SCHEDULED_AT]: zonedText(atMs, spec.timeZone) },
      ownerReferences: [controllerReference(cronJob)],
    },
    spec: spec.jobTemplate.spec,
  };
}

/** `2026-11-20T11:36:00+01:00`: a time as the clocks of a zone show it. */
function zonedText(atMs: number, timeZone: string | undefined): string {
  const zone = timeZone === undefined ? undefined : loadTimeZone(timeZone);
  const offsetMs = zone?.ok ? zone.value.offsetMs(atMs) : 0;
  if (offsetMs === 0) return formatRfc3339(atMs);
  const minutes = Math.abs(offsetMs) / MINUTE_MS;
  const [hours, rest] = [Math.floor(minutes / 60), Math.floor(minutes % 60)];
  const offset = `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
  return `${formatRfc3339(atMs + offsetMs).slice(0, -1)}${offsetMs < 0 ? '-' : '+'}${offset}`;
}
