// Several writes of which some may be refused, as requests: each is tried, and what follows knows how it went.
import type { KubeObject } from '../api/meta.ts';
import type { Status } from '../apiserver/status.ts';
import type { Request } from '../component.ts';

/** One thing to try. It ends with what `next` returns, which is told the refusal's message if there was one. */
export type Attempt = (next: (error?: string) => Request[]) => Request[];

/** A request to the API server that is answered. */
export type Write = Extract<Request, { verb: 'create' | 'update' | 'updateStatus' | 'delete' }>;

/** What to say after a write, and whether a refusal counts as a failure: then with which words. */
export interface Sequel {
  done?(answer: KubeObject): Request[];
  refused?(refusal: Status): { readonly say: readonly Request[]; readonly error?: string };
}

/** A write as an attempt. */
export function writing(write: Write, sequel: Sequel): Attempt {
  return (next) => [
    {
      ...write,
      // biome-ignore lint/suspicious/noThenProperty: the kernel's word for what follows an answer; nothing here awaits
      then: (answer) => [...(sequel.done?.(answer) ?? []), ...next()],
      otherwise: (refusal) => {
        const { say, error } = sequel.refused?.(refusal) ?? { say: [], error: refusal.message };
        return [...say, ...next(error)];
      },
    },
  ];
}

/**
 * Tries all, in batches of 1, 2, 4 … A batch with a failure in it is the last one, so that a thousand pods that may not
 * be created do not cost a thousand refusals. `end` is told the first failure, and what follows from it.
 */
export function inGrowingBatches(
  attempts: readonly Attempt[],
  end: (error?: string) => Request[],
  firstBatch = 1,
): Request[] {
  const tryFrom = (at: number, batch: number, batchEnd: number, error?: string): Request[] => {
    const attempt = attempts[at];
    if (!attempt || (at === batchEnd && error !== undefined)) return end(error);
    if (at === batchEnd) return tryFrom(at, batch * 2, at + batch * 2);
    return attempt((failure) => tryFrom(at + 1, batch, batchEnd, error ?? failure));
  };
  return tryFrom(0, firstBatch, firstBatch);
}

/** Tries all, whatever becomes of each. */
export function allAtOnce(attempts: readonly Attempt[], end: (error?: string) => Request[]): Request[] {
  return inGrowingBatches(attempts, end, Math.max(1, attempts.length));
}
