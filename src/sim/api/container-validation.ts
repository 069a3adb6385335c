// Validation of a pod's containers, init containers included.
// Source: API reference of Container; wording and order from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { duplicate, forbidden, invalid, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { dns1123Label, portName, portNumber } from '../machinery/names.ts';
import { validateEnv, validateEnvFrom } from './env-validation.ts';
import { validateLifecycle, validateProbes } from './handler-validation.ts';
import { validateDevices, validateMounts } from './mount-validation.ts';
import type { Container, ContainerPort, PodSpec, Volume } from './pod-spec.ts';
import { isSidecar } from './pod-spec.ts';
import { validateResources } from './resources-validation.ts';
import { validateInitRestart, validateRestart } from './restart-validation.ts';
import { checkOneOf, checkText } from './scalar-validation.ts';
import { validateSecurityContext } from './security-context-validation.ts';

/** What is around the containers: the pod, and those of its volumes that can be mounted. */
export interface ContainerSurroundings {
  readonly spec: PodSpec;
  readonly volumes: ReadonlyMap<string, Volume>;
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
    validateLifecycle(container.lifecycle, around.spec, at.child('lifecycle'), errors);
    validateProbes(container, at, errors);
    validateRestart(container, at, errors);
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
    validateInitRestart(container, at, errors);
    if (names.has(container.name)) errors.push(duplicate(at.child('name'), container.name));
    else if (container.name) names.add(container.name);
    checkHostPorts([container], path, errors);
    if (isSidecar(container)) {
      validateLifecycle(container.lifecycle, around.spec, at.child('lifecycle'), errors);
      validateProbes(container, at, errors);
    } else checkNoSidecarFields(container, at, errors);
  }
}

const SIDECARS_ONLY = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const;

function checkNoSidecarFields(container: Container, path: FieldPath, errors: FieldError[]): void {
  for (const field of SIDECARS_ONLY) {
    if (container[field] === undefined) continue;
    const detail = 'may not be set for init containers without restartPolicy=Always';
    errors.push(forbidden(path.child(field), detail));
  }
  for (const [i, { restartPolicy }] of (container.resizePolicy ?? []).entries()) {
    if (restartPolicy !== 'RestartContainer') continue;
    const at = path.child('resizePolicy').index(i).child('restartPolicy');
    const detail = "must not be set to 'RestartContainer' for non-sidecar initContainers";
    errors.push(invalid(at, restartPolicy, detail));
  }
}

function validateContainer(
  container: Container,
  { spec, volumes }: ContainerSurroundings,
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
  validatePorts(container.ports ?? [], path.child('ports'), errors);
  validateEnv(container.env ?? [], path.child('env'), errors);
  validateEnvFrom(container.envFrom ?? [], path.child('envFrom'), errors);
  validateMounts(container, volumes, path.child('volumeMounts'), errors);
  validateDevices(container, volumes, path.child('volumeDevices'), errors);
  const policies = ['Always', 'IfNotPresent', 'Never'];
  checkOneOf(container.imagePullPolicy, policies, path.child('imagePullPolicy'), errors);
  validateResources(container.resources, path.child('resources'), errors);
  validateResizePolicy(container, spec, path.child('resizePolicy'), errors);
  const isHostUser = spec.hostUsers !== false;
  validateSecurityContext(container.securityContext, isHostUser, path.child('securityContext'), errors);
}

function validatePorts(ports: readonly ContainerPort[], path: FieldPath, errors: FieldError[]): void {
  const names = new Set<string>();
  for (const [i, { name, containerPort, hostPort, protocol }] of ports.entries()) {
    const at = path.index(i);
    if (name) {
      const messages = portName(name);
      for (const message of messages) errors.push(invalid(at.child('name'), name, message));
      if (messages.length === 0 && names.has(name)) errors.push(duplicate(at.child('name'), name));
      if (messages.length === 0) names.add(name);
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

/** What becomes of a container whose amounts change. The API server leaves out most indexes here. */
function validateResizePolicy(
  { resizePolicy = [] }: Container,
  { restartPolicy: ofPod }: PodSpec,
  path: FieldPath,
  errors: FieldError[],
): void {
  const seen = new Set<string>();
  for (const [i, { resourceName = '', restartPolicy = '' }] of resizePolicy.entries()) {
    if (seen.has(resourceName)) errors.push(duplicate(path.index(i), resourceName));
    seen.add(resourceName);
    checkOneOf(resourceName, ['cpu', 'memory'], path, errors);
    checkOneOf(restartPolicy, ['NotRequired', 'RestartContainer'], path, errors);
    if (ofPod !== 'Never' || restartPolicy === 'NotRequired') continue;
    const detail = "must be 'NotRequired' when pod `restartPolicy` is 'Never'";
    errors.push(invalid(path, restartPolicy, detail));
  }
}
