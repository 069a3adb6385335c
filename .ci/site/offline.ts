/** Writes the service worker of a built course: what it keeps from the first visit on, then its code. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformWithOxc } from 'vite';

const SOURCE = 'src/components/site/offline/service-worker.ts';

/** Everything that pages load, and the pages that stand in for others: paths of URLs, below the site's own. */
export function keptPaths(paths: readonly string[]): string[] {
  const code = paths.filter((path) => path.startsWith('_astro/') || path === 'favicon.svg');
  return ['', 'offline/', ...code].sort();
}

/** Changes with anything that is kept. */
export function versionOf(files: ReadonlyMap<string, Uint8Array | string>): string {
  const hash = createHash('sha256');
  for (const [path, content] of files) hash.update(`${path}\0`).update(content).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** `folder`: where the course is built. */
export async function writeServiceWorker(folder: string): Promise<void> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  const found = entries.map((it) => join(it.parentPath, it.name).slice(join(folder, '/').length));
  const paths = keptPaths(found.map((path) => path.replaceAll('\\', '/')));
  const fileOf = (path: string): string =>
    join(folder, path === '' || path.endsWith('/') ? `${path}index.html` : path);
  const version = versionOf(new Map(paths.map((path) => [path, readFileSync(fileOf(path))])));
  const { code } = await transformWithOxc(readFileSync(SOURCE, 'utf8'), SOURCE);
  writeFileSync(join(folder, 'sw.js'), `const KEPT = ${JSON.stringify({ version, paths })};\n${code}`);
}
