// `csv`: one row for every student, exercise and check.

import type { Locale } from '../locale.ts';
import { csvLine } from './csv.ts';
import type { Format } from './format.ts';
import type { StudentGrades } from './grades.ts';
import { keyOf } from './grades.ts';
import type { Report } from './report.ts';
import { shownLine } from './shown.ts';
import { findingSentences, reasonSentence } from './text.ts';

const columns = [
  'student',
  'key',
  'section',
  'exercise',
  'revision',
  'submission',
  'outcome',
  'check',
  'kind',
  'passed',
  'points',
  'of',
  'hidden',
  'seed',
  'at_ms',
  'wanted',
  'seen',
  'reason',
];

export const csvLong: Format = {
  open({ locale }) {
    const piece = (text: string) => [{ path: 'grades.csv', text }];
    return {
      head: () => piece(csvLine(columns)),
      student: (student) =>
        piece(
          rowsOf(student, locale)
            .map((row) => csvLine(row))
            .join(''),
        ),
    };
  },
};

function rowsOf(student: StudentGrades, locale: Locale): (string | number)[][] {
  const who = [shownLine(student.student), keyOf(student), student.section ?? ''];
  const rows: (string | number)[][] = [];
  for (const [index, report] of student.reports.entries()) {
    const attempt = student.attempts[index];
    const about = [...who, report.exercise.id, report.exercise.revision, attempt?.number ?? index + 1];
    if (report.outcome === 'error') {
      const reason = report.reason ? reasonSentence(report.reason, locale) : '';
      rows.push([...about, 'error', '', '', '', '', report.of, '', '', '', '', '', reason]);
    }
    rows.push(...checkRows(report, locale).map((row) => [...about, 'graded', ...row, '']));
  }
  for (const exercise of student.missing) {
    rows.push([...who, exercise, '', '', 'missing', '', '', '', '', '', '', '', '', '', '', '']);
  }
  for (const { file, reason } of student.unread ?? []) {
    const why = `${shownLine(file)}: ${reasonSentence(reason, locale)}`;
    rows.push([...who, '', '', '', 'error', '', '', '', '', '', '', '', '', '', '', why]);
  }
  return rows;
}

function checkRows({ checks }: Report, locale: Locale): (string | number)[][] {
  return checks.map(({ id, kind, passed, points, of, hidden, seed, findings }) => {
    const [first] = findings;
    const said = first ? findingSentences(first, locale) : { wanted: '', seen: '' };
    return [
      id,
      kind,
      passed ? 'yes' : 'no',
      points,
      of,
      hidden ? 'yes' : '',
      seed ?? '',
      first?.atMs ?? '',
      said.wanted,
      said.seen,
    ];
  });
}
