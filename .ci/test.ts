/**
 * `npm test`: every check there is, cheap ones first. All of them run, whatever fails, and the tests come last;
 * the exit code is 1 if any failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const CHECKS = [
  'check:format',
  'check:tree',
  'check:words',
  'check:purity',
  'check:imports',
  'check:types',
  'check:site',
  'check:curriculum',
  'build',
  'check:links',
  'test:all',
];

const failed: string[] = [];
const skipped: string[] = [];
for (const check of CHECKS) {
  if (check === 'check:curriculum' && !existsSync('exercises')) {
    skipped.push(`${check} (there are no exercises)`);
    continue;
  }
  process.stdout.write(`\n── ${check}\n`);
  const startMs = performance.now();
  const { status } = spawnSync('npm', ['run', '--silent', check], { stdio: 'inherit' });
  if (status !== 0) failed.push(check);
  process.stdout.write(
    `── ${check}: ${status === 0 ? 'ok' : 'FAILED'} after ${((performance.now() - startMs) / 1000).toFixed(1)} s\n`,
  );
}

for (const check of skipped) process.stdout.write(`SKIPPED: ${check}\n`);
process.stdout.write(failed.length === 0 ? 'All checks passed.\n' : `FAILED: ${failed.join(', ')}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
