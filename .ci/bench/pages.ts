/**
 * How much JavaScript each page of dist/ loads, gzipped: at once, with its islands but before they are touched, and if all of it is ever
 * wanted. The browser tests measure the same from what is really asked for.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { say } from './figures.ts';

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

export function pages(): void {
  if (!existsSync('dist')) {
    say('pages: not measured, dist/ is not there: run `npm run build` first');
    return;
  }
  for (const page of globSync('dist/**/*.html').sort()) {
    const html = readFileSync(page, 'utf8');
    const scripts = [
      ...html.matchAll(/<script[^>]+src="([^"]+)"|component-url="([^"]+)"|renderer-url="([^"]+)"/g),
    ];
    const isLate = (tag: string): boolean => !tag.startsWith('<script');
    const sources = scripts.map(([, src, component, renderer]) =>
      join('dist', src ?? component ?? renderer ?? ''),
    );
    const eager = scripts.filter(([tag]) => !isLate(tag)).map(([, src = '']) => join('dist', src));
    const sizes = [
      `${gzippedKb(reach(eager, STATIC))} at once`,
      `${gzippedKb(reach(sources, STATIC))} until it is touched`,
      `${gzippedKb(reach(sources, ANY))} in all`,
    ];
    say(`${relative('dist', page)}: ${sizes.join(', ')}`);
  }
}
