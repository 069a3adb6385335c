// Job: pods that run to an end.
import { humanDuration } from '../machinery/duration.ts';
import { formatLabelSelector } from '../machinery/label-selector.ts';
import { dns1123Subdomain } from '../machinery/names.ts';
import { parseRfc3339 } from '../machinery/time.ts';
import { ageColumn, containerColumns, nameColumn } from './columns.ts';
import { generateSelector, validateGeneratedSelector } from './job-selector.ts';
import { validateJobUpdate } from './job-update.ts';
import { indexedPodNameErrors, validateJobSpec } from './job-validation.ts';
import type { Kind } from './kind.ts';
import type { Condition, KubeObject, LabelSelector } from './meta.ts';
import { validateMetadata } from './metadata-validation.ts';
import { fillInTemplate } from './pod-defaults.ts';
import type { PodTemplateSpec } from './pod-spec.ts';
import { hostNameWarnings, podSpecWarnings } from './pod-warnings.ts';

export interface Job extends KubeObject {
  spec: JobSpec;
  status?: JobStatus;
}

export interface JobSpec {
  /** At most how many pods run at a time. */
  parallelism?: number;
  /** How many pods are to succeed; without it any one success will do. */
  completions?: number;
  /** Indexed: one success for each index from 0 to completions - 1. */
  completionMode?: 'NonIndexed' | 'Indexed';
  /** How many failures are put up with. */
  backoffLimit?: number;
  backoffLimitPerIndex?: number;
  maxFailedIndexes?: number;
  activeDeadlineSeconds?: number;
  ttlSecondsAfterFinished?: number;
  suspend?: boolean;
  podFailurePolicy?: { rules: PodFailurePolicyRule[] };
  successPolicy?: { rules: SuccessPolicyRule[] };
  podReplacementPolicy?: 'TerminatingOrFailed' | 'Failed';
  managedBy?: string;
  manualSelector?: boolean;
  selector?: LabelSelector;
  template: PodTemplateSpec;
}

export interface PodFailurePolicyRule {
  action: 'Count' | 'FailIndex' | 'FailJob' | 'Ignore';
  onExitCodes?: { containerName?: string; operator: 'In' | 'NotIn'; values: number[] };
  onPodConditions?: { type: string; status?: string }[];
}

export interface SuccessPolicyRule {
  succeededCount?: number;
  /** `0,2-4`. */
  succeededIndexes?: string;
}

export interface JobCondition extends Condition {
  lastProbeTime?: string;
}

export interface JobStatus {
  active?: number;
  ready?: number;
  succeeded?: number;
  failed?: number;
  terminating?: number;
  /** `0,2-4`. */
  completedIndexes?: string;
  failedIndexes?: string;
  /** Uids of pods that have ended, and whose end is about to be counted. */
  uncountedTerminatedPods?: { succeeded?: string[]; failed?: string[] };
  startTime?: string;
  completionTime?: string;
  conditions?: JobCondition[];
}

export const JobKind: Kind<Job> = {
  group: 'batch',
  version: 'v1',
  kind: 'Job',
  plural: 'jobs',
  singular: 'job',
  categories: ['all'],
  namespaced: true,
  schema: 'io.k8s.api.batch.v1.Job',
  hasStatus: true,
  hasGeneration: true,
  prepareForCreate(draft) {
    draft.status = {};
    const isShared = lacksLabels(draft);
    generateSelector(draft);
    if (isShared) shareLabels(draft);
  },
  prepareForUpdate: shareLabels,
  fillInStored: shareLabels,
  defaults: fillInJob,
  validate: (job) => [
    ...validateMetadata(job.metadata, dns1123Subdomain),
    ...validateGeneratedSelector(job),
    ...validateJobSpec(job.spec),
    ...indexedPodNameErrors(job),
  ],
  validateUpdate: validateJobUpdate,
  warnings: ({ metadata, spec }, old) => [
    ...(old ? [] : hostNameWarnings(metadata.name, 'Pod names and hostnames')),
    ...jobSpecWarnings(spec, 'spec'),
  ],
  columns: [
    nameColumn,
    { name: 'STATUS', cell: jobState },
    { name: 'COMPLETIONS', cell: completionsText },
    { name: 'DURATION', cell: durationText },
    ageColumn,
    ...containerColumns<Job>(({ spec }) => spec.template),
    { name: 'SELECTOR', wide: true, cell: ({ spec }) => formatLabelSelector(spec.selector) },
  ],
};

