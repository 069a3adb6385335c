// Where the data of a volume lives, in kubectl describe's words: the same for a volume of a pod and for a PersistentVolume.

export type Row = readonly [title: string, value: string];

interface SourceWords {
  /** What kubectl calls it. */
  readonly type: string;
  /** Title and field, in its order; `otherwise` is printed where the field is not given. */
  readonly rows: readonly (readonly [title: string, field: string, otherwise?: string])[];
}

const READ_ONLY = ['ReadOnly', 'readOnly', 'false'] as const;
const FS_TYPE = ['FSType', 'fsType'] as const;
const PARTITION = ['Partition', 'partition', '0'] as const;

/** By the field of the source, in the order in which kubectl looks for them. */
const sources: Readonly<Record<string, SourceWords>> = {
  hostPath: {
    type: 'HostPath (bare host directory volume)',
    rows: [
      ['Path', 'path'],
      ['HostPathType', 'type', ''],
    ],
  },
  gcePersistentDisk: {
    type: 'GCEPersistentDisk (a Persistent Disk resource in Google Compute Engine)',
    rows: [['PDName', 'pdName'], FS_TYPE, PARTITION, READ_ONLY],
  },
  awsElasticBlockStore: {
    type: 'AWSElasticBlockStore (a Persistent Disk resource in AWS)',
    rows: [['VolumeID', 'volumeID'], FS_TYPE, PARTITION, READ_ONLY],
  },
  nfs: {
    type: 'NFS (an NFS mount that lasts the lifetime of a pod)',
    rows: [['Server', 'server'], ['Path', 'path'], READ_ONLY],
  },
  iscsi: {
    type: "ISCSI (an ISCSI Disk resource that is attached to a kubelet's host machine and then exposed to the pod)",
    rows: [
      ['TargetPortal', 'targetPortal'],
      ['IQN', 'iqn'],
      ['Lun', 'lun', '0'],
      ['ISCSIInterface', 'iscsiInterface'],
      FS_TYPE,
      READ_ONLY,
    ],
  },
  glusterfs: {
    type: "Glusterfs (a Glusterfs mount on the host that shares a pod's lifetime)",
    rows: [['EndpointsName', 'endpoints'], ['Path', 'path'], READ_ONLY],
  },
  vsphereVolume: {
    type: 'vSphereVolume (a Persistent Disk resource in vSphere)',
    rows: [['VolumePath', 'volumePath'], FS_TYPE, ['StoragePolicyName', 'storagePolicyName']],
  },
  cinder: {
    type: 'Cinder (a Persistent Disk resource in OpenStack)',
    rows: [['VolumeID', 'volumeID'], FS_TYPE, READ_ONLY],
  },
  azureDisk: {
    type: 'AzureDisk (an Azure Data Disk mount on the host and bind mount to the pod)',
    rows: [
      ['DiskName', 'diskName'],
      ['DiskURI', 'diskURI'],
      ['Kind', 'kind'],
      FS_TYPE,
      ['CachingMode', 'cachingMode'],
      READ_ONLY,
    ],
  },
  local: {
    type: 'LocalVolume (a persistent volume backed by local storage on a node)',
    rows: [['Path', 'path']],
  },
  csi: {
    type: 'CSI (a Container Storage Interface (CSI) volume source)',
    rows: [['Driver', 'driver'], FS_TYPE, ['VolumeHandle', 'volumeHandle'], READ_ONLY],
  },
};

/** The rows of a volume's source; undefined where kubectl has no words for it. */
export function sourceRows(volume: object): readonly Row[] | undefined {
  for (const [field, { type, rows }] of Object.entries(sources)) {
    const source = (volume as Record<string, unknown>)[field] as Record<string, unknown> | undefined;
    if (!source) continue;
    return [
      ['Type', type],
      ...rows.map(([title, key, otherwise = '']): Row => [title, String(source[key] ?? otherwise)]),
    ];
  }
  return undefined;
}
