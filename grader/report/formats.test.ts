import { describe, expect, test } from 'vitest';
import { exercises, grades, head, students, written } from '../testdata/small-class.ts';
import { canvas } from './canvas.ts';
import { classroom50 } from './classroom50.ts';
import { csvLine, plainCell } from './csv.ts';
import { csvLong } from './csv-long.ts';
import { csvWide } from './csv-wide.ts';
import { exercism } from './exercism.ts';
import type { Format } from './format.ts';
import { gradesText } from './grades.ts';
import { gradescope } from './gradescope.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { moodle } from './moodle.ts';
import { prairielearn } from './prairielearn.ts';
import { table } from './table.ts';
import { text } from './text-file.ts';

const canvasBook = {
  delimiter: ',',
  lineEnd: '\r\n',
  rows: [
    ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Small (4711)', 'Other (4712)'],
    ['    Points Possible', '', '', '', '', '10.00', '5.00'],
    ['=HYPERLINK("x")', '9101', '101', 'h', 'A', '', '3'],
    ['<b>, Ada', '9102', '102', 'ada', 'A', '1', ''],
    ['Dan', '9103', '103', 'dan', 'A', '', ''],
    ['Eve', '9104', '104', 'eve', 'A', '2', ''],
    ['김철수', '9105', '105', 'kim', 'A', '', ''],
  ],
};

const worksheet = {
  delimiter: ',',
  lineEnd: '\n',
  rows: [
    ['식별자', '이름', '학번', '이메일 주소', '상태', '성적', '최고 성적', '피드백 의견'],
    ['참여자 901', '=HYPERLINK("x")', '101', 'h@x.org', '제출됨', '-', '10', ''],
    ['참여자 902', 'Ada', '102', '', '제출됨', '-', '10', ''],
    ['참여자 904', 'Eve', '104', '', '제출됨', '-', '10', ''],
  ],
};

const all: readonly (readonly [string, Format, Parameters<typeof written>[1]])[] = [
  ['table', table, {}],
  ['text', text, {}],
  ['json', json, {}],
  ['csv', csvLong, {}],
  ['csv-wide', csvWide, {}],
  ['canvas', canvas, { gradebook: canvasBook }],
  ['moodle', moodle, { gradebook: worksheet, locale: 'ko' }],
  ['gradescope', gradescope, {}],
  ['junit', junit, {}],
  [
    'classroom50',
    classroom50,
    { platform: { CLASSROOM: 'k8s', OWNER: 'ada', DATETIME: '2026-10-02T12:00:00Z' } },
  ],
  ['exercism', exercism, {}],
  ['prairielearn', prairielearn, {}],
  ['html', html, {}],
  ['html-ko', html, { locale: 'ko' }],
];

test.each(all)('%s is what it was', async (name, format, more) => {
  const files = [...written(format, more)].map(([path, content]) => `──── ${path}\n${content}`);
  // The style of pages is no part of what they say.
  const golden = files.join('').replace(/<style>[\s\S]*?<\/style>/g, '<style></style>');
  await expect(golden).toMatchFileSnapshot(`testdata/${name}.golden`);
});

test.each(all)('%s sends nothing that a terminal obeys, and names nobody by markup', (_, format, more) => {
  for (const content of written(format, more).values()) {
    expect(content.replace(/[\t\r\n]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    if (/^<\?xml|^<!doctype/.test(content)) expect(content).not.toMatch(/<b>\\|<script|="x"\)/);
  }
});

describe('JSON', () => {
  test('is the grades again, and canonical', () => {
    const whole = written(json).get('grades.json') ?? '';
    expect(JSON.parse(whole)).toEqual(JSON.parse(JSON.stringify(grades)));
    expect(whole).toBe(gradesText(grades));
  });

  test('has a line for each student', () => {
    const lines = (written(json).get('grades.json') ?? '').trimEnd().split('\n');
    expect(lines).toHaveLength(students.length + 2);
  });
});

test('hidden checks tell nobody what they want', () => {
  for (const [name, format, more] of all) {
    if (['json', 'csv'].includes(name)) continue;
    for (const [path, content] of written(format, more)) {
      // The page of the class is the instructor's.
      if (path !== 'index.html') expect(content, path).not.toContain('SECRET');
    }
  }
});

describe("an instructor's own gradebook", () => {
  test('gets points where it has none, and keeps everything else', () => {
    const lines = (written(canvas, { gradebook: canvasBook }).get('canvas.csv') ?? '').split('\r\n');
    expect(lines[0]).toBe('Student,ID,SIS User ID,SIS Login ID,Section,Small (4711),Other (4712)');
    expect(lines[1]).toBe('"    Points Possible",,,,,10.00,5.00');
    expect(lines[3]).toBe('"<b>, Ada",9102,102,ada,A,9,');
    // An error leaves what was there.
    expect(lines[5]).toBe('Eve,9104,104,eve,A,2,');
  });

  test("Moodle's worksheet is filled whatever language its headings are in", () => {
    const filled = written(moodle, { gradebook: worksheet }).get('moodle.csv') ?? '';
    expect(filled).toContain('참여자 902,Ada,102,,제출됨,9,10,');
    expect(filled).toContain('참여자 904,Eve,104,,제출됨,-,10,');
  });

  test('says who and what is not in it', () => {
    const run = canvas.open({
      head,
      exercises,
      locale: 'en',
      nameWidth: 9,
      gradebook: { ...canvasBook, rows: canvasBook.rows.slice(0, 3).map((row) => row.slice(0, 5)) },
    });
    for (const each of students) run.student(each, 'x');
    expect(run.warnings?.()).toEqual([
      'the gradebook has no column for small: make the assignment first',
      'Ada\\n<b> is not in the gradebook',
      'Dan is not in the gradebook',
      'Eve\\u202e is not in the gradebook',
    ]);
  });
});

test.each([
  ['=1+1', "'=1+1"],
  ['+1', '+1'],
  ['-1.5', '-1.5'],
  ['-', '-'],
  ['+cmd|x', "'+cmd|x"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['  =1', "'  =1"],
  ['＝1+1', "'＝1+1"],
  ['\r=1', "'\r=1"],
  ['a=b', 'a=b'],
  ['', ''],
])('%j is written as %j', (cell, expected) => expect(plainCell(cell)).toBe(expected));

test('cells of more lines, quotes and delimiters are quoted', () => {
  expect(csvLine(['a,b', 'a"b', 'a\nb', 1.5, ' a'])).toBe('"a,b","a""b","a\nb",1.5," a"\n');
  expect(csvLine(['a,b', 'c;d'], ';')).toBe('a,b;"c;d"\n');
});

test('every page may run nothing and fetch nothing', () => {
  for (const [path, page] of written(html)) {
    expect(page, path).toContain("default-src 'none'");
    expect(page, path).not.toMatch(/<script|<link|<img|<iframe|\bon\w+=|https?:\/\//i);
  }
});
