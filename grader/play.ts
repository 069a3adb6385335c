// Plays a submission: the exercise's start, what the learner did, and the rest that follows, all in virtual time.
import type { LogEntry } from '../src/shell/log.ts';
import { splitScript } from '../src/shell/script.ts';
import type { Session } from '../src/shell/session.ts';
import { createSession } from '../src/shell/session.ts';
import type { Execution, Terminal } from '../src/shell/terminal.ts';
import type { Cluster } from '../src/sim/index.ts';
import { excerpt } from './finding.ts';
import type { Cue } from './pace.ts';
import { awaitCue } from './pace.ts';
import type { Exercise } from './parse-exercise.ts';
import type { History } from './state.ts';
import { recordHistory } from './state.ts';
import type { Submission } from './submission.ts';

export interface Play {
  readonly session: Session;
  /** From the moment at which the learner could begin, to the rest at the end. */
  readonly history: History;
  /** What kubectl said when it would not take the manifest. */
  readonly refusal?: Refusal;
}

export interface Refusal {
  readonly command: string;
  readonly text: string;
}

/** A submission that goes on for longer than its exercise allows. */
export class TimeExceeded extends Error {
  readonly line: string;

  constructor(line: string) {
    super(`"${line}" was still running when the time of the exercise was over`);
    this.name = 'TimeExceeded';
    this.line = line;
  }
}

/** A cluster as the exercise begins: its start script was run and everything is at rest. Throws Error if that fails. */
export function beginExercise(exercise: Exercise, seed: string | number): Session {
  const { cluster, limits } = exercise.definition;
  const session = createSession({
    seed,
    nodes: cluster.nodes,
    files: exercise.startFiles,
    bounds: { moments: limits.moments, objects: limits.objects },
  });
  const { steps, error } = splitScript(exercise.startScript);
  if (error) throw new Error(`start.sh, line ${error.line}: ${error.message}`);
  for (const { text, line } of steps) {
    const execution = session.perform({ do: 'run', line: text });
    session.terminal.finish();
    if (execution?.exitCode() !== 0) {
      throw new Error(`start.sh, line ${line}: ${printed(execution, 'stderr') || 'it failed'}`);
    }
  }
  rest(session.cluster, session.terminal, limits.settle);
  return session;
}

/**
 * Plays a submission on one seed. An exercise that asks for nothing but a manifest gets its last text applied, whatever else
 * was done. Throws `BoundExceeded` and `TimeExceeded`.
 */
export function play(
  exercise: Exercise,
  submission: Submission,
  seed: string | number,
  cues?: readonly Cue[],
): Play {
  const session = beginExercise(exercise, seed);
  const { asks, limits } = exercise.definition;
  const recorder = recordHistory(session.cluster);
  let refusal: Refusal | undefined;
  if (asks.commands) perform(session, submission.log.entries, limits.time, cues);
  else if (asks.manifest !== undefined)
    refusal = applyManifest(session, submission, asks.manifest, limits.time);
  rest(session.cluster, session.terminal, limits.settle);
  const history = recorder.close();
  return refusal ? { session, history, refusal } : { session, history };
}

function applyManifest(
  session: Session,
  submission: Submission,
  path: string,
  limitMs: number,
): Refusal | undefined {
  const written = submission.log.entries
    .filter((entry) => entry.do === 'write' && entry.path === path)
    .at(-1);
  if (written) session.perform(written);
  const command = `kubectl apply -f ${path}`;
  const execution = session.perform({ do: 'run', line: command });
  session.terminal.finish(limitMs);
  if (execution?.exitCode() === 0) return undefined;
  return { command, text: printed(execution, 'stderr') };
}

function perform(
  session: Session,
  entries: readonly LogEntry[],
  limitMs: number,
  cues: readonly Cue[] | undefined,
): void {
  const { cluster, terminal } = session;
  const endMs = cluster.loop.nowMs + limitMs;
  const finish = (line: string) => {
    terminal.finish(Math.max(0, endMs - cluster.loop.nowMs));
    if (cluster.loop.nowMs >= endMs) throw new TimeExceeded(line);
  };
  let running = '';
  for (const [index, entry] of entries.entries()) {
    const cue = cues?.[index];
    if (cue) {
      if (entry.do === 'run') finish(running);
      awaitCue(session, cue);
    } else if (entry.atMs !== undefined) {
      terminal.advanceTo(Math.min(endMs, cluster.startMs + entry.atMs));
    }
    if (entry.do === 'run') finish(running);
    session.perform(entry);
    if (entry.do === 'run') running = entry.line;
    if (entry.atMs === undefined && !cue) finish(running);
  }
  if (terminal.isBusy()) terminal.interrupt();
}

/** Lets time pass until only periodic work is left, at most for `limitMs`. Throws `BoundExceeded`. */
export function rest(cluster: Cluster, terminal: Terminal, limitMs: number): void {
  const untilMs = cluster.loop.nowMs + limitMs;
  while (!cluster.loop.isSettled()) {
    const next = terminal.nextMs();
    terminal.advanceTo(Math.min(next ?? untilMs, untilMs));
    if (cluster.loop.nowMs >= untilMs) return;
  }
}

/** What a command printed on one stream. */
export function printed(execution: Execution | undefined, stream: 'stdout' | 'stderr'): string {
  const parts = execution?.output.filter((part) => part.stream === stream) ?? [];
  return parts.map((part) => part.text).join('');
}

/** The same, cut to fit a report; the other stream where this one is empty. */
export function printedExcerpt(execution: Execution | undefined): string {
  return excerpt(printed(execution, 'stderr') || printed(execution, 'stdout'));
}
