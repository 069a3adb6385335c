// Creating and deleting a Job's pods, and what the Job says about it.
import type { Job } from '../../api/job.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { Request } from '../../component.ts';
import type { Attempt } from '../attempts.ts';
import { writing } from '../attempts.ts';
import { isReady } from '../pod-facts.ts';
import { isTracked, TRACKING } from './predicates.ts';

/** What became of a number of attempts. */
export interface Outcome {
  readonly done: number;
  /** How many of them were about pods that are ready. */
  readonly ready: number;
  readonly error?: string;
}

/** One pod to be written. */
export interface Step {
  readonly attempt: Attempt;
  readonly isReady: boolean;
}

/**
 * Tries all steps, in batches that double as long as all goes well; a batch in which something is refused is the last one.
 * `end` is told how many were done.
 */
export function inBatches(
  steps: readonly Step[],
  firstBatch: number,
  end: (outcome: Outcome) => Request[],
): Request[] {
  const tryFrom = (at: number, batch: number, batchEnd: number, outcome: Outcome): Request[] => {
    const step = steps[at];
    if (!step || (at === batchEnd && outcome.error !== undefined)) return end(outcome);
    if (at === batchEnd) return tryFrom(at, batch * 2, at + batch * 2, outcome);
    return step.attempt((error) => tryFrom(at + 1, batch, batchEnd, after(outcome, step, error)));
  };
  return tryFrom(0, firstBatch, firstBatch, { done: 0, ready: 0 });
}

function after(outcome: Outcome, step: Step, error: string | undefined): Outcome {
  if (error !== undefined) return { error, ...outcome };
  return { ...outcome, done: outcome.done + 1, ready: outcome.ready + Number(step.isReady) };
}

export function creation(job: Job, object: Pod): Step {
  const attempt = writing(
    { verb: 'create', kind: PodKind, object },
    {
      done: ({ metadata }) => [say(job, 'Normal', 'SuccessfulCreate', `Created pod: ${metadata.name}`)],
      refused: ({ message }) => ({
        say: [say(job, 'Warning', 'FailedCreate', `Error creating: ${message}`)],
        error: message,
      }),
    },
  );
  return { attempt, isReady: false };
}

/** `release`: without counting how the pod ended. */
export function deletion(job: Job, pod: Pod, release: boolean): Step {
  const { namespace = '', name } = pod.metadata;
  const deleting = writing(
    { verb: 'delete', kind: PodKind, namespace, name },
    {
      done: () => [say(job, 'Normal', 'SuccessfulDelete', `Deleted pod: ${name}`)],
      refused: ({ reason, message }) => {
        if (reason === 'NotFound') return { say: [] };
        return { say: [say(job, 'Warning', 'FailedDelete', `Error deleting: ${message}`)], error: message };
      },
    },
  );
  const attempt: Attempt = (next) => [...(release ? releases([pod]) : []), ...deleting(next)];
  return { attempt, isReady: isReady(pod) };
}

/** Lets ended pods go: their end has been counted. */
export function releases(pods: readonly Pod[]): Request[] {
  return pods.filter(isTracked).map((pod) => ({
    verb: 'update',
    kind: PodKind,
    object: withoutTracking(pod),
    otherwise: ({ reason, message }) => (reason === 'NotFound' ? [] : [{ verb: 'fail', message }]),
  }));
}

/** As a patch would: whatever else has changed in the meantime stays. */
function withoutTracking(pod: Pod): Pod {
  const { finalizers = [], resourceVersion: _, ...metadata } = pod.metadata;
  const others = finalizers.filter((it) => it !== TRACKING);
  return {
    ...pod,
    metadata: others.length === 0 ? metadata : { ...metadata, finalizers: others },
  };
}

export function say(job: Job, type: 'Normal' | 'Warning', reason: string, message: string): Request {
  return { verb: 'event', event: { regarding: job, type, reason, message } };
}
