// One student's reports side by side, for people, and what is missing.
import type { Locale } from '../locale.ts';
import type { Exercise } from '../parse-exercise.ts';
import { gradeLines } from './grade-notes.ts';
import type { Counts, StudentGrades } from './grades.ts';
import { shownLine } from './shown.ts';
import { reasonSentence, reportLines, sentencesOf } from './text.ts';

/** One student's reports for people. */
export function studentText(
  student: StudentGrades,
  exercises: ReadonlyMap<string, Exercise>,
  locale: Locale,
): string {
  const words = sentencesOf(locale);
  const lines = [shownLine(student.student) || words.noStudent];
  for (const report of student.reports) {
    const exercise = exercises.get(report.exercise.id);
    if (!exercise) continue;
    lines.push(...reportLines(report, exercise, locale).map((line) => `  ${line}`));
  }
  for (const { file, reason } of student.unread ?? []) {
    lines.push(`  ${shownLine(file)}: ${words.notGraded}`, `    ${reasonSentence(reason, locale)}`);
  }
  for (const id of student.missing) lines.push(`  ${id}: ${words.missing}`);
  lines.push(...gradeLines(student, locale).map((line) => `  ${line}`));
  return `${lines.join('\n')}\n`;
}

/** How many there are of each, as a line. */
export function summaryLine({ students, graded, errors, missing }: Counts, locale: Locale): string {
  return `${sentencesOf(locale).summary(students, graded, errors, missing)}\n`;
}
