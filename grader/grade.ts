// The grade: a pure function of an exercise and a submission.
import { BoundExceeded, FileError } from '../src/sim/index.ts';
import type { Check } from './check-definition.ts';
import { checkExperiment, runExperiment, sharingPlays } from './checks/experiment.ts';
import { checkObservation } from './checks/observation.ts';
import { checkAnswer } from './checks/quiz.ts';
import type { Finding } from './finding.ts';
import { excerpt } from './finding.ts';
import { hashOf } from './hash.ts';
import type { Cue } from './pace.ts';
import type { Exercise } from './parse-exercise.ts';
import type { Play } from './play.ts';
import { play, TimeExceeded } from './play.ts';
import { withRefusal } from './refusal.ts';
import type { CheckResult, Reason, Report, TrailStep } from './report/report.ts';
import { ENGINE_VERSION, REPORT_FORMAT, REPORT_VERSION } from './report/report.ts';
import type { Read, Submission } from './submission.ts';
import { trailOf } from './trail.ts';

export interface GradeOptions {
  /** The exercise's own if absent. */
  readonly seeds?: readonly number[];
}

/** Grades a submission as it was read. One that cannot be read or goes beyond its limits gives an error, never an exception. */
export function grade(exercise: Exercise, read: Read<Submission>, options: GradeOptions = {}): Report {
  const { definition } = exercise;
  const seeds = options.seeds ?? definition.seeds;
  const of = [...definition.checks, ...definition.quiz].reduce((sum, { points }) => sum + points, 0);
  const { id, revision } = definition;
  const about = {
    format: REPORT_FORMAT,
    version: REPORT_VERSION,
    engine: ENGINE_VERSION,
    exercise: { id, revision, hash: exercise.hash },
    submission: {
      hash: hashOf(read.ok ? { log: read.value.log, answers: [...read.value.answers] } : read.why),
    },
    seeds,
    of,
  } as const;
  const error = (reason: Reason): Report => ({ ...about, outcome: 'error', reason, points: 0, checks: [] });
  if (!read.ok) return error(read.why);
  try {
    const { results, trail } = gradeChecks(exercise, read.value, seeds);
    const checks = [...results, ...gradeQuiz(exercise, read.value)];
    const points = checks.reduce((sum, check) => sum + check.points, 0);
    const made = read.value.revision;
    const other = made === undefined || made === revision ? {} : { madeForRevision: made };
    return { ...about, outcome: 'graded', points, checks, ...other, ...(trail.length > 0 ? { trail } : {}) };
  } catch (failure) {
    if (failure instanceof BoundExceeded)
      return error({ id: 'over-limits', detail: excerpt(failure.message) });
    if (failure instanceof TimeExceeded) return error({ id: 'out-of-time', detail: excerpt(failure.line) });
    // A file was saved where the learner's own commands had put something else.
    if (failure instanceof FileError)
      return error({ id: 'not-a-submission', detail: excerpt(failure.message) });
    return error({ id: 'ours', detail: excerpt(String(failure)) });
  }
}

/** What failed on which seed; a check that has failed once is not looked at again. */
type Failures = Map<string, { readonly seed: number; readonly findings: readonly Finding[] }>;

interface Graded {
  readonly results: readonly CheckResult[];
  /** What was done on the first seed. */
  readonly trail: readonly TrailStep[];
}

function gradeChecks(exercise: Exercise, submission: Submission, seeds: readonly number[]): Graded {
  const { checks } = exercise.definition;
  const failures: Failures = new Map();
  if (checks.length === 0) return { results: [], trail: [] };
  const { log } = submission;
  let cues: readonly Cue[] | undefined;
  let trail: readonly TrailStep[] | undefined;
  for (const seed of seeds) {
    const left = checks.filter(({ id }) => !failures.has(id));
    if (left.length === 0) break;
    const isOwn = String(seed) === log.seed;
    if (!isOwn && isPaced(exercise, submission)) cues ??= play(exercise, submission, log.seed ?? seed).cues;
    const first = gradeOnSeed(exercise, submission, seed, isOwn ? undefined : cues, left, failures);
    if (isOwn) cues = first.cues;
    trail ??= trailOf(log.entries, first);
  }
  const results = checks.map(({ id, kind, points }) => {
    const failure = failures.get(id);
    const passed = failure === undefined;
    const hidden = exercise.hidden?.has(id) ? { hidden: true as const } : {};
    return { id, kind, points: passed ? points : 0, of: points, passed, findings: [], ...failure, ...hidden };
  });
  return { results, trail: trail ?? [] };
}

/** Looks at one play of a submission for every check that is left; for experiments it is played again, but for the last. */
function gradeOnSeed(
  exercise: Exercise,
  submission: Submission,
  seed: number,
  cues: readonly Cue[] | undefined,
  left: readonly Check[],
  failures: Failures,
): Play {
  const again = () => play(exercise, submission, seed, cues);
  const first = again();
  const judge = (check: Check, findings: Finding[]) => {
    if (findings.length > 0) failures.set(check.id, { seed, findings: withRefusal(check, findings, first) });
  };
  const looks = left.filter(isLook);
  const commands = left.filter((check) => check.kind === 'command');
  const experiments = left.filter((check) => check.kind === 'experiment');
  const deeds = sharingPlays(experiments);
  for (const check of looks) judge(check, checkObservation(check, first));
  for (const [index, alike] of deeds.entries()) {
    // Nobody looks at the first play after the last experiment, so that one may have it.
    const isFree = index === deeds.length - 1 && commands.length === 0;
    const ran = runExperiment(alike[0]?.do ?? [], isFree ? first : again());
    for (const check of alike) judge(check, checkExperiment(check, ran));
  }
  // Commands come last: they are run in the cluster itself, and should they change it, nothing else sees that.
  for (const check of commands) judge(check, checkObservation(check, first));
  return first;
}

/** Whether a check only reads what was recorded. */
function isLook(check: Check): check is Exclude<Check, { kind: 'experiment' | 'command' }> {
  return check.kind !== 'experiment' && check.kind !== 'command';
}

/** Whether a log has a clock that belongs to a seed; scripts have none. */
function isPaced({ definition }: Exercise, { log }: Submission): boolean {
  return (
    definition.asks.commands && log.seed !== undefined && log.entries.some(({ atMs }) => atMs !== undefined)
  );
}

function gradeQuiz(exercise: Exercise, submission: Submission): CheckResult[] {
  return exercise.definition.quiz.map((question) => {
    const { id, points } = question;
    const findings = checkAnswer(exercise, question, submission.answers.get(id));
    const passed = findings.length === 0;
    return { id, kind: 'quiz', points: passed ? points : 0, of: points, passed, findings };
  });
}
