// Validation of a container's environment and of what it takes from elsewhere.
// Source: API reference of EnvVar; wording from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { invalid, notFound, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { configMapKey, dns1123Label, dns1123Subdomain, relaxedEnvVarName } from '../machinery/names.ts';
import { ENV_FIELDS, validateFieldRef, validateResourceFieldRef } from './downward-validation.ts';
import { checkNoBacksteps } from './path-validation.ts';
import type { Container, EnvVar, PodSpec } from './pod-spec.ts';
import { checkText } from './scalar-validation.ts';

type EnvFrom = NonNullable<Container['envFrom']>[number];
type FileKeyRef = NonNullable<NonNullable<EnvVar['valueFrom']>['fileKeyRef']>;

export function validateEnv(env: readonly EnvVar[], path: FieldPath, errors: FieldError[]): void {
  for (const [i, variable] of env.entries()) {
    const at = path.index(i);
    if (!variable.name) errors.push(required(at.child('name')));
    else checkText(variable.name, relaxedEnvVarName, at.child('name'), errors);
    if (variable.valueFrom) validateValueFrom(variable, at.child('valueFrom'), errors);
  }
}

function validateValueFrom({ value, valueFrom = {} }: EnvVar, path: FieldPath, errors: FieldError[]): void {
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef } = valueFrom;
  if (fieldRef) validateFieldRef(fieldRef, ENV_FIELDS, path.child('fieldRef'), errors);
  if (resourceFieldRef) {
    validateResourceFieldRef(resourceFieldRef, false, path.child('resourceFieldRef'), errors);
  }
  if (configMapKeyRef) validateKeyRef(configMapKeyRef, path.child('configMapKeyRef'), errors);
  if (secretKeyRef) validateKeyRef(secretKeyRef, path.child('secretKeyRef'), errors);
  if (fileKeyRef) validateFileKeyRef(fileKeyRef, path.child('fileKeyRef'), errors);
  const count = Object.values(valueFrom).filter((source) => source !== undefined).length;
  if (count === 0) {
    const detail =
      'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`';
    errors.push(invalid(path, '', detail));
  } else if (value) {
    errors.push(invalid(path, '', 'may not be specified when `value` is not empty'));
  } else if (count > 1) {
    errors.push(invalid(path, '', 'may not have more than one field specified at a time'));
  }
}

/** The API server leaves out the index where the number of sources is wrong. */
export function validateEnvFrom(sources: readonly EnvFrom[], path: FieldPath, errors: FieldError[]): void {
  for (const [i, { prefix, configMapRef, secretRef }] of sources.entries()) {
    const at = path.index(i);
    if (prefix) checkText(prefix, relaxedEnvVarName, at.child('prefix'), errors);
    if (configMapRef) checkName(configMapRef.name, at.child('configMapRef', 'name'), errors);
    if (secretRef) checkName(secretRef.name, at.child('secretRef', 'name'), errors);
    if (!configMapRef && !secretRef) {
      errors.push(invalid(path, '', 'must specify one of: `configMapRef` or `secretRef`'));
    } else if (configMapRef && secretRef) {
      errors.push(invalid(path, '', 'may not have more than one field specified at a time'));
    }
  }
}

function checkName(name: string | undefined, path: FieldPath, errors: FieldError[]): void {
  if (!name) errors.push(required(path));
  else checkText(name, dns1123Subdomain, path, errors);
}

function validateKeyRef(
  { name, key }: { name?: string; key?: string },
  path: FieldPath,
  errors: FieldError[],
): void {
  checkText(name ?? '', dns1123Subdomain, path.child('name'), errors);
  if (!key) errors.push(required(path.child('key')));
  else checkText(key, configMapKey, path.child('key'), errors);
}

function validateFileKeyRef(ref: FileKeyRef, path: FieldPath, errors: FieldError[]): void {
  const { key, volumeName, path: file } = ref;
  if (!key) errors.push(required(path.child('key')));
  else checkText(key, relaxedEnvVarName, path.child('key'), errors);
  if (!volumeName) errors.push(required(path.child('volumeName')));
  else checkText(volumeName, dns1123Label, path.child('volumeName'), errors);
  if (!file) errors.push(required(path.child('path')));
  else checkNoBacksteps(file, path.child('path'), errors);
}

/** The volumes that variables are read from must be there, and the pod's own. */
export function checkFileKeyVolumes(spec: PodSpec, path: FieldPath, errors: FieldError[]): void {
  const volumes = new Map(spec.volumes?.map((volume) => [volume.name, volume]));
  for (const field of ['initContainers', 'containers'] as const) {
    for (const [i, { env = [] }] of (spec[field] ?? []).entries()) {
      for (const [j, { valueFrom }] of env.entries()) {
        if (!valueFrom?.fileKeyRef) continue;
        const { volumeName = '' } = valueFrom.fileKeyRef;
        const variable = path.child(field).index(i).child('env').index(j);
        const at = variable.child('valueFrom', 'fileKeyRef', 'volumeName');
        const volume = volumes.get(volumeName);
        if (volume === undefined) errors.push(notFound(at, volumeName));
        else if (volume.emptyDir === undefined) {
          errors.push(invalid(at, volumeName, 'referenced volume must be of type emptyDir'));
        }
      }
    }
  }
}
