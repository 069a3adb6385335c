// -k and kubectl kustomize: kustomizations are not built here, and what is wrong with the directory is said first.
import type { Process } from '../sim/index.ts';
import type { Command } from './command.ts';
import { CommandError, usageError } from './command.ts';
import { absolutePath } from './paths.ts';

const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** The refusal of `kubectl kustomize DIRECTORY`. */
export function refusedKustomization(process: Process, directory: string): CommandError {
  return usageError(whyNot(process, directory));
}

/** The refusal of a command's `-k DIRECTORY`, in its way of telling errors. */
export function refusedDirectory(process: Process, directory: string, { words }: Command): CommandError {
  const why = whyNot(process, directory);
  switch (words[0]) {
    case 'get':
    case 'describe':
      return new CommandError(why);
    case 'scale':
      return usageError(`no objects passed to scale ${why}`);
    case 'diff':
      // 1 would say that there are differences.
      return new CommandError(`error: ${why}`, 2);
    default:
      return usageError(why);
  }
}

/** What to say of a directory that should hold a kustomization. */
function whyNot(process: Process, directory: string): string {
  const { files } = process.host;
  if (/^https?:\/\/|^github\.com\//.test(directory)) {
    return 'petset reaches no web servers, and does not simulate kustomizations: use -f with the files';
  }
  const path = absolutePath(process, directory).replace(/\/(\.\/?)?$/, '') || '/';
  const stat = files.stat(path);
  if (!stat) {
    return `must build at directory: not a valid directory: evalsymlink failure on '${directory}' : lstat ${path}: no such file or directory`;
  }
  if (stat.type !== 'directory') return `must build at directory: '${directory}': file is not directory`;
  const isThere = names.some((name) => files.stat(`${path}/${name}`)?.type === 'file');
  if (!isThere) {
    const [first, second, third] = names;
    return `unable to find one of '${first}', '${second}' or '${third}' in directory '${path}'`;
  }
  return 'petset does not simulate kustomizations; use -f with the files that it names';
}
