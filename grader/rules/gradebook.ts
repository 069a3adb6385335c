// From the reports of one student to what counts: points by the rules, lateness, gates, overrides and the sum.
import type { Report } from '../report/report.ts';
import type { ExerciseRules, GradingRules, Override } from './grading-rules.ts';
import { rulesFor } from './grading-rules.ts';
import type { Extension, Lateness } from './late.ts';
import { latenessOf } from './late.ts';

/** A submission that was graded, as it came in. */
export interface Attempt {
  readonly file: string;
  /** 1 for the first that this student handed in, and how many there were. */
  readonly number: number;
  readonly of: number;
  readonly atMs?: number;
  readonly isMarkedLate?: true;
}

export interface ExerciseGrade {
  readonly exercise: string;
  /** error: none of the submissions could be graded, which is not a zero. */
  readonly status: 'graded' | 'error' | 'missing' | 'excused';
  /** After everything; 0 beside any status but graded. */
  readonly points: number;
  readonly of: number;
  /** What the checks alone gave, where that is something else. */
  readonly earned?: number;
  readonly isExtraCredit?: true;
  /** Which of the student's reports count, by index. */
  readonly reports: readonly number[];
  readonly late?: Lateness;
  /** What kept it from counting: a check, or another exercise. */
  readonly gate?: { readonly check: string } | { readonly exercise: string; readonly percent: number };
  readonly override?: { readonly reason: string };
}

export interface Total {
  readonly points: number;
  readonly of: number;
  /** Null where nothing counts. */
  readonly percent: number | null;
  /** Exercises left out of the sum because nothing could be graded. */
  readonly errors: number;
}

/** What one student handed in; reports and attempts go together by index. */
export interface Handed {
  readonly reports: readonly Report[];
  readonly attempts: readonly Attempt[];
  /** More time, by exercise; '' is for all of them. */
  readonly extensions?: ReadonlyMap<string, readonly Extension[]>;
  readonly overrides?: readonly Override[];
}

/** What an exercise is worth to the rules, and the points of its checks. */
export interface Worth {
  readonly points: number;
  readonly checks: ReadonlyMap<string, { readonly points: number; readonly isExtra: boolean }>;
}

/** Works out one student's grades in the order of `worths`, and their sum. */
export function gradesBy(
  rules: GradingRules,
  worths: ReadonlyMap<string, Worth>,
  handed: Handed,
): { readonly grades: readonly ExerciseGrade[]; readonly total: Total } {
  const alone = new Map<string, ExerciseGrade>();
  for (const [exercise, worth] of worths) {
    const own = rulesFor(rules, exercise);
    if (own) alone.set(exercise, gradeAlone(rules, own, exercise, worth, handed));
  }
  const grades = [...alone.values()].map((grade) => {
    return behindExercises(grade, rulesFor(rules, grade.exercise)?.requires ?? {}, alone);
  });
  return { grades, total: totalOf(grades, rules) };
}

function gradeAlone(
  rules: GradingRules,
  own: ExerciseRules,
  exercise: string,
  worth: Worth,
  handed: Handed,
): ExerciseGrade {
  const overrides = (handed.overrides ?? []).filter((it) => it.exercise === exercise);
  const about = {
    exercise,
    of: worth.points,
    ...(own['extra-credit'] ? { isExtraCredit: true as const } : {}),
    ...(overrides.length > 0
      ? { override: { reason: overrides.map(({ reason }) => reason).join('; ') } }
      : {}),
  };
  const indexes = handed.reports.flatMap((report, index) => (report.exercise.id === exercise ? [index] : []));
  const graded = indexes.filter((index) => handed.reports[index]?.outcome === 'graded');
  if (overrides.some(({ excused }) => excused)) {
    return { ...about, status: 'excused', points: 0, reports: indexes };
  }
  const fixed = overrides.findLast(({ points }) => points !== undefined)?.points;
  if (fixed !== undefined) return { ...about, status: 'graded', points: fixed, reports: indexes };
  if (indexes.length === 0) return { ...about, status: 'missing', points: 0, reports: [] };
  if (graded.length === 0) return { ...about, status: 'error', points: 0, reports: indexes };
  const scored = graded.map((index) => scoreAttempt(rules, own, worth, handed, index, overrides));
  const { take } = own.attempts ?? rules.attempts;
  if (take === 'all' && scored.length > 1) {
    const mean = scored.reduce((sum, { points }) => sum + points, 0) / scored.length;
    return { ...about, status: 'graded', points: rounded(mean), reports: graded };
  }
  const best = scored.reduce((a, b) => (b.points >= a.points ? b : a));
  const { index, ...score } = take === 'latest' ? (scored.at(-1) ?? best) : best;
  return { ...about, status: 'graded', ...score, reports: [index] };
}

