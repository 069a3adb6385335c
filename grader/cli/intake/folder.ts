// Every file below a folder. Links are seen and not followed.
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readBounded } from './read-bounded.ts';
import type { Source } from './source.ts';
import { formNamed, isLeftover } from './source.ts';

const bounds = { files: 500_000, depth: 6 } as const;

export interface Listing {
  readonly sources: readonly Source[];
  /** The folders right below the top. */
  readonly folders: readonly string[];
  /** What was passed over, in words. */
  readonly warnings: readonly string[];
}

/** Lists a folder in order of names. Throws where it cannot be listed at all. */
export function listFolder(folder: string): Listing {
  const sources: Source[] = [];
  const folders: string[] = [];
  const warnings: string[] = [];
  const visit = (path: readonly string[]): void => {
    for (const name of namesIn(join(folder, ...path), path.length > 0)) {
      if (sources.length >= bounds.files) return;
      const below = [...path, name];
      const full = join(folder, ...below);
      const stat = lstatSync(full, { throwIfNoEntry: false });
      // A folder that was handed in where a file was asked for.
      const isTaken = stat?.isDirectory() === true && formNamed(name) === undefined;
      if (isTaken && path.length === 0) folders.push(name);
      if (isTaken && path.length < bounds.depth) visit(below);
      else if (isTaken) warnings.push(`${full} lies too deep and was not looked at`);
      else sources.push(sourceOf(full, below, stat));
    }
  };
  visit([]);
  if (sources.length >= bounds.files)
    warnings.push(`only the first ${bounds.files} files of ${folder} were taken`);
  return { sources, folders, warnings };
}

/** One file, named as it is on disk. */
export function sourceOf(
  full: string,
  path: readonly string[],
  stat = lstatSync(full, { throwIfNoEntry: false }),
): Source {
  const name = path.at(-1) ?? full;
  const about = { path, shown: full, read: async () => readBounded(full, name) };
  // A name that is no UTF-8 is listed, and yet not found.
  if (!stat) return { ...about, refusal: 'not-readable' };
  if (stat.isSymbolicLink()) return { ...about, refusal: 'a-link' };
  if (!stat.isFile()) return { ...about, refusal: 'not-a-file' };
  return { ...about, changedAtMs: Math.round(stat.mtimeMs) };
}

function namesIn(folder: string, mayFail: boolean): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !isLeftover(name))
      .sort();
  } catch (error) {
    if (mayFail) return [];
    throw error;
  }
}
