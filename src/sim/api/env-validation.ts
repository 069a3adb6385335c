// Validation of a container's environment and of what it takes from elsewhere.
// Source: API reference of EnvVar; wording from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { invalid, notSupported, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { configMapKey, qualifiedName, relaxedEnvVarName } from '../machinery/names.ts';
import type { Container, EnvVar } from './pod-spec.ts';
import { checkText } from './scalar-validation.ts';

type EnvFrom = NonNullable<Container['envFrom']>[number];

const METADATA_FIELDS = ['metadata.name', 'metadata.namespace', 'metadata.uid'];
const ENV_FIELDS = [
  ...METADATA_FIELDS,
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];
const VOLUME_FIELDS = ['metadata.annotations', 'metadata.labels', ...METADATA_FIELDS];
/** Fields that have a name in the downward API, whether or not they may be used in a place. */
const KNOWN_FIELDS = new Set([
  ...ENV_FIELDS,
  ...VOLUME_FIELDS,
  'spec.restartPolicy',
  'spec.schedulerName',
  'status.phase',
]);
const RESOURCE_FIELDS = [
  'limits.cpu',
  'limits.ephemeral-storage',
  'limits.memory',
  'requests.cpu',
  'requests.ephemeral-storage',
  'requests.memory',
];

export function validateEnv(env: readonly EnvVar[], path: FieldPath, errors: FieldError[]): void {
  for (const [i, variable] of env.entries()) {
    const at = path.index(i);
    if (!variable.name) errors.push(required(at.child('name')));
    else checkText(variable.name, relaxedEnvVarName, at.child('name'), errors);
    if (variable.valueFrom) validateValueFrom(variable, at.child('valueFrom'), errors);
  }
}

function validateValueFrom({ value, valueFrom = {} }: EnvVar, path: FieldPath, errors: FieldError[]): void {
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef } = valueFrom;
  if (fieldRef) validateFieldRef(fieldRef, ENV_FIELDS, path.child('fieldRef'), errors);
  if (resourceFieldRef) {
    validateResourceFieldRef(resourceFieldRef, false, path.child('resourceFieldRef'), errors);
  }
  if (configMapKeyRef) validateKeyRef(configMapKeyRef, path.child('configMapKeyRef'), errors);
  if (secretKeyRef) validateKeyRef(secretKeyRef, path.child('secretKeyRef'), errors);
  const count = Object.values(valueFrom).filter((source) => source !== undefined).length;
  if (count === 0) {
    const detail = 'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`';
    errors.push(invalid(path, '', detail));
  } else if (value) {
    errors.push(invalid(path, '', 'may not be specified when `value` is not empty'));
  } else if (count > 1) {
    errors.push(invalid(path, '', 'may not have more than one field specified at a time'));
  }
}

export function validateEnvFrom(sources: readonly EnvFrom[], path: FieldPath, errors: FieldError[]): void {
  for (const [i, { prefix, configMapRef, secretRef }] of sources.entries()) {
    const at = path.index(i);
    if (prefix) checkText(prefix, relaxedEnvVarName, at.child('prefix'), errors);
    if (configMapRef && !configMapRef.name) errors.push(required(at.child('configMapRef', 'name')));
    if (secretRef && !secretRef.name) errors.push(required(at.child('secretRef', 'name')));
    if (!configMapRef && !secretRef) {
      errors.push(invalid(path, '', 'must specify one of: `configMapRef` or `secretRef`'));
    } else if (configMapRef && secretRef) {
      errors.push(invalid(path, '', 'may not have more than one field specified at a time'));
    }
  }
}

export interface DownwardFile {
  path?: string;
  fieldRef?: { apiVersion?: string; fieldPath?: string };
  resourceFieldRef?: { containerName?: string; resource?: string };
  mode?: number;
}

/** The field or resource that a file of a downwardAPI volume shows. */
export function validateDownwardSource(file: DownwardFile, path: FieldPath, errors: FieldError[]): void {
  const { fieldRef, resourceFieldRef } = file;
  if (fieldRef) {
    validateFieldRef(fieldRef, VOLUME_FIELDS, path.child('fieldRef'), errors);
    if (resourceFieldRef) {
      const detail = 'fieldRef and resourceFieldRef can not be specified simultaneously';
      errors.push(invalid(path, 'resource', detail));
    }
  } else if (resourceFieldRef) {
    validateResourceFieldRef(resourceFieldRef, true, path.child('resourceFieldRef'), errors);
  } else {
    errors.push(required(path, 'one of fieldRef and resourceFieldRef is required'));
  }
}

function validateFieldRef(
  { apiVersion, fieldPath }: { apiVersion?: string; fieldPath?: string },
  supported: readonly string[],
  path: FieldPath,
  errors: FieldError[],
): void {
  if (!apiVersion) errors.push(required(path.child('apiVersion')));
  else if (!fieldPath) errors.push(required(path.child('fieldPath')));
  else validateDownwardField(fieldPath, supported, path.child('fieldPath'), errors);
}

function validateDownwardField(
  field: string,
  supported: readonly string[],
  path: FieldPath,
  errors: FieldError[],
): void {
  const [, map, key] = /^(metadata\.(?:annotations|labels))\['(.*)'\]$/.exec(field) ?? [];
  if (map !== undefined && key !== undefined) {
    checkText(map.endsWith('labels') ? key : key.toLowerCase(), qualifiedName, path, errors);
  } else if (!KNOWN_FIELDS.has(field)) {
    const detail = `error converting fieldPath: field label not supported: ${field}`;
    errors.push(invalid(path, field, detail));
  } else if (!supported.includes(field)) {
    errors.push(notSupported(path, field, supported));
  }
}

function validateResourceFieldRef(
  { containerName, resource }: { containerName?: string; resource?: string },
  isInVolume: boolean,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (isInVolume && !containerName) errors.push(required(path.child('containerName')));
  else if (!resource) errors.push(required(path.child('resource')));
  else if (!RESOURCE_FIELDS.includes(resource) && !/^(limits|requests)\.hugepages-/.test(resource)) {
    errors.push(notSupported(path.child('resource'), resource, RESOURCE_FIELDS));
  }
}

function validateKeyRef(
  { name, key }: { name?: string; key?: string },
  path: FieldPath,
  errors: FieldError[],
): void {
  if (!name) errors.push(required(path.child('name')));
  if (!key) errors.push(required(path.child('key')));
  else checkText(key, configMapKey, path.child('key'), errors);
}
