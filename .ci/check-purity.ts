/** `npm run check:purity`: the same log must give the same cluster on any machine, so the kernel asks no host. */
import { globSync, readFileSync } from 'node:fs';
import { impuritiesOf } from './purity/impurities.ts';

const files = globSync(['src/{sim,kubectl,shell}/**/*.ts', 'grader/**/*.ts']).filter((path) => {
  return !(path.startsWith('grader/cli/') || path.endsWith('.test.ts') || path.includes('/testdata/'));
});
const found = files.sort().flatMap((path) => impuritiesOf(path, readFileSync(path, 'utf8')));
for (const line of found) process.stderr.write(`${line}\n`);
process.stdout.write(`purity: ${files.length} modules read, ${found.length} calls to the host\n`);
process.exitCode = found.length === 0 && files.length >= 10 ? 0 : 1;
