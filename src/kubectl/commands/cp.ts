// kubectl cp: copies files to and from containers, with the container's own tar.
//
// Departs: the files are moved at once, and links are not told from files: there are none here.
import type { FileSystem, Pod } from '../../sim/index.ts';
import { FileError, nameOf, PodKind, parentOf, resolvePath } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { CommandError, serverError, usageError } from '../command.ts';
import { copyTree, joined } from '../copy-tree.ts';
import { containerFor, refuseUnplaced } from '../running-container.ts';

export const cp: Command = {
  words: ['cp'],
  summary: 'Copy files and directories to and from containers',
  usage: 'kubectl cp <file-spec-src> <file-spec-dest> [options]',
  flags: [
    { name: 'container', short: 'c', type: 'string', help: 'The container' },
    {
      name: 'no-preserve',
      type: 'bool',
      help: 'Do not keep owner and permissions of what comes out of a container',
    },
    {
      name: 'retries',
      type: 'int',
      default: '0',
      help: 'How often to begin anew where a copy is broken off',
    },
  ],
  run(context) {
    const { args } = context;
    if (args.length !== 2) throw usageError('source and destination are required');
    const [from, to] = args.map(readSpec) as [Spec, Spec];
    if (from.pod !== undefined && to.pod !== undefined) {
      throw usageError('one of src or dest must be a local file specification');
    }
    if (from.pod === undefined && to.pod === undefined) {
      throw usageError('one of src or dest must be a remote file specification');
    }
    if (from.path === '' || to.path === '') throw usageError('filepath can not be empty');
    if (to.pod === undefined) copyOut(context, from, to.path);
    else copyIn(context, from.path, to);
    return 0;
  },
};

/** `[[NAMESPACE/]POD:]PATH`. */
interface Spec {
  readonly pod: string | undefined;
  readonly namespace: string | undefined;
  readonly path: string;
}

function readSpec(text: string): Spec {
  const colon = text.indexOf(':');
  if (colon < 0) return { pod: undefined, namespace: undefined, path: text };
  const path = text.slice(colon + 1);
  const [first = '', second, ...more] = text.slice(0, colon).split('/');
  if (first === '' || second === '' || more.length > 0) {
    throw usageError('filespec must match the canonical format: [[namespace/]pod:]file/path');
  }
  return second === undefined
    ? { pod: first, namespace: undefined, path }
    : { pod: second, namespace: first, path };
}

/** A container's files, and how its tar speaks. */
interface Remote {
  readonly files: FileSystem;
  readonly isBusybox: boolean;
}

/** Throws `CommandError` where nothing can be run there. */
function remoteOf(context: Context, { pod: name = '', namespace = context.namespace }: Spec): Remote {
  const { cluster } = context;
  const answer = cluster.api.get(PodKind, namespace, name);
  if (!answer.ok) throw serverError(answer.status);
  const pod = answer.object as Pod;
  const container = containerFor(context, pod);
  refuseUnplaced(context, pod);
  const uid = pod.metadata.uid ?? '';
  const files = cluster.world.files(uid, container);
  const trial = cluster.world.exec(uid, container, ['cat', '/dev/null'], {});
  if (files === undefined || trial === undefined) {
    throw usageError(`unable to upgrade connection: container not found (${JSON.stringify(container)})`);
  }
  if ('error' in trial) {
    const why = trial.error.replaceAll('"cat"', '"tar"');
    throw usageError(
      `Internal error occurred: Internal error occurred: error executing command in container: ${why}`,
    );
  }
  const image = pod.spec.containers.find((it) => it.name === container)?.image ?? '';
  return { files, isBusybox: /(^|\/)(busybox|alpine)\b|-alpine/.test(image) };
}

function copyIn(context: Context, source: string, to: Spec): void {
  const { host, cwd } = context.process;
  const from = resolvePath(cwd, source);
  if (!host.files.stat(from)) throw usageError(`${source} doesn't exist in local filesystem`);
  const { files } = remoteOf(context, to);
  const path = resolvePath('/', to.path);
  const isDirectory = files.stat(path)?.type === 'directory';
  const target = isDirectory ? joined(path, nameOf(from)) : path;
  const parent = parentOf(target);
  if (files.stat(parent)?.type !== 'directory') {
    const why = files.stat(parent) ? 'Not a directory' : 'No such file or directory';
    throw tarFailed(`tar: ${parent}: Cannot open: ${why}\ntar: Error is not recoverable: exiting now`);
  }
  moved(() => copyTree(host.files, from, files, target));
}

function copyOut(context: Context, from: Spec, target: string): void {
  const { host, cwd } = context.process;
  const { files, isBusybox } = remoteOf(context, from);
  const path = resolvePath('/', from.path);
  const source = files.stat(path);
  if (from.path.startsWith('/') && source) {
    context.err(
      isBusybox
        ? "tar: removing leading '/' from member names\n"
        : "tar: Removing leading `/' from member names\n",
    );
  }
  if (!source) {
    throw tarFailed(
      isBusybox
        ? `tar: ${from.path}: No such file or directory\ntar: error exit delayed from previous errors`
        : `tar: ${from.path}: Cannot stat: No such file or directory\ntar: Exiting with failure status due to previous errors`,
      isBusybox ? 1 : 2,
    );
  }
  const to = resolvePath(cwd, target);
  const isDirectory = host.files.stat(to)?.type === 'directory';
  if (source.type === 'file' && isDirectory) throw usageError(`open ${target}: is a directory`);
  host.files.mkdir(parentOf(to), { parents: true });
  moved(() => copyTree(files, path, host.files, to));
}

function tarFailed(said: string, exitCode = 2): CommandError {
  return new CommandError(`${said}\ncommand terminated with exit code ${exitCode}`, exitCode);
}

/** Throws `CommandError` with tar's words. */
function moved(copy: () => void): void {
  try {
    copy();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const [path = '', why = ''] = error.message.split(/: (?=[^:]*$)/);
    throw tarFailed(
      `tar: ${path}: Cannot open: ${why}\ntar: Exiting with failure status due to previous errors`,
    );
  }
}
