// What an instructor points at, as submissions: a file, a student's folder, or a folder of students.
import { lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { SubmissionForm, Unreadable } from '../submission.ts';

export interface FoundSubmission {
  readonly student: string;
  readonly path: string;
  /** The file's name. */
  readonly file: string;
  /** What it is written in, or why it is not to be opened. */
  readonly form: SubmissionForm | Unreadable['id'];
}

export interface Found {
  readonly submissions: readonly FoundSubmission[];
  /** Every student's folder, those with nothing in it too. */
  readonly students: readonly string[];
  /** What was passed over, in words. */
  readonly warnings: readonly string[];
}

const forms: ReadonlyMap<string, SubmissionForm> = new Map([
  ['.yaml', 'yaml'],
  ['.yml', 'yaml'],
  ['.sh', 'sh'],
  ['.json', 'json'],
]);

/**
 * Finds what was handed in below some paths, each student's together, in order of names; what cannot be opened is among it.
 * Throws where a path is not there.
 */
export function findSubmissions(paths: readonly string[]): Found {
  const submissions: FoundSubmission[] = [];
  const students = new Set<string>();
  const warnings: string[] = [];
  const take = (path: string, student: string): void => {
    students.add(student);
    submissions.push({ student, path, file: basename(path), form: formOf(path) });
  };
  const takeFolder = (folder: string, student: string): void => {
    students.add(student);
    for (const name of namesIn(folder)) take(join(folder, name), student);
  };
  for (const path of paths) {
    if (!lstatSync(path).isDirectory()) {
      take(path, basename(dirname(resolve(path))));
      continue;
    }
    const names = namesIn(path);
    if (!names.some((name) => isStudent(path, name))) {
      takeFolder(path, basename(resolve(path)));
      continue;
    }
    for (const name of names) {
      if (isStudent(path, name)) takeFolder(join(path, name), name);
      else
        warnings.push(
          `${join(path, name)} ${isLink(join(path, name)) ? 'is a link, not followed' : "is in no student's folder"}`,
        );
    }
  }
  return { submissions, students: [...students].sort(), warnings };
}

/** Whether this is a student's folder, and not one that was handed in where a file was asked for. */
function isStudent(folder: string, name: string): boolean {
  const isFolder = lstatSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder && !forms.has(extname(name).toLowerCase());
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function formOf(path: string): FoundSubmission['form'] {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  // A name that is no UTF-8 is listed, and yet not found.
  if (!stat) return 'not-readable';
  if (stat.isSymbolicLink()) return 'a-link';
  if (!stat.isFile()) return 'not-a-file';
  return forms.get(extname(path).toLowerCase()) ?? 'unknown-ending';
}

function namesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}
