import { describe, expect, test } from 'vitest';
import { inOrder, toGrade } from './attempts.ts';
import { nameForms } from './claim.ts';
import { exerciseNamed, exerciseSaid, platformName } from './file-names.ts';
import { readGradescopeList } from './gradescope-export.ts';
import { Directory } from './match-people.ts';
import { callRoll } from './roll.ts';
import { readRoster } from './roster.ts';
import { sortOut } from './sort-out.ts';

describe('names that platforms give', () => {
  test.each([
    ['doejane_98765_4567890_name-each-pod.yaml', 'doejane (98765)', 'name-each-pod.yaml', undefined],
    ['doejane_LATE_98765_4567890_name-each-pod-1.yaml', 'doejane (98765)', 'name-each-pod-1.yaml', true],
    ['김철수_12_34_a_b.yaml', '김철수 (12)', 'a_b.yaml', undefined],
    ['anon_LATE_a1B2c_4567890_x.sh', 'anonymous a1B2c', 'x.sh', true],
    ['Jane Doe_1234_assignsubmission_file_', 'Jane Doe (1234)', undefined, undefined],
    ['Jane Doe_1234_assignsubmission_file', 'Jane Doe (1234)', undefined, undefined],
    ['Jane_van Doe_1234_assignsubmission_file_x.yaml', 'Jane_van Doe (1234)', 'x.yaml', undefined],
    ['Participant_77_assignsubmission_file_x.json', 'Participant 77', 'x.json', undefined],
    ['참여자 77_assignsubmission_file_x.json', 'Participant 77', 'x.json', undefined],
  ])('%s', (name, label, file, late) => {
    const named = platformName(name);
    expect([named?.claim.label, named?.file, named?.isMarkedLate]).toEqual([label, file, late]);
  });

  test.each(['name-each-pod.yaml', 'my_notes_2026.yaml', 'a_b_c_d.yaml', ''])('%j is none', (name) => {
    expect(platformName(name)).toBeUndefined();
  });
});

test.each([
  ['name-each-pod.yaml', 'name-each-pod', 0],
  ['name-each-pod (2).json', 'name-each-pod', 2],
  ['name-each-pod(3).json', 'name-each-pod', 3],
  ['name-each-pod-4.yaml', 'name-each-pod', 4],
  ['Name_Each Pod.yaml.txt', 'name-each-pod', 0],
  ['lab-2.yaml', 'lab-2', 0],
  ['lab-2-1.yaml', 'lab-2', 1],
])('%s is a copy of %s', (file, exercise, copy) => {
  expect(exerciseNamed(file, (slug) => ['name-each-pod', 'lab-2'].includes(slug))).toEqual({
    exercise,
    copy,
  });
});

test('an export says what it is of', () => {
  expect(exerciseSaid('{"format":"petset/submission", "exercise" : "name-each-pod"}')).toBe('name-each-pod');
  expect(exerciseSaid('{"exercise":"../../x"}')).toBeUndefined();
});

test.each([
  ['Doe, Jane', 'Jane Doe'],
  ['JANE  DOE', 'doe jane'],
  ['Jane Mary Doe', 'Doe, Jane Mary'],
  ['김철수', '김철수'],
  ['é', 'e\u0301'],
])('%j and %j are one name', (a, b) => {
  const forms = nameForms(b);
  expect([...nameForms(a)].some((form) => forms.has(form))).toBe(true);
});

const roster = readRoster([
  ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Email', 'Section', 'Extension'],
  ['    Points Possible', '', '', '', '', '', ''],
  ['Doe, Jane', '98765', '20261001', 'jdoe', 'jane@example.edu', 'A', '2d'],
  ['Kim, Minjun', '98766', '20261002', 'mkim', 'kim@example.edu', 'A', ''],
  ['Kim, Minjun', '98767', '20261003', 'mkim2', 'kim2@example.edu', 'B', ''],
  ['Li', '98768', '20261004', 'li', 'li@example.edu', 'B', ''],
  ['Kim, Minjun', '98766', '20261002', 'mkim', 'kim@example.edu', 'A', ''],
]);

describe('a roster', () => {
  test('has people, and says who is there twice', () => {
    expect(roster.people.map(({ name, key }) => `${name} ${key}`)).toEqual([
      'Jane Doe 20261001',
      'Minjun Kim 20261002',
      'Minjun Kim 20261003',
      'Li 20261004',
    ]);
    expect(roster.problems).toEqual(['line 7: 20261002 is there twice, first in line 4']);
    expect(roster.people[0]?.cells.get('extension')).toBe('2d');
  });

  test.each([
    [
      [
        ['이름', '학번', '이메일'],
        ['김철수', '7', 'k@x.kr'],
      ],
      '김철수',
      '7',
    ],
    [
      [
        ['Identifier', 'Full name', 'Email address'],
        ['Participant 55', 'Jane Doe', 'j@x.org'],
      ],
      'Jane Doe',
      'j@x.org',
    ],
    [
      [
        ['username', 'first_name', 'last_name', 'email', 'section', 'github_id'],
        ['octocat', 'Mona', 'Cat', '', 'A', '1'],
      ],
      'Mona Cat',
      'octocat',
    ],
  ])('of %j', (rows, name, key) => {
    expect(readRoster(rows).people.map((it) => [it.name, it.key])).toEqual([[name, key]]);
  });

  test('without people is refused', () => {
    expect(
      readRoster([
        ['Section', 'Grade'],
        ['A', '1'],
      ]).problems,
    ).toHaveLength(1);
  });
});

