/**
 * `npm run bench [SCRIPT…]`: figures to compare from one change to the next. How long the command line takes to start
 * and to replay the scripts named, and how much JavaScript each page of dist/ loads (gzipped): at once, and in all.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { replicasReady } from './bench/replicas.ts';

const RUNS = 9;

/** The median time of a command in milliseconds, over several runs after one to warm up. */
function medianMs(args: readonly string[]): number {
  const times = Array.from({ length: RUNS + 1 }, () => {
    const startMs = performance.now();
    spawnSync(process.execPath, ['grader/cli/petset.mjs', ...args]);
    return performance.now() - startMs;
  });
  return times.slice(1).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
}

const STATIC = /(?:\bfrom|\bimport)\s*["']([^"']+\.js)["']/g;
const ANY = /["'`]([^"'`\s]+\.m?js)["'`]/g;

/** The modules reached from these files through what the pattern matches. */
function reach(entries: readonly string[], pattern: RegExp): Set<string> {
  const reached = new Set<string>();
  const queue = [...entries];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file) || !existsSync(file)) continue;
    reached.add(file);
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(pattern)) {
      const isOwn = specifier.startsWith('.') || specifier.startsWith('/') || specifier.startsWith('_astro/');
      if (!isOwn) continue;
      const base = specifier.startsWith('.') ? dirname(file) : 'dist';
      queue.push(join(base, specifier));
    }
  }
  return reached;
}

function gzippedKb(files: ReadonlySet<string>): string {
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  return `${(bytes / 1024).toFixed(1)} kB`;
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

for (const [replicas, nodes] of [
  [3, 3],
  [100, 12],
  [1000, 50],
] as const) {
  replicasReady(replicas, nodes);
  const wallMs = medianOf(Array.from({ length: 5 }, () => replicasReady(replicas, nodes).wallMs));
  process.stdout.write(`${replicas} replicas on ${nodes} nodes to Ready: ${wallMs.toFixed(0)} ms\n`);
}

process.stdout.write(`petset --help: ${medianMs(['--help']).toFixed(0)} ms\n`);
for (const script of process.argv.slice(2)) {
  process.stdout.write(
    `petset cluster run ${script}: ${medianMs(['cluster', 'run', script]).toFixed(0)} ms\n`,
  );
}

if (!existsSync('dist'))
  process.stdout.write('pages: not measured, dist/ is not there: run `npm run build` first\n');
for (const page of globSync('dist/**/*.html').sort()) {
  const html = readFileSync(page, 'utf8');
  const scripts = [
    ...html.matchAll(/<script[^>]+src="([^"]+)"|component-url="([^"]+)"|renderer-url="([^"]+)"/g),
  ];
  const isLate = (tag: string): boolean => !tag.startsWith('<script');
  const eager = scripts.filter(([tag]) => !isLate(tag)).map(([, src = '']) => join('dist', src));
  const late = scripts.map(([, src, component, renderer]) =>
    join('dist', src ?? component ?? renderer ?? ''),
  );
  const inAll = reach(late, ANY);
  process.stdout.write(
    `${relative('dist', page)}: ${gzippedKb(reach(eager, STATIC))} at once, ${gzippedKb(inAll)} in all\n`,
  );
}
