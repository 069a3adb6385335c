// One look at a Job: is it over, which pods does it want, and what is said of it.
import type { Job, JobCondition, JobStatus } from '../../api/job.ts';
import type { Pod } from '../../api/pod.ts';
import type { Request } from '../../component.ts';
import { formatRfc3339 } from '../../machinery/time.ts';
import type { JobMemory } from './backoff.ts';
import { remember, rememberEnds } from './backoff.ts';
import { newCondition, withCondition } from './conditions.ts';
import { newPod } from './new-pod.ts';
import type { Plan } from './plan.ts';
import { planPods } from './plan.ts';
import { isSuspended } from './predicates.ts';
import type { Tally } from './tally.ts';
import { tallyOf } from './tally.ts';
import { trackEnds } from './track.ts';
import { untilDeadline, verdictOf } from './verdict.ts';
import type { Outcome, Step } from './writes.ts';
import { creation, deletion, inBatches, say } from './writes.ts';

/** Looks after pods have failed come no sooner than this. */
const BATCH_MS = 1000;
/** After a refusal the look is repeated, later each time. */
const refusalBackOff = { baseMs: 1000, maxMs: 60_000 } as const;

export interface SyncInput {
  readonly job: Job;
  /** The Job's own pods. */
  readonly pods: readonly Pod[];
  readonly memory: JobMemory;
  /** Nothing new can be created in a namespace that is going away. */
  readonly isNamespaceTerminating: boolean;
  readonly nowMs: number;
}

export function syncJob(input: SyncInput): Request[] {
  const { pods, nowMs } = input;
  const job = started(input.job, nowMs);
  const tally = tallyOf(job, pods);
  const memory = rememberEnds(input.memory, tally.newlySucceeded, tally.newlyFailed);
  const look: Look = { ...input, stored: input.job.status, job, tally, memory };
  const verdict = verdictOf(job, pods, tally, nowMs);
  if (verdict) return end(look, verdict);
  const leftMs = untilDeadline(job, nowMs);
  return [...(leftMs === undefined ? [] : [{ ...wake(leftMs), periodic: true }]), ...carryOn(look)];
}

interface Look extends SyncInput {
  readonly stored: JobStatus | undefined;
  readonly tally: Tally;
}

/** The clock of a Job starts when it is first looked at, unless it is suspended. */
function started(job: Job, nowMs: number): Job {
  if (job.status?.startTime !== undefined || isSuspended(job)) return job;
  return { ...job, status: { ...job.status, startTime: formatRfc3339(nowMs) } };
}

/** The Job is over: what still runs is stopped, and all of it counted. */
function end(look: Look, verdict: JobCondition): Request[] {
  const { job, tally } = look;
  const steps = tally.active.map((pod) => deletion(job, pod, false));
  return inBatches(steps, Math.max(1, steps.length), (outcome) => {
    const isAllDone = outcome.done === steps.length;
    return track(look, job, gone(tally, outcome), outcome, isAllDone ? verdict : undefined);
  });
}

/** The Job goes on: pods come and go, and it may be complete by now. */
function carryOn(look: Look): Request[] {
  const { job, tally } = look;
  if (job.metadata.deletionTimestamp !== undefined) {
    return judge(look, unchanged(tally), { done: 0, ready: 0 }, false);
  }
  const plan = planPods(look);
  if (plan.do === 'wait') {
    // While it waits, a Job says that nothing is active.
    const counts = { ...unchanged(tally), active: 0 };
    return [wake(Math.max(plan.afterMs, BATCH_MS)), ...judge(look, counts, { done: 0, ready: 0 }, true)];
  }
  const steps = stepsOf(plan, look);
  return inBatches(steps, plan.do === 'create' ? 1 : Math.max(1, steps.length), (outcome) => {
    const counts =
      plan.do === 'create'
        ? { ...unchanged(tally), active: tally.active.length + outcome.done }
        : gone(tally, outcome);
    return judge(look, counts, outcome, true);
  });
}

function stepsOf(plan: Plan, { job, tally, isNamespaceTerminating }: Look): Step[] {
  if (plan.do === 'delete') return plan.pods.map((pod) => deletion(job, pod, true));
  if (plan.do !== 'create' || isNamespaceTerminating) return [];
  return plan.indexes.map((index) => {
    const replaced = index === undefined ? undefined : tally.indexes?.toReplace.get(index);
    return creation(job, newPod(job, index, replaced));
  });
}

interface Counts {
  readonly active: number;
  readonly ready: number;
  readonly terminating: number;
}

function unchanged({ active, ready, terminating }: Tally): Counts {
  return { active: active.length, ready, terminating };
}

function gone({ active, ready, terminating }: Tally, { done, ready: readyDone }: Outcome): Counts {
  return { active: active.length - done, ready: ready - readyDone, terminating: terminating + done };
}

/** Complete, suspended or running? */
function judge(look: Look, counts: Counts, outcome: Outcome, isManaged: boolean): Request[] {
  const { job, tally, nowMs } = look;
  const { completions } = job.spec;
  const isEnough = completions === undefined ? tally.succeeded > 0 : tally.succeeded >= completions;
  if (isEnough && counts.active === 0) {
    const message = 'Reached expected number of succeeded pods';
    const complete = newCondition('SuccessCriteriaMet', 'CompletionsReached', message, nowMs);
    return track(look, job, counts, outcome, complete);
  }
  if (!isManaged) return track(look, job, counts, outcome, undefined);
  const { status, events } = suspension(job, nowMs);
  return [...events, ...track(look, { ...job, status }, counts, outcome, undefined)];
}

/** What changes when a Job is suspended or resumed: its clock stops, and starts anew. */
function suspension(job: Job, nowMs: number): { status: JobStatus; events: Request[] } {
  const status = job.status ?? {};
  const before = status.conditions ?? [];
  const isHalted = isSuspended(job);
  const [reason, message] = isHalted ? ['JobSuspended', 'Job suspended'] : ['JobResumed', 'Job resumed'];
  const condition = newCondition('Suspended', reason, message, nowMs, isHalted ? 'True' : 'False');
  const conditions = withCondition(before, condition);
  if (conditions === before) return { status, events: [] };
  const { startTime: _, ...rest } = status;
  const clock = isHalted ? {} : { startTime: formatRfc3339(nowMs) };
  return {
    status: { ...rest, ...clock, conditions: [...conditions] },
    events: [say(job, 'Normal', isHalted ? 'Suspended' : 'Resumed', message)],
  };
}

function track(
  look: Look,
  job: Job,
  counts: Counts,
  { error }: Outcome,
  condition: JobCondition | undefined,
): Request[] {
  const { refusals } = look.memory;
  const memory = { ...look.memory, refusals: error === undefined ? 0 : refusals + 1 };
  const { pods, tally, nowMs } = look;
  const requests = trackEnds({
    job,
    before: look.stored,
    pods,
    tally,
    ...counts,
    condition,
    memory,
    nowMs,
  });
  if (error === undefined && refusals === 0) return requests;
  const remembered = remember(job, memory);
  if (error === undefined) return [...requests, remembered];
  const { baseMs, maxMs } = refusalBackOff;
  return [...requests, remembered, wake(Math.min(maxMs, baseMs * 2 ** Math.min(refusals, 20)))];
}

function wake(afterMs: number): Extract<Request, { verb: 'wake' }> {
  return { verb: 'wake', afterMs };
}
