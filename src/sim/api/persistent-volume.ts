// PersistentVolume: a disk.
import type { Kind } from './kind.ts';
import type { KubeObject, ObjectReference } from './meta.ts';

export interface PersistentVolume extends KubeObject {
  spec: {
    capacity?: Record<string, string>;
    accessModes?: string[];
    persistentVolumeReclaimPolicy?: 'Retain' | 'Delete' | 'Recycle';
    storageClassName?: string;
    volumeMode?: string;
    claimRef?: ObjectReference;
    hostPath?: { path: string; type?: string };
    nfs?: { server: string; path: string; readOnly?: boolean };
    local?: { path: string };
    csi?: { driver: string; volumeHandle: string };
    nodeAffinity?: unknown;
    mountOptions?: string[];
  };
  status?: {
    phase?: 'Pending' | 'Available' | 'Bound' | 'Released' | 'Failed';
    lastPhaseTransitionTime?: string;
    message?: string;
    reason?: string;
  };
}

export const PersistentVolumeKind: Kind<PersistentVolume> = {
  group: '',
  version: 'v1',
  kind: 'PersistentVolume',
  plural: 'persistentvolumes',
  singular: 'persistentvolume',
  shortNames: ['pv'],
  namespaced: false,
  schema: 'io.k8s.api.core.v1.PersistentVolume',
  hasStatus: true,
  columns: [],
};
