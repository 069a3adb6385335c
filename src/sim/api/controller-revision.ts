// ControllerRevision: one version of a StatefulSet's or DaemonSet's template, kept for rolling back.
import { isEqual } from '../machinery/equality.ts';
import type { FieldError } from '../machinery/field-error.ts';
import { immutable, required } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { dns1123Subdomain } from '../machinery/names.ts';
import { ageColumn, NONE, nameColumn } from './columns.ts';
import type { Kind } from './kind.ts';
import type { KubeObject } from './meta.ts';
import { controllerOf } from './meta.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';
import { checkNonNegative } from './scalar-validation.ts';

export interface ControllerRevision extends KubeObject {
  data?: unknown;
  revision: number;
}

export const ControllerRevisionKind: Kind<ControllerRevision> = {
  group: 'apps',
  version: 'v1',
  kind: 'ControllerRevision',
  plural: 'controllerrevisions',
  singular: 'controllerrevision',
  shortNames: [],
  namespaced: true,
  schema: 'io.k8s.api.apps.v1.ControllerRevision',
  hasStatus: false,
  validate: validateControllerRevision,
  validateUpdate: (next, old) => [
    ...validateMetadataUpdate(next.metadata, old.metadata),
    ...(isEqual(next.data, old.data) ? [] : [immutable(FieldPath.of('data'), next.data)]),
  ],
  checksChangeFirst: true,
  columns: [
    nameColumn,
    { name: 'CONTROLLER', cell: controllerCell },
    { name: 'REVISION', cell: ({ revision }) => String(revision) },
    ageColumn,
  ],
};

/** `statefulset.apps/web`. */
function controllerCell(object: ControllerRevision): string {
  const owner = controllerOf(object);
  if (owner === undefined) return NONE;
  const [group] = owner.apiVersion.includes('/') ? owner.apiVersion.split('/') : [''];
  const kind = owner.kind.toLowerCase();
  return `${group ? `${kind}.${group}` : kind}/${owner.name}`;
}

function validateControllerRevision({ metadata, data, revision }: ControllerRevision): FieldError[] {
  const errors = validateMetadata(metadata, dns1123Subdomain);
  if (data === undefined || data === null) errors.push(required(FieldPath.of('data'), 'data is mandatory'));
  checkNonNegative(revision, FieldPath.of('revision'), errors);
  return errors;
}
