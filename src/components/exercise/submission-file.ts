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

/** Reads a file from outside as far as the page needs it; throws an error for the reader of the page. */
export function readSubmission({ id }: About, text: string): SubmissionFile {
  const tree: unknown = JSON.parse(text);
  if (typeof tree !== 'object' || tree === null) throw new Error('it is not a submission');
  const { format, version, exercise, log, answers } = tree as Readonly<Record<string, unknown>>;
  if (format !== FORMAT || version !== VERSION) throw new Error('it is not a submission');
  if (exercise !== id) throw new Error(`it is about "${String(exercise).slice(0, 80)}"`);
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
