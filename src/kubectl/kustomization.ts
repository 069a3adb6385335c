// -k and kubectl kustomize: kustomizations are not built here, and what is wrong with the directory is said first.
import type { Process } from '../sim/index.ts';
import type { CommandError } from './command.ts';
import { usageError } from './command.ts';
import { absolutePath } from './paths.ts';

const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** What to say of a directory that should hold a kustomization. */
export function refusedKustomization(process: Process, directory: string): CommandError {
  const { files } = process.host;
  if (/^https?:\/\/|^github\.com\//.test(directory)) {
    return usageError(
      `petset reaches no web servers, and does not simulate kustomizations: use -f with the files`,
    );
  }
  const path = absolutePath(process, directory).replace(/\/(\.\/?)?$/, '') || '/';
  const stat = files.stat(path);
  if (!stat)
    return usageError(
      `must build at directory: not a valid directory: evalsymlink failure on '${directory}' : lstat ${path}: no such file or directory`,
    );
  if (stat.type !== 'directory')
    return usageError(`must build at directory: '${directory}': file is not directory`);
  const isThere = names.some((name) => files.stat(`${path}/${name}`)?.type === 'file');
  if (!isThere) {
    const [first, second, third] = names;
    return usageError(`unable to find one of '${first}', '${second}' or '${third}' in directory '${path}'`);
  }
  return usageError('petset does not simulate kustomizations; use -f with the files that it names');
}
