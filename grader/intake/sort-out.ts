// The files of one folder or zip, as submissions: whose each is, whatever named it.
import type { Claim } from './claim.ts';
import { folderClaim } from './claim.ts';
import { platformName } from './file-names.ts';
import type { GradescopeEntry } from './gradescope-export.ts';

/** A file below a folder or in a zip. */
export interface Listed {
  /** The names of the folders above it and its own. */
  readonly path: readonly string[];
}

export interface Handed<T extends Listed> {
  readonly entry: T;
  readonly claim: Claim;
  /** The file's name, without what a platform added. */
  readonly file: string;
  readonly isMarkedLate?: true;
  /** When it was handed in, where the platform says so; ms since the Unix epoch. */
  readonly atMs?: number;
}

export interface SortedOut<T extends Listed> {
  readonly handed: readonly Handed<T>[];
  /** Files that belong to nobody. */
  readonly astray: readonly T[];
  /** Names of folders of students, those with nothing in them too. */
  readonly folders: readonly string[];
}

/**
 * Sorts out the files of a folder or zip called `name`. `folders` are the folders right below it. Where it holds no folders, it is
 * one student's own.
 */
export function sortOut<T extends Listed>(
  name: string,
  entries: readonly T[],
  folders: readonly string[],
  gradescope: ReadonlyMap<string, GradescopeEntry> = new Map(),
): SortedOut<T> {
  const handed: Handed<T>[] = [];
  const astray: T[] = [];
  const plain: T[] = [];
  for (const entry of entries) {
    const found = byGradescope(entry, gradescope) ?? byPlatform(entry);
    if (found) handed.push(found);
    else plain.push(entry);
  }
  const isPlatforms = handed.length > 0;
  const students = folders.filter((folder) => !gradescope.has(folder) && !platformName(folder));
  const isOneStudents = !isPlatforms && students.length === 0;
  for (const entry of plain) {
    const file = entry.path.at(-1) ?? '';
    if (isOneStudents) handed.push({ entry, claim: folderClaim(name), file });
    else if (entry.path.length > 1) handed.push({ entry, claim: folderClaim(entry.path[0] ?? ''), file });
    else astray.push(entry);
  }
  return { handed, astray, folders: isOneStudents ? [name] : students };
}

function byGradescope<T extends Listed>(
  entry: T,
  list: ReadonlyMap<string, GradescopeEntry>,
): Handed<T> | undefined {
  const known = entry.path.length > 1 ? list.get(entry.path.at(-2) ?? '') : undefined;
  const found = known ?? entry.path.map((step) => list.get(step)).find(Boolean);
  return found && { entry, file: entry.path.at(-1) ?? '', ...found };
}

function byPlatform<T extends Listed>(entry: T): Handed<T> | undefined {
  for (const step of entry.path) {
    const named = platformName(step);
    if (named === undefined) continue;
    const file = named.file === undefined || step !== entry.path.at(-1) ? entry.path.at(-1) : named.file;
    // A platform's folder that holds nothing but its own name is no file.
    if (step === entry.path.at(-1) && named.file === undefined) return undefined;
    return { ...named, entry, file: file ?? '' };
  }
  return undefined;
}
