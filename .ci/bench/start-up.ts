/** How long the command line takes to start, and to replay scripts. */
import { spawnSync } from 'node:child_process';
import { median, ms, say } from './figures.ts';

const petset = (...args: string[]): number =>
  median(() => {
    const startMs = performance.now();
    spawnSync(process.execPath, ['grader/cli/petset.mjs', ...args]);
    return performance.now() - startMs;
  }, 9);

export function startUp(scripts: readonly string[]): void {
  say(`petset --help: ${ms(petset('--help'))}`);
  for (const script of scripts) say(`petset cluster run ${script}: ${ms(petset('cluster', 'run', script))}`);
}
