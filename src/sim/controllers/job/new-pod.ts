// A new pod of a Job.
import type { Job } from '../../api/job.ts';
import { controllerReference } from '../../api/meta.ts';
import type { Pod, PodTemplateSpec } from '../../api/pod.ts';
import type { Container } from '../../api/pod-spec.ts';
import { podFromTemplate } from '../pod-from-template.ts';
import { isCounted } from './pod-failure-policy.ts';
import {
  COMPLETION_INDEX,
  countIn,
  hasLimitPerIndex,
  INDEX_FAILURES,
  INDEX_IGNORED_FAILURES,
  TRACKING,
} from './predicates.ts';

const INDEX_VARIABLE = 'JOB_COMPLETION_INDEX';
/** The API server adds five characters to a prefix, and names of pods become host names. */
const PREFIX_MAX_LENGTH = 58;

export function newPod(job: Job, index: number | undefined, replaced: Pod | undefined): Pod {
  const { template } = job.spec;
  const finalizers = [...new Set([...(template.metadata?.finalizers ?? []), TRACKING])];
  const tracked = { ...template, metadata: { ...template.metadata, finalizers } };
  const indexed = index === undefined ? tracked : withIndex(job, tracked, index, replaced);
  const pod = podFromTemplate(indexed, job, controllerReference(job));
  if (index === undefined) return pod;
  const end = `-${index}-`;
  const generateName = job.metadata.name.slice(0, PREFIX_MAX_LENGTH - end.length) + end;
  return { ...pod, metadata: { ...pod.metadata, generateName } };
}

function withIndex(
  job: Job,
  { metadata, spec }: PodTemplateSpec,
  index: number,
  replaced: Pod | undefined,
): PodTemplateSpec {
  const mark = { [COMPLETION_INDEX]: String(index) };
  const failures = hasLimitPerIndex(job) ? failuresBefore(job, replaced) : {};
  return {
    metadata: {
      ...metadata,
      labels: { ...metadata?.labels, ...mark },
      annotations: { ...metadata?.annotations, ...mark, ...failures },
    },
    spec: {
      ...spec,
      hostname: `${job.metadata.name}-${index}`,
      containers: spec.containers.map(withIndexVariable),
      ...(spec.initContainers ? { initContainers: spec.initContainers.map(withIndexVariable) } : {}),
    },
  };
}

function withIndexVariable(container: Container): Container {
  const { env = [] } = container;
  if (env.some(({ name }) => name === INDEX_VARIABLE)) return container;
  const fieldPath = `metadata.labels['${COMPLETION_INDEX}']`;
  return {
    ...container,
    env: [...env, { name: INDEX_VARIABLE, valueFrom: { fieldRef: { fieldPath } } }],
  };
}

/** How often the index has failed, handed on from pod to pod. */
function failuresBefore(job: Job, replaced: Pod | undefined): Record<string, string> {
  if (!replaced) return { [INDEX_FAILURES]: '0' };
  const counts = isCounted(job, replaced);
  const failures = countIn(replaced, INDEX_FAILURES) + (counts ? 1 : 0);
  const ignored = countIn(replaced, INDEX_IGNORED_FAILURES) + (counts ? 0 : 1);
  return {
    [INDEX_FAILURES]: String(failures),
    ...(ignored > 0 ? { [INDEX_IGNORED_FAILURES]: String(ignored) } : {}),
  };
}
