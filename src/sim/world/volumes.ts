// Where data lives: emptyDir volumes with their pod, disks until they are deleted, the files of each node.
import type { FileTree } from './file-tree.ts';
import { createFileTree } from './file-tree.ts';
import type { FileMount } from './memory-file-system.ts';
import { resolvePath } from './memory-file-system.ts';
import type { Mount } from './world.ts';

interface Disk {
  readonly tree: FileTree;
  maxChars: number | undefined;
}

const volumeMaxChars = 64 * 1024 * 1024;

/**
 * Departs: a disk of more than 64 Mi holds no more than 64 Mi of text here; sizes count characters, not bytes;
 * an emptyDir's sizeLimit does not evict.
 */
export class Volumes {
  readonly #now: () => number;
  readonly #disks = new Map<string, Disk>();
  readonly #nodes = new Map<string, FileTree>();
  readonly #emptyDirs = new Map<string, Map<string, FileTree>>();

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

  /** The files of a node, for hostPath volumes. */
  nodeFiles(nodeName: string): FileTree {
    let tree = this.#nodes.get(nodeName);
    if (tree === undefined) {
      tree = createFileTree({ now: this.#now });
      this.#nodes.set(nodeName, tree);
    }
    return tree;
  }

  dropPod(podUid: string): void {
    this.#emptyDirs.delete(podUid);
  }

  mount(podUid: string, nodeName: string, mount: Mount): FileMount {
    const { path, source, subPath = '' } = mount;
    const part = resolvePath('/', subPath);
    if (source.type === 'host-path') {
      const tree = this.nodeFiles(nodeName);
      return {
        path,
        tree,
        subPath: resolvePath('/', `${source.path}/${part}`),
        isReadOnly: mount.isReadOnly,
      };
    }
    if (source.type === 'files') {
      const image = new Map(
        source.files.map(([name, content]) => [resolvePath('/', name), content] as const),
      );
      return { path, tree: createFileTree({ image }), subPath: part, isReadOnly: true };
    }
    const tree =
      source.type === 'disk' ? this.#existingDisk(source.id) : this.#existingEmptyDir(podUid, source.name);
    return { path, tree, subPath: part, isReadOnly: mount.isReadOnly };
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

  #existingEmptyDir(podUid: string, name: string): FileTree {
    const dirs = this.#emptyDirs.get(podUid) ?? new Map<string, FileTree>();
    this.#emptyDirs.set(podUid, dirs);
    const tree = dirs.get(name) ?? createFileTree({ maxChars: volumeMaxChars, now: this.#now });
    dirs.set(name, tree);
    return tree;
  }
}
