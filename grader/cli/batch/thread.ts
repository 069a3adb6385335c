// A thread that grades: it is given texts, and answers with reports. What goes wrong in here is no end of the others' work.
import { parentPort, workerData } from 'node:worker_threads';
import { canonicalJson } from '../../canonical-json.ts';
import { grade } from '../../grade.ts';
import { prepareExercise } from '../../rules/prepare-exercise.ts';
import { parseSubmission } from '../../submission.ts';
import type { ThreadAnswer, ThreadData, ThreadJob } from './thread-messages.ts';

const { exercises } = workerData as ThreadData;
const prepared = new Map<string, ReturnType<typeof prepareExercise>>();

/** Read when first needed: a thread may never see some of them. */
function preparedExercise(slug: string): ReturnType<typeof prepareExercise> {
  const parts = exercises.find((it) => it.slug === slug);
  const known = prepared.get(slug) ?? prepareExercise(new Map(parts?.files), parts?.changes ?? {});
  prepared.set(slug, known);
  return known;
}

parentPort?.on('message', ({ id, exercise, form, text }: ThreadJob) => {
  const parsed = preparedExercise(exercise);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  const report = grade(parsed.value.exercise, parseSubmission(parsed.value.exercise, form, text), {
    seeds: parsed.value.seeds,
  });
  const answer: ThreadAnswer = { id, json: canonicalJson(report), isKept: report.reason?.id !== 'ours' };
  parentPort?.postMessage(answer);
});

parentPort?.postMessage({ ready: true });
