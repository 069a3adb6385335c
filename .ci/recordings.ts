/** `npm run recordings`: holds the simulator against recordings of a real cluster, where those are at hand. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const recordings = resolve('..', 'shared', 'recordings');
const compare = join(recordings, 'compare.mjs');

if (existsSync(compare)) {
  const folder = mkdtempSync(join(tmpdir(), 'petset-recordings-'));
  try {
    const run = spawnSync(process.execPath, [compare, '--dir', copied(folder), ...process.argv.slice(2)], {
      stdio: 'inherit',
    });
    process.exitCode = run.status ?? 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
} else {
  process.stdout.write('SKIPPED: the recordings are not here (../shared/recordings): nothing was compared\n');
}

/**
 * The recordings, with the namespace that manifests were recorded in said beside each: the comparison replaces it by `default`
 * where it knows it, and these files do not say it.
 */
function copied(folder: string): string {
  for (const part of ['behaviour', 'kubectl'])
    cpSync(join(recordings, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'validation'));
  for (const name of readdirSync(join(recordings, 'validation'))) {
    const group = JSON.parse(readFileSync(join(recordings, 'validation', name), 'utf8')) as {
      cases?: { namespace?: string }[];
    };
    for (const one of group.cases ?? []) one.namespace ??= 'validation';
    writeFileSync(join(folder, 'validation', name), JSON.stringify(group));
  }
  return folder;
}
