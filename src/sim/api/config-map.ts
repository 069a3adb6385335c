// ConfigMap: plain configuration data.

import { base64Length } from '../machinery/base64.ts';
import type { FieldError } from '../machinery/field-error.ts';
import { invalid, tooLong } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { compareText, utf8Length } from '../machinery/go-text.ts';
import { configMapKey, dns1123Subdomain } from '../machinery/names.ts';
import { ageColumn, nameColumn } from './columns.ts';
import type { Kind } from './kind.ts';
import type { KubeObject } from './meta.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';
import { checkText } from './scalar-validation.ts';
import { validateKeptData } from './secret-validation.ts';

export interface ConfigMap extends KubeObject {
  data?: Record<string, string>;
  binaryData?: Record<string, string>;
  immutable?: boolean;
}

export const ConfigMapKind: Kind<ConfigMap> = {
  group: '',
  version: 'v1',
  kind: 'ConfigMap',
  plural: 'configmaps',
  singular: 'configmap',
  shortNames: ['cm'],
  namespaced: true,
  schema: 'io.k8s.api.core.v1.ConfigMap',
  hasStatus: false,
  validate: validateConfigMap,
  validateUpdate: (next, old) => [
    ...validateMetadataUpdate(next.metadata, old.metadata),
    ...validateKeptData(next, old, ['data', 'binaryData']),
  ],
  checksChangeFirst: true,
  columns: [
    nameColumn,
    {
      name: 'DATA',
      cell: ({ data = {}, binaryData = {} }) =>
        String(Object.keys(data).length + Object.keys(binaryData).length),
    },
    ageColumn,
  ],
};

const MAX_BYTES = 1024 * 1024;

function validateConfigMap({ metadata, data = {}, binaryData = {} }: ConfigMap): FieldError[] {
  const errors = validateMetadata(metadata, dns1123Subdomain);
  let bytes = 0;
  for (const key of Object.keys(data).sort(compareText)) {
    const path = FieldPath.of('data').key(key);
    checkText(key, configMapKey, path, errors);
    if (Object.hasOwn(binaryData, key)) {
      errors.push(invalid(path, key, 'duplicate of key present in binaryData'));
    }
    bytes += utf8Length(data[key] ?? '');
  }
  for (const key of Object.keys(binaryData).sort(compareText)) {
    checkText(key, configMapKey, FieldPath.of('binaryData').key(key), errors);
    bytes += base64Length(binaryData[key] ?? '');
  }
  if (bytes > MAX_BYTES) errors.push(tooLong('', MAX_BYTES));
  return errors;
}
