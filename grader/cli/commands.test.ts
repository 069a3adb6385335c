import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { called } from './testdata/called.ts';

const scratch = mkdtempSync(join(tmpdir(), 'petset-commands-'));
const env = { ...process.env, PETSET_RESULTS: join(scratch, 'results') };
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const SCRIPT = 'grader/examples/class/partial/grow-shrink-update.json';

const COMMANDS = [['cluster', 'run'], ['grade'], ['merge'], ['similar'], ['replay'], ['verify']] as const;

describe('every command', () => {
  test.each(COMMANDS.map((words) => [words] as const))(
    '%j has --help with its exit codes',
    async ([name, ...more]) => {
      const { status, stdout } = await called(name, ...more, '--help');
      expect(status).toBe(0);
      expect(stdout).toMatch(/^Usage: petset /);
      expect(stdout).toMatch(/Exit codes: 0 .*2 wrong usage/s);
    },
  );

  test.each([
    [['merge'], 'merge takes at least one SHARD'],
    [['merge', 'README.md'], 'README.md: it is no complete JSON'],
    [['similar'], 'similar takes at least one PATH'],
    [['similar', 'README.md'], 'there is nothing to compare'],
    [['similar', 'x', '--threshold', '0'], '--threshold takes 1 to 100'],
    [['replay', 'README.md'], 'README.md does not end in .yaml, .yml, .sh or .json'],
    [['replay', 'package.json'], 'package.json is named after no exercise'],
    [['grade', '--diff', 'one.json'], 'grade --diff takes two files'],
    [['grade', 'x', '--rules', 'tsconfig.json'], 'tsconfig.json:'],
    [['grade', 'grader/examples/class', '--roster', 'package.json'], 'package.json: '],
    [['grade', 'x', '--pseudonyms', '/nowhere'], '--pseudonyms /nowhere: there is no such file'],
  ] as const)('%j is wrong usage, and says what is', async ([name, ...words], problem) => {
    const { status, stderr } = await called(name, ...words);
    expect(status).toBe(2);
    expect(stderr).toContain(`petset: ${problem}`);
    expect(stderr).not.toMatch(/ENO|at .*\.ts:/);
  });
});

describe('replay', { timeout: 120_000 }, () => {
  test('prints every step where nobody watches', async () => {
    const { status, stdout } = await called('replay', SCRIPT, '--all');
    expect(status).toBe(0);
    expect(stdout).toContain('[1/6] ');
    expect(stdout).toContain('$ kubectl scale statefulset web --replicas=5\nstatefulset.apps/web scaled\n');
    expect(stdout).toMatch(/\[6\/6\] [^[]*pods: web-0 1\/1 Running, web-1 1\/1 Running\n\n$/);
  });

  test('prints a link into a page', async () => {
    expect((await called('replay', SCRIPT, '--link', 'https://example.org/en/x/')).stdout).toMatch(
      /^https:\/\/example\.org\/en\/x\/#replay=1\.[\w-]+\n$/,
    );
  });
});

test('similar shows what two of a class share', { timeout: 120_000 }, async () => {
  for (const [name, remark] of [
    ['ada', 'one'],
    ['bob', 'one'],
    ['cem', 'two'],
  ] as const) {
    const folder = join(scratch, 'alike', name);
    mkdirSync(folder, { recursive: true });
    const lines = Array.from(
      { length: 12 },
      (_, at) => `kubectl annotate statefulset web note${at}=${remark}-${at}`,
    );
    writeFileSync(join(folder, 'grow-shrink-update.sh'), `${lines.join('\n')}\n`);
  }
  const { status, stdout } = await called('similar', join(scratch, 'alike'));
  expect(status).toBe(0);
  expect(stdout).toContain('grow-shrink-update: ada, bob\n');
  expect(stdout).toContain('note0=one-0');
  expect(stdout).not.toContain('cem');
});

test('whoever reads no further, as head does, ends it without a fault', { timeout: 60_000 }, async () => {
  const child = spawn(process.execPath, ['grader/cli/main.ts', '--help'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [status] = (await once(child, 'close')) as [number | null];
  expect([status, said]).toEqual([0, '']);
});

test('--watch grades again when a file changes, until it is ended', { timeout: 120_000 }, async () => {
  const folder = join(scratch, 'watched', 'ada');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'sts-quiz.yaml');
  writeFileSync(file, 'stuck-update: a\n');
  const child = spawn(process.execPath, ['grader/cli/main.ts', 'grade', folder, '--watch'], { env });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const wait = (words: RegExp) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (words.test(said)) resolve();
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      look();
    });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  await wait(/: 0 \/ 3[\s\S]*waiting for changes/);
  writeFileSync(file, 'stuck-update: b\n');
  await wait(/: 1 \/ 3/);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});
