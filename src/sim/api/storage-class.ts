// StorageClass: who makes volumes for a claim, and how.

import { isEqual } from '../machinery/equality.ts';
import type { FieldError } from '../machinery/field-error.ts';
import { immutable, invalid, required, tooLong } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { utf8Length } from '../machinery/go-text.ts';
import { dns1123Subdomain, qualifiedName } from '../machinery/names.ts';
import { ageColumn } from './columns.ts';
import type { Kind } from './kind.ts';
import type { KubeObject, ObjectMeta } from './meta.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';
import { checkOneOf } from './scalar-validation.ts';

export interface StorageClass extends KubeObject {
  provisioner: string;
  parameters?: Record<string, string>;
  reclaimPolicy?: 'Retain' | 'Delete';
  mountOptions?: string[];
  allowVolumeExpansion?: boolean;
  volumeBindingMode?: 'Immediate' | 'WaitForFirstConsumer';
}

const PARAMETERS_MAX_BYTES = 256 * 1024;
const FIXED_FIELDS = ['parameters', 'provisioner', 'reclaimPolicy', 'volumeBindingMode'] as const;

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
  validateUpdate: (next, old) => [
    ...validateMetadataUpdate(next.metadata, old.metadata),
    ...FIXED_FIELDS.filter((field) => !isEqual(next[field], old[field])).map((field) =>
      immutable(FieldPath.of(field), next[field]),
    ),
  ],
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

function validateStorageClass(object: StorageClass): FieldError[] {
  const errors = validateMetadata(object.metadata, dns1123Subdomain);
  const { provisioner, reclaimPolicy, volumeBindingMode } = object;
  if (!provisioner) errors.push(required(FieldPath.of('provisioner'), ''));
  else {
    const problems = qualifiedName(provisioner.toLowerCase());
    for (const message of problems) errors.push(invalid(FieldPath.of('provisioner'), provisioner, message));
  }
  let bytes = 0;
  for (const [key, value] of Object.entries(object.parameters ?? {})) {
    if (key === '') errors.push(required(FieldPath.of('parameters'), 'field can not be empty.'));
    bytes += utf8Length(key) + utf8Length(value);
  }
  if (bytes > PARAMETERS_MAX_BYTES) errors.push(tooLong(FieldPath.of('parameters'), PARAMETERS_MAX_BYTES));
  checkOneOf(reclaimPolicy, ['Delete', 'Retain'], FieldPath.of('reclaimPolicy'), errors);
  const modes = ['Immediate', 'WaitForFirstConsumer'];
  checkOneOf(volumeBindingMode, modes, FieldPath.of('volumeBindingMode'), errors);
  return errors;
}
