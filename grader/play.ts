// Plays a submission: the exercise's start, what the learner did, and the rest that follows, all in virtual time.
import { englishTexts } from '../src/kubectl/field-texts/en/index.ts';
import type { LogEntry } from '../src/shell/log.ts';
import { splitScript } from '../src/shell/script.ts';
import type { Session } from '../src/shell/session.ts';
import { createSession, HOME } from '../src/shell/session.ts';
import type { Execution } from '../src/shell/terminal.ts';
import { BoundExceeded } from '../src/sim/index.ts';
import { carryOver } from './carry-over.ts';
import { excerpt } from './finding.ts';
import type { Cue } from './pace.ts';
import { awaitCue, CueRecorder, shownBefore } from './pace.ts';
import type { Exercise } from './parse-exercise.ts';
import type { History } from './state.ts';
import { recordHistory } from './state.ts';
import { Stepping } from './stepping.ts';
import type { Submission } from './submission.ts';

export interface Play {
  readonly session: Session;
  readonly stepping: Stepping;
  /** From the moment at which the learner could begin, to the rest at the end. */
  readonly history: History;
  /** What kubectl said when it would not take the manifest. */
  readonly refusal?: Refusal;
  /** The command lines of the submission that were replayed, in order. */
  readonly executions: readonly Execution[];
  /** By what each entry was preceded; of a log that was played by its clock. */
  readonly cues: readonly Cue[];
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

/** A cluster as an exercise begins, and the counter of its time. */
export interface Beginning {
  readonly session: Session;
  readonly stepping: Stepping;
}

/** How long the last command of a log from the page may go on. */
const lastCommandMs = 600_000;

/**
 * A cluster as the exercise begins: its start script was run and everything is at rest. What is in it is called as on the seed for
 * names, if there is one. Throws Error if that fails.
 */
export function beginExercise(
  exercise: Exercise,
  seed: string | number,
  nameSeed: string | number = seed,
): Beginning {
  const { cluster, limits, images } = exercise.definition;
  const session = createSession({
    seed,
    nameSeed,
    nodes: cluster.nodes,
    files: exercise.startFiles,
    ...(images === undefined ? {} : { images }),
    bounds: { moments: limits.moments, objects: limits.objects },
    fieldTexts: englishTexts,
  });
  const { cluster: begun, terminal } = session;
  const stepping = new Stepping(begun, limits.moments);
  const { steps, error } = splitScript(exercise.startScript);
  if (error) throw new Error(`start.sh, line ${error.line}: ${error.message}`);
  for (const { text, line } of steps) {
    const execution = session.perform({ do: 'run', line: text });
    stepping.finish(terminal, begun.loop.nowMs + limits.time);
    if (execution?.exitCode() !== 0) {
      throw new Error(`start.sh, line ${line}: ${printed(execution, 'stderr') || 'it failed'}`);
    }
  }
  stepping.rest(terminal, begun.loop.nowMs + limits.settle);
  return { session, stepping };
}

/**
 * Plays a submission on one seed. An exercise that asks for nothing but a manifest gets its last text applied, whatever else
 * was done; it is the same on every seed. Throws `BoundExceeded` and `TimeExceeded`.
 */
export function play(
  exercise: Exercise,
  submission: Submission,
  seed: string | number,
  cues?: readonly Cue[],
): Play {
  const { asks, limits } = exercise.definition;
  // Whoever typed the name of a pod meant that pod.
  const nameSeed = asks.commands ? submission.log.seed : undefined;
  const { session, stepping } = beginExercise(exercise, seed, nameSeed);
  const { cluster, terminal } = session;
  const recorder = recordHistory(session.cluster);
  let refusal: Refusal | undefined;
  const recording = new CueRecorder(session);
  const endMs = cluster.loop.nowMs + limits.time;
  const before = session.executions.length;
  if (asks.commands) perform({ session, stepping }, submission.log.entries, endMs, recording, cues);
  else if (asks.manifest !== undefined) {
    const text = manifestOf(exercise, submission, asks.manifest, seed);
    refusal = applyManifest({ session, stepping }, asks.manifest, text, endMs);
  }
  stepping.rest(terminal, cluster.loop.nowMs + limits.settle);
  const history = recorder.close();
  const executions = asks.commands ? session.executions.slice(before) : [];
  const about = refusal ? { refusal } : {};
  return { session, stepping, history, executions, cues: recording.cues, ...about };
}

function applyManifest(
  { session, stepping }: Beginning,
  path: string,
  text: string | undefined,
  endMs: number,
): Refusal | undefined {
  if (text !== undefined) session.perform({ do: 'write', path, text });
  const command = `kubectl apply -f ${path}`;
  const execution = session.perform({ do: 'run', line: command });
  stepping.finish(session.terminal, endMs);
  if (execution?.exitCode() === 0) return undefined;
  return { command, text: printed(execution, 'stderr') };
}

function perform(
  { session, stepping }: Beginning,
  entries: readonly LogEntry[],
  endMs: number,
  recorder: CueRecorder,
  cues: readonly Cue[] | undefined,
): void {
  const { cluster, terminal } = session;
  let running = '';
  const finish = () => {
    const wasBusy = terminal.isBusy();
    if (!stepping.finish(terminal, endMs)) throw new TimeExceeded(running);
    if (wasBusy) recorder.restart();
  };
  const advanceTo = (atMs: number) => {
    if (terminal.isBusy() && stepping.advance(terminal, atMs, () => !terminal.isBusy())) recorder.restart();
    stepping.advance(terminal, atMs);
  };
  for (const [index, entry] of entries.entries()) {
    const cue = cues?.[index];
    if (cue) {
      if (entry.do === 'run') finish();
      awaitCue(session, stepping, cue);
    } else if (entry.atMs !== undefined) {
      advanceTo(Math.min(endMs, cluster.startMs + entry.atMs));
    }
    // A line that was typed while another ran waits for it, as at a prompt.
    if (entry.do === 'run') finish();
    recorder.note(entry);
    session.perform(cue ? carriedOver(session, entry, cue) : entry);
    stepping.advance(terminal, cluster.loop.nowMs);
    recorder.restart();
    if (entry.do === 'run') running = entry.line;
    if (entry.atMs === undefined) finish();
    if (session.machine.exitedWith() !== undefined) return;
  }
  // The learner may have handed in while the last command ran: a wait ends by itself, a watch is ended.
  stepping.finish(terminal, Math.min(endMs, cluster.loop.nowMs + lastCommandMs));
}

/** An entry that saves a text, with what it changes in the text that is shown here. */
function carriedOver(session: Session, entry: LogEntry, { shown }: Cue): LogEntry {
  const here = shownBefore(session, entry);
  if (!('text' in entry) || entry.text === undefined || shown === undefined || here === undefined)
    return entry;
  return { ...entry, text: carryOver(entry.text, shown, here) };
}

/** A submission is a value: what was found for it once stays true. */
const manifests = new WeakMap<Submission, { readonly text: string | undefined }>();

/** The asked manifest as the learner left it; undefined where it is as it was at the start. */
function manifestOf(
  exercise: Exercise,
  submission: Submission,
  path: string,
  seed: string | number,
): string | undefined {
  const { entries } = submission.log;
  const found = manifests.get(submission);
  if (found) return found.text;
  const last = entries.findLastIndex((entry) => entry.do === 'write' && entry.path === path);
  const written = entries[last];
  const isLastWord = !entries.slice(last + 1).some(mayWriteFile);
  const saved = written?.do === 'write' ? written.text : undefined;
  const text = isLastWord ? saved : (textLeft(exercise, submission, path, seed) ?? saved);
  manifests.set(submission, { text });
  return text;
}

/** Whether an entry other than a save in the page's editor may have changed a file: by `sed -i`, `cat >`, `vi` … */
function mayWriteFile(entry: LogEntry): boolean {
  if (entry.do === 'close') return entry.text !== undefined;
  return entry.do === 'run' && !WRITES_NOTHING.test(entry.line);
}

/** One plain kubectl command, with nothing that the shell would have a part in. */
const WRITES_NOTHING = /^\s*kubectl\s+(?!cp\b)[^<>|&;`$()\n]*$/;

/** The text of a file after all that was done; where that goes on for too long, after the part that does not. */
function textLeft(
  exercise: Exercise,
  submission: Submission,
  path: string,
  seed: string | number,
): string | undefined {
  const begun = beginExercise(exercise, submission.log.seed ?? seed);
  const { session } = begun;
  const endMs = session.cluster.loop.nowMs + exercise.definition.limits.time;
  try {
    perform(begun, submission.log.entries, endMs, new CueRecorder(session), undefined);
  } catch (error) {
    if (!(error instanceof BoundExceeded || error instanceof TimeExceeded)) throw error;
  }
  const { files } = session.machine;
  const home = `${HOME}/${path}`;
  return files.stat(home)?.type === 'file' ? files.read(home) : undefined;
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
