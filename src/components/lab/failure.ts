/** What is to be played to see a check fail: what the grader played, and where in it the check looked. */
import type { Exercise } from '../../../grader/parse-exercise.ts';
import type { Submission } from '../../../grader/submission.ts';
import type { LogEntry } from '../../shell/log.ts';

export interface FailurePlay {
  readonly entries: readonly LogEntry[];
  /** The index of the entry from which the check counts its time; undefined: from where the learner begins. */
  readonly countsFrom?: number;
}

/** `settle` waits as long as the grader does. */
const REST = 'settle 10m';

export function failurePlay(exercise: Exercise, submission: Submission, checkId: string): FailurePlay {
  const { asks, checks } = exercise.definition;
  const done =
    asks.commands || asks.manifest === undefined
      ? submission.log.entries
      : manifestOf(submission, asks.manifest);
  const check = checks.find(({ id }) => id === checkId);
  const rest = { do: 'run', line: REST } as const;
  if (check?.kind !== 'experiment') return { entries: [...done, rest] };
  const deeds = check.do.map((line) => ({ do: 'run', line }) as const);
  return { entries: [...done, rest, ...deeds, rest], countsFrom: done.length + 1 };
}

/** An exercise that asks for a manifest gets its last text applied, whatever else was done. */
function manifestOf({ log }: Submission, path: string): LogEntry[] {
  const written = log.entries.findLast((entry) => entry.do === 'write' && entry.path === path);
  const apply = { do: 'run', line: `kubectl apply -f ${path}` } as const;
  if (written?.do !== 'write') return [apply];
  return [{ do: 'write', path, text: written.text }, apply];
}
