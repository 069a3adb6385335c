import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeZip } from './testdata/write-zip.ts';

const COURSE = 'grader/examples/course';
const scratch = mkdtempSync(join(tmpdir(), 'petset-course-'));
const at = (name: string) => join(scratch, name);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function petset(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['grader/cli/main.ts', ...words], {
    encoding: 'utf8',
    timeout: 240_000,
    env: { ...process.env, PETSET_RESULTS: at('results'), ...env },
  });
  return { status, stdout, stderr };
}

const rules = ['--rules', `${COURSE}/grading.yaml`, '--roster', `${COURSE}/roster.csv`];

/** Everything in a folder that a grading wrote, by path. */
function written(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  const paths = names.map((it) => join(it.parentPath, it.name)).filter((path) => !path.includes('.results'));
  return Object.fromEntries(
    paths.sort().map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]),
  );
}

describe('a class with rules, a roster and Canvas', { timeout: 600_000 }, () => {
  const book = `${COURSE}/canvas-gradebook.csv`;
  const words = [
    'grade',
    `${COURSE}/canvas`,
    ...rules,
    '--gradebook',
    book,
    '--format',
    'html,canvas,csv-wide,csv,junit',
  ];

  test('gets its points, and says what has to be looked at', () => {
    const { status, stdout, stderr } = petset([...words, '--out', at('whole')]);
    expect(status).toBe(0);
    expect(stdout).toContain('Jane Doe,20260001,A,50,missing,3.33,53.33,90,59.3,missing');
    expect(stdout).toContain('Seoyeon Lee,20260003,A,50,');
    expect(stderr).toContain('on no roster: ghostcasper (99999)');
    expect(stderr).toContain('handed in nothing: Clara Silva, 김철수');
    expect(stderr).toContain('the gradebook has no column for sts-quiz');
    const { students } = JSON.parse(readFileSync(at('whole/grades.json'), 'utf8')) as {
      students: { student: string; grades: { exercise: string; status: string; points: number }[] }[];
    };
    const grades = (name: string) => students.find(({ student }) => student === name)?.grades;
    expect(grades('Minjun Kim')?.[0]).toMatchObject({ points: 34.13, late: { percent: 10 } });
    expect(grades('Tomas Novak')?.[0]).toMatchObject({ points: 0, gate: { check: 'headless-service' } });
    expect(grades('Ngozi Okafor')?.[1]).toMatchObject({ points: 30, status: 'graded' });
  });

  test('fills in the gradebook and nothing else, and what it filled in is the same again', () => {
    const filled = readFileSync(at('whole/canvas.csv'), 'utf8').split('\n');
    const before = readFileSync(book, 'utf8').split('\n');
    expect(filled[3]).toBe('"Kim, Minjun",98702,20260002,mkim,A,34.13,,8');
    const own = (line = '') => line.replace(/"/g, '').split(',').slice(0, 5).join();
    expect(filled.map(own)).toEqual(before.map(own));
    const again = petset([
      'grade',
      `${COURSE}/canvas`,
      ...rules,
      '--gradebook',
      at('whole/canvas.csv'),
      '--format',
      'canvas',
    ]);
    expect(again.stdout).toBe(filled.join('\n'));
  });

  test('shows students a hidden check by its safe words alone', () => {
    const page = readFileSync(at('whole/students/Minjun Kim.html'), 'utf8');
    expect(page).toContain('The StatefulSet still works as one when it grows.');
    expect(page).not.toContain('--replicas=5');
    expect(page).not.toContain('web-4');
  });

  test('gives the same bytes in parts, in another order, time zone, locale and number of threads', () => {
    const folder = at('shuffled');
    // Made in another order, a folder is listed in another order by file systems that do not sort.
    mkdirSync(folder);
    for (const name of readdirSync(`${COURSE}/canvas`).sort().reverse())
      cpSync(join(COURSE, 'canvas', name), join(folder, name), { recursive: true });
    const more = ['grade', folder, ...words.slice(2), '--fresh', '--results', at('fresh'), '--jobs', '1'];
    petset([...more, '--out', at('again')], { TZ: 'Asia/Seoul', LC_ALL: 'ko_KR.UTF-8', LANG: 'tr_TR.UTF-8' });
    expect(written(at('again'))).toEqual(written(at('whole')));
    for (const shard of ['0/3', '1/3', '2/3']) {
      petset([...more.filter((it) => it !== '--fresh'), '--shard', shard, '--out', at(`shard-${shard[0]}`)]);
    }
    const parts = [2, 0, 1].map((index) => at(`shard-${index}`));
    const merged = petset([
      'merge',
      ...parts,
      ...words.slice(2).filter((it) => !it.includes('roster')),
      '--out',
      at('merged'),
    ]);
    expect(merged).toMatchObject({ status: 0, stderr: expect.not.stringContaining('fault') });
    expect(written(at('merged'))).toEqual(written(at('whole')));
    expect(petset(['merge', ...parts.slice(1)])).toMatchObject({
      status: 2,
      stderr: 'petset: parts are missing: 2/3\n',
    });
    expect(petset(['merge', ...parts, parts[0] ?? ''])).toMatchObject({
      status: 2,
      stderr: 'petset: a part is there twice\n',
    });
  });

  test('may be shown under other names', () => {
    writeFileSync(at('secret'), 'a long enough secret\n');
    petset([
      ...words.slice(0, 6),
      '--pseudonyms',
      at('secret'),
      '--format',
      'html,csv,junit',
      '--out',
      at('nameless'),
    ]);
    const everything = Object.entries(written(at('nameless')))
      .flat()
      .join('\n');
    expect(everything).not.toMatch(/Jane|Doe|Minjun|김철수|20260001|example\.edu|ghostcasper|jdoe/);
    expect(everything).toMatch(/student-[a-z2-9]{10}/);
  });

  test('says which grade moved when the rules change', () => {
    writeFileSync(
      at('grading.yaml'),
      readFileSync(`${COURSE}/grading.yaml`, 'utf8').replace('gates: [headless-service]', 'gates: []'),
    );
    cpSync(`${COURSE}/hidden`, at('hidden'), { recursive: true });
    petset([
      'grade',
      `${COURSE}/canvas`,
      '--rules',
      at('grading.yaml'),
      '--roster',
      `${COURSE}/roster.csv`,
      '--out',
      at('newer'),
    ]);
    expect(petset(['grade', '--diff', at('whole/grades.json'), at('newer/grades.json')]).stdout).toBe(
      'Tomas Novak  name-each-pod: 0 / 50 → 45.65 / 50\n    Because: the rules were changed\n1 grade changed, 23 the same\n',
    );
  });
});

describe('other platforms', { timeout: 300_000 }, () => {
  test('Gradescope says when work came: grace, extensions and lateness count', () => {
    const { stdout } = petset(['grade', `${COURSE}/gradescope`, ...rules, '--format', 'csv-wide']);
    expect(stdout).toContain('Jane Doe,20260001,A,50,');
    expect(stdout).toContain('Seoyeon Lee,20260003,A,50,');
    expect(stdout).toContain('Minjun Kim,20260002,A,40,');
  });

  test("Moodle's worksheet is filled from its zip", () => {
    const folder = `${COURSE}/moodle`;
    const entries = readdirSync(folder).flatMap((name) => {
      return readdirSync(join(folder, name)).map((file) => ({
        name: `${name}/${file}`,
        text: readFileSync(join(folder, name, file)),
      }));
    });
    writeFileSync(at('moodle.zip'), writeZip(entries));
    const book = ['--format', 'moodle', '--gradebook', `${COURSE}/moodle-worksheet.csv`, '--locale', 'ko'];
    const { stdout } = petset(['grade', at('moodle.zip'), ...rules, ...book]);
    expect(stdout).toContain('채점을 위해 제출됨,40,40.00,');
    expect(stdout).toContain('채점을 위해 제출됨,28.89,40.00,');
    expect(stdout).toContain('제출 안 함,,40.00,');
  });
});

describe('a run that is ended', { timeout: 300_000 }, () => {
  test('by Ctrl-C says so, and the next goes on', async () => {
    const folder = at('many');
    for (let index = 0; index < 12; index++) {
      execFileSync('mkdir', ['-p', join(folder, `s${index}`)]);
      writeFileSync(
        join(folder, `s${index}`, 'name-each-pod.yaml'),
        `# ${index}\n${readFileSync('exercises/name-each-pod/solution/web.yaml', 'utf8')}`,
      );
    }
    const { spawn } = await import('node:child_process');
    const words = ['grader/cli/main.ts', 'grade', folder, '--out', at('ended'), '--progress', 'json'];
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    let isKilled = false;
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (!isKilled && said.includes('"event":"done"')) isKilled = child.kill('SIGINT');
    });
    expect(await ended).toBe(130);
    expect(said).toContain('petset: interrupted: what is finished is kept');
    expect(readdirSync(at('ended'))).toEqual(['.results']);
    const again = petset(['grade', folder, '--out', at('ended')]);
    expect(again.stderr).toMatch(/petset: \d+ of 12 were graded before/);
    expect(again.status).toBe(0);
  });
});
