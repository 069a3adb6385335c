// The kubeconfig as the rest of kubectl needs it.
import type { Process } from '../../sim/index.ts';
import { CommandError } from '../command.ts';
import { textAt } from '../objects.ts';
import { readKubeconfig } from './kubeconfig-files.ts';

/** The namespace a command works in when it names none: the current context's, else `default`. */
export function currentNamespace(process: Process): string {
  try {
    const { contexts, currentContext } = readKubeconfig(process);
    return textAt(contexts.get(currentContext), 'namespace') || 'default';
  } catch (error) {
    if (error instanceof CommandError) return 'default';
    throw error;
  }
}