describe('people are found', () => {
  const directory = new Directory(roster.people);
  const any = (value: string) => ({ label: value, keys: [{ kind: 'any' as const, value }] });
  test.each([
    [
      'by Canvas id',
      {
        label: '',
        keys: [
          { kind: 'canvas' as const, value: '98766' },
          { kind: 'name' as const, value: 'someone' },
        ],
      },
      '20261002',
    ],
    ['by email', { label: '', keys: [{ kind: 'email' as const, value: 'JANE@example.edu' }] }, '20261001'],
    ['by the name of a folder', any('Jane Doe'), '20261001'],
    ['by a student number in it', any('20261003_kim-minjun'), '20261003'],
    ['by a login behind a dash', any('lab-1-mkim2'), '20261003'],
    ['by the longest login', any('hw-mkim'), '20261002'],
    ['by the mailbox', any('jane'), '20261001'],
    ['written together', any('doejane'), '20261001'],
    ['not by a part of a word', any('jdoes'), 'none'],
    ['not by two letters', any('ali'), 'none'],
    ['of the same name not at all', any('Kim, Minjun'), 'several'],
    ['whoever it is', any('nobody'), 'none'],
  ])('%s', (_, claim, expected) => {
    const match = directory.match(claim);
    expect(match.is === 'one' ? match.person.key : match.is).toBe(expected);
  });

  test('and reported where they are not', () => {
    const handed = ['jdoe', 'Minjun Kim', 'stranger'].map((name) => ({
      entry: { path: [name, 'x.yaml'] },
      claim: any(name),
      file: 'x.yaml',
    }));
    const roll = callRoll(handed, [], { roster, directory });
    expect(roll.students.map(({ student, handed: own }) => `${student}: ${own.length}`)).toEqual([
      'Jane Doe: 1',
      'Li: 0',
      'Minjun Kim: 1',
      'Minjun Kim (20261002): 0',
      'Minjun Kim (20261003): 0',
      'stranger: 1',
    ]);
    expect(roll.unmatched).toEqual(['stranger']);
    expect(roll.ambiguous).toEqual([
      { name: 'Minjun Kim', people: ['Minjun Kim (20261002)', 'Minjun Kim (20261003)'] },
    ]);
  });
});

describe('the files of a folder or zip', () => {
  const sorted = (paths: readonly string[], folders: readonly string[] = [], list?: string) => {
    const entries = paths.map((path) => ({ path: path.split('/') }));
    const out = sortOut('hw1', entries, folders, list === undefined ? undefined : readGradescopeList(list));
    return [
      ...out.handed.map(({ claim, file }) => `${claim.label}: ${file}`),
      ...out.astray.map(({ path }) => `astray: ${path.join('/')}`),
    ];
  };

  test("without folders are one student's", () =>
    expect(sorted(['a.yaml', 'b.sh'])).toEqual(['hw1: a.yaml', 'hw1: b.sh']));
  test("in folders are the folders'", () => {
    expect(sorted(['ada/a.yaml', 'bob/lab/b.sh', 'x.yaml'], ['ada', 'bob'])).toEqual([
      'ada: a.yaml',
      'bob: b.sh',
      'astray: x.yaml',
    ]);
  });
  test('of Canvas', () => {
    expect(sorted(['doejane_1_2_a.yaml', 'kim_LATE_3_4_b.sh'])).toEqual([
      'doejane (1): a.yaml',
      'kim (3): b.sh',
    ]);
  });
  test('of Moodle', () => {
    expect(
      sorted(
        ['Jane Doe_1_assignsubmission_file_/a.yaml', 'Bo_2_assignsubmission_file_b.sh'],
        ['Jane Doe_1_assignsubmission_file_'],
      ),
    ).toEqual(['Jane Doe (1): a.yaml', 'Bo (2): b.sh']);
  });
  test('of Gradescope', () => {
    const list =
      'submission_7:\n  :submitters:\n  - :name: Jane Doe\n    :sid: "1001"\n    :email: jane@x.edu\n  :created_at: 2026-10-02 14:59:00 Z\n';
    expect(
      sorted(['submission_7/a.yaml', 'submission_8/b.sh'], ['submission_7', 'submission_8'], list),
    ).toEqual(['Jane Doe: a.yaml', 'submission_8: b.sh']);
    expect(readGradescopeList(list)?.get('submission_7')?.atMs).toBe(Date.UTC(2026, 9, 2, 14, 59));
  });
  test('with a list that is none', () => expect(readGradescopeList('a: [')).toBeUndefined());
});

describe('several submissions', () => {
  const at = (source: string, copy = 0, atMs?: number) => ({ source, copy, atMs });
  test.each([
    ['by time', [at('b', 0, 2), at('a', 0, 9), at('c', 0, 1)], ['c', 'b', 'a']],
    ['by copy where a time is missing', [at('b', 2, 1), at('a', 1)], ['a', 'b']],
    ['by where they were', [at('b'), at('a')], ['a', 'b']],
  ])('are in order %s', (_, all, expected) =>
    expect(inOrder(all).map(({ source }) => source)).toEqual(expected),
  );

  test.each([
    [{ take: 'latest' as const }, ['c3']],
    [{ take: 'best' as const }, ['a1', 'b2', 'c3']],
    [{ take: 'latest' as const, max: 2 }, ['b2']],
    [{ take: 'all' as const, max: 1 }, ['a1']],
  ])('%j', (rules, expected) => {
    const graded = toGrade([at('c'), at('a'), at('b')], { max: undefined, ...rules });
    expect(graded.map(({ attempt, number }) => `${attempt.source}${number}`)).toEqual(expected);
  });
});
