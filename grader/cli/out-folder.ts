// The folder of --out: made and tried before anything is graded, so that no work is lost to a wrong name.
import { closeSync, lstatSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileProblem } from './complain.ts';

/** Makes the folder (and the one it lies in) where it is not there; what is wrong with it, in a sentence. */
export function makeOutFolder(folder: string): string | undefined {
  const path = resolve(folder);
  try {
    // One after the other: Node's recursive mkdir never ends below /proc.
    for (const each of [dirname(path), path]) {
      if (!statSync(each, { throwIfNoEntry: false })) mkdirSync(each);
    }
    if (!statSync(path).isDirectory()) return `--out ${folder}: it is no folder`;
    return tryFile(folder, join(path, 'grades.json'));
  } catch (error) {
    return `--out ${fileProblem(folder, error)}`;
  }
}

/** Whether a file can be written, found out by opening it; it is left as it was. */
function tryFile(folder: string, path: string): string | undefined {
  const before = lstatSync(path, { throwIfNoEntry: false });
  if (before && !before.isFile()) return `--out ${folder}: its grades.json is no file`;
  closeSync(openSync(path, 'a'));
  if (!before) rmSync(path);
  return undefined;
}
