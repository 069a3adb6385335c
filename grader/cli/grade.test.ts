import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { called } from './testdata/called.ts';

const CLASS = 'grader/examples/class';
const [firstExercise] = readdirSync('exercises').sort();
const scratch = mkdtempSync(join(tmpdir(), 'petset-grade-'));
process.env.PETSET_RESULTS = join(scratch, 'results');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function petset(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['grader/cli/main.ts', ...words], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { status, stdout, stderr };
}

interface StudentRow {
  readonly student: string;
  readonly missing: readonly string[];
  readonly reports: readonly {
    exercise: { id: string };
    outcome: string;
    points: number;
    of: number;
    reason?: { id: string };
  }[];
}

describe('a class of five', { timeout: 240_000 }, () => {
  let students: ReadonlyMap<string, StudentRow>;
  let json = '';
  beforeAll(() => {
    const { status, stdout } = petset('grade', CLASS, '--format', 'json', '--out', join(scratch, 'out'));
    expect(status).toBe(0);
    json = stdout;
    const { students: rows } = JSON.parse(stdout) as { students: StudentRow[] };
    students = new Map(rows.map((row) => [row.student, row]));
  }, 120_000);

  const grades = (student: string) =>
    students
      .get(student)
      ?.reports.map((it) => `${it.exercise.id} ${it.reason?.id ?? `${it.points}/${it.of}`}`);

  test('every student has every grade, and one bad submission stops nobody', () => {
    expect(grades('perfect')).toEqual(['grow-shrink-update 18/18', 'name-each-pod 20/20', 'sts-quiz 3/3']);
    expect(grades('partial')).toEqual(['grow-shrink-update 16/18', 'name-each-pod 14/20', 'sts-quiz 1/3']);
    expect(grades('empty')).toEqual(['name-each-pod 0/20']);
    expect(students.get('empty')?.missing).toEqual(['grow-shrink-update', 'sts-quiz']);
    expect(grades('syntax-error')).toEqual(['grow-shrink-update 10/18', 'name-each-pod 2/20']);
    expect(grades('hostile')).toEqual([
      'grow-shrink-update over-limits',
      'name-each-pod over-limits',
      'sts-quiz 0/3',
    ]);
  });

  test('--out writes the same JSON, and a text a student', () => {
    const folder = join(scratch, 'out');
    expect(readFileSync(join(folder, 'grades.json'), 'utf8')).toBe(json);
    expect(readdirSync(folder).sort()).toEqual([
      '.results',
      'empty.txt',
      'grades.json',
      'hostile.txt',
      'partial.txt',
      'perfect.txt',
      'syntax-error.txt',
    ]);
    expect(readFileSync(join(folder, 'partial.txt'), 'utf8')).toContain('✗ failed');
  });

  test('a student alone gets the same report, in either language', async () => {
    const again = (await called('grade', `${CLASS}/partial/sts-quiz.json`, '--format', 'json')).stdout;
    const [row] = (JSON.parse(again) as { students: StudentRow[] }).students;
    const report = students.get('partial')?.reports.find(({ exercise }) => exercise.id === 'sts-quiz');
    expect(row).toMatchObject({ student: 'partial', missing: [], reports: [report] });
    const korean = (await called('grade', `${CLASS}/partial/sts-quiz.json`, '--locale', 'ko')).stdout;
    expect(korean).toContain('스테이트풀셋에 관한 세 가지 질문 (sts-quiz): 1 / 3');
    expect(korean).toContain('힌트');
  });
});

