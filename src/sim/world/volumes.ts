// Where data lives: emptyDir volumes with their pod, disks until they are deleted, the files of each node.
import type { FileTree } from './file-tree.ts';
import { createFileTree } from './file-tree.ts';
import type { FileMount } from './memory-file-system.ts';
import { parentOf, resolvePath } from './memory-file-system.ts';
import type { Mount, MountedFile } from './world.ts';

interface Disk {
  readonly tree: FileTree;
  maxChars: number | undefined;
}

/** A volume of files that somebody else writes. */
interface FileVolume {
  readonly tree: FileTree;
  files: readonly MountedFile[];
}

/** What every node has from the start. */
const nodeDirectories = [
  '/dev',
  '/etc',
  '/home',
  '/mnt',
  '/opt',
  '/proc',
  '/run',
  '/sys',
  '/tmp',
  '/usr',
  '/var/lib/kubelet',
  '/var/log/containers',
  '/var/log/pods',
];

const volumeMaxChars = 64 * 1024 * 1024;

/**
 * Departs: a disk of more than 64 Mi holds no more than 64 Mi of text here; sizes count characters, not bytes; what is written to an
 * emptyDir in memory is not counted as memory. What a ConfigMap or a Secret brings are plain files, all changed at once: the links
 * (`..data`) by which a kubelet does that are not there.
 */
export class Volumes {
  readonly #now: () => number;
  readonly #disks = new Map<string, Disk>();
  readonly #nodes = new Map<string, FileTree>();
  readonly #emptyDirs = new Map<string, Map<string, FileTree>>();
  readonly #fileVolumes = new Map<string, Map<string, FileVolume>>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Creates a disk of a capacity in bytes, or gives an existing one that capacity; its data stays. */
  provisionDisk(id: string, capacityBytes?: number): void {
    const disk = this.#disks.get(id);
    if (disk !== undefined) disk.maxChars = capacityBytes ?? disk.maxChars;
    else this.#createDisk(id, capacityBytes);
  }

  /** True if there was one. Its data is gone; a container that still has it mounted keeps seeing it. */
  deleteDisk(id: string): boolean {
    return this.#disks.delete(id);
  }

  disk(id: string): FileTree | undefined {
    return this.#disks.get(id)?.tree;
  }

  /** The data of one emptyDir of a pod. */
  emptyDir(podUid: string, name: string): FileTree | undefined {
    return this.#emptyDirs.get(podUid)?.get(name);
  }

  /** Characters in each emptyDir of a pod. */
  emptyDirChars(podUid: string): ReadonlyMap<string, number> {
    const dirs = this.#emptyDirs.get(podUid) ?? new Map<string, FileTree>();
    return new Map([...dirs].map(([name, tree]) => [name, tree.usedChars()]));
  }

  /** The files of a node, for hostPath volumes. */
  nodeFiles(nodeName: string): FileTree {
    let tree = this.#nodes.get(nodeName);
    if (tree === undefined) {
      tree = createFileTree({ now: this.#now });
      for (const directory of nodeDirectories) tree.mkdir(directory, { parents: true });
      this.#nodes.set(nodeName, tree);
    }
    return tree;
  }

  mountedFiles(podUid: string, name: string): readonly MountedFile[] | undefined {
    return this.#fileVolumes.get(podUid)?.get(name)?.files;
  }

  replaceFiles(podUid: string, name: string, files: readonly MountedFile[]): void {
    const volume = this.#fileVolumes.get(podUid)?.get(name);
    if (volume === undefined) return;
    for (const entry of volume.tree.list('/')) volume.tree.remove(`/${entry}`, { recursive: true });
    fill(volume.tree, files);
    volume.files = files;
  }

  dropPod(podUid: string): void {
    this.#emptyDirs.delete(podUid);
    this.#fileVolumes.delete(podUid);
  }

  /** `fsGroup` is the group that a pod's volumes are given to. A folder of the node stays as it is. */
  mount(podUid: string, nodeName: string, mount: Mount, fsGroup?: number): FileMount {
    const { path, source, subPath = '' } = mount;
    const group = fsGroup === undefined ? {} : { gid: fsGroup };
    const part = resolvePath('/', subPath);
    if (source.type === 'host-path') {
      const tree = this.nodeFiles(nodeName);
      if (source.isNewFile === true && tree.stat(source.path) === undefined) fill(tree, [[source.path, '']]);
      return {
        path,
        tree,
        subPath: resolvePath('/', `${source.path}/${part}`),
        isReadOnly: mount.isReadOnly,
      };
    }
    if (source.type === 'files') {
      // A part of it that is mounted by itself stays as it is now.
      const tree = part === '/' ? this.#fileVolume(podUid, source) : this.#filled(source.files);
      return { path, tree, subPath: part, isReadOnly: true, ...group };
    }
    const isOpen = source.type === 'empty-dir';
    const tree = isOpen ? this.#existingEmptyDir(podUid, source) : this.#existingDisk(source.id);
    return { path, tree, subPath: part, isReadOnly: mount.isReadOnly, isOpen, ...group };
  }

  #fileVolume(podUid: string, { name, files }: Mount['source'] & { readonly type: 'files' }): FileTree {
    const volumes = this.#fileVolumes.get(podUid) ?? new Map<string, FileVolume>();
    this.#fileVolumes.set(podUid, volumes);
    const known = volumes.get(name);
    if (known !== undefined) return known.tree;
    const tree = this.#filled(files);
    volumes.set(name, { tree, files });
    return tree;
  }

  #filled(files: readonly MountedFile[]): FileTree {
    const tree = createFileTree({ now: this.#now });
    fill(tree, files);
    return tree;
  }

  #existingDisk(id: string): FileTree {
    return (this.#disks.get(id) ?? this.#createDisk(id)).tree;
  }

  #createDisk(id: string, capacityBytes?: number): Disk {
    const limits = {
      now: this.#now,
      // Read at each write, so that a disk can grow.
      get maxChars() {
        return Math.min(disk.maxChars ?? volumeMaxChars, volumeMaxChars);
      },
    };
    const disk: Disk = { tree: createFileTree(limits), maxChars: capacityBytes };
    this.#disks.set(id, disk);
    return disk;
  }

  #existingEmptyDir(podUid: string, { name, maxBytes }: Mount['source'] & { type: 'empty-dir' }): FileTree {
    const dirs = this.#emptyDirs.get(podUid) ?? new Map<string, FileTree>();
    this.#emptyDirs.set(podUid, dirs);
    const maxChars = Math.min(maxBytes ?? volumeMaxChars, volumeMaxChars);
    const tree = dirs.get(name) ?? createFileTree({ maxChars, now: this.#now });
    dirs.set(name, tree);
    return tree;
  }
}

function fill(tree: FileTree, files: readonly MountedFile[]): void {
  for (const [name, content, mode] of files) {
    const path = resolvePath('/', name);
    tree.mkdir(parentOf(path), { parents: true });
    tree.write(path, content);
    if (mode !== undefined) tree.chmod(path, mode);
  }
}
