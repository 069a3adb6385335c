// The file system of a disk: a node can make, and mount, those only that it has the programs for.
// Source: how storage drivers format a new disk (mount-utils of Kubernetes).
//
// Departs: where the device is and where it would be mounted is left out of the message. Disks of the same sort with file systems that
// a node knows are all alike.

/** Storage that is a bare disk to its node. A share, or a driver of somebody's own, has no say in it or another one. */
const diskSorts = [
  'awsElasticBlockStore',
  'azureDisk',
  'cinder',
  'fc',
  'gcePersistentDisk',
  'iscsi',
  'portworxVolume',
  'vsphereVolume',
];

const known = ['', 'btrfs', 'ext2', 'ext3', 'ext4', 'xfs'];

/** Why the disk that a volume names cannot be mounted with the file system that it asks for; undefined: it can, or is no disk. */
export function formatProblem(volume: object): string | undefined {
  for (const sort of diskSorts) {
    const { fsType } = ((volume as Record<string, unknown>)[sort] ?? {}) as { readonly fsType?: string };
    if (fsType === undefined || known.includes(fsType)) continue;
    const program = JSON.stringify(`mkfs.${fsType}`);
    return `rpc error: code = Internal desc = format of disk failed: type:(${JSON.stringify(fsType)}) errcode:(exec: ${program}: executable file not found in $PATH) output:()`;
  }
  return undefined;
}
