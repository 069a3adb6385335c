/**
 * `npm run bench [SECTION…] [SCRIPT…]`: figures to compare from one change to the next, or with a run beside it. Without a section all are
 * taken; a script is replayed by the command line as often as its start is timed.
 */
import { grading } from './bench/grading.ts';
import { nodeFailure } from './bench/node-failure.ts';
import { pages } from './bench/pages.ts';
import { peer } from './bench/peer.ts';
import { replicas } from './bench/replicas.ts';
import { responsiveness } from './bench/responsiveness.ts';
import { startUp } from './bench/start-up.ts';

const sections: ReadonlyMap<string, (scripts: readonly string[]) => void | Promise<void>> = new Map([
  ['start-up', startUp],
  ['replicas', replicas],
  ['node-failure', nodeFailure],
  ['peer', peer],
  ['pages', pages],
  ['responsiveness', responsiveness],
  ['grading', grading],
]);

const words = process.argv.slice(2);
const scripts = words.filter((word) => !sections.has(word));
const wanted = words.filter((word) => sections.has(word));
for (const [name, run] of sections) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`── ${name}\n`);
  await run(scripts);
}
