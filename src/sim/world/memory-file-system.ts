// A machine's files: a root tree with volumes mounted into it. Trees are shared by reference, so two machines that mount
// the same tree see each other's writes, and a tree outlives the machines that used it.
import { compareText } from '../machinery/go-text.ts';
import type { FileStat, FileSystem } from './file-system.ts';
import { FileError } from './file-system.ts';
import type { FileTree } from './file-tree.ts';

export interface FileMount {
  /** Absolute path it appears at; it is created if the machine does not have it. */
  readonly path: string;
  readonly tree: FileTree;
  /** The part of the tree that is mounted; a file or a directory, created as a directory if absent. */
  readonly subPath?: string;
  readonly isReadOnly?: boolean;
}

export interface FileSystemOptions {
  readonly root: FileTree;
  readonly mounts?: readonly FileMount[];
  /** True: only mounts can be written. */
  readonly isReadOnly?: boolean;
}

interface Place {
  readonly tree: FileTree;
  readonly path: string;
  readonly isReadOnly: boolean;
  readonly isMountPoint: boolean;
}

const root = '/';
/** Reads as empty and takes everything. */
const nullDevice = '/dev/null';

/** Joins a root tree and its mounts. Where two mounts nest, the deeper one wins; of two at one path, the later one. */
export function createFileSystem(options: FileSystemOptions): FileSystem {
  const mounts = (options.mounts ?? []).map((mount) => ({ ...mount, path: resolvePath(root, mount.path) }));
  mounts.sort((a, b) => b.path.length - a.path.length);
  for (const mount of mounts) prepare(mount, options.root);

  function locate(given: string): Place {
    const path = resolvePath(root, given);
    let latest: (typeof mounts)[number] | undefined;
    for (const mount of mounts) {
      if (isWithin(path, mount.path) && (latest === undefined || mount.path === latest.path)) latest = mount;
    }
    if (latest === undefined) {
      return {
        tree: options.root,
        path,
        isReadOnly: options.isReadOnly === true,
        isMountPoint: path === root,
      };
    }
    const inner = latest.path === root ? path : path.slice(latest.path.length);
    return {
      tree: latest.tree,
      path: resolvePath(root, `${latest.subPath ?? ''}/${inner}`),
      isReadOnly: latest.isReadOnly === true,
      isMountPoint: path === latest.path,
    };
  }

  function writable(path: string): Place {
    const place = locate(path);
    if (place.isReadOnly) throw new FileError('EROFS', path);
    return place;
  }

  return {
    read: (path) => (path === nullDevice ? '' : at(path, locate(path), (tree, inner) => tree.read(inner))),
    write(path, content) {
      if (path !== nullDevice) at(path, writable(path), (tree, inner) => tree.write(inner, content));
    },
    append(path, content) {
      if (path !== nullDevice) at(path, writable(path), (tree, inner) => tree.append(inner, content));
    },
    list(path) {
      const names = new Set(at(path, locate(path), (tree, inner) => tree.list(inner)));
      const parent = resolvePath(root, path);
      for (const mount of mounts) {
        if (mount.path !== root && parentOf(mount.path) === parent) names.add(nameOf(mount.path));
      }
      return [...names].sort(compareText);
    },
    stat: (path) =>
      path === nullDevice ? nullStat : at(path, locate(path), (tree, inner) => tree.stat(inner)),
    mkdir: (path, how) => at(path, writable(path), (tree, inner) => tree.mkdir(inner, how)),
    remove(path, how) {
      const place = writable(path);
      if (place.isMountPoint) throw new FileError('EBUSY', path);
      at(path, place, (tree, inner) => tree.remove(inner, how));
    },
    chmod: (path, mode) => at(path, writable(path), (tree, inner) => tree.chmod(inner, mode)),
  };
}

const nullStat: FileStat = { type: 'file', size: 0, mode: 0o666, modifiedAtMs: 0 };

/** Makes the mounted part and the place it is mounted at, as a container runtime does. */
function prepare(mount: FileMount, rootTree: FileTree): void {
  const part = resolvePath(root, mount.subPath ?? '');
  if (mount.tree.stat(part) === undefined) mount.tree.mkdir(part, { parents: true });
  if (rootTree.stat(mount.path) !== undefined) return;
  if (mount.tree.stat(part)?.type === 'directory') rootTree.mkdir(mount.path, { parents: true });
  else rootTree.mkdir(parentOf(mount.path), { parents: true });
}

/** Runs an operation on a tree; its errors name the path as the program knows it. */
function at<T>(path: string, place: Place, operation: (tree: FileTree, inner: string) => T): T {
  try {
    return operation(place.tree, place.path);
  } catch (error) {
    if (error instanceof FileError) throw new FileError(error.code, path);
    throw error;
  }
}

function isWithin(path: string, parent: string): boolean {
  return parent === root || path === parent || path.startsWith(`${parent}/`);
}

/** A path that has nothing to resolve. */
const resolved = /^(?:\/[^/.][^/]*)+$/;

/** The absolute path that `path` means in `directory`, without `.`, `..` and double slashes. */
export function resolvePath(directory: string, path: string): string {
  if (resolved.test(path)) return path;
  const names: string[] = [];
  for (const name of (path.startsWith('/') ? path : `${directory}/${path}`).split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return `/${names.join('/')}`;
}

export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || root;
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
