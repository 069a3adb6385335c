// The files in a learner's home directory, by their path there.
import type { Machine } from './machine.ts';
import { HOME } from './session.ts';

const FILES_MAX = 50;
const DEPTH_MAX = 3;

/** Paths below the home directory, in the order of a listing. Hidden files are left out, and so is what lies too deep. */
export function homePaths(machine: Machine): string[] {
  const paths: string[] = [];
  const visit = (folder: string, depth: number): void => {
    for (const name of machine.files.list(folder === '' ? HOME : `${HOME}/${folder}`)) {
      const path = folder === '' ? name : `${folder}/${name}`;
      const type = machine.files.stat(`${HOME}/${path}`)?.type;
      if (name.startsWith('.') || paths.length >= FILES_MAX) continue;
      if (type === 'directory' && depth < DEPTH_MAX) visit(path, depth + 1);
      else if (type === 'file') paths.push(path);
    }
  };
  visit('', 0);
  return paths;
}

/** Their texts as they are now. */
export function homeFiles(machine: Machine): ReadonlyMap<string, string> {
  return new Map(homePaths(machine).map((path) => [path, machine.files.read(`${HOME}/${path}`)]));
}