/** True where the template has labels and the Job itself none: then they are the Job's too. */
function lacksLabels({ metadata, spec }: Job): boolean {
  const { labels } = spec.template.metadata ?? {};
  return labels !== undefined && Object.keys(metadata.labels ?? {}).length === 0;
}

function shareLabels(draft: Job): void {
  if (lacksLabels(draft)) draft.metadata.labels = { ...draft.spec.template.metadata?.labels };
}

function fillInJob({ spec }: Job): void {
  if (spec.parallelism === undefined) spec.completions ??= 1;
  spec.parallelism ??= 1;
  spec.backoffLimit ??= spec.backoffLimitPerIndex === undefined ? 6 : 2 ** 31 - 1;
  spec.completionMode ??= 'NonIndexed';
  spec.suspend ??= false;
  spec.podReplacementPolicy ??= spec.podFailurePolicy ? 'Failed' : 'TerminatingOrFailed';
  spec.manualSelector ??= false;
  fillInJobTemplate(spec);
}

/** What is filled in wherever a Job's spec stands: in a Job, and in the template of a CronJob. Mutates a draft. */
export function fillInJobTemplate({ podFailurePolicy, template }: JobSpec): void {
  for (const { onPodConditions } of podFailurePolicy?.rules ?? []) {
    for (const pattern of onPodConditions ?? []) pattern.status ||= 'True';
  }
  fillInTemplate(template);
}

export function jobSpecWarnings(spec: JobSpec, path: string): string[] {
  const warnings = podSpecWarnings(spec.template.spec, `${path}.template.spec`);
  const { completionMode, completions = 0, parallelism = 0 } = spec;
  if (completionMode !== 'Indexed' || completions <= 100_000 || parallelism <= 10_000) return warnings;
  const message =
    'In Indexed Jobs with a number of completions higher than 10^5 and a parallelism higher than 10^4, Kubernetes might not be able to track completedIndexes when a big number of indexes fail';
  return [`${path}: ${message}`, ...warnings];
}

/** A condition that holds. */
export function hasJobCondition({ status }: Job, type: string): boolean {
  return status?.conditions?.some((it) => it.type === type && it.status === 'True') ?? false;
}

export function isJobFinished(job: Job): boolean {
  return hasJobCondition(job, 'Complete') || hasJobCondition(job, 'Failed');
}

function jobState(job: Job): string {
  for (const type of ['Complete', 'Failed']) if (hasJobCondition(job, type)) return type;
  if (job.metadata.deletionTimestamp !== undefined) return 'Terminating';
  for (const type of ['Suspended', 'FailureTarget', 'SuccessCriteriaMet']) {
    if (hasJobCondition(job, type)) return type;
  }
  return 'Running';
}

function completionsText({ spec, status }: Job): string {
  const succeeded = status?.succeeded ?? 0;
  const { completions, parallelism = 0 } = spec;
  if (completions !== undefined) return `${succeeded}/${completions}`;
  return parallelism > 1 ? `${succeeded}/1 of ${parallelism}` : `${succeeded}/1`;
}

function durationText({ status }: Job, nowMs: number): string {
  if (status?.startTime === undefined) return '';
  const endMs = status.completionTime === undefined ? nowMs : (parseRfc3339(status.completionTime) ?? nowMs);
  return humanDuration(endMs - (parseRfc3339(status.startTime) ?? endMs));
}
