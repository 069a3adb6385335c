// Plays a submission step by step, for somebody who watches: what was done, what it printed, and how the pods were then.
import type { LogEntry } from '../src/shell/log.ts';
import type { Cluster } from '../src/sim/index.ts';
import { PodKind, podStatus } from '../src/sim/index.ts';
import type { Exercise } from './parse-exercise.ts';
import { beginExercise, printed } from './play.ts';
import type { Submission } from './submission.ts';

export interface ReplayStep {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** Ms since the learner could begin. */
  readonly atMs: number;
  readonly did: string;
  /** stdout and stderr, as they came. */
  readonly output: string;
  readonly exitCode?: number;
  readonly pods: readonly { readonly name: string; readonly ready: string; readonly status: string }[];
}

const outputMax = 4000;

/** Each step when it is asked for. Throws `BoundExceeded` where the submission goes beyond its limits. */
export function* replaySteps(
  exercise: Exercise,
  submission: Submission,
  seed: string | number,
): Generator<ReplayStep> {
  const { session, stepping } = beginExercise(exercise, submission.log.seed ?? seed);
  const { cluster, terminal } = session;
  const { asks, limits } = exercise.definition;
  const { entries } = submission.log;
  const startMs = cluster.loop.nowMs;
  const endMs = startMs + limits.time;
  const isManifest = !asks.commands && asks.manifest !== undefined;
  const all = isManifest
    ? [...entries, { do: 'run' as const, line: `kubectl apply -f ${asks.manifest}` }]
    : entries.filter((entry) => entry.do !== 'interrupt' || entry.atMs !== undefined);
  for (const [index, entry] of all.entries()) {
    if (entry.atMs !== undefined) stepping.advance(terminal, Math.min(endMs, cluster.startMs + entry.atMs));
    if (entry.do === 'run') stepping.finish(terminal, endMs);
    const atMs = cluster.loop.nowMs - startMs;
    const execution = session.perform(entry);
    // A command is shown with all that it prints before the next thing is done.
    const next = all[index + 1];
    const untilMs = next?.atMs === undefined ? endMs : Math.min(endMs, cluster.startMs + next.atMs);
    if (execution) stepping.advance(terminal, untilMs, () => !terminal.isBusy());
    if (next === undefined) stepping.rest(terminal, cluster.loop.nowMs + limits.settle);
    const exitCode = execution?.exitCode();
    yield {
      number: index + 1,
      of: all.length,
      atMs,
      did: deedOf(entry),
      output: `${printed(execution, 'stdout')}${printed(execution, 'stderr')}`.slice(0, outputMax),
      ...(exitCode === undefined ? {} : { exitCode }),
      pods: podsOf(cluster),
    };
  }
}

function deedOf(entry: LogEntry): string {
  switch (entry.do) {
    case 'run':
      return entry.line;
    case 'type':
      return `(typed) ${entry.line}`;
    case 'end':
      return '^D';
    case 'interrupt':
      return '^C';
    case 'write':
      return `(saved ${entry.path})`;
    case 'close':
      return entry.text === undefined ? '(left the editor)' : '(saved in the editor)';
  }
}

function podsOf({ view }: Cluster): ReplayStep['pods'] {
  const pods = view.list(PodKind, 'default').map((pod) => {
    const { ready, status } = podStatus(pod);
    return { name: pod.metadata.name, ready, status };
  });
  return pods.sort((a, b) => (a.name < b.name ? -1 : 1));
}
