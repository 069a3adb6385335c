// A tree of files in memory: a disk, a volume, or the files of a container over those of its image.
// Copy-on-write: a tree made from an image shares its nodes until it changes them, so a thousand containers cost nothing.
import { compareText } from '../machinery/go-text.ts';
import { memoized } from '../machinery/memo.ts';
import type { FileStat, FileSystem, Owner } from './file-system.ts';
import { FileError } from './file-system.ts';

/** A tree by itself is a file system without mounts. Paths are absolute and already resolved. What is made new is root's, or `by`'s. */
export interface FileTree extends FileSystem {
  write(path: string, content: string, by?: Owner): void;
  append(path: string, content: string, by?: Owner): void;
  mkdir(path: string, how?: { readonly parents?: boolean }, by?: Owner): void;
  /** Characters in all its files, those of the image not counted. */
  usedChars(): number;
}

/** What an image holds, by absolute path. A path that ends in `/` is an empty directory. */
export type ImageFiles = ReadonlyMap<string, string | { readonly content: string; readonly mode?: number }>;

export interface FileTreeOptions {
  /** Shared by every tree made from the same map; the map must not change afterwards. */
  readonly image?: ImageFiles;
  /** Capacity; writing beyond it throws ENOSPC. */
  readonly maxChars?: number;
  readonly maxFiles?: number;
  /** Virtual time in ms, for modification times; 0 if absent. */
  readonly now?: () => number;
}

interface FileNode extends Owner {
  readonly type: 'file';
  readonly content: string;
  readonly mode: number;
  readonly modifiedAtMs: number;
  /** Characters that count against the capacity; none for a file as the image has it. */
  readonly charged: number;
}

interface DirectoryNode extends Owner {
  readonly type: 'directory';
  /** The tree that may change this node in place. */
  readonly owner: object | undefined;
  readonly children: Map<string, Node>;
  mode: number;
  modifiedAtMs: number;
}

type Node = FileNode | DirectoryNode;

const defaultMaxChars = 64 * 1024 * 1024;
const defaultMaxFiles = 20_000;
const maxDepth = 100;
const byRoot: Owner = { uid: 0, gid: 0 };
const imageRoots = new WeakMap<ImageFiles, DirectoryNode>();

/** Creates a tree, empty or over an image's files. */
export function createFileTree(options: FileTreeOptions = {}): FileTree {
  return new Tree(options);
}

class Tree implements FileTree {
  readonly #options: FileTreeOptions;
  #root: DirectoryNode;
  #usedChars = 0;
  #files = 0;

  constructor(options: FileTreeOptions) {
    this.#options = options;
    this.#root = options.image === undefined ? directory(this, this.#now()) : imageRoot(options.image);
  }

  usedChars(): number {
    return this.#usedChars;
  }

  read(path: string): string {
    const node = this.#existing(path);
    if (node.type === 'directory') throw new FileError('EISDIR', path);
    return node.content;
  }

  write(path: string, content: string, by: Owner = byRoot): void {
    this.#putFile(path, content, content.length, this.#find(path) ?? { mode: 0o644, ...by });
  }

  append(path: string, content: string, by: Owner = byRoot): void {
    const before = this.#find(path);
    if (before?.type === 'directory') throw new FileError('EISDIR', path);
    const text = (before?.content ?? '') + content;
    this.#putFile(path, text, text.length, before ?? { mode: 0o644, ...by });
  }

  list(path: string): readonly string[] {
    const node = this.#existing(path);
    if (node.type === 'file') throw new FileError('ENOTDIR', path);
    return [...node.children.keys()].sort(compareText);
  }

  stat(path: string): FileStat | undefined {
    const node = this.#find(path);
    return node === undefined ? undefined : statOf(node);
  }

  mkdir(path: string, how?: { readonly parents?: boolean }, by: Owner = byRoot): void {
    const node = this.#find(path);
    if (how?.parents !== true) {
      if (node !== undefined) throw new FileError('EEXIST', path);
      this.#existing(split(path).parent);
      this.#makeDirectory(path, by);
      return;
    }
    if (node?.type === 'file') throw new FileError('EEXIST', path);
    if (node !== undefined) return;
    const names = namesOf(path);
    for (let depth = 1; depth <= names.length; depth++) {
      const part = `/${names.slice(0, depth).join('/')}`;
      const there = this.#find(part);
      if (there?.type === 'file') throw new FileError('ENOTDIR', path);
      if (there === undefined) this.#makeDirectory(part, by);
    }
  }

  remove(path: string, how?: { readonly recursive?: boolean }): void {
    const node = this.#existing(path);
    const { parent, name } = split(path);
    if (name === '') throw new FileError('EBUSY', path);
    if (node.type === 'directory' && node.children.size > 0 && how?.recursive !== true) {
      throw new FileError('ENOTEMPTY', path);
    }
    const container = this.#owned(parent);
    container.children.delete(name);
    container.modifiedAtMs = this.#now();
    this.#release(node);
  }

