// How long a Job waits after failures before it starts another pod: 10 s, doubled with each failure in a row.
// A controller remembers the failures since the last success beside the objects (they may be of pods long gone).
import type { Job } from '../../api/job.ts';
import type { Pod } from '../../api/pod.ts';
import type { Request } from '../../component.ts';
import { countIn, finishedAtMs, INDEX_FAILURES, INDEX_IGNORED_FAILURES } from './predicates.ts';

export const podBackOff = { baseMs: 10_000, maxMs: 600_000 } as const;

export interface JobMemory {
  /** Failures of pods since the last success. */
  readonly failures: number;
  readonly lastFailureMs?: number;
  /** Refusals of the API server in a row. */
  readonly refusals: number;
}

export const noMemory: JobMemory = { failures: 0, refusals: 0 };

/** Keeps it for the next look. */
export function remember({ metadata }: Job, memory: JobMemory): Request {
  return { verb: 'world', act: { do: 'remember', podUid: metadata.uid ?? '', about: 'job', memory } };
}

/** What is remembered after pods have ended. */
export function rememberEnds(
  memory: JobMemory,
  newlySucceeded: readonly Pod[],
  newlyFailed: readonly Pod[],
): JobMemory {
  if (newlySucceeded.length === 0 && newlyFailed.length === 0) return memory;
  const failedMs = newlyFailed.map(finishedAtMs);
  if (newlySucceeded.length === 0) {
    return { ...memory, failures: memory.failures + failedMs.length, lastFailureMs: Math.max(...failedMs) };
  }
  const lastSuccessMs = Math.max(...newlySucceeded.map(finishedAtMs));
  const since = failedMs.filter((atMs) => atMs > lastSuccessMs);
  const { refusals } = memory;
  return since.length === 0
    ? { failures: 0, refusals }
    : { failures: since.length, lastFailureMs: Math.max(...since), refusals };
}

/** How long until the Job may start pods again. */
export function remainingMs({ failures, lastFailureMs }: JobMemory, nowMs: number): number {
  return failures === 0 || lastFailureMs === undefined ? 0 : remaining(failures, lastFailureMs, nowMs);
}

/** How long until an index may be tried again, whose last pod failed. */
export function remainingOfIndexMs(failed: Pod | undefined, nowMs: number): number {
  if (failed === undefined) return 0;
  const failures = countIn(failed, INDEX_FAILURES) + countIn(failed, INDEX_IGNORED_FAILURES) + 1;
  return remaining(failures, finishedAtMs(failed), nowMs);
}

function remaining(failures: number, lastFailureMs: number, nowMs: number): number {
  const { baseMs, maxMs } = podBackOff;
  const waitMs = Math.min(maxMs, baseMs * 2 ** Math.min(failures - 1, 20));
  return Math.max(0, lastFailureMs + waitMs - nowMs);
}
