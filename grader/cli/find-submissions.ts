// What an instructor points at, as submissions: a file, a student's folder, or a folder of students.
import { lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { SubmissionForm } from '../submission.ts';

export interface FoundSubmission {
  readonly student: string;
  readonly path: string;
  /** The file's name without its extension, which names the exercise. */
  readonly name: string;
  readonly form: SubmissionForm;
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

/** Finds the submissions below some paths, each student's together, in order of names. Throws where a path is not there. */
export function findSubmissions(paths: readonly string[]): Found {
  const submissions: FoundSubmission[] = [];
  const students = new Set<string>();
  const warnings: string[] = [];
  const take = (path: string, student: string): void => {
    const form = forms.get(extname(path).toLowerCase());
    if (form === undefined) {
      warnings.push(`${path} is no .yaml, .sh or .json file`);
      return;
    }
    students.add(student);
    submissions.push({ student, path, name: basename(path, extname(path)), form });
  };
  const takeFolder = (folder: string, student: string): void => {
    for (const name of namesIn(folder)) {
      const path = join(folder, name);
      const stat = lstatSync(path);
      if (stat.isFile()) take(path, student);
      else if (stat.isDirectory()) warnings.push(`${path} is a folder in a student's folder`);
      else warnings.push(`${path} is neither a file nor a folder`);
    }
  };
  for (const path of paths) {
    if (lstatSync(path).isFile()) {
      take(path, basename(dirname(resolve(path))));
      continue;
    }
    const folders = namesIn(path).filter((name) => lstatSync(join(path, name)).isDirectory());
    if (folders.length === 0) {
      students.add(basename(resolve(path)));
      takeFolder(path, basename(resolve(path)));
      continue;
    }
    for (const name of namesIn(path)) {
      if (!folders.includes(name)) {
        warnings.push(`${join(path, name)} is in no student's folder`);
        continue;
      }
      students.add(name);
      takeFolder(join(path, name), name);
    }
  }
  return { submissions, students: [...students].sort(), warnings };
}

function namesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}
