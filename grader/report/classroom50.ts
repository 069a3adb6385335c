// `classroom50`: result/v1 of Classroom 50, one file a student and exercise. What only the platform knows comes from its environment,
// through the settings.

import { checkMessage } from './check-summary.ts';
import type { Format, FormatContext } from './format.ts';
import type { StudentGrades } from './grades.ts';
import { shownJson } from './shown.ts';

export const classroom50: Format = {
  open: (context) => ({
    student(student, fileName) {
      return student.grades.flatMap((grade) => {
        const result = resultOf(student, grade.exercise, context);
        if (!result) return [];
        const path = `classroom50/${fileName}/${grade.exercise}.json`;
        return [{ path, text: `${shownJson(JSON.stringify(result, null, 1))}\n`, isWhole: true as const }];
      });
    },
  }),
};

function resultOf(
  student: StudentGrades,
  id: string,
  { head, exercises, locale, platform = {} }: FormatContext,
): object | undefined {
  const grade = student.grades.find(({ exercise }) => exercise === id);
  const report = student.reports[grade?.reports[0] ?? -1];
  const exercise = exercises.get(id);
  // The schema has no word for what could not be graded: no result is better than a zero.
  if (!grade || !report || !exercise || grade.status !== 'graded') return undefined;
  const tests = report.checks.map((check) => ({
    'test-name': check.id,
    passed: check.passed,
    score: Math.round(check.points),
    'max-score': Math.round(check.of),
    ...(check.passed ? {} : { message: checkMessage(check, exercise, locale) }),
  }));
  return {
    schema: 'classroom50/result/v1',
    classroom: platform.CLASSROOM ?? head.title,
    assignment: platform.ASSIGNMENT ?? id,
    assignment_type: platform.ASSIGNMENT_TYPE ?? 'individual',
    owner: platform.OWNER ?? student.keys?.github ?? student.student,
    submission: platform.SUBMISSION_TAG ?? '',
    commit: platform.COMMIT_URL ?? '',
    release: platform.RELEASE_URL ?? '',
    review: platform.REVIEW_URL ?? '',
    datetime: platform.DATETIME ?? '',
    score: Math.round(grade.points),
    'max-score': Math.round(grade.of),
    tests,
  };
}
