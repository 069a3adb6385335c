// There is no container engine where tests run: what the Containerfile copies is laid out in a folder, and graded in there.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const scratch = mkdtempSync(join(tmpdir(), 'petset-image-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const image = join(scratch, 'image');
const file = readFileSync('grader/deploy/Containerfile', 'utf8');
const [packages = '', final = ''] = file.split(/^FROM /m).slice(1);
/** A package of the site's, which the image has no use for. */
const unwanted = 'preact';

/** What a stage copies from the project, as `[from, to]`. */
function copies(stage: string): (readonly [string, string])[] {
  return [...stage.matchAll(/^COPY (?!--from)(.+) (\S+)$/gm)].flatMap(([, from = '', to = '']) =>
    from.split(' ').map((path) => [path, to === './' ? (path.split('/').at(-1) ?? '') : to] as const),
  );
}

function run(words: readonly string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: image,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: scratch },
  });
  return { status, text: stdout + stderr };
}

const entrypoint = (JSON.parse(/^ENTRYPOINT (.+)$/m.exec(final)?.[1] ?? '[]') as string[])
  .slice(1)
  .map((word) => word.replace(/^\/petset/, image));

describe('a folder with what the image holds', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    mkdirSync(image);
    for (const [from, to] of [...copies(packages), ...copies(final)])
      cpSync(from, join(image, to), { recursive: true });
    const { neededPackages } = await import(new URL('../deploy/keep-packages.mjs', import.meta.url).href);
    for (const name of [...neededPackages('node_modules'), unwanted])
      cpSync(join('node_modules', name), join(image, 'node_modules', name), { recursive: true });
  }, 120_000);

  test('is left with the packages that grade', () => {
    const [, command = ''] = /&& node (.+)$/m.exec(packages) ?? [];
    expect(existsSync(join(image, 'node_modules', unwanted))).toBe(true);
    expect(run(command.split(' '))).toEqual({ status: 0, text: '' });
    expect(existsSync(join(image, 'node_modules', unwanted))).toBe(false);
    expect(final).toContain('COPY --from=packages /petset/node_modules node_modules');
  });

  test('grades a shard and puts shards together', () => {
    const ada = join(scratch, 'class', 'ada');
    mkdirSync(ada, { recursive: true });
    cpSync('exercises/ask-for-two/solution/hello.yaml', join(ada, 'ask-for-two.yaml'));
    const shards = [0, 1].map((index) => {
      const out = join(scratch, `shard-${index}`);
      const words = ['grade', join(scratch, 'class'), `--shard=${index}/2`, `--out=${out}`];
      expect(run([...entrypoint, ...words])).toMatchObject({ status: 0 });
      return out;
    });
    const whole = join(scratch, 'whole');
    expect(
      run([...entrypoint, 'merge', ...shards, '--format=html,csv,csv-wide', `--out=${whole}`]),
    ).toMatchObject({ status: 0 });
    const { students } = JSON.parse(readFileSync(join(whole, 'grades.json'), 'utf8')) as {
      students: { student: string; reports: { points: number; of: number }[] }[];
    };
    expect(students).toMatchObject([{ student: 'ada', reports: [{ points: 11, of: 11 }] }]);
  });
});
