// Changes of a Job: its pods are of one mould, so little of it may change.
// Source: "Mutable Scheduling Directives" and "Elastic Indexed Jobs" in the documentation of Job; order and wording of
// the 1.36 API server.
import { isEqual } from '../machinery/equality.ts';
import type { FieldError } from '../machinery/field-error.ts';
import { immutable, invalid } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { innerPodSpec } from './inner-form.ts';
import type { Job, JobSpec } from './job.ts';
import { podFailurePolicyAsGoWrites, successPolicyAsGoWrites } from './job-policy-validation.ts';
import { validateMetadataUpdate } from './metadata-validation.ts';
import type { Container, PodTemplateSpec } from './pod-spec.ts';
import { selectorAsGoWrites, sortedMap } from './selector-validation.ts';

const SPEC = FieldPath.of('spec');

export function validateJobUpdate(next: Job, old: Job): FieldError[] {
  const errors = validateMetadataUpdate(next.metadata, old.metadata);
  validateCompletions(next.spec, old.spec, errors);
  const fixed = (field: keyof JobSpec, badValue: unknown, isSame: boolean) => {
    if (!isSame) errors.push(immutable(SPEC.child(field), badValue ?? null));
  };
  const isSame = (field: keyof JobSpec) => isEqual(next.spec[field], old.spec[field]);
  fixed('selector', selectorAsGoWrites(next.spec.selector), isSame('selector'));
  fixed(
    'template',
    templateAsGoWrites(next.spec.template),
    isEqual(next.spec.template, allowedTemplate(next, old)),
  );
  fixed('completionMode', next.spec.completionMode, isSame('completionMode'));
  fixed('podFailurePolicy', podFailurePolicyAsGoWrites(next.spec), isSame('podFailurePolicy'));
  fixed('backoffLimitPerIndex', next.spec.backoffLimitPerIndex, isSame('backoffLimitPerIndex'));
  fixed('managedBy', next.spec.managedBy, isSame('managedBy'));
  fixed('successPolicy', successPolicyAsGoWrites(next.spec), isSame('successPolicy'));
  return errors;
}

/** An Indexed Job may grow and shrink, its parallelism with it. */
function validateCompletions(next: JobSpec, old: JobSpec, errors: FieldError[]): void {
  if (next.completions === old.completions) return;
  const path = SPEC.child('completions');
  if (next.completionMode !== 'Indexed') errors.push(immutable(path, next.completions ?? null));
  else if (next.completions !== undefined && next.completions !== next.parallelism) {
    errors.push(invalid(path, next.completions, 'can only be modified in tandem with spec.parallelism'));
  }
}

/** The old template with what may be new in it: where its pods may run, and what they ask for, while it is suspended. */
function allowedTemplate({ spec: { template } }: Job, old: Job): PodTemplateSpec {
  const isHalted = old.status?.conditions?.some(
    ({ type, status }) => type === 'Suspended' && status === 'True',
  );
  const isOpen = old.spec.suspend === true && (isHalted || old.status?.startTime === undefined);
  if (!isOpen) return old.spec.template;
  const given = template.spec;
  const before = old.spec.template.spec;
  const next: PodTemplateSpec = {
    ...old.spec.template,
    metadata: {
      ...old.spec.template.metadata,
      ...picked(template.metadata ?? {}, ['labels', 'annotations']),
    },
    spec: {
      ...before,
      ...picked(given, ['nodeSelector', 'tolerations', 'schedulingGates']),
      affinity: withNodeAffinity(before.affinity, given.affinity),
      containers: before.containers.map((it, i) => withResources(it, given.containers[i])),
    },
  };
  if (before.initContainers) {
    next.spec.initContainers = before.initContainers.map((it, i) =>
      withResources(it, given.initContainers?.[i]),
    );
  }
  return next;
}

/** The fields, also where they are not given: what was there before is gone then. */
function picked<T extends object>(source: T, fields: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(fields.map((field) => [field, source[field]])) as Partial<T>;
}

function withNodeAffinity(before: unknown, given: unknown): unknown {
  const { nodeAffinity: _, ...others } = (before ?? {}) as { nodeAffinity?: unknown };
  const { nodeAffinity } = (given ?? {}) as { nodeAffinity?: unknown };
  const merged = nodeAffinity === undefined ? others : { ...others, nodeAffinity };
  return given === undefined && Object.keys(merged).length === 0 ? undefined : merged;
}

function withResources(before: Container, given: Container | undefined): Container {
  return given?.name === before.name ? { ...before, ...picked(given, ['resources']) } : before;
}

/** A template in the API server's inner form, as messages show it. */
function templateAsGoWrites({ metadata = {}, spec }: PodTemplateSpec): object {
  const { labels, annotations, finalizers } = metadata;
  return {
    ...(labels ? { labels: sortedMap(labels) } : {}),
    ...(annotations ? { annotations: sortedMap(annotations) } : {}),
    ...(finalizers ? { finalizers } : {}),
    Spec: innerPodSpec(spec),
  };
}