  chmod(path: string, mode: number): void {
    const node = this.#existing(path);
    if (node.type === 'directory') this.#owned(path).mode = mode;
    else this.#putFile(path, node.content, node.charged, { mode, uid: node.uid, gid: node.gid });
  }

  #now(): number {
    return this.#options.now?.() ?? 0;
  }

  #find(path: string): Node | undefined {
    let node: Node | undefined = this.#root;
    for (const name of namesOf(path)) {
      if (node?.type !== 'directory') return undefined;
      node = node.children.get(name);
    }
    return node;
  }

  #existing(path: string): Node {
    const node = this.#find(path);
    if (node !== undefined) return node;
    throw new FileError(this.#passesThroughFile(path) ? 'ENOTDIR' : 'ENOENT', path);
  }

  #passesThroughFile(path: string): boolean {
    const names = namesOf(path);
    return names.some((_, i) => i > 0 && this.#find(`/${names.slice(0, i).join('/')}`)?.type === 'file');
  }

  /** The directory at a path, made this tree's own, with all above it. */
  #owned(path: string): DirectoryNode {
    this.#root = copyFor(this, this.#root);
    let node = this.#root;
    for (const name of namesOf(path)) {
      const child = node.children.get(name);
      if (child === undefined) throw new FileError('ENOENT', path);
      if (child.type === 'file') throw new FileError('ENOTDIR', path);
      const own = copyFor(this, child);
      if (own !== child) node.children.set(name, own);
      node = own;
    }
    return node;
  }

  #putFile(
    path: string,
    content: string,
    charged: number,
    { mode, uid, gid }: Owner & { readonly mode: number },
  ): void {
    const { parent, name } = split(path);
    const before = this.#find(path);
    if (before?.type === 'directory' || name === '') throw new FileError('EISDIR', path);
    const container = this.#owned(parent);
    const isNew = before === undefined;
    const used = this.#usedChars - (before?.charged ?? 0) + charged;
    const isOverCapacity = used > (this.#options.maxChars ?? defaultMaxChars);
    if (isOverCapacity || (isNew && this.#isFull())) throw new FileError('ENOSPC', path);
    this.#usedChars = used;
    if (isNew) {
      this.#files += 1;
      container.modifiedAtMs = this.#now();
    }
    const modifiedAtMs = this.#now();
    container.children.set(name, { type: 'file', content, mode, modifiedAtMs, charged, uid, gid });
  }

  #makeDirectory(path: string, by: Owner): void {
    if (namesOf(path).length > maxDepth) throw new FileError('EINVAL', path);
    if (this.#isFull()) throw new FileError('ENOSPC', path);
    const { parent, name } = split(path);
    this.#owned(parent).children.set(name, { ...directory(this, this.#now()), uid: by.uid, gid: by.gid });
    this.#files += 1;
  }

  #isFull(): boolean {
    return this.#files >= (this.#options.maxFiles ?? defaultMaxFiles);
  }

  #release(node: Node): void {
    this.#files -= 1;
    if (node.type === 'file') this.#usedChars -= node.charged;
    else for (const child of node.children.values()) this.#release(child);
  }
}

function imageRoot(image: ImageFiles): DirectoryNode {
  const known = imageRoots.get(image);
  if (known !== undefined) return known;
  const root = directory(undefined, 0);
  for (const [path, file] of image) {
    if (path.endsWith('/')) {
      imageDirectory(root, path);
      continue;
    }
    const { parent, name } = split(path);
    const { content, mode = 0o644 } = typeof file === 'string' ? { content: file } : file;
    imageDirectory(root, parent).children.set(name, {
      type: 'file',
      content,
      mode,
      modifiedAtMs: 0,
      charged: 0,
      ...byRoot,
    });
  }
  imageRoots.set(image, root);
  return root;
}

function imageDirectory(root: DirectoryNode, path: string): DirectoryNode {
  let node = root;
  for (const name of namesOf(path)) {
    const next = node.children.get(name) ?? directory(undefined, 0);
    if (next.type === 'file') throw new FileError('ENOTDIR', path);
    node.children.set(name, next);
    node = next;
  }
  return node;
}

function directory(owner: object | undefined, modifiedAtMs: number): DirectoryNode {
  return { type: 'directory', owner, children: new Map(), mode: 0o755, modifiedAtMs, ...byRoot };
}

function copyFor(owner: object, node: DirectoryNode): DirectoryNode {
  return node.owner === owner ? node : { ...node, owner, children: new Map(node.children) };
}

function statOf(node: Node): FileStat {
  const { mode, modifiedAtMs, uid, gid } = node;
  const size = node.type === 'directory' ? 4096 : node.content.length;
  return { type: node.type, size, mode, modifiedAtMs, uid, gid };
}

/** Thousands of containers have the same few paths. */
const namesOf = memoized(2_000, (path: string): readonly string[] =>
  path.split('/').filter((name) => name !== ''),
);

const split = memoized(2_000, (path: string): { readonly parent: string; readonly name: string } => {
  const names = namesOf(path);
  return { parent: `/${names.slice(0, -1).join('/')}`, name: names.at(-1) ?? '' };
});
