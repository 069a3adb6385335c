// What grades: a fingerprint of the simulator's and the grader's own files, by which kept results are told from stale ones.
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENGINE_VERSION } from '../../report/report.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const code = ['src/{sim,kubectl,shell}/**/*.ts', 'grader/**/*.ts'];
/** Libraries that a grade depends on. */
const libraries = ['js-yaml', 'unbash', 'zod', '@marcbachmann/cel-js'];

/** `0.1.0+` and twelve digits: the same only where the same code grades. */
export function engineFingerprint(): string {
  const hash = createHash('sha256').update(ENGINE_VERSION);
  const files = globSync(code, { cwd: root }).filter((path) => {
    return !(path.endsWith('.test.ts') || path.includes('testdata') || /^grader[\\/]cli/.test(path));
  });
  for (const path of files.sort()) hash.update(`\n${path}\n`).update(readFileSync(join(root, path)));
  const require = createRequire(import.meta.url);
  for (const name of libraries) hash.update(`\n${name} ${versionOf(require, name)}`);
  return `${ENGINE_VERSION}+${hash.digest('hex').slice(0, 12)}`;
}

function versionOf(require: NodeJS.Require, name: string): string {
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      const text = readFileSync(join(folder, name, 'package.json'), 'utf8');
      return (JSON.parse(text) as { version: string }).version;
    } catch {
      // It lies in a folder further up.
    }
  }
  return 'unknown';
}
