import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readLesson } from './course/lesson-source.ts';

const scratch = mkdtempSync(join(tmpdir(), 'petset-new-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function run(script: string, ...words: string[]) {
  return spawnSync(process.execPath, [resolve(script), ...words], { cwd: scratch, encoding: 'utf8' });
}

test('a new exercise is proved as it is, and made once', () => {
  expect(run('.ci/new-exercise.ts', 'try-out').status).toBe(0);
  const proved = run('grader/cli/main.ts', 'verify', 'try-out', '--exercises', join(scratch, 'exercises'));
  expect(proved.stdout).toContain('✓ try-out: 1 checks');
  expect(run('.ci/new-exercise.ts', 'try-out')).toMatchObject({ status: 1 });
  expect(run('.ci/new-exercise.ts', '../elsewhere')).toMatchObject({ status: 2 });
});

test('a new lesson has a cluster and something to run', () => {
  expect(run('.ci/new-lesson.ts', 'pods/try-out').status).toBe(0);
  const path = join(scratch, 'content/en/pods/try-out.mdx');
  expect(existsSync(path)).toBe(true);
  expect(readLesson(readFileSync(path, 'utf8'), () => '').labs[0]?.runs).toHaveLength(1);
  expect(run('.ci/new-lesson.ts', 'pods/try-out')).toMatchObject({ status: 1 });
});
