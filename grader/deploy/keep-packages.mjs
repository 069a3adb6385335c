// `node keep-packages.mjs FOLDER`: leaves in a node_modules folder what the grader needs, and removes the site's packages.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the command line imports itself. */
export const PACKAGES = [
  '@marcbachmann/cel-js',
  'csv-parse',
  'fflate',
  'js-yaml',
  'micromark',
  'node-diff3',
  'unbash',
  'yauzl',
  'zod',
];

/** These packages and all that they depend on, as far as they lie in the folder. */
export function neededPackages(folder, names = PACKAGES) {
  const needed = new Set();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const file = join(folder, name, 'package.json');
    if (needed.has(name) || !existsSync(file)) continue;
    needed.add(name);
    queue.push(...Object.keys(JSON.parse(readFileSync(file, 'utf8')).dependencies ?? {}));
  }
  return needed;
}

function packagesIn(folder) {
  return readdirSync(folder).flatMap((name) => {
    return name.startsWith('@') ? readdirSync(join(folder, name)).map((own) => `${name}/${own}`) : [name];
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , folder = 'node_modules'] = process.argv;
  const needed = neededPackages(folder);
  for (const name of packagesIn(folder))
    if (!needed.has(name)) rmSync(join(folder, name), { recursive: true });
}
