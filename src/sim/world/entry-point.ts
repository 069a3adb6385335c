// What a container or an exec runs: its argument vector, its environment, and the words for a missing program.
import type { Container } from '../api/pod.ts';
import type { ImageContents } from './image.ts';
import type { Program } from './process.ts';

const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * The argument vector of a container: `command` replaces the image's entry point and its command, `args` only the command.
 * See https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/
 */
export function argvOf({ command = [], args = [] }: Container, image: ImageContents): readonly string[] {
  if (command.length > 0) return [...command, ...args];
  return [...(image.entrypoint ?? []), ...(args.length > 0 ? args : (image.command ?? []))];
}

/** PATH and what else the image sets, the host name, then what the pod asks for. */
export function environmentOf(
  image: ImageContents,
  hostname: string,
  env: readonly (readonly [string, string])[],
): Map<string, string> {
  return new Map([['PATH', defaultPath], ...(image.env ?? []), ['HOSTNAME', hostname], ...env]);
}

/** Why runc cannot start a program, in its words; undefined where it can. */
export function startProblem(
  name: string,
  found: Program | 'not-executable' | undefined,
): string | undefined {
  if (typeof found === 'function') return undefined;
  if (found === 'not-executable') return `exec: ${JSON.stringify(name)}: permission denied`;
  if (!name.includes('/')) return `exec: ${JSON.stringify(name)}: executable file not found in $PATH`;
  return `exec: ${JSON.stringify(name)}: stat ${name}: no such file or directory`;
}

export const startFailure =
  'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: ';

/** The runtime's words where an exec cannot start, as they reach whoever asked the runtime. */
export function execFailure(execId: string, problem: string): string {
  return `rpc error: code = Unknown desc = failed to exec in container: failed to start exec "${execId}": OCI runtime exec failed: exec failed: unable to start container process: ${problem}`;
}
