// StorageClass: who makes volumes for a claim, and how.

import { ageColumn } from './columns.ts';
import type { Kind } from './kind.ts';
import type { KubeObject, ObjectMeta } from './meta.ts';
import type { TopologyTerm } from './storage-class-validation.ts';
import {
  storageClassWarnings,
  validateStorageClass,
  validateStorageClassUpdate,
} from './storage-class-validation.ts';

export interface StorageClass extends KubeObject {
  provisioner: string;
  parameters?: Record<string, string>;
  reclaimPolicy?: 'Retain' | 'Delete';
  mountOptions?: string[];
  allowVolumeExpansion?: boolean;
  volumeBindingMode?: 'Immediate' | 'WaitForFirstConsumer';
  allowedTopologies?: TopologyTerm[];
}

export const StorageClassKind: Kind<StorageClass> = {
  group: 'storage.k8s.io',
  version: 'v1',
  kind: 'StorageClass',
  plural: 'storageclasses',
  singular: 'storageclass',
  shortNames: ['sc'],
  namespaced: false,
  schema: 'io.k8s.api.storage.v1.StorageClass',
  hasStatus: false,
  defaults(draft) {
    draft.reclaimPolicy ??= 'Delete';
    draft.volumeBindingMode ??= 'Immediate';
  },
  validate: validateStorageClass,
  validateUpdate: validateStorageClassUpdate,
  warnings: storageClassWarnings,
  columns: [
    {
      name: 'NAME',
      cell: ({ metadata }) => (isDefaultClass(metadata) ? `${metadata.name} (default)` : metadata.name),
    },
    { name: 'PROVISIONER', cell: ({ provisioner }) => provisioner },
    { name: 'RECLAIMPOLICY', cell: ({ reclaimPolicy = 'Delete' }) => reclaimPolicy },
    { name: 'VOLUMEBINDINGMODE', cell: ({ volumeBindingMode = 'Immediate' }) => volumeBindingMode },
    {
      name: 'ALLOWVOLUMEEXPANSION',
      cell: ({ allowVolumeExpansion = false }) => String(allowVolumeExpansion),
    },
    ageColumn,
  ],
};

/** Whether claims that name no class get this one. */
function isDefaultClass({ annotations = {} }: ObjectMeta): boolean {
  return (
    annotations['storageclass.kubernetes.io/is-default-class'] === 'true' ||
    annotations['storageclass.beta.kubernetes.io/is-default-class'] === 'true'
  );
}
