// File name patterns: `*.yaml` becomes the files there are.
import type { FileSystem } from '../../sim/index.ts';
import { FileError, resolvePath } from '../../sim/index.ts';
import { compilePattern, matches } from './glob.ts';

const maxMatches = 10_000;

/** True where an unescaped pattern character stands in it. */
export function hasPattern(pattern: string): boolean {
  return /(^|[^\\])(\\\\)*[*?[]/.test(pattern);
}

/** The names that match, sorted by code unit, as they would be typed; none if nothing matches. Hidden files need their dot. */
export function expandPath(files: FileSystem, cwd: string, pattern: string): readonly string[] {
  const isAbsolute = pattern.startsWith('/');
  let found: string[] = [isAbsolute ? '/' : ''];
  const parts = pattern.split('/').filter((part) => part !== '');
  for (const [i, part] of parts.entries()) {
    const isLast = i === parts.length - 1 && !pattern.endsWith('/');
    found = found.flatMap((prefix) => matchesIn(files, cwd, prefix, part, isLast)).slice(0, maxMatches);
  }
  const suffix = pattern.endsWith('/') && parts.length > 0 ? '/' : '';
  return found.map((path) => path.replace(/\/$/, '') + suffix);
}

function matchesIn(files: FileSystem, cwd: string, prefix: string, part: string, isLast: boolean): string[] {
  const directory = resolvePath(cwd, prefix);
  const goOn = (name: string) => `${prefix}${name}${isLast ? '' : '/'}`;
  if (!hasPattern(part)) {
    const name = part.replace(/\\(.)/g, '$1');
    return kindOf(files, resolvePath(directory, name)) === undefined ? [] : [goOn(name)];
  }
  const compiled = compilePattern(part);
  if (kindOf(files, directory) !== 'directory') return [];
  return files
    .list(directory)
    .filter((name) => (part.startsWith('.') || !name.startsWith('.')) && matches(compiled, name))
    .filter((name) => isLast || kindOf(files, resolvePath(directory, name)) === 'directory')
    .map(goOn);
}

function kindOf(files: FileSystem, path: string): 'file' | 'directory' | undefined {
  try {
    return files.stat(path)?.type;
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}
