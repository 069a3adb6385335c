// What stands between the creation of a container and its first process: its files, and the program to run.
import type { Container as ContainerSpec, Pod } from '../api/pod.ts';
import type { ContainerUser } from './container-user.ts';
import { userOf } from './container-user.ts';
import { argvOf, startFailure, startProblem } from './entry-point.ts';
import type { FileSystem } from './file-system.ts';
import { FileError } from './file-system.ts';
import type { FileTree } from './file-tree.ts';
import { createFileTree } from './file-tree.ts';
import type { PulledImage } from './image.ts';
import type { FileMount } from './memory-file-system.ts';
import { createFileSystem, parentOf, resolvePath } from './memory-file-system.ts';
import type { Host, Program } from './process.ts';
import { createLookup } from './program-lookup.ts';
import type { Sandbox } from './sandbox.ts';
import { hostnameOf, hostsFile, resolvFile } from './sandbox.ts';

export interface ContainerAttempt {
  readonly pod: Pod;
  readonly spec: ContainerSpec;
  /** Undefined: the image is not on the node. */
  readonly image: PulledImage | undefined;
  readonly env: readonly (readonly [string, string])[];
  readonly mounts: readonly FileMount[];
}

export interface ContainerEntry {
  readonly argv: readonly string[];
  readonly program: Program;
  readonly files: FileSystem;
  /** The container's own files, without those that are mounted. */
  readonly root: FileTree;
  readonly user: ContainerUser;
  readonly lookup: Host['lookup'];
}

/** Why a container could not start, in the runtime's words. */
export interface FailedStart {
  readonly failure: string;
}

export function findEntry(
  attempt: ContainerAttempt,
  env: ReadonlyMap<string, string>,
  workingDirectory: string,
  site: { now(): number; readonly sandbox: Sandbox },
): ContainerEntry | FailedStart {
  const { spec, image } = attempt;
  if (image === undefined) {
    return { failure: `failed to get image from containerd ${JSON.stringify(spec.image ?? '')}: not found` };
  }
  const argv = argvOf(spec, image.contents);
  const name = argv[0];
  if (name === undefined) return { failure: 'no command specified' };
  const user = userOf(attempt.pod, spec, image.contents.user);
  const root = createFileTree({ image: image.files, now: site.now });
  const files = prepareFiles(root, attempt, workingDirectory, user, site.sandbox);
  if (files instanceof FileError) return cannotStart(`error mounting: ${files.message}`);
  const lookup = createLookup({ files, programs: image.contents.programs });
  const program = lookup(name, env, workingDirectory);
  const problem = startProblem(name, program);
  if (problem !== undefined || typeof program !== 'function') return cannotStart(problem ?? name);
  return { argv, program, files, root, user, lookup };
}

function cannotStart(problem: string): FailedStart {
  return { failure: `${startFailure}${problem}: unknown` };
}

/** The image's files, those that the runtime writes, and the volumes. */
function prepareFiles(
  root: FileTree,
  { pod, spec, mounts }: ContainerAttempt,
  workingDirectory: string,
  user: ContainerUser,
  sandbox: Sandbox,
): FileSystem | FileError {
  const written = new Map([
    ['/etc/hostname', `${hostnameOf(pod)}\n`],
    ['/etc/hosts', hostsFile(pod, sandbox.ip)],
    ['/etc/resolv.conf', resolvFile(sandbox.network)],
    [resolvePath('/', spec.terminationMessagePath ?? '/dev/termination-log'), ''],
  ]);
  try {
    for (const [path, content] of written) {
      root.mkdir(parentOf(path), { parents: true });
      root.write(path, content);
    }
    const isReadOnly = spec.securityContext?.readOnlyRootFilesystem === true;
    const files = createFileSystem({ root, mounts, isReadOnly, user });
    if (files.stat(workingDirectory) === undefined)
      createFileSystem({ root, mounts }).mkdir(workingDirectory, { parents: true });
    return files;
  } catch (error) {
    if (error instanceof FileError) return error;
    throw error;
  }
}
