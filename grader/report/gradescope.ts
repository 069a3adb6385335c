// `gradescope`: results.json for each student, as Gradescope's autograder harness takes it.
import type { Exercise } from '../parse-exercise.ts';
import type { ExerciseGrade } from '../rules/gradebook.ts';
import { checkMessage } from './check-summary.ts';
import type { Format, FormatContext } from './format.ts';
import { gradeNotes, statusText } from './grade-notes.ts';
import type { StudentGrades } from './grades.ts';
import type { CheckResult, Report } from './report.ts';
import { shownJson } from './shown.ts';
import { reasonSentence } from './text.ts';

export const gradescope: Format = {
  open: (context) => ({
    student(student, fileName) {
      const text = `${shownJson(JSON.stringify(resultsOf(student, context), null, 1))}\n`;
      return [{ path: `gradescope/${fileName}/results.json`, text, isWhole: true as const }];
    },
  }),
};

function resultsOf(student: StudentGrades, context: FormatContext): object {
  const { points, of, errors } = student.total;
  const tests = student.grades.flatMap((grade, index) => testsOf(grade, index, student, context));
  return {
    // Without a score Gradescope says that the autograder failed, which is what an error is.
    ...(errors > 0 ? {} : { score: points }),
    visibility: 'visible',
    stdout_visibility: 'hidden',
    output: student.grades.map((grade) => outputOf(grade, student, context)).join('\n'),
    output_format: 'text',
    extra_data: { engine: context.head.engine, rules: context.head.rules, of },
    tests,
  };
}

function outputOf(grade: ExerciseGrade, student: StudentGrades, { locale }: FormatContext): string {
  const notes = gradeNotes(grade, student, locale);
  const report = student.reports[grade.reports[0] ?? -1];
  const reason = report?.reason ? [reasonSentence(report.reason, locale)] : [];
  const said = [...reason, ...notes];
  return `${grade.exercise}: ${statusText(grade, locale)}${said.length === 0 ? '' : ` (${said.join('; ')})`}`;
}

function testsOf(
  grade: ExerciseGrade,
  index: number,
  student: StudentGrades,
  context: FormatContext,
): object[] {
  const report = student.reports[grade.reports[0] ?? -1];
  const exercise = context.exercises.get(grade.exercise);
  if (!report || !exercise) return [];
  return report.checks.map((check, at) => testOf(check, `${index + 1}.${at + 1}`, report, exercise, context));
}

/** A hidden test has no points there: Gradescope hides the whole score from whoever has a test with points that is not yet visible. */
function testOf(
  check: CheckResult,
  number: string,
  report: Report,
  exercise: Exercise,
  { locale }: FormatContext,
): object {
  const points = check.hidden ? {} : { score: check.points, max_score: check.of };
  return {
    ...points,
    status: check.passed ? 'passed' : 'failed',
    name: `${report.exercise.id}: ${check.id}`,
    number,
    output: check.passed ? '' : checkMessage(check, exercise, locale),
    output_format: 'text',
    visibility: check.hidden ? 'hidden' : 'visible',
    tags: [check.kind],
  };
}
