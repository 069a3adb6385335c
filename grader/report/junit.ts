// `junit`: XML that CI systems show. GitLab shows classname as the suite and merges cases of equal classname and name, so the
// classname is exercise.student and the name the check.

import { checkMessage } from './check-summary.ts';
import type { Format, FormatContext } from './format.ts';
import type { StudentGrades } from './grades.ts';
import type { Report } from './report.ts';
import { shownLine } from './shown.ts';
import { reasonSentence, sentencesOf } from './text.ts';
import { escaped } from './xml.ts';

interface Case {
  readonly name: string;
  /** The element within, if it did not pass. */
  readonly outcome: string;
  readonly is: 'passed' | 'failed' | 'error' | 'skipped';
}

export const junit: Format = {
  open(context) {
    const piece = (text: string) => [{ path: 'junit.xml', text }];
    return {
      head: () => piece('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="petset">\n'),
      student: (student) => piece(suitesOf(student, context)),
      foot: () => piece('</testsuites>\n'),
    };
  },
};

function suitesOf(student: StudentGrades, context: FormatContext): string {
  const name = shownLine(student.student);
  const { locale } = context;
  const words = sentencesOf(locale);
  const suites = student.reports.map((report, at) => {
    const { file, number, of } = student.attempts[at] ?? { file: '', number: 1, of: 1 };
    const suite = `${report.exercise.id}.${name.replaceAll('.', '·')}${of > 1 ? `.${number}` : ''}`;
    return suiteText(suite, shownLine(file), casesOf(report, context));
  });
  const missing = student.missing.map((id) => {
    const skipped: Case = {
      name: words.missing,
      outcome: `<skipped message="${escaped(words.missing)}"/>`,
      is: 'skipped',
    };
    return suiteText(`${id}.${name.replaceAll('.', '·')}`, '', [skipped]);
  });
  const unread = (student.unread ?? []).map(({ file, reason }) => {
    return suiteText(`unread.${name.replaceAll('.', '·')}`, shownLine(file), [
      errorCase(shownLine(file), reasonSentence(reason, locale)),
    ]);
  });
  return [...suites, ...missing, ...unread].join('');
}

function casesOf(report: Report, { exercises, locale }: FormatContext): readonly Case[] {
  const exercise = exercises.get(report.exercise.id);
  if (report.outcome === 'error' || !exercise) {
    return [
      errorCase(sentencesOf(locale).notGraded, report.reason ? reasonSentence(report.reason, locale) : ''),
    ];
  }
  return report.checks.map((check) => {
    if (check.passed) return { name: check.id, outcome: '', is: 'passed' };
    const message = escaped(checkMessage(check, exercise, locale));
    return { name: check.id, outcome: `<failure type="${check.kind}" message="${message}"/>`, is: 'failed' };
  });
}

function errorCase(name: string, message: string): Case {
  return { name, outcome: `<error type="not-graded" message="${escaped(message)}"/>`, is: 'error' };
}

function suiteText(name: string, file: string, cases: readonly Case[]): string {
  const count = (is: Case['is']) => cases.filter((it) => it.is === is).length;
  const numbers = `tests="${cases.length}" failures="${count('failed')}" errors="${count('error')}" skipped="${count('skipped')}"`;
  const at = `classname="${escaped(name)}"${file === '' ? '' : ` file="${escaped(file)}"`}`;
  const lines = cases.map(({ name: check, outcome }) => {
    const open = `    <testcase ${at} name="${escaped(check)}" time="0"`;
    return outcome === '' ? `${open}/>\n` : `${open}>${outcome}</testcase>\n`;
  });
  return `  <testsuite name="${escaped(name)}" ${numbers} time="0">\n${lines.join('')}  </testsuite>\n`;
}
