// Validation of what pods and their templates have in common, and of what workloads demand of a template.
// Source: API reference of PodSpec; wording and order from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, invalid, notSupported, tooLong } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { utf8Length } from '../machinery/go-text.ts';
import { validateLabels } from '../machinery/label-selector.ts';
import type { Selector } from '../machinery/labels.ts';
import { dns1123Label, dns1123Subdomain, qualifiedName } from '../machinery/names.ts';
import { validateAffinity } from './affinity-validation.ts';
import { validateContainers, validateInitContainers } from './container-validation.ts';
import { validateDns, validateHostAliases } from './dns-validation.ts';
import { checkFileKeyVolumes } from './env-validation.ts';
import { validateAnnotations } from './metadata-validation.ts';
import { validateOs } from './os-validation.ts';
import { validatePodAnnotations } from './pod-annotation-validation.ts';
import { validatePodResources } from './pod-resources-validation.ts';
import type { Container, PodSpec, PodTemplateSpec } from './pod-spec.ts';
import { validateResources } from './resources-validation.ts';
import { checkOneOf, checkText, inclusiveRange } from './scalar-validation.ts';
import { validateGates, validateSpread, validateTolerations } from './scheduling-validation.ts';
import { checkHostUsers, validatePodSecurityContext } from './security-context-validation.ts';
import { validateVolumes } from './volume-validation.ts';

const MAX_SECONDS = 2 ** 31 - 1;
const MAX_HOSTNAME = 64;
const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const DNS_POLICIES = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];

/** `podName` is the name of the pod whose spec it is; templates have none. */
export function validatePodSpec(
  spec: PodSpec,
  podName: string | undefined,
  path: FieldPath,
  errors: FieldError[],
): void {
  const volumes = validateVolumes(spec.volumes ?? [], podName, path.child('volumes'), errors);
  const around = { spec, volumes };
  const { containers = [], initContainers = [] } = spec;
  validateContainers(containers, around, path.child('containers'), errors);
  validateInitContainers(initContainers, containers, around, path.child('initContainers'), errors);
  validatePodResources(spec, path.child('resources'), errors);
  checkHostNetwork(spec, podName !== undefined, path.child('containers'), errors);
  checkOneOf(spec.restartPolicy, RESTART_POLICIES, path.child('restartPolicy'), errors);
  checkOneOf(spec.dnsPolicy, DNS_POLICIES, path.child('dnsPolicy'), errors);
  errors.push(...validateLabels(spec.nodeSelector, path.child('nodeSelector')));
  validatePodSecurityContext(spec, path.child('securityContext'), errors);
  if (spec.affinity) validateAffinity(spec.affinity, path.child('affinity'), errors);
  validateDns(spec, path.child('dnsConfig'), errors);
  for (const [i, { conditionType = '' }] of (spec.readinessGates ?? []).entries()) {
    const at = path.child('readinessGates').index(i).child('conditionType');
    checkText(conditionType, qualifiedName, at, errors);
  }
  validateGates(spec.schedulingGates ?? [], path.child('schedulingGates'), errors);
  const spread = path.child('topologySpreadConstraints');
  validateSpread(spec.topologySpreadConstraints ?? [], spread, errors);
  checkHostUsers(spec, path, errors);
  validateNames(spec, path, errors);
  validateTolerations(spec.tolerations ?? [], path.child('tolerations'), errors);
  validateHostAliases(spec.hostAliases ?? [], path.child('hostAliases'), errors);
  validateRest(spec, path, errors);
}

function validateRest(spec: PodSpec, path: FieldPath, errors: FieldError[]): void {
  if (spec.priorityClassName) {
    checkText(spec.priorityClassName, dns1123Subdomain, path.child('priorityClassName'), errors);
  }
  if (spec.preemptionPolicy !== undefined) {
    const policies = ['PreemptLowerPriority', 'Never'];
    checkOneOf(spec.preemptionPolicy, policies, path.child('preemptionPolicy'), errors);
  }
  if (spec.overhead) validateResources({ limits: spec.overhead }, path.child('overhead'), errors);
  validateOs(spec, path, errors);
  checkFileKeyVolumes(spec, path, errors);
}

