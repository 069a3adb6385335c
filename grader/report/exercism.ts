// `exercism`: results.json of version 3, one a student and exercise.
import { checkMessage } from './check-summary.ts';
import type { Format, FormatContext } from './format.ts';
import type { Report } from './report.ts';
import { shownJson } from './shown.ts';
import { reasonSentence } from './text.ts';

const outputMax = 500;

export const exercism: Format = {
  open: (context) => ({
    student(student, fileName) {
      return student.grades.flatMap((grade) => {
        const report = student.reports[grade.reports[0] ?? -1];
        if (!report) return [];
        const text = `${shownJson(JSON.stringify(resultsOf(report, context), null, 1))}\n`;
        return [
          { path: `exercism/${fileName}/${grade.exercise}/results.json`, text, isWhole: true as const },
        ];
      });
    },
  }),
};

function resultsOf(report: Report, { exercises, locale }: FormatContext): object {
  const exercise = exercises.get(report.exercise.id);
  if (report.outcome === 'error' || !exercise) {
    return {
      version: 3,
      status: 'error',
      message: report.reason ? reasonSentence(report.reason, locale) : null,
      tests: [],
    };
  }
  const tests = report.checks.map((check, at) => {
    const message = check.passed ? null : checkMessage(check, exercise, locale);
    return {
      name: check.id,
      status: check.passed ? 'pass' : 'fail',
      message,
      output: message === null ? null : message.slice(0, outputMax),
      test_code: check.kind,
      task_id: at + 1,
    };
  });
  return {
    version: 3,
    status: tests.every(({ status }) => status === 'pass') ? 'pass' : 'fail',
    message: null,
    tests,
  };
}
