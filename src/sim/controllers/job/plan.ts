// How many pods a Job wants now: the ones to create or to delete, or how long to wait.
import type { Job } from '../../api/job.ts';
import type { Pod } from '../../api/pod.ts';
import type { JobMemory } from './backoff.ts';
import { remainingMs, remainingOfIndexMs } from './backoff.ts';
import {
  completionIndex,
  hasLimitPerIndex,
  isEnding,
  isIndexed,
  isSuspended,
  replacesOnlyFailed,
} from './predicates.ts';
import { podsToRemove } from './removal.ts';
import type { Tally } from './tally.ts';

/** At most so many pods are created or deleted at a look. */
const BURST = 500;

export type Plan =
  | { readonly do: 'delete'; readonly pods: readonly Pod[] }
  /** One for each index, or for each undefined. */
  | { readonly do: 'create'; readonly indexes: readonly (number | undefined)[] }
  | { readonly do: 'wait'; readonly afterMs: number }
  | { readonly do: 'nothing' };

export interface PlanInput {
  readonly job: Job;
  readonly pods: readonly Pod[];
  readonly tally: Tally;
  readonly memory: JobMemory;
  readonly nowMs: number;
}

export function planPods(input: PlanInput): Plan {
  const { job, pods, tally } = input;
  const { active } = tally;
  if (isSuspended(job)) return deletion(podsToRemove(job, active, active.length));
  const wanted = wantedActive(job, tally);
  const surplus = podsToRemove(job, active, Math.max(0, active.length - wanted)).slice(0, BURST);
  // Never both at one look; going comes first.
  if (surplus.length > 0) return deletion(surplus);
  const ending = replacesOnlyFailed(job) ? pods.filter(isEnding) : [];
  const missing = wanted - ending.length - active.length;
  return missing > 0 ? planCreations(input, Math.min(missing, BURST), ending) : { do: 'nothing' };
}

function deletion(pods: readonly Pod[]): Plan {
  return pods.length === 0 ? { do: 'nothing' } : { do: 'delete', pods };
}

/** Without completions, pods run until one of them says by its success that the work is done. */
function wantedActive({ spec }: Job, { active, succeeded }: Tally): number {
  const { parallelism = 1, completions } = spec;
  if (completions === undefined) return succeeded > 0 ? active.length : parallelism;
  return Math.max(0, Math.min(completions - succeeded, parallelism));
}

function planCreations(input: PlanInput, count: number, ending: readonly Pod[]): Plan {
  const { job, tally, memory, nowMs } = input;
  if (!hasLimitPerIndex(job)) {
    const afterMs = remainingMs(memory, nowMs);
    if (afterMs > 0) return { do: 'wait', afterMs };
  }
  if (!isIndexed(job)) return { do: 'create', indexes: Array.from({ length: count }, () => undefined) };
  const pending = pendingIndexes(job, tally, count, ending);
  const waits = pending.map((index) => remainingOfIndexMs(tally.indexes?.toReplace.get(index), nowMs));
  const due = pending.filter((_, i) => waits[i] === 0);
  if (due.length > 0) return { do: 'create', indexes: due };
  return waits.length === 0 ? { do: 'nothing' } : { do: 'wait', afterMs: Math.min(...waits) };
}

/** The first indexes that are neither done, given up nor being worked on. */
function pendingIndexes(
  job: Job,
  { active, indexes }: Tally,
  count: number,
  ending: readonly Pod[],
): number[] {
  const busy = new Set([...active, ...ending].map(completionIndex));
  const pending: number[] = [];
  for (let index = 0; index < (job.spec.completions ?? 0) && pending.length < count; index++) {
    if (busy.has(index) || indexes?.succeeded.has(index) || indexes?.failed?.has(index)) continue;
    pending.push(index);
  }
  return pending;
}
