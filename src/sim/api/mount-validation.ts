// Validation of where a container finds its volumes: as directories, or as raw devices.
// Source: API reference of VolumeMount and VolumeDevice; wording from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, invalid, notFound, notSupported, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { checkDescending, isDescending } from './path-validation.ts';
import type { Container, Volume, VolumeMount } from './pod-spec.ts';

type Volumes = ReadonlyMap<string, Volume>;

/** The API server leaves out the index in the paths of what says how to mount. */
export function validateMounts(
  container: Container,
  volumes: Volumes,
  path: FieldPath,
  errors: FieldError[],
): void {
  const places = new Set<string>();
  for (const [i, mount] of (container.volumeMounts ?? []).entries()) {
    const at = path.index(i);
    const { name, mountPath, subPath, subPathExpr } = mount;
    if (!name) errors.push(required(at.child('name')));
    if (!volumes.has(name)) errors.push(notFound(at.child('name'), name));
    if (!mountPath) errors.push(required(at.child('mountPath')));
    if (places.has(mountPath)) errors.push(invalid(at.child('mountPath'), mountPath, 'must be unique'));
    places.add(mountPath);
    checkAgainstDevices(mount, container, at, errors);
    if (subPath) checkDescending(subPath, path.child('subPath'), errors);
    if (subPathExpr) {
      if (subPath) {
        const detail = 'subPathExpr and subPath are mutually exclusive';
        errors.push(invalid(at.child('subPathExpr'), subPathExpr, detail));
      }
      checkDescending(subPathExpr, path.child('subPathExpr'), errors);
    }
    validatePropagation(mount, container, path.child('mountPropagation'), errors);
    validateRecursiveReadOnly(mount, path.child('recursiveReadOnly'), errors);
  }
}

function checkAgainstDevices(
  { name, mountPath }: VolumeMount,
  { volumeDevices = [] }: Container,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (volumeDevices.some((device) => (device.name ?? '') === name)) {
    errors.push(invalid(path.child('name'), name, 'must not already exist in volumeDevices'));
  }
  if (volumeDevices.some(({ devicePath = '' }) => devicePath === mountPath)) {
    const detail = 'must not already exist as a path in volumeDevices';
    errors.push(invalid(path.child('mountPath'), mountPath, detail));
  }
}

const PROPAGATIONS = ['Bidirectional', 'HostToContainer', 'None'];

function validatePropagation(
  { mountPropagation: mode }: VolumeMount,
  { securityContext }: Container,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (mode === undefined) return;
  if (!PROPAGATIONS.includes(mode)) errors.push(notSupported(path, mode, PROPAGATIONS));
  if (mode === 'Bidirectional' && securityContext?.privileged !== true) {
    const detail = 'Bidirectional mount propagation is available only to privileged containers';
    errors.push(forbidden(path, detail));
  }
}

const RECURSIVE = ['Disabled', 'Enabled', 'IfPossible'];

function validateRecursiveReadOnly(
  { recursiveReadOnly: mode, readOnly, mountPropagation = 'None' }: VolumeMount,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (mode === undefined || mode === 'Disabled') return;
  if (!RECURSIVE.includes(mode)) {
    errors.push(notSupported(path, mode, RECURSIVE));
    return;
  }
  if (!readOnly) errors.push(forbidden(path, 'may only be specified when readOnly is true'));
  if (mountPropagation !== 'None') {
    const detail = 'may only be specified when mountPropagation is None or not specified';
    errors.push(forbidden(path, detail));
  }
}

export function validateDevices(
  { volumeDevices = [], volumeMounts = [] }: Container,
  volumes: Volumes,
  path: FieldPath,
  errors: FieldError[],
): void {
  const [names, places] = [new Set<string>(), new Set<string>()];
  for (const [i, { name = '', devicePath = '' }] of volumeDevices.entries()) {
    const [atName, atPath] = [path.index(i).child('name'), path.index(i).child('devicePath')];
    const volume = volumes.get(name);
    if (name === '') errors.push(required(atName));
    if (names.has(name)) errors.push(invalid(atName, name, 'must be unique'));
    if (volume && !volume.persistentVolumeClaim && !('ephemeral' in volume)) {
      const detail = 'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode';
      errors.push(invalid(atName, name, detail));
    }
    if (volume === undefined) errors.push(notFound(atName, name));
    if (devicePath === '') errors.push(required(atPath));
    if (places.has(devicePath)) errors.push(invalid(atPath, devicePath, 'must be unique'));
    if (!isDescending(devicePath)) {
      errors.push(invalid(atPath, devicePath, "can not contain backsteps ('..')"));
    } else places.add(devicePath);
    if (volumeMounts.some((mount) => mount.name === name)) {
      errors.push(invalid(atName, name, 'must not already exist in volumeMounts'));
    }
    if (volumeMounts.some(({ mountPath }) => mountPath === devicePath)) {
      errors.push(invalid(atPath, devicePath, 'must not already exist as a path in volumeMounts'));
    }
    if (name !== '') names.add(name);
  }
}
