// PersistentVolumeClaim: a wish for a disk, and which one it got.
import type { FieldError } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { dns1123Subdomain } from '../machinery/names.ts';
import { validateClaimUpdate } from './claim-update.ts';
import { validateClaimSpec } from './claim-validation.ts';
import { accessModesText, ageColumn, nameColumn, quantityText, storageClassOf, UNSET } from './columns.ts';
import type { Kind } from './kind.ts';
import type { Condition, KubeObject } from './meta.ts';
import { validateMetadata } from './metadata-validation.ts';
import type { PersistentVolumeClaimSpec } from './pod-spec.ts';
import { claimSpecWarnings, classWarnings } from './storage-warnings.ts';

export interface PersistentVolumeClaim extends KubeObject {
  spec: PersistentVolumeClaimSpec;
  status?: {
    phase?: 'Pending' | 'Bound' | 'Lost';
    accessModes?: string[];
    capacity?: Record<string, string>;
    conditions?: Condition[];
  };
}

export const PersistentVolumeClaimKind: Kind<PersistentVolumeClaim> = {
  group: '',
  version: 'v1',
  kind: 'PersistentVolumeClaim',
  plural: 'persistentvolumeclaims',
  singular: 'persistentvolumeclaim',
  shortNames: ['pvc'],
  namespaced: true,
  schema: 'io.k8s.api.core.v1.PersistentVolumeClaim',
  hasStatus: true,
  prepareForCreate(draft) {
    draft.status = { phase: 'Pending' };
  },
  defaults({ spec }) {
    spec.volumeMode ??= 'Filesystem';
  },
  validate({ metadata, spec }) {
    const errors: FieldError[] = validateMetadata(metadata, dns1123Subdomain);
    validateClaimSpec(spec, FieldPath.of('spec'), errors);
    return errors;
  },
  validateUpdate: validateClaimUpdate,
  warnings: ({ metadata, spec }) => [...classWarnings(metadata), ...claimSpecWarnings(spec, 'spec')],
  columns: [
    nameColumn,
    {
      name: 'STATUS',
      cell: ({ metadata, status }) => (metadata.deletionTimestamp ? 'Terminating' : (status?.phase ?? '')),
    },
    { name: 'VOLUME', cell: ({ spec }) => spec.volumeName ?? '' },
    { name: 'CAPACITY', cell: capacityCell },
    {
      name: 'ACCESS MODES',
      cell: ({ spec, status }) => (spec.volumeName ? accessModesText(status?.accessModes) : ''),
    },
    { name: 'STORAGECLASS', cell: storageClassOf },
    { name: 'VOLUMEATTRIBUTESCLASS', cell: ({ spec }) => spec.volumeAttributesClassName ?? UNSET },
    ageColumn,
    { name: 'VOLUMEMODE', wide: true, cell: ({ spec }) => spec.volumeMode ?? UNSET },
  ],
};

/** The capacity of the volume that was bound. */
function capacityCell({ spec, status }: PersistentVolumeClaim): string {
  return spec.volumeName ? quantityText(status?.capacity?.storage ?? '0') : '';
}
