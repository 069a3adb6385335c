/** A submission as a file: what the page exports, what it imports, and what the grader takes. */
import type { Log } from '../../shell/log.ts';

export const FORMAT = 'petset/submission';
const VERSION = 1;

export interface SubmissionFile {
  readonly log?: Log;
  readonly answers?: Readonly<Record<string, unknown>>;
}

export interface About {
  readonly id: string;
  readonly revision: number;
}

/** The text of the file. The same work gives the same bytes. */
export function writeSubmission({ id, revision }: About, { log, answers }: SubmissionFile): string {
  const shownLog = log === undefined ? {} : { log: { seed: log.seed, entries: log.entries } };
  const file = { format: FORMAT, version: VERSION, exercise: id, revision, ...shownLog };
  return `${JSON.stringify(answers === undefined ? file : { ...file, answers }, null, 1)}\n`;
}

/** The file is none of ours, whatever it is. */
export class NotASubmission extends Error {
  override readonly message = 'it is not a submission';
}

/** The file is about another exercise. */
export class OtherExercise extends Error {
  readonly exercise: string;

  constructor(exercise: string) {
    super(`it is about "${exercise}"`);
    this.exercise = exercise;
  }
}

/** What the parser has to say of a file that is no JSON helps nobody. */
function treeOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads a file from outside as far as the page needs it; throws NotASubmission or OtherExercise. */
export function readSubmission({ id }: About, text: string): SubmissionFile {
  const tree = treeOf(text);
  if (typeof tree !== 'object' || tree === null) throw new NotASubmission();
  const { format, version, exercise, log, answers } = tree as Readonly<Record<string, unknown>>;
  if (format !== FORMAT || version !== VERSION) throw new NotASubmission();
  if (exercise !== id) throw new OtherExercise(String(exercise).slice(0, 80));
  return {
    // The worker holds the log against the protocol before anything is done with it.
    ...(typeof log === 'object' && log !== null ? { log: log as Log } : {}),
    ...(typeof answers === 'object' && answers !== null
      ? { answers: answers as Record<string, unknown> }
      : {}),
  };
}

/** Lets the browser save a text under a name. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
