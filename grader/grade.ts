// The grade: a pure function of an exercise and a submission.
import { BoundExceeded, FileError } from '../src/sim/index.ts';
import type { Check } from './check-definition.ts';
import { checkExperiment } from './checks/experiment.ts';
import { checkObservation } from './checks/observation.ts';
import { checkAnswer } from './checks/quiz.ts';
import type { Finding } from './finding.ts';
import { excerpt } from './finding.ts';
import { hashOf } from './hash.ts';
import type { Cue } from './pace.ts';
import { cuesOf } from './pace.ts';
import type { Exercise } from './parse-exercise.ts';
import type { Play } from './play.ts';
import { beginExercise, play, TimeExceeded } from './play.ts';
import { withRefusal } from './refusal.ts';
import type { CheckResult, Reason, Report } from './report/report.ts';
import { ENGINE_VERSION, REPORT_FORMAT, REPORT_VERSION } from './report/report.ts';
import type { Read, Submission } from './submission.ts';

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
    const checks = [...gradeChecks(exercise, read.value, seeds), ...gradeQuiz(exercise, read.value)];
    const points = checks.reduce((sum, check) => sum + check.points, 0);
    const made = read.value.revision;
    const other = made === undefined || made === revision ? {} : { madeForRevision: made };
    return { ...about, outcome: 'graded', points, checks, ...other };
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

function gradeChecks(exercise: Exercise, submission: Submission, seeds: readonly number[]): CheckResult[] {
  const { checks } = exercise.definition;
  const failures: Failures = new Map();
  if (checks.length === 0) return [];
  for (const seed of seeds) gradeOnSeed(exercise, submission, seed, failures);
  return checks.map(({ id, kind, points }) => {
    const failure = failures.get(id);
    const passed = failure === undefined;
    return { id, kind, points: passed ? points : 0, of: points, passed, findings: [], ...failure };
  });
}

function gradeOnSeed(exercise: Exercise, submission: Submission, seed: number, failures: Failures): void {
  const left = exercise.definition.checks.filter(({ id }) => !failures.has(id));
  if (left.length === 0) return;
  const cues = cuesFor(exercise, submission, seed);
  const first = play(exercise, submission, seed, cues);
  // Commands come last: they are run in the cluster itself, and should they change it, nothing else sees that.
  const inOrder = [
    ...left.filter(({ kind }) => kind !== 'command'),
    ...left.filter(({ kind }) => kind === 'command'),
  ];
  for (const check of inOrder) {
    const findings = findingsOf(check, first, () => play(exercise, submission, seed, cues));
    if (findings.length > 0) failures.set(check.id, { seed, findings: withRefusal(check, findings, first) });
  }
}

function findingsOf(check: Check, first: Play, again: () => Play): Finding[] {
  return check.kind === 'experiment' ? checkExperiment(check, again()) : checkObservation(check, first);
}

/** The cues of a log that was recorded on another seed; none for scripts, which have no clock. */
function cuesFor(exercise: Exercise, submission: Submission, seed: number): readonly Cue[] | undefined {
  const { seed: own, entries } = submission.log;
  if (own === undefined || own === String(seed) || !exercise.definition.asks.commands) return undefined;
  if (entries.every(({ atMs }) => atMs === undefined)) return undefined;
  const { session, stepping } = beginExercise(exercise, own);
  return cuesOf(session, stepping, entries, exercise.definition.limits.time);
}

function gradeQuiz(exercise: Exercise, submission: Submission): CheckResult[] {
  return exercise.definition.quiz.map((question) => {
    const { id, points } = question;
    const findings = checkAnswer(exercise, question, submission.answers.get(id));
    const passed = findings.length === 0;
    return { id, kind: 'quiz', points: passed ? points : 0, of: points, passed, findings };
  });
}