function validateNames(spec: PodSpec, path: FieldPath, errors: FieldError[]): void {
  const { serviceAccountName, nodeName, activeDeadlineSeconds: seconds, hostname, subdomain } = spec;
  validateHostnameOverride(spec, path.child('hostnameOverride'), errors);
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

function validateHostnameOverride(spec: PodSpec, path: FieldPath, errors: FieldError[]): void {
  const { hostnameOverride: name, setHostnameAsFQDN, hostNetwork } = spec;
  if (name === undefined) return;
  if (setHostnameAsFQDN) {
    errors.push(forbidden(path, 'may not be specified when setHostnameAsFQDN is true'));
  }
  if (hostNetwork) errors.push(forbidden(path, 'may not be specified when hostNetwork is true'));
  if (utf8Length(name) > MAX_HOSTNAME) errors.push(tooLong(path, MAX_HOSTNAME));
  checkText(name, dns1123Subdomain, path, errors);
}

/** In the node's network a container's port is the node's. A template may leave that to its pods. */
function checkHostNetwork(spec: PodSpec, isPod: boolean, path: FieldPath, errors: FieldError[]): void {
  if (!spec.hostNetwork) return;
  for (const [i, { ports = [] }] of (spec.containers ?? []).entries()) {
    for (const [j, { containerPort = 0, hostPort = 0 }] of ports.entries()) {
      if (hostPort === containerPort || (hostPort === 0 && !isPod)) continue;
      const at = path.index(i).child('ports').index(j).child('hostPort');
      errors.push(invalid(at, hostPort, 'must match `containerPort` when `hostNetwork` is true'));
    }
  }
}

/** What only a pod must hold to, not a template. */
export function checkPodOnly(spec: PodSpec, path: FieldPath, errors: FieldError[]): void {
  const { serviceAccountName, volumes = [], containers = [], initContainers = [] } = spec;
  for (const [i, { projected }] of serviceAccountName ? [] : volumes.entries()) {
    for (const [j, source] of (projected?.sources ?? []).entries()) {
      if (source.serviceAccountToken === undefined) continue;
      const sources = path.child('volumes').index(i).child('projected', 'sources');
      const detail = 'must not be specified when serviceAccountName is not set';
      errors.push(forbidden(sources.index(j).child('serviceAccountToken'), detail));
    }
  }
  checkImages(containers, path.child('containers'), errors);
  checkImages(initContainers, path.child('initContainers'), errors);
}

function checkImages(containers: readonly Container[], path: FieldPath, errors: FieldError[]): void {
  for (const [i, { image = '' }] of containers.entries()) {
    if (image.trim() === image) continue;
    const detail = 'must not have leading or trailing whitespace';
    errors.push(invalid(path.index(i).child('image'), image, detail));
  }
}

/** What a pod comes to only later. */
export function checkNewPod(spec: PodSpec, path: FieldPath, errors: FieldError[]): void {
  if (spec.ephemeralContainers?.length) {
    errors.push(forbidden(path.child('ephemeralContainers'), 'cannot be set on create'));
  }
  if (!spec.nodeName || !spec.schedulingGates?.length) return;
  const detail = 'cannot be set until all schedulingGates have been cleared';
  errors.push(forbidden(path.child('nodeName'), detail));
}

/** A template by itself. The API server leaves out `metadata` in the paths of its labels and annotations. */
export function validateTemplate(
  { metadata = {}, spec }: PodTemplateSpec,
  path: FieldPath,
  errors: FieldError[],
): void {
  const { labels, annotations } = metadata;
  errors.push(...validateLabels(labels, path.child('labels')));
  validateAnnotations(annotations, path.child('annotations'), errors);
  validatePodAnnotations(annotations, spec ?? {}, path.child('annotations'), errors);
  validatePodSpec(spec ?? {}, undefined, path.child('spec'), errors);
  if (spec?.ephemeralContainers?.length) {
    const detail = 'ephemeral containers not allowed in pod template';
    errors.push(forbidden(path.child('spec', 'ephemeralContainers'), detail));
  }
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
