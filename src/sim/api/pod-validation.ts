// Validation of what pods and their templates have in common, and of what workloads demand of a template.
// Source: API reference of PodSpec; wording and order from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, invalid, notSupported, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { validateLabels } from '../machinery/label-selector.ts';
import type { Selector } from '../machinery/labels.ts';
import { dns1123Label, dns1123Subdomain } from '../machinery/names.ts';
import {
  validateContainers,
  validateInitContainers,
  validateSecurityContext,
} from './container-validation.ts';
import { isIpAddress } from './ip-address.ts';
import { validateAnnotations } from './metadata-validation.ts';
import type { Container, PodSpec, PodTemplateSpec } from './pod-spec.ts';
import { checkOneOf, checkText, inclusiveRange } from './scalar-validation.ts';
import { validateAffinity, validateSpread, validateTolerations } from './scheduling-validation.ts';
import { validateVolumes } from './volume-validation.ts';

const MAX_SECONDS = 2 ** 31 - 1;
const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const DNS_POLICIES = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];

export function validatePodSpec(spec: PodSpec, path: FieldPath, errors: FieldError[]): void {
  const volumes = validateVolumes(spec.volumes ?? [], path.child('volumes'), errors);
  const around = { volumes, graceSeconds: spec.terminationGracePeriodSeconds };
  const { containers = [], initContainers = [] } = spec;
  validateContainers(containers, around, path.child('containers'), errors);
  validateInitContainers(initContainers, containers, around, path.child('initContainers'), errors);
  if (spec.hostNetwork) checkHostNetwork(containers, path.child('containers'), errors);
  checkOneOf(spec.restartPolicy, RESTART_POLICIES, path.child('restartPolicy'), errors);
  checkOneOf(spec.dnsPolicy, DNS_POLICIES, path.child('dnsPolicy'), errors);
  if (spec.nodeSelector) errors.push(...validateLabels(spec.nodeSelector, path.child('nodeSelector')));
  validateSecurityContext(spec.securityContext, path.child('securityContext'), errors);
  for (const [i, { name }] of (spec.imagePullSecrets ?? []).entries()) {
    if (!name) errors.push(required(path.child('imagePullSecrets').index(i).child('name')));
  }
  if (spec.affinity) validateAffinity(spec.affinity, path.child('affinity'), errors);
  validateDns(spec, path.child('dnsConfig'), errors);
  if (spec.topologySpreadConstraints) {
    validateSpread(spec.topologySpreadConstraints, path.child('topologySpreadConstraints'), errors);
  }
  validateNames(spec, path, errors);
  if (spec.tolerations) validateTolerations(spec.tolerations, path.child('tolerations'), errors);
  for (const [i, { ip }] of (spec.hostAliases ?? []).entries()) {
    if (isIpAddress(ip)) continue;
    errors.push(invalid(path.child('hostAliases').index(i).child('ip'), ip, IP_MESSAGE));
  }
  if (spec.priorityClassName) {
    checkText(spec.priorityClassName, dns1123Subdomain, path.child('priorityClassName'), errors);
  }
  if (spec.preemptionPolicy !== undefined) {
    const policies = ['PreemptLowerPriority', 'Never'];
    checkOneOf(spec.preemptionPolicy, policies, path.child('preemptionPolicy'), errors);
  }
}

const IP_MESSAGE = 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)';

function validateNames(spec: PodSpec, path: FieldPath, errors: FieldError[]): void {
  const { serviceAccountName, nodeName, activeDeadlineSeconds: seconds, hostname, subdomain } = spec;
  if (serviceAccountName) {
    checkText(serviceAccountName, dns1123Subdomain, path.child('serviceAccountName'), errors);
  }
  if (nodeName) checkText(nodeName, dns1123Subdomain, path.child('nodeName'), errors);
  if (seconds !== undefined && (seconds < 1 || seconds > MAX_SECONDS)) {
    errors.push(invalid(path.child('activeDeadlineSeconds'), seconds, inclusiveRange(1, MAX_SECONDS)));
  }
  if (hostname) checkText(hostname, dns1123Label, path.child('hostname'), errors);
  if (subdomain) checkText(subdomain, dns1123Label, path.child('subdomain'), errors);
}

/** In the node's network a container's port is the node's. */
function checkHostNetwork(containers: readonly Container[], path: FieldPath, errors: FieldError[]): void {
  for (const [i, { ports = [] }] of containers.entries()) {
    for (const [j, { containerPort, hostPort }] of ports.entries()) {
      if (hostPort === containerPort) continue;
      const at = path.index(i).child('ports').index(j).child('containerPort');
      errors.push(invalid(at, containerPort, 'must match `hostPort` when `hostNetwork` is true'));
    }
  }
}

function validateDns({ dnsPolicy, dnsConfig }: PodSpec, path: FieldPath, errors: FieldError[]): void {
  const servers = dnsConfig?.nameservers ?? [];
  if (dnsPolicy === 'None') {
    if (dnsConfig === undefined) {
      errors.push(required(path, 'must provide `dnsConfig` when `dnsPolicy` is None'));
      return;
    }
    if (servers.length === 0) {
      const detail = 'must provide at least one DNS nameserver when `dnsPolicy` is None';
      errors.push(required(path.child('nameservers'), detail));
    }
  }
  if (servers.length > 3) {
    errors.push(invalid(path.child('nameservers'), servers, 'must not have more than 3 nameservers'));
  }
  for (const [i, server] of servers.entries()) {
    if (!isIpAddress(server)) errors.push(invalid(path.child('nameservers').index(i), server, IP_MESSAGE));
  }
}

/** A template by itself. The API server leaves out `metadata` in the paths of its labels and annotations. */
export function validateTemplate(
  { metadata = {}, spec }: PodTemplateSpec,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (metadata.labels) errors.push(...validateLabels(metadata.labels, path.child('labels')));
  validateAnnotations(metadata.annotations, path.child('annotations'), errors);
  validatePodSpec(spec ?? {}, path.child('spec'), errors);
}

/** That a workload's selector finds the pods that its template makes. */
export function checkTemplateLabels(
  template: PodTemplateSpec,
  selector: Selector,
  path: FieldPath,
  errors: FieldError[],
): void {
  const labels = template.metadata?.labels;
  if (selector.isEmpty || selector.matches(labels)) return;
  const detail = '`selector` does not match template `labels`';
  errors.push(invalid(path.child('metadata', 'labels'), labels ?? null, detail));
}

/** Pods that are kept running must restart and have no deadline. */
export function checkLastingTemplate(
  { spec }: PodTemplateSpec,
  kind: string,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (spec?.restartPolicy !== 'Always') {
    errors.push(notSupported(path.child('spec', 'restartPolicy'), spec?.restartPolicy ?? '', ['Always']));
  }
  if (spec?.activeDeadlineSeconds !== undefined) {
    const detail = `activeDeadlineSeconds in ${kind} is not Supported`;
    errors.push(forbidden(path.child('spec', 'activeDeadlineSeconds'), detail));
  }
}
