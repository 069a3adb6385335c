// A thread that proves exercises, one at a time as it is told.
import { parentPort, workerData } from 'node:worker_threads';
import { proveExercise } from './prove-exercise.ts';

const { folder } = workerData as { readonly folder: string };

parentPort?.on('message', (slug: string) => {
  parentPort?.postMessage(proveExercise(folder, slug));
});
