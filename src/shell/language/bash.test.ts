import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bashScripts } from '../testing/bash-scripts.ts';
import { runScript } from '../testing/run-script.ts';

const bash = '/bin/bash';
const hasBash =
  existsSync(bash) && / version [5-9]/.test(execFileSync(bash, ['--version'], { encoding: 'utf8' }));
// biome-ignore lint/suspicious/noConsole: what is skipped is said aloud
if (!hasBash) console.warn('SKIPPED: no bash 5 at /bin/bash to compare the shell with');

/** What the real bash prints for a script in an empty directory. */
function realBash(script: string): { stdout: string; code: number | null } {
  const directory = mkdtempSync(join(tmpdir(), 'bash-'));
  try {
    const env = { PATH: '/usr/bin:/bin', HOME: directory, LC_ALL: 'C.UTF-8' };
    const { stdout, status } = spawnSync(bash, ['-c', script], {
      cwd: directory,
      env,
      encoding: 'utf8',
      timeout: 10_000,
    });
    return { stdout, code: status };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

describe.skipIf(!hasBash)('the same as bash', () => {
  test.each(bashScripts.map((script) => [script]))('%s', (script) => {
    const { stdout, code } = runScript(script);
    expect({ stdout, code }).toEqual(realBash(script));
  });

  test('enough of them', () => {
    expect(bashScripts.length).toBeGreaterThanOrEqual(150);
  });
});
