// Validation of a pod's containers, init containers included.
// Source: API reference of Container; wording from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { duplicate, forbidden, invalid, notFound, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { dns1123Label, portName, portNumber } from '../machinery/names.ts';
import { validateEnv, validateEnvFrom } from './env-validation.ts';
import { validateLifecycle, validateProbes } from './handler-validation.ts';
import type { Container, ContainerPort, VolumeMount } from './pod-spec.ts';
import { isSidecar } from './pod-spec.ts';
import { validateResources } from './resources-validation.ts';
import { checkOneOf, checkText, inclusiveRange } from './scalar-validation.ts';
import { checkDescending } from './volume-validation.ts';

const MAX_ID = 2 ** 31 - 1;

/** What is around the containers. */
export interface ContainerSurroundings {
  readonly volumes: ReadonlySet<string>;
  readonly graceSeconds: number | undefined;
}

export function validateContainers(
  containers: readonly Container[],
  around: ContainerSurroundings,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (containers.length === 0) {
    errors.push(required(path));
    return;
  }
  const names = new Set<string>();
  for (const [i, container] of containers.entries()) {
    const at = path.index(i);
    validateContainer(container, around, at, errors);
    if (names.has(container.name)) errors.push(duplicate(at.child('name'), container.name));
    names.add(container.name);
    validateLifecycle(container.lifecycle, around.graceSeconds, at.child('lifecycle'), errors);
    validateProbes(container, at, errors);
  }
  checkHostPorts(containers, path, errors);
}

export function validateInitContainers(
  containers: readonly Container[],
  others: readonly Container[],
  around: ContainerSurroundings,
  path: FieldPath,
  errors: FieldError[],
): void {
  const names = new Set(others.map(({ name }) => name));
  for (const [i, container] of containers.entries()) {
    const at = path.index(i);
    validateContainer(container, around, at, errors);
    if (names.has(container.name)) errors.push(duplicate(at.child('name'), container.name));
    else if (container.name) names.add(container.name);
    checkHostPorts([container], path, errors);
    if (isSidecar(container)) {
      validateLifecycle(container.lifecycle, around.graceSeconds, at.child('lifecycle'), errors);
      validateProbes(container, at, errors);
      continue;
    }
    for (const field of SIDECARS_ONLY) {
      if (container[field] === undefined) continue;
      const detail = 'may not be set for init containers without restartPolicy=Always';
      errors.push(forbidden(at.child(field), detail));
    }
  }
}

const SIDECARS_ONLY = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const;

function validateContainer(
  container: Container,
  { volumes }: ContainerSurroundings,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (!container.name) errors.push(required(path.child('name')));
  else checkText(container.name, dns1123Label, path.child('name'), errors);
  if (!container.image) errors.push(required(path.child('image')));
  checkOneOf(
    container.terminationMessagePolicy,
    ['File', 'FallbackToLogsOnError'],
    path.child('terminationMessagePolicy'),
    errors,
  );
  if (container.ports) validatePorts(container.ports, path.child('ports'), errors);
  if (container.env) validateEnv(container.env, path.child('env'), errors);
  if (container.envFrom) validateEnvFrom(container.envFrom, path.child('envFrom'), errors);
  if (container.volumeMounts) {
    validateMounts(container.volumeMounts, container, volumes, path.child('volumeMounts'), errors);
  }
  const policies = ['Always', 'IfNotPresent', 'Never'];
  checkOneOf(container.imagePullPolicy, policies, path.child('imagePullPolicy'), errors);
  validateResources(container.resources, path.child('resources'), errors);
  validateSecurityContext(container.securityContext, path.child('securityContext'), errors);
}

function validatePorts(ports: readonly ContainerPort[], path: FieldPath, errors: FieldError[]): void {
  const names = new Set<string>();
  for (const [i, { name, containerPort, hostPort, protocol }] of ports.entries()) {
    const at = path.index(i);
    if (name) {
      const messages = portName(name);
      for (const message of messages) errors.push(invalid(at.child('name'), name, message));
      if (messages.length === 0 && names.has(name)) errors.push(duplicate(at.child('name'), name));
      names.add(name);
    }
    if (!containerPort) errors.push(required(at.child('containerPort')));
    else checkNumber(containerPort, at.child('containerPort'), errors);
    if (hostPort) checkNumber(hostPort, at.child('hostPort'), errors);
    checkOneOf(protocol, ['SCTP', 'TCP', 'UDP'], at.child('protocol'), errors);
  }
}

function checkNumber(port: number, path: FieldPath, errors: FieldError[]): void {
  for (const message of portNumber(port)) errors.push(invalid(path, port, message));
}

/** Two containers of a pod cannot have the same port of the node. */
function checkHostPorts(containers: readonly Container[], path: FieldPath, errors: FieldError[]): void {
  const used = new Set<string>();
  for (const [i, { ports = [] }] of containers.entries()) {
    for (const [j, { hostPort, hostIP = '', protocol = '' }] of ports.entries()) {
      if (!hostPort) continue;
      const port = `${protocol}/${hostIP}/${hostPort}`;
      if (used.has(port)) {
        errors.push(duplicate(path.index(i).child('ports').index(j).child('hostPort'), port));
      }
      used.add(port);
    }
  }
}

function validateMounts(
  mounts: readonly VolumeMount[],
  container: Container,
  volumes: ReadonlySet<string>,
  path: FieldPath,
  errors: FieldError[],
): void {
  const places = new Set<string>();
  for (const [i, mount] of mounts.entries()) {
    const at = path.index(i);
    const { name, mountPath, subPath, subPathExpr } = mount;
    if (!name) errors.push(required(at.child('name')));
    if (!volumes.has(name)) errors.push(notFound(at.child('name'), name));
    if (!mountPath) errors.push(required(at.child('mountPath')));
    if (places.has(mountPath)) errors.push(invalid(at.child('mountPath'), mountPath, 'must be unique'));
    places.add(mountPath);
    // The API server leaves out the index here.
    if (subPath) checkDescending(subPath, path.child('subPath'), errors);
    if (subPathExpr) {
      if (subPath) {
        const detail = 'subPathExpr and subPath are mutually exclusive';
        errors.push(invalid(at.child('subPathExpr'), subPathExpr, detail));
      }
      checkDescending(subPathExpr, path.child('subPathExpr'), errors);
    }
    validatePropagation(mount, container, path.child('mountPropagation'), errors);
  }
}

function validatePropagation(
  { mountPropagation }: VolumeMount,
  { securityContext }: Container,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (mountPropagation === undefined) return;
  checkOneOf(mountPropagation, ['Bidirectional', 'HostToContainer', 'None'], path, errors);
  if (mountPropagation === 'Bidirectional' && securityContext?.privileged !== true) {
    const detail = 'Bidirectional mount propagation is available only to privileged containers';
    errors.push(forbidden(path, detail));
  }
}

/** Also of a pod, whose context has these fields too. */
export function validateSecurityContext(
  context: Record<string, unknown> | undefined,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (context === undefined) return;
  for (const field of ['runAsUser', 'runAsGroup', 'fsGroup']) {
    const id = context[field];
    if (typeof id === 'number' && (id < 0 || id > MAX_ID)) {
      errors.push(invalid(path.child(field), id, inclusiveRange(0, MAX_ID)));
    }
  }
}
