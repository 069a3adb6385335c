import { expect, test } from 'vitest';
import { studentText } from './class.ts';
import type { StudentGrades } from './grades.ts';
import { gradesJson } from './grades.ts';
import { fileNameOf, shown, shownJson, shownLine } from './shown.ts';

test.each([
  ['ada', 'ada'],
  ['김철수', '김철수'],
  ['ada\nbob', 'ada\\nbob'],
  ['a\r\u001b[2Jb', 'a\\u000d\\u001b[2Jb'],
  ['a\u0085b\u009bc\u007f', 'a\\u0085b\\u009bc\\u007f'],
  ['a\u202eb\u2066c\u200fd', 'a\\u202eb\\u2066c\\u200fd'],
  ['a\u2028b\u2029c\ud800', 'a\\u2028b\\u2029c\\ud800'],
])('%j stays on its line as %s', (text, expected) => expect(shownLine(text)).toBe(expected));

test('a text keeps its lines, however they end', () =>
  expect(shown('a\r\nb\n\tc\u2028\r')).toBe('a\nb\n\tc\\u2028\\u000d'));

test.each([
  ['ada', 'ada'],
  ['', 'no-name'],
  ['..', '_'],
  ['a/../b', 'a_.._b'],
  ['a\nb\u202e', 'a_nb_u202e'],
  ['x'.repeat(300), 'x'.repeat(60)],
])('the file of %j is named %s', (name, expected) => expect(fileNameOf(name)).toBe(expected));

test('a name forges neither a heading nor bytes of JSON', () => {
  const name = 'eve\nada\n  ✓ passed\u202e\u{e0001}';
  const total = { points: 0, of: 0, percent: null, errors: 0 };
  const student: StudentGrades = { student: name, reports: [], attempts: [], missing: [], grades: [], total };
  expect(studentText(student, new Map(), 'en')).toBe('eve\\nada\\n  ✓ passed\\u202e\\ue0001\n');
  const json = gradesJson.student(student, true);
  expect(json).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(JSON.parse(json)).toEqual(student);
  expect(JSON.parse(shownJson(JSON.stringify('\ud800')))).toBe('\ud800');
});
