// The grades of several students: their reports side by side, and what is missing.
import { canonicalJson } from '../canonical-json.ts';
import type { Locale } from '../locale.ts';
import type { Exercise } from '../parse-exercise.ts';
import type { Reason, Report } from './report.ts';
import { shownJson, shownLine } from './shown.ts';
import { reasonSentence, reportLines, sentencesOf } from './text.ts';

export const GRADES_FORMAT = 'petset/grades';
export const GRADES_VERSION = 1;

export interface Grades {
  readonly format: typeof GRADES_FORMAT;
  readonly version: typeof GRADES_VERSION;
  readonly students: readonly StudentGrades[];
}

export interface StudentGrades {
  readonly student: string;
  readonly reports: readonly Report[];
  /** Exercises that somebody handed in, but not this student. */
  readonly missing: readonly string[];
  /** Files that stand for no exercise, and why; absent where there are none. */
  readonly unread?: readonly UnreadFile[];
}

export interface UnreadFile {
  readonly file: string;
  readonly reason: Reason;
}

/** Puts reports together by student, in order of names; of each student in order of exercises. */
export function gradesOf(
  students: readonly string[],
  graded: readonly { readonly student: string; readonly report: Report }[],
  unread: readonly (UnreadFile & { readonly student: string })[] = [],
): Grades {
  const exercises = [...new Set(graded.map(({ report }) => report.exercise.id))].sort();
  return {
    format: GRADES_FORMAT,
    version: GRADES_VERSION,
    students: [...students].sort().map((student) => {
      const own = graded.filter((one) => one.student === student).map(({ report }) => report);
      const reports = own.sort((a, b) => (a.exercise.id < b.exercise.id ? -1 : 1));
      const missing = exercises.filter((id) => !own.some(({ exercise }) => exercise.id === id));
      const files = unread
        .filter((one) => one.student === student)
        .map(({ file, reason }) => ({ file, reason }));
      return { student, reports, missing, ...(files.length > 0 ? { unread: files } : {}) };
    }),
  };
}

/** One line of canonical JSON. */
export function gradesJson(grades: Grades): string {
  return `${shownJson(canonicalJson(grades))}\n`;
}

/** The whole class for people. */
export function gradesText(grades: Grades, exercises: ReadonlyMap<string, Exercise>, locale: Locale): string {
  const words = sentencesOf(locale);
  const parts = grades.students.map((student) => studentText(student, exercises, locale));
  const reports = grades.students.flatMap((student) => student.reports);
  const refused = reports.filter(({ outcome }) => outcome === 'error').length;
  const unread = grades.students.reduce((sum, student) => sum + (student.unread?.length ?? 0), 0);
  const missing = grades.students.reduce((sum, student) => sum + student.missing.length, 0);
  const summary = words.summary(grades.students.length, reports.length - refused, refused + unread, missing);
  return `${parts.join('\n')}\n${summary}\n`;
}

/** One student's reports for people. */
export function studentText(
  { student, reports, missing, unread = [] }: StudentGrades,
  exercises: ReadonlyMap<string, Exercise>,
  locale: Locale,
): string {
  const words = sentencesOf(locale);
  const lines = [shownLine(student) || words.noStudent];
  for (const report of reports) {
    const exercise = exercises.get(report.exercise.id);
    if (exercise) lines.push(...reportLines(report, exercise, locale).map((line) => `  ${line}`));
  }
  for (const { file, reason } of unread) {
    lines.push(`  ${shownLine(file)}: ${words.notGraded}`, `    ${reasonSentence(reason, locale)}`);
  }
  for (const id of missing) lines.push(`  ${id}: ${words.missing}`);
  return `${lines.join('\n')}\n`;
}