interface Score {
  readonly index: number;
  readonly points: number;
  readonly earned?: number;
  readonly late?: Lateness;
  readonly gate?: { readonly check: string };
}

function scoreAttempt(
  rules: GradingRules,
  own: ExerciseRules,
  worth: Worth,
  handed: Handed,
  index: number,
  overrides: readonly Override[],
): Score {
  const report = handed.reports[index] as Report;
  const taken = new Set(overrides.flatMap(({ passed }) => passed ?? []));
  const hasPassed = (id: string) => taken.has(id) || report.checks.some((it) => it.id === id && it.passed);
  let earned = 0;
  let base = 0;
  for (const [id, { points, isExtra }] of worth.checks) {
    if (hasPassed(id)) earned += points;
    if (!isExtra) base += points;
  }
  const scaled = base === 0 ? 0 : rounded((earned / base) * worth.points);
  const closed = own.gates.find((id) => !hasPassed(id));
  if (closed !== undefined) return { index, points: 0, earned: scaled, gate: { check: closed } };
  const attempt = handed.attempts[index];
  const extensions = ['', report.exercise.id].flatMap((key) => handed.extensions?.get(key) ?? []);
  const late = latenessOf(own.late ?? rules.late, own.due, attempt ?? {}, [
    ...extensions,
    ...overrides.flatMap(({ extension }) => (extension === undefined ? [] : [{ byMs: extension }])),
  ]);
  if (!late) return { index, points: scaled };
  const points = Math.max(0, rounded(scaled - (worth.points * late.percent) / 100));
  return { index, points, late, ...(points === scaled ? {} : { earned: scaled }) };
}

function behindExercises(
  grade: ExerciseGrade,
  requires: Readonly<Record<string, number>>,
  alone: ReadonlyMap<string, ExerciseGrade>,
): ExerciseGrade {
  if (grade.status !== 'graded') return grade;
  for (const [exercise, percent] of Object.entries(requires)) {
    const other = alone.get(exercise);
    // What nobody could grade, or was excused, does not stand in the way.
    if (!other || other.status === 'error' || other.status === 'excused') continue;
    if (other.points >= (other.of * percent) / 100) continue;
    return { ...grade, points: 0, earned: grade.earned ?? grade.points, gate: { exercise, percent } };
  }
  return grade;
}

function totalOf(grades: readonly ExerciseGrade[], rules: GradingRules): Total {
  let points = 0;
  let of = 0;
  for (const grade of grades) {
    points += grade.points;
    const counts = grade.status === 'graded' || (grade.status === 'missing' && rules.missing === 'zero');
    if (counts && !grade.isExtraCredit) of += grade.of;
  }
  return {
    points: rounded(points),
    of: rounded(of),
    percent: of === 0 ? null : Math.round((points / of) * 1000) / 10,
    errors: grades.filter(({ status }) => status === 'error').length,
  };
}

/** To two decimals, halves up. */
function rounded(points: number): number {
  return Math.round((points + Number.EPSILON) * 100) / 100;
}
