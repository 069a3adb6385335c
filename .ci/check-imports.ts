/** `npm run check:imports`: holds every import against .ci/imports/layers.ts, and fails if it was blind to a module. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { checkAstroFile } from './imports/astro.ts';
import { checkModules, trackedModules } from './imports/modules.ts';

const { violations, seen } = await checkModules('.');
const tracked = trackedModules();
const unseen = tracked.filter((path) => !seen.has(path)).map((path) => `${path}: was not read`);
if (tracked.length < 10)
  unseen.push(`only ${tracked.length} modules are tracked: this check is looking in the wrong place`);

const listed = execFileSync('git', ['ls-files', '-z', '--', '*.astro', '*.mdx'], { encoding: 'utf8' });
const pages = listed.split('\0').filter((path) => path !== '');
const pageViolations = pages.flatMap((path) => checkAstroFile(path, readFileSync(path, 'utf8')));

const all = [...violations, ...pageViolations, ...unseen];
for (const line of all) process.stderr.write(`${line}\n`);
process.stdout.write(
  `imports: ${seen.size} modules and ${pages.length} .astro and .mdx files read, ${all.length} violations\n`,
);
process.exitCode = all.length === 0 ? 0 : 1;
