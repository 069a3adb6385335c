// `prairielearn`: results.json of an external grader, one a student and exercise, at most 1 MB.

import type { ExerciseGrade } from '../rules/gradebook.ts';
import { checkMessage } from './check-summary.ts';
import type { Format, FormatContext } from './format.ts';
import { gradeNotes } from './grade-notes.ts';
import type { StudentGrades } from './grades.ts';
import { shownJson } from './shown.ts';
import { reasonSentence } from './text.ts';

/** Well below 1 MB with every other field beside it. */
const messageMax = 2000;

export const prairielearn: Format = {
  open: (context) => ({
    student(student, fileName) {
      return student.grades.flatMap((grade) => {
        if (grade.reports.length === 0) return [];
        const text = `${shownJson(JSON.stringify(resultsOf(student, grade, context), null, 1))}\n`;
        return [
          { path: `prairielearn/${fileName}/${grade.exercise}/results.json`, text, isWhole: true as const },
        ];
      });
    },
  }),
};

function resultsOf(
  student: StudentGrades,
  grade: ExerciseGrade,
  { exercises, locale }: FormatContext,
): object {
  const report = student.reports[grade.reports[0] ?? -1];
  const exercise = exercises.get(grade.exercise);
  if (!report || !exercise || grade.status !== 'graded') {
    const why = report?.reason ? reasonSentence(report.reason, locale) : '';
    // Not gradable: the submission does not count as an attempt there.
    return { gradable: false, message: why, format_errors: [why] };
  }
  const tests = report.checks.map((check) => ({
    name: check.id,
    description: '',
    points: check.points,
    max_points: check.of,
    message: check.passed ? '' : checkMessage(check, exercise, locale).slice(0, messageMax),
    output: '',
  }));
  return {
    gradable: true,
    score: grade.of === 0 ? 0 : Math.min(1, grade.points / grade.of),
    message: gradeNotes(grade, student, locale).join('\n'),
    output: '',
    tests,
  };
}
