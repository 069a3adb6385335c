// A machine's files: a root tree with volumes mounted into it. Trees are shared by reference, so two machines that mount
// the same tree see each other's writes, and a tree outlives the machines that used it.
import { compareText } from '../machinery/go-text.ts';
import type { ContainerUser } from './container-user.ts';
import { rootUser } from './container-user.ts';
import type { FileStat, FileSystem } from './file-system.ts';
import { FileError } from './file-system.ts';
import type { FileTree } from './file-tree.ts';
import { inPlace, mayRead, mayWrite } from './permissions.ts';

export interface FileMount {
  /** Absolute path it appears at; it is created if the machine does not have it. */
  readonly path: string;
  readonly tree: FileTree;
  /** The part of the tree that is mounted; a file or a directory, created as a directory if absent. */
  readonly subPath?: string;
  readonly isReadOnly?: boolean;
  /** True: anybody may write here, as in an emptyDir. */
  readonly isOpen?: boolean;
  /** The group that all of it belongs to, and that may write it. */
  readonly gid?: number;
}

export interface FileSystemOptions {
  readonly root: FileTree;
  readonly mounts?: readonly FileMount[];
  /** True: only mounts can be written. */
  readonly isReadOnly?: boolean;
  /** Whoever reads and writes; root, who may do all, if absent. */
  readonly user?: ContainerUser;
}

interface Place {
  readonly tree: FileTree;
  readonly path: string;
  readonly isReadOnly: boolean;
  readonly isMountPoint: boolean;
  /** See `FileMount`. */
  readonly isOpen: boolean;
  readonly gid?: number;
}

const root = '/';
/** Reads as empty and takes everything. */
const nullDevice = '/dev/null';
/** Parts of a root that a runtime mounts over it, however the rest of it is. */
const alwaysWritable = ['/dev', '/etc/hosts'];

/** Joins a root tree and its mounts. Where two mounts nest, the deeper one wins; of two at one path, the later one. */
export function createFileSystem(options: FileSystemOptions): FileSystem {
  return new MountedFiles(options);
}

class MountedFiles implements FileSystem {
  readonly #options: FileSystemOptions;
  readonly #mounts: readonly FileMount[];
  readonly #user: ContainerUser;

  constructor(options: FileSystemOptions) {
    this.#options = options;
    this.#user = options.user ?? rootUser;
    const mounts = (options.mounts ?? []).map((mount) => ({ ...mount, path: resolvePath(root, mount.path) }));
    this.#mounts = mounts.sort((a, b) => b.path.length - a.path.length);
    for (const mount of this.#mounts) prepare(mount, options.root);
  }

  read(path: string): string {
    return path === nullDevice ? '' : at(path, this.#readable(path), (tree, inner) => tree.read(inner));
  }

  write(path: string, content: string): void {
    if (path === nullDevice) return;
    at(path, this.#writable(path), (tree, inner) => tree.write(inner, content, this.#user));
  }

  append(path: string, content: string): void {
    if (path === nullDevice) return;
    at(path, this.#writable(path), (tree, inner) => tree.append(inner, content, this.#user));
  }

  list(path: string): readonly string[] {
    const names = new Set(at(path, this.#readable(path), (tree, inner) => tree.list(inner)));
    const parent = resolvePath(root, path);
    for (const mount of this.#mounts) {
      if (mount.path !== root && parentOf(mount.path) === parent) names.add(nameOf(mount.path));
    }
    return [...names].sort(compareText);
  }

  stat(path: string): FileStat | undefined {
    if (path === nullDevice) return nullStat;
    const place = this.#locate(path);
    const stat = at(path, place, (tree, inner) => tree.stat(inner));
    return stat && inPlace(stat, place);
  }

  mkdir(path: string, how?: { readonly parents?: boolean }): void {
    at(path, this.#writable(path), (tree, inner) => tree.mkdir(inner, how, this.#user));
  }

  remove(path: string, how?: { readonly recursive?: boolean }): void {
    const place = this.#writable(path, true);
    if (place.isMountPoint) throw new FileError('EBUSY', path);
    at(path, place, (tree, inner) => tree.remove(inner, how));
  }

  chmod(path: string, mode: number): void {
    at(path, this.#writable(path), (tree, inner) => tree.chmod(inner, mode));
  }

  #locate(given: string): Place {
    const path = resolvePath(root, given);
    let latest: FileMount | undefined;
    for (const mount of this.#mounts) {
      if (isWithin(path, mount.path) && (latest === undefined || mount.path === latest.path)) latest = mount;
    }
    if (latest === undefined) {
      const isOpen = alwaysWritable.some((open) => isWithin(path, open));
      const isReadOnly = this.#options.isReadOnly === true && !isOpen;
      return { tree: this.#options.root, path, isReadOnly, isMountPoint: path === root, isOpen: false };
    }
    const inner = latest.path === root ? path : path.slice(latest.path.length);
    return {
      tree: latest.tree,
      path: resolvePath(root, `${latest.subPath ?? ''}/${inner}`),
      isReadOnly: latest.isReadOnly === true,
      isMountPoint: path === latest.path,
      isOpen: latest.isOpen === true,
      ...(latest.gid === undefined ? {} : { gid: latest.gid }),
    };
  }

  #readable(path: string): Place {
    const stat = this.stat(path);
    if (stat !== undefined && !mayRead(this.#user, stat)) throw new FileError('EACCES', path);
    return this.#locate(path);
  }

  /** A place that may be changed: where it is new, or `isEntry` is set, the directory that it is in decides. */
  #writable(path: string, isEntry = false): Place {
    const place = this.#locate(path);
    if (place.isReadOnly) throw new FileError('EROFS', path);
    if (this.#user.uid === 0) return place;
    const isNew = isEntry || this.stat(path) === undefined;
    let decides = isNew && !place.isMountPoint ? parentOf(resolvePath(root, path)) : path;
    // Directories above it may be new as well.
    while (this.stat(decides) === undefined && decides !== root) decides = parentOf(decides);
    const stat = this.stat(decides);
    if (stat !== undefined && !mayWrite(this.#user, stat, decides)) throw new FileError('EACCES', path);
    return place;
  }
}

const nullStat: FileStat = { type: 'file', size: 0, mode: 0o666, modifiedAtMs: 0, uid: 0, gid: 0 };
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
