/** `npm run recordings`: holds the simulator against recordings of a real cluster, where those are at hand. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const compare = resolve('..', 'shared', 'recordings', 'compare.mjs');

if (existsSync(compare)) {
  const run = spawnSync(process.execPath, [compare, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
} else {
  process.stdout.write('SKIPPED: the recordings are not here (../shared/recordings): nothing was compared\n');
}
