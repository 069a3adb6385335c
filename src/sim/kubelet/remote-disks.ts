// Storage that lives outside of the nodes: every pod that names the same disk or share finds the same data there.
//
// Departs: no driver is needed for it, and it is there as soon as somebody names it. Where a real disk can be attached to
// one node only, this one is reached from all.
import { goJson } from '../machinery/go-text.ts';

/** What tells one disk or share of a sort from another: fields of the source in a pod or a PersistentVolume. */
const identities = Object.entries({
  awsElasticBlockStore: ['volumeID'],
  azureDisk: ['diskURI'],
  azureFile: ['shareName'],
  cinder: ['volumeID'],
  csi: ['driver', 'volumeHandle'],
  fc: ['targetWWNs', 'lun', 'wwids'],
  flexVolume: ['driver', 'options'],
  gcePersistentDisk: ['pdName', 'partition'],
  iscsi: ['targetPortal', 'iqn', 'lun'],
  nfs: ['server', 'path'],
  portworxVolume: ['volumeID'],
  vsphereVolume: ['volumePath'],
});

/** The disk or share that a volume names, by a text of its own; undefined where it names none. */
export function remoteDisk(volume: object): string | undefined {
  for (const [sort, fields] of identities) {
    const source = (volume as Record<string, unknown>)[sort] as Record<string, unknown> | undefined;
    if (source) return `${sort}:${goJson(fields.map((field) => source[field] ?? null))}`;
  }
  return undefined;
}

/** The disk of a Google cloud that has this name, as `remoteDisk` has it. */
export function gceDiskId(pdName: string): string {
  return remoteDisk({ gcePersistentDisk: { pdName } }) ?? pdName;
}

/** Drivers that Kubernetes no longer has. */
const removedDrivers = [
  'cephfs',
  'flocker',
  'glusterfs',
  'photonPersistentDisk',
  'quobyte',
  'rbd',
  'scaleIO',
  'storageos',
] as const;

/** True of a volume that the API still takes and no kubelet mounts any more. */
export function isWithoutDriver(volume: object): boolean {
  return removedDrivers.some((driver) => (volume as Record<string, unknown>)[driver] !== undefined);
}
