// kubectl describe job and cronjob.
import type { CronJob, Job } from '../../sim/index.ts';
import { formatLabelSelector, humanDuration, parseRfc3339 } from '../../sim/index.ts';
import { formatTime } from './containers.ts';
import type { Describer } from './describer.ts';
import { addController, annotationEntries, Document, mapEntries } from './document.ts';
import { addEvents } from './events.ts';
import { addPodTemplate } from './pod-template.ts';

const UNSET = '<unset>';
/** A list of indexes is cut at the first comma after so many characters. */
const INDEXES_MAX_LENGTH = 50;

export const describeJob: Describer<Job> = (job, view, nowMs) => {
  const { metadata, spec, status = {} } = job;
  const document = new Document();
  document.line(0, 'Name:', metadata.name);
  document.line(0, 'Namespace:', metadata.namespace ?? '');
  document.line(0, 'Selector:', formatLabelSelector(spec.selector));
  document.entries(0, 'Labels:', mapEntries(metadata.labels));
  document.entries(0, 'Annotations:', annotationEntries(metadata.annotations));
  addController(document, metadata);
  addGiven(document, 'Parallelism:', spec.parallelism);
  document.line(0, 'Completions:', String(spec.completions ?? UNSET));
  addGiven(document, 'Completion Mode:', spec.completionMode);
  addGiven(document, 'Suspend:', spec.suspend);
  addGiven(document, 'Backoff Limit:', spec.backoffLimit);
  addGiven(document, 'TTL Seconds After Finished:', spec.ttlSecondsAfterFinished);
  const { startTime, completionTime } = status;
  if (startTime) document.line(0, 'Start Time:', formatTime(startTime));
  if (completionTime) document.line(0, 'Completed At:', formatTime(completionTime));
  if (startTime && completionTime) document.line(0, 'Duration:', durationText(startTime, completionTime));
  const deadline = spec.activeDeadlineSeconds;
  if (deadline !== undefined) document.line(0, 'Active Deadline Seconds:', `${deadline}s`);
  document.line(0, 'Pods Statuses:', podsText(job));
  if (spec.completionMode === 'Indexed') {
    document.line(0, 'Completed Indexes:', indexesText(status.completedIndexes ?? ''));
  }
  addPodTemplate(document, spec.template);
  addEvents(document, job, view, nowMs);
  return document.toString();
};

export const describeCronJob: Describer<CronJob> = (cronJob, view, nowMs) => {
  const { metadata, spec, status = {} } = cronJob;
  const document = new Document();
  document.line(0, 'Name:', metadata.name);
  document.line(0, 'Namespace:', metadata.namespace ?? '');
  document.entries(0, 'Labels:', mapEntries(metadata.labels));
  document.entries(0, 'Annotations:', annotationEntries(metadata.annotations));
  document.line(0, 'Schedule:', spec.schedule);
  document.line(0, 'Concurrency Policy:', spec.concurrencyPolicy ?? '');
  document.line(0, 'Suspend:', switchText(spec.suspend));
  document.line(0, 'Time Zone:', spec.timeZone ?? UNSET);
  document.line(0, 'Successful Job History Limit:', String(spec.successfulJobsHistoryLimit ?? UNSET));
  document.line(0, 'Failed Job History Limit:', String(spec.failedJobsHistoryLimit ?? UNSET));
  const deadline = spec.startingDeadlineSeconds;
  document.line(0, 'Starting Deadline Seconds:', deadline === undefined ? UNSET : `${deadline}s`);
  addJobTemplate(document, cronJob);
  const { lastScheduleTime, active = [] } = status;
  document.line(0, 'Last Schedule Time:', lastScheduleTime ? formatTime(lastScheduleTime) : UNSET);
  document.line(0, 'Active Jobs:', active.map(({ name }) => name).join(', ') || '<none>');
  addEvents(document, cronJob, view, nowMs);
  return document.toString();
};

function addJobTemplate(document: Document, { spec: { jobTemplate } }: CronJob): void {
  const { selector, parallelism, completions, activeDeadlineSeconds, template } = jobTemplate.spec;
  document.line(0, 'Selector:', selector ? formatLabelSelector(selector) : UNSET);
  document.line(0, 'Parallelism:', String(parallelism ?? UNSET));
  document.line(0, 'Completions:', String(completions ?? UNSET));
  if (activeDeadlineSeconds !== undefined) {
    document.line(0, 'Active Deadline Seconds:', `${activeDeadlineSeconds}s`);
  }
  addPodTemplate(document, template);
}

function addGiven(document: Document, title: string, value: string | number | boolean | undefined): void {
  if (value !== undefined) document.line(0, title, String(value));
}

function durationText(start: string, end: string): string {
  return humanDuration((parseRfc3339(end) ?? 0) - (parseRfc3339(start) ?? 0));
}

function podsText({ status = {} }: Job): string {
  const { active = 0, ready, succeeded = 0, failed = 0 } = status;
  const readyText = ready === undefined ? '' : ` (${ready} Ready)`;
  return `${active} Active${readyText} / ${succeeded} Succeeded / ${failed} Failed`;
}

function indexesText(indexes: string): string {
  if (indexes === '') return '<none>';
  const end = indexes.indexOf(',', INDEXES_MAX_LENGTH);
  return end === -1 ? indexes : `${indexes.slice(0, end + 1)}...`;
}

function switchText(isOn: boolean | undefined): string {
  if (isOn === undefined) return UNSET;
  return isOn ? 'True' : 'False';
}
