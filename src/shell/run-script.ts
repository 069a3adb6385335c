// Plays a script command by command in a fresh session and says what happened: the form of `petset cluster run --json`.
import type { Advice, EventRow, HelpLanguage, KubeObject, Mark, PodRow, Refusal } from '../sim/index.ts';
import {
  adviceText,
  BoundExceeded,
  kinds,
  marksOf,
  recordEvents,
  recordPods,
  resourceAdvice,
} from '../sim/index.ts';
import { splitScript } from './script.ts';
import type { Session, SessionOptions } from './session.ts';
import { createSession } from './session.ts';
import type { Execution } from './terminal.ts';

export interface ScriptStep {
  /** The command as it stands in the script. */
  readonly line: string;
  /** When it was started, ms since the start of the cluster. */
  readonly atMs: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** stdout and stderr as they came. */
  readonly output: string;
  /** What to do about manifests that were refused, where it was asked for and there were any. */
  readonly help?: readonly StepHelp[];
}

export interface StepHelp {
  /** Advice in one sentence; where there is none, what the API server says of this place. */
  readonly message: string;
  /** As the command names it; '' for the command itself. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface ScriptOptions extends Omit<SessionOptions, 'listener'> {
  /** Adds `help` to the steps, in that language. */
  readonly explain?: HelpLanguage;
}

export interface ScriptRun {
  readonly steps: readonly ScriptStep[];
  readonly pods: readonly PodRow[];
  readonly events: readonly EventRow[];
  /** Every object as it is read right after the last command, as `kubectl get -o json` gives it; Events left out. */
  readonly objects: readonly KubeObject[];
  /** Why the script was not played to its end, if it was not. */
  readonly error?: string;
}

export function runScript(script: string, options: ScriptOptions): ScriptRun {
  const { explain, ...rest } = options;
  const refusals: Refusal[] = [];
  const misspelt: string[] = [];
  const advice: Advice[] = [];
  const listener = {
    read() {},
    refused: (refusal: Refusal) => refusals.push(refusal),
    misspelt: (word: string) => misspelt.push(word),
    advised: (one: Advice) => advice.push(one),
    denied() {},
  };
  const session = createSession(explain === undefined ? rest : { ...rest, listener });
  const pods = recordPods(session.cluster);
  const events = recordEvents(session.cluster);
  const { steps: commands, error: syntax } = splitScript(script);
  const steps: ScriptStep[] = [];
  let error = syntax && `line ${syntax.line}, column ${syntax.column}: ${syntax.message}`;
  for (const { text, line } of commands) {
    const outcome = runStep(session, text);
    const help =
      explain === undefined
        ? []
        : [
            ...misspelt.splice(0).flatMap((word) => helpOnWord(word, text, explain)),
            ...refusals.splice(0).flatMap((it) => helpOn(it, explain)),
            ...advice
              .splice(0)
              .map((it) => ({ message: adviceText(it, explain), file: '', line: 1, column: 1 })),
          ];
    steps.push(help.length === 0 ? outcome.step : { ...outcome.step, help });
    if (outcome.bound) error = `line ${line}: ${outcome.bound}`;
    if (outcome.bound || session.machine.exitedWith() !== undefined) break;
  }
  error ??= linger(session, READING_MS);
  const objects = kinds
    .filter((kind) => kind.kind !== 'Event')
    .flatMap((kind) => session.cluster.api.list(kind));
  error ??= linger(session, LINGER_MS);
  return { steps, pods, events, objects, ...(error === undefined ? {} : { error }) };
}

/** How long it takes to read all objects, one kind after the other. */
const READING_MS = 200;
/** How long the cluster goes on after that: the rows and events of what the last command set off belong to the run. */
const LINGER_MS = 800;

/** Why the cluster could not go on, if it could not. */
function linger({ cluster: { loop } }: Session, forMs: number): string | undefined {
  try {
    loop.advanceTo(loop.nowMs + forMs);
    return undefined;
  } catch (error) {
    if (error instanceof BoundExceeded) return error.message;
    throw error;
  }
}

function runStep(session: Session, text: string): { step: ScriptStep; bound?: string } {
  const execution = session.perform({ do: 'run', line: text }) as Execution;
  try {
    session.terminal.finish();
  } catch (error) {
    if (!(error instanceof BoundExceeded)) throw error;
    return { step: stepOf(session, execution), bound: error.message };
  }
  return { step: stepOf(session, execution) };
}

function stepOf(session: Session, execution: Execution): ScriptStep {
  const text = (stream?: 'stdout' | 'stderr') =>
    execution.output
      .filter((printed) => stream === undefined || printed.stream === stream)
      .map((printed) => printed.text)
      .join('');
  return {
    line: execution.line,
    atMs: execution.atMs - session.cluster.startMs,
    stdout: text('stdout'),
    stderr: text('stderr'),
    exitCode: execution.exitCode() ?? 1,
    output: text(),
  };
}

/** How much of a message stands in for advice. */
const MESSAGE_MAX = 200;

function helpOn(refusal: Refusal, language: HelpLanguage): StepHelp[] {
  return marksOf(refusal).map((mark) => ({
    message: messageOf(mark, language),
    file: mark.source,
    line: mark.line,
    column: mark.column,
  }));
}

function helpOnWord(word: string, command: string, language: HelpLanguage): StepHelp[] {
  const advice = resourceAdvice(word);
  if (advice === undefined) return [];
  const before = command.slice(0, Math.max(0, command.indexOf(word)));
  const line = before.split('\n').length;
  return [
    {
      message: adviceText(advice, language),
      file: '',
      line,
      column: before.length - before.lastIndexOf('\n'),
    },
  ];
}

function messageOf({ advice, said }: Mark, language: HelpLanguage): string {
  if (advice) return adviceText(advice, language);
  const [first = ''] = said.split('\n', 1);
  return first.length > MESSAGE_MAX ? `${first.slice(0, MESSAGE_MAX)}…` : first;
}
