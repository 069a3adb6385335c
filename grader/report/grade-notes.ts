// What the rules made of a grade, in words: lateness, gates, overrides, which attempt counts.
import type { Locale } from '../locale.ts';
import type { ExerciseGrade } from '../rules/gradebook.ts';
import { instantText } from '../rules/late.ts';
import type { StudentGrades } from './grades.ts';
import { shownLine } from './shown.ts';
import { sentencesOf } from './text.ts';

/** Why a grade is not what its checks alone would give; none where it is. */
export function gradeNotes(grade: ExerciseGrade, student: StudentGrades, locale: Locale): string[] {
  const { rules: words } = sentencesOf(locale);
  const notes: string[] = [];
  const { late, gate, override, earned } = grade;
  if (late?.isClosed) notes.push(words.closed(late.days ?? 0));
  else if (late) notes.push(words.late(late.days, late.percent));
  if (gate && 'check' in gate) notes.push(words.checkGate(gate.check));
  else if (gate) notes.push(words.exerciseGate(gate.exercise, gate.percent));
  if (earned !== undefined) notes.push(words.earned(earned));
  if (override) notes.push(words.override(shownLine(override.reason)));
  if (grade.isExtraCredit) notes.push(words.extraCredit);
  const [index] = grade.reports;
  const attempt = index === undefined ? undefined : student.attempts[index];
  if (attempt && attempt.of > 1) notes.push(words.attempt(attempt.number, attempt.of, grade.reports.length));
  if (attempt?.atMs !== undefined) notes.push(words.handedIn(instantText(attempt.atMs)));
  return notes;
}

/** The lines below a student's reports: what counts, where that is not plain from the reports, and the sum. */
export function gradeLines(student: StudentGrades, locale: Locale): string[] {
  const words = sentencesOf(locale);
  const lines = student.grades.flatMap((grade) => {
    const notes = gradeNotes(grade, student, locale);
    if (notes.length === 0) return [];
    return [`${grade.exercise}: ${statusText(grade, locale)} (${notes.join('; ')})`];
  });
  const { points, of, percent, errors } = student.total;
  if (student.grades.length < 2 || percent === null) return lines;
  const open = errors > 0 ? ` (${words.rules.open(errors)})` : '';
  return [...lines, `${words.rules.total}: ${points} / ${of} (${percent}%)${open}`];
}

/** `14 / 20`, or why there are no points. */
export function statusText({ status, points, of }: ExerciseGrade, locale: Locale): string {
  const words = sentencesOf(locale);
  if (status === 'graded') return `${points} / ${of}`;
  if (status === 'error') return words.notGraded;
  return status === 'missing' ? words.missing : words.rules.excused;
}
