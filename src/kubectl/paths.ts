// Paths of the learner's machine as a command's words give them.
import type { Process } from '../sim/index.ts';

/** The absolute path of a word that names a file: relative ones stand in the working directory. */
export function absolutePath({ cwd }: Pick<Process, 'cwd'>, path: string): string {
  return path.startsWith('/') ? path : `${cwd === '/' ? '' : cwd}/${path}`;
}

/** The home directory. */
export function homeOf({ env }: Pick<Process, 'env'>): string {
  return env.get('HOME') ?? '/root';
}
