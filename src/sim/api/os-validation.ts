// Validation of what a pod may not have on the operating system it names.
// Source: API reference of PodSpec, field os; wording of the 1.36 API server.
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, notSupported, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import type { PodSpec } from './pod-spec.ts';

/** In the API server's order: the field a field is in ('' for the spec), and its name. */
const OF_PODS: readonly [string, string][] = [
  ['securityContext', 'appArmorProfile'],
  ['securityContext', 'seLinuxOptions'],
  ['', 'hostUsers'],
  ['', 'hostPID'],
  ['', 'hostIPC'],
  ['securityContext', 'seccompProfile'],
  ['securityContext', 'fsGroup'],
  ['securityContext', 'fsGroupChangePolicy'],
  ['securityContext', 'sysctls'],
  ['', 'shareProcessNamespace'],
  ['securityContext', 'runAsUser'],
  ['securityContext', 'runAsGroup'],
  ['securityContext', 'supplementalGroups'],
  ['securityContext', 'supplementalGroupsPolicy'],
  ['securityContext', 'seLinuxChangePolicy'],
];

const OF_CONTAINERS = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
];

export function validateOs(spec: PodSpec, path: FieldPath, errors: FieldError[]): void {
  if (spec.os === undefined) return;
  const { name = '' } = spec.os;
  const at = path.child('os');
  if (name === '') errors.push(required(at.child('name')));
  else if (name === 'linux') refuse(spec, [['securityContext', 'windowsOptions']], ['windowsOptions']);
  else if (name === 'windows') refuse(spec, OF_PODS, OF_CONTAINERS);
  else errors.push(notSupported(at, name, ['linux', 'windows']));

  function refuse(pod: PodSpec, ofPods: typeof OF_PODS, ofContainers: readonly string[]): void {
    const detail =
      name === 'linux' ? 'windows options cannot be set for a linux pod' : 'cannot be set for a windows pod';
    for (const [parent, field] of ofPods) {
      const owner = (parent === '' ? pod : pod.securityContext) as Record<string, unknown> | undefined;
      if (owner?.[field] === undefined) continue;
      errors.push(forbidden(parent === '' ? path.child(field) : path.child(parent, field), detail));
    }
    for (const field of ['initContainers', 'containers'] as const) {
      for (const [i, { securityContext = {} }] of (pod[field] ?? []).entries()) {
        for (const key of ofContainers) {
          if ((securityContext as Record<string, unknown>)[key] === undefined) continue;
          errors.push(forbidden(path.child(field).index(i).child('securityContext', key), detail));
        }
      }
    }
  }
}
