// Proves exercises on all cores, and tells each as soon as those before it are told: the order is that of the exercises.
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Proof } from './prove-exercise.ts';
import { proveExercise } from './prove-exercise.ts';

/** Calls `tell` once for each, in the order of `slugs`. Rejects where a thread breaks. */
export async function proveExercises(
  folder: string,
  slugs: readonly string[],
  tell: (proof: Proof) => void,
): Promise<void> {
  const size = Math.min(availableParallelism(), slugs.length);
  if (size < 2) {
    for (const slug of slugs) tell(proveExercise(folder, slug));
    return;
  }
  const threads = Array.from({ length: size }, () => startThread(folder));
  const proofs: (Proof | undefined)[] = [];
  let [begun, told] = [0, 0];
  const proveOneAfterAnother = async (thread: Worker) => {
    while (begun < slugs.length) {
      const index = begun++;
      thread.postMessage(slugs[index]);
      [proofs[index]] = (await once(thread, 'message')) as [Proof];
      for (let proof = proofs[told]; proof; proof = proofs[told]) {
        told += 1;
        tell(proof);
      }
    }
  };
  try {
    await Promise.all(threads.map(proveOneAfterAnother));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

function startThread(folder: string): Worker {
  return new Worker(new URL('./verify-thread.ts', import.meta.url), {
    workerData: { folder },
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
}
