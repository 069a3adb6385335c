/** What came of a submission beside what comes of a solution: both played by the grader, and looked at in the end. */
import type { Exercise } from '../../../grader/parse-exercise.ts';
import { play } from '../../../grader/play.ts';
import type { Submission } from '../../../grader/submission.ts';
import { parseSubmissionFolder } from '../../../grader/submission.ts';
import { pictureOf } from './picture.ts';
import type { FileList } from './protocol.ts';
import type { ComparisonShown, OutcomeRow } from './shown.ts';

const ROWS_MAX = 60;

/** Throws what the grader throws where one of them cannot be played. */
export function compare(exercise: Exercise, submission: Submission, solution: FileList): ComparisonShown {
  const parsed = parseSubmissionFolder(exercise, new Map(solution));
  if (!parsed.ok) throw new Error(parsed.why.detail);
  const yours = outcomeOf(exercise, submission);
  const theirs = outcomeOf(exercise, parsed.value);
  const names = [...new Set([...yours.keys(), ...theirs.keys()])].sort();
  const rows: OutcomeRow[] = names.slice(0, ROWS_MAX).map((name) => ({
    name,
    yours: yours.get(name) ?? '',
    theirs: theirs.get(name) ?? '',
  }));
  const { manifest } = exercise.definition.asks;
  const written = submission.log.entries.findLast((entry) => entry.do === 'write' && entry.path === manifest);
  const start = exercise.startFiles.get(manifest ?? '') ?? '';
  return {
    rows,
    text: manifest === undefined ? deedsOf(submission) : written?.do === 'write' ? written.text : start,
  };
}

/** What stands there in the end, in a word each. */
function outcomeOf(exercise: Exercise, submission: Submission): ReadonlyMap<string, string> {
  const { session } = play(exercise, submission, exercise.definition.seeds[0] ?? 1);
  const { pods, sets, services, claims } = pictureOf(session.cluster, new Map());
  return new Map([
    ...sets.map(({ kind, name, ready, wanted }) => [`${kind} ${name}`, `${ready}/${wanted}`] as const),
    ...services.map(({ name, type, ready }) => [`Service ${name}`, `${type}, ${ready.length}`] as const),
    ...pods.map(({ name, status, ready }) => [`Pod ${name}`, `${status} ${ready}`] as const),
    ...claims.map(({ name, status, capacity }) => [`Claim ${name}`, `${status} ${capacity}`.trim()] as const),
  ]);
}

function deedsOf({ log }: Submission): string {
  return log.entries.flatMap((entry) => ('line' in entry ? [entry.line] : [])).join('\n');
}
