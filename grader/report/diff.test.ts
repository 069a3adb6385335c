import { expect, test } from 'vitest';
import { grades } from '../testdata/small-class.ts';
import { diffGrades, diffText } from './diff.ts';
import type { Grades } from './grades.ts';

/** The same class with something else about its first student. */
function changed(change: (first: Grades['students'][number]) => object, head: object = {}): Grades {
  const [first, ...rest] = grades.students;
  if (!first) throw new Error('nobody');
  return {
    ...grades,
    ...head,
    students: [{ ...first, ...change(first) } as Grades['students'][number], ...rest],
  };
}

test('the same grades are the same', () => {
  const diff = diffGrades(grades, grades);
  expect(diff).toEqual({ changes: [], gone: [], came: [], same: 5 });
  expect(diffText(diff, 'en')).toBe('0 grades changed, 5 the same\n');
});

test('a grade that moved is told with its check and its cause', () => {
  const after = changed((first) => ({
    reports: first.reports.map((report) => ({
      ...report,
      submission: { hash: 'sha256:other' },
      checks: report.checks.map((check) => (check.id === 'check-0' ? { ...check, passed: true } : check)),
    })),
    grades: first.grades.map((grade) => ({ ...grade, points: 5 })),
  }));
  expect(diffText(diffGrades(grades, after), 'en')).toBe(
    '=HYPERLINK("x")  small: 0 / 10 → 5 / 10\n    + check-0 passes now\n    Because: another submission was graded\n1 grade changed, 4 the same\n',
  );
  expect(diffText(diffGrades(after, grades), 'ko')).toContain('check-0: 이제 실패');
});

test.each([
  ['engine', (report: object) => ({ ...report, engine: '9' }), {}, ['engine']],
  ['seeds', (report: object) => ({ ...report, seeds: [7] }), {}, ['seeds']],
  [
    'exercise',
    (report: object) => ({ ...report, exercise: { id: 'small', revision: 2, hash: 'x' } }),
    {},
    ['exercise'],
  ],
  ['rules', (report: object) => report, { rules: 'sha256:new' }, ['rules']],
])('of another %s it is said', (_, change, head, causes) => {
  const after = changed(
    (first) => ({
      reports: first.reports.map(change),
      grades: first.grades.map((grade) => ({ ...grade, points: 3 })),
    }),
    head,
  );
  expect(diffGrades(grades, after).changes).toMatchObject([{ causes }]);
});

test('people who came and went are named', () => {
  const fewer = { ...grades, students: grades.students.slice(1) };
  expect(diffGrades(grades, fewer).gone).toEqual(['=HYPERLINK("x")']);
  expect(diffGrades(fewer, grades).came).toEqual(['=HYPERLINK("x")']);
});
