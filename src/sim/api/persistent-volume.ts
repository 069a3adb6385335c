// PersistentVolume: a disk.

import { accessModesText, ageColumn, nameColumn, quantityText, storageClassOf, UNSET } from './columns.ts';
import type { Kind } from './kind.ts';
import type { KubeObject, ObjectReference } from './meta.ts';
import { validatePersistentVolume, validatePersistentVolumeUpdate } from './persistent-volume-validation.ts';
import { defaultSource } from './pod-defaults.ts';
import { classWarnings, volumeSpecWarnings } from './storage-warnings.ts';

export interface PersistentVolume extends KubeObject {
  spec: {
    capacity?: Record<string, string>;
    accessModes?: string[];
    persistentVolumeReclaimPolicy?: 'Retain' | 'Delete' | 'Recycle';
    storageClassName?: string;
    volumeAttributesClassName?: string;
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
  prepareForCreate(draft) {
    const { creationTimestamp } = draft.metadata;
    draft.status = {
      phase: 'Pending',
      ...(creationTimestamp ? { lastPhaseTransitionTime: creationTimestamp } : {}),
    };
  },
  defaults({ spec }) {
    spec.persistentVolumeReclaimPolicy ??= 'Retain';
    spec.volumeMode ??= 'Filesystem';
    defaultSource(spec);
  },
  validate: validatePersistentVolume,
  validateUpdate: validatePersistentVolumeUpdate,
  warnings: ({ metadata, spec }) => [...classWarnings(metadata), ...volumeSpecWarnings(metadata, spec)],
  columns: [
    nameColumn,
    { name: 'CAPACITY', cell: ({ spec }) => quantityText(spec.capacity?.storage) },
    { name: 'ACCESS MODES', cell: ({ spec }) => accessModesText(spec.accessModes) },
    { name: 'RECLAIM POLICY', cell: ({ spec }) => spec.persistentVolumeReclaimPolicy ?? '' },
    {
      name: 'STATUS',
      cell: ({ metadata, status }) => (metadata.deletionTimestamp ? 'Terminating' : (status?.phase ?? '')),
    },
    {
      name: 'CLAIM',
      cell: ({ spec: { claimRef } }) =>
        claimRef ? `${claimRef.namespace ?? ''}/${claimRef.name ?? ''}` : '',
    },
    { name: 'STORAGECLASS', cell: storageClassOf },
    { name: 'VOLUMEATTRIBUTESCLASS', cell: ({ spec }) => spec.volumeAttributesClassName ?? UNSET },
    { name: 'REASON', cell: ({ status }) => status?.reason ?? '' },
    ageColumn,
    { name: 'VOLUMEMODE', wide: true, cell: ({ spec }) => spec.volumeMode ?? UNSET },
  ],
};