describe('exit codes', { timeout: 60_000 }, () => {
  const quiz = `${CLASS}/partial/sts-quiz.json`;
  test.each([
    ['nothing', [], 2],
    ['an unknown path', ['grader/nowhere'], 2],
    ['an unknown format', [quiz, '--format', 'xml'], 2],
    ['an unknown locale', [quiz, '--locale', 'tlh'], 2],
    ['an unknown flag', [quiz, '--bonus'], 2],
    ['a wrong percentage', [quiz, '--fail-under', 'x'], 2],
    ['a file named after no exercise', ['README.md'], 2],
    ['exercises that are not there', [quiz, '--exercises', 'grader/nowhere'], 3],
    ['a shard beyond the last', [quiz, '--shard', '2/2'], 2],
    ['two formats and no folder', [quiz, '--format', 'json,csv'], 2],
    ['canvas without its gradebook', [quiz, '--format', 'canvas'], 2],
    ['enough points', [quiz, '--fail-under', '30'], 0],
    ['too few points', [quiz, '--fail-under', '50'], 1],
    ['--help', ['--help'], 0],
    ['--out where nothing can be made', [quiz, '--out', '/proc/x'], 2],
    ['--out far below /proc', [quiz, '--out', '/proc/x/y/z'], 2],
    ['--out that is a file', [quiz, '--out', 'README.md'], 2],
  ])('%s', async (_, words, status) => {
    expect((await called('grade', ...words)).status).toBe(status);
  });

  test.each([
    [['grade', '/nope'], '/nope: there is no such file or folder'],
    [['grade', 'README.md/x'], 'README.md/x: a part of its path is no folder'],
    [['grade', quiz, '--format', 'xml'], '--format takes table, text, json, csv'],
    [['grade', quiz, '--bonus'], "Unknown option '--bonus'"],
    [['verify', 'nothing'], `there is no exercise nothing: ${firstExercise}`],
    [['verify', '--exercises', '/nope'], '--exercises /nope: there is no such file or folder'],
    [['cluster', 'run', '/nope.sh'], '/nope.sh: there is no such file or folder'],
    [['cluster', 'run'], 'cluster run takes one FILE'],
  ] as const)('%j is wrong usage, said in one sentence', async ([name, ...words], problem) => {
    const { status, stdout, stderr } = await called(name, ...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`petset: ${problem}`);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/ENO|lstat|scandir|Usage/);
  });

  test('a command that is none is wrong usage', () => {
    const { status, stderr } = petset('cluster', 'walk');
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'petset: unknown command "cluster walk": see petset --help\n',
    });
  });

  test('an error is not a zero, but does not pass --fail-under either', async () => {
    const folder = join(scratch, 'broken');
    mkdirSync(folder);
    writeFileSync(join(folder, 'sts-quiz (1).json'), '{"format":"petset/submission"');
    const { status, stdout } = await called('grade', folder);
    expect(status).toBe(0);
    expect(stdout).toContain('not graded');
    expect((await called('grade', folder, '--fail-under', '0')).status).toBe(1);
  });

  test('what cannot be read is not graded, and never "not handed in"', async () => {
    const folder = join(scratch, 'unreadable');
    const put = (path: string) => {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), '{}');
    };
    put('ada/sts-quiz.YML');
    put('bob/sts-quiz.txt');
    put('cem/sts-quiz.json/inside');
    put('dan/stsquiz.json');
    mkdirSync(join(folder, 'eve'));
    symlinkSync('../ada/sts-quiz.YML', join(folder, 'eve/sts-quiz.json'));
    put('fay\nada/sts-quiz.yaml.txt');
    const words = ['--format', 'text', '--out', join(scratch, 'unread-out')];
    const { status, stdout, stderr } = await called('grade', folder, ...words);
    expect(status).toBe(0);
    const blocks = stdout.split('\n\n');
    const expected = [
      [/^ada$/m, /: 0 \/ 3$/m],
      [/^bob$/m, /not graded\n.*sts-quiz\.txt does not end in/],
      [/^cem$/m, /not graded\n.*sts-quiz\.json is no file/],
      [/^dan$/m, /stsquiz\.json: not graded\n.*named after no exercise/],
      [/^eve$/m, /not graded\n.*a link, not followed/],
      [/^fay\\nada$/m, /not graded\n.*sts-quiz\.yaml\.txt does not end/],
    ] as const;
    for (const [at, [name, words]] of expected.entries()) {
      expect(blocks[at]).toMatch(name);
      expect(blocks[at]).toMatch(words);
    }
    expect(stdout).toContain('6 students: 1 graded, 5 not gradable, 1 not handed in');
    expect(stderr).toMatch(/petset: 5 of 6 could not be graded, which is not a zero\n$/);
    expect(readdirSync(join(scratch, 'unread-out'))).toContain('fay_nada.txt');
    expect((await called('grade', folder, '--fail-under', '0')).status).toBe(1);
  });

  test('verify proves what holds and names what does not', async () => {
    expect(await called('verify', 'sts-quiz')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('✓ sts-quiz: 0 checks, 3 questions'),
    });
    expect((await called('verify', 'nothing')).status).toBe(2);
    const folder = join(scratch, 'exercises/bad');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'exercise.yaml'), 'id: worse\n');
    expect(await called('verify', '--exercises', join(scratch, 'exercises'))).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('✗ bad'),
    });
  });
});
