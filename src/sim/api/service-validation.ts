// Validation of a Service, and of changes to it. What it says of addresses is in service-address-validation.ts.
// Source: API reference of Service; wording and order from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { duplicate, forbidden, invalid, notSupported, required } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { validateLabels } from '../machinery/label-selector.ts';
import { dns1123Label, dns1123Subdomain, portNumber, qualifiedName } from '../machinery/names.ts';
import { checkCidr, checkIp, checkOrdinaryIp } from './ip-validation.ts';
import type { ObjectMeta } from './meta.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';
import { checkOneOf, checkPort, checkText } from './scalar-validation.ts';
import type { Service, ServicePort, ServiceSpec } from './service.ts';
import { isHeadless, validateAddresses, validateAddressUpdate } from './service-address-validation.ts';
import { hasClusterIp, hasHealthCheck, isReachableFromOutside } from './service-defaults.ts';

const SPEC = FieldPath.of('spec');
const PORTS = SPEC.child('ports');
const ANNOTATIONS = FieldPath.of('metadata', 'annotations');
const AFFINITY_MAX_SECONDS = 86_400;
const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const POLICIES = ['Cluster', 'Local'];
const DISTRIBUTIONS = ['PreferClose', 'PreferSameNode', 'PreferSameZone'];
const HINTS = 'service.kubernetes.io/topology-aware-hints';
const MODE = 'service.kubernetes.io/topology-mode';
const SOURCE_RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const FOR_LOAD_BALANCERS = "may only be used when `type` is 'LoadBalancer'";

export function validateService({ metadata, spec }: Service): FieldError[] {
  const errors = validateMetadata(metadata, dns1123Label);
  validateTopology(metadata, errors);
  const { ports = [], type = '' } = spec;
  if (ports.length === 0 && !isHeadless(spec) && type !== 'ExternalName') errors.push(required(PORTS));
  validateByType(spec, errors);
  const names = new Set<string>();
  for (const [i, port] of ports.entries()) {
    validatePort(port, ports.length > 1, names, PORTS.index(i), errors);
  }
  if (spec.selector) errors.push(...validateLabels(spec.selector, SPEC.child('selector')));
  validateAffinity(spec, errors);
  validateAddresses(spec, errors);
  for (const [i, ip] of (spec.externalIPs ?? []).entries()) {
    const before = errors.length;
    checkIp(ip, SPEC.child('externalIPs').index(i), errors);
    if (errors.length === before) checkOrdinaryIp(ip, SPEC.child('externalIPs').index(i), errors);
  }
  checkOneOf(type, TYPES, SPEC.child('type'), errors);
  validatePortSet(spec, errors);
  validateLoadBalancer(metadata, spec, errors);
  validatePolicies(spec, errors);
  return errors;
}

function validateTopology({ annotations = {} }: ObjectMeta, errors: FieldError[]): void {
  const [hints, mode] = [annotations[HINTS], annotations[MODE]];
  if (hints === undefined || mode === undefined || hints === mode) return;
  const detail = `must match annotations[${HINTS}] when both are specified`;
  errors.push(invalid(ANNOTATIONS.key(MODE), mode, detail));
}

function validateByType(spec: ServiceSpec, errors: FieldError[]): void {
  const { type = '', clusterIPs = [], externalName = '' } = spec;
  if ((type === 'LoadBalancer' || type === 'NodePort') && isHeadless(spec)) {
    const detail = `may not be set to 'None' for ${type} services`;
    errors.push(invalid(SPEC.child('clusterIPs').index(0), 'None', detail));
  }
  if (type !== 'ExternalName') return;
  const refuse = (field: string) =>
    errors.push(forbidden(SPEC.child(field), 'may not be set for ExternalName services'));
  if (clusterIPs.length > 0) refuse('clusterIPs');
  if ((spec.ipFamilies ?? []).length > 0) refuse('ipFamilies');
  if (spec.ipFamilyPolicy !== undefined) refuse('ipFamilyPolicy');
  const name = externalName.endsWith('.') ? externalName.slice(0, -1) : externalName;
  if (name) checkText(name, dns1123Subdomain, SPEC.child('externalName'), errors);
  else errors.push(required(SPEC.child('externalName')));
}

function validatePort(
  { name, port, protocol, targetPort = 0, appProtocol }: ServicePort,
  isNameRequired: boolean,
  names: Set<string>,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (!name) {
    if (isNameRequired) errors.push(required(path.child('name')));
  } else {
    checkText(name, dns1123Label, path.child('name'), errors);
    if (names.has(name)) errors.push(duplicate(path.child('name'), name));
    names.add(name);
  }
  for (const message of portNumber(port)) errors.push(invalid(path.child('port'), port, message));
  checkOneOf(protocol, ['SCTP', 'TCP', 'UDP'], path.child('protocol'), errors);
  checkPort(targetPort, path.child('targetPort'), errors);
  if (appProtocol !== undefined) checkText(appProtocol, qualifiedName, path.child('appProtocol'), errors);
}

function validateAffinity(
  { sessionAffinity, sessionAffinityConfig }: ServiceSpec,
  errors: FieldError[],
): void {
  checkOneOf(sessionAffinity, ['ClientIP', 'None'], SPEC.child('sessionAffinity'), errors);
  const path = SPEC.child('sessionAffinityConfig');
  const seconds = sessionAffinityConfig?.clientIP?.timeoutSeconds ?? 0;
  if (sessionAffinity === 'ClientIP' && (seconds <= 0 || seconds > AFFINITY_MAX_SECONDS)) {
    const detail = `must be greater than 0 and less than ${AFFINITY_MAX_SECONDS}`;
    errors.push(invalid(path.child('clientIP', 'timeoutSeconds'), seconds, detail));
  }
}

/** What ports must not have in common. */
function validatePortSet({ type, ports = [] }: ServiceSpec, errors: FieldError[]): void {
  if (type === 'ClusterIP') {
    for (const [i, { nodePort }] of ports.entries()) {
      const detail = "may not be used when `type` is 'ClusterIP'";
      if (nodePort) errors.push(forbidden(PORTS.index(i).child('nodePort'), detail));
    }
  }
  const nodePorts = new Set<string>();
  for (const [i, { protocol = '', nodePort }] of ports.entries()) {
    if (!nodePort) continue;
    if (nodePorts.has(`${protocol}/${nodePort}`)) {
      errors.push(duplicate(PORTS.index(i).child('nodePort'), nodePort));
    }
    nodePorts.add(`${protocol}/${nodePort}`);
  }
  const numbers = new Set<string>();
  for (const [i, { protocol = '', port }] of ports.entries()) {
    if (numbers.has(`${protocol}/${port}`)) errors.push(duplicate(PORTS.index(i), portKey(protocol, port)));
    numbers.add(`${protocol}/${port}`);
  }
}

/** How the API server prints the part of a port that must be unique. */
function portKey(protocol: string, port: number): object {
  return { Name: '', Protocol: protocol, AppProtocol: null, Port: port, TargetPort: 0, NodePort: 0 };
}

/** What only load balancers have. */
function validateLoadBalancer(
  { annotations = {} }: ObjectMeta,
  spec: ServiceSpec,
  errors: FieldError[],
): void {
  const isOne = spec.type === 'LoadBalancer';
  const ranges = spec.loadBalancerSourceRanges ?? [];
  const annotated = annotations[SOURCE_RANGES];
  const path = ranges.length > 0 ? SPEC.child('LoadBalancerSourceRanges') : ANNOTATIONS.key(SOURCE_RANGES);
  if ((ranges.length > 0 || annotated !== undefined) && !isOne)
    errors.push(forbidden(path, FOR_LOAD_BALANCERS));
  for (const [i, range] of ranges.entries()) checkCidr(range.trim(), path.index(i), errors);
  if (ranges.length === 0 && annotated?.trim()) {
    for (const range of annotated.split(',')) checkCidr(range.trim(), path, errors);
  }
  const allocates = SPEC.child('allocateLoadBalancerNodePorts');
  if (spec.allocateLoadBalancerNodePorts !== undefined && !isOne) {
    errors.push(forbidden(allocates, FOR_LOAD_BALANCERS));
  }
  const { loadBalancerClass } = spec;
  if (loadBalancerClass === undefined) return;
  if (isOne) checkText(loadBalancerClass, qualifiedName, SPEC.child('loadBalancerClass'), errors);
  else errors.push(forbidden(SPEC.child('loadBalancerClass'), FOR_LOAD_BALANCERS));
}

function validatePolicies(spec: ServiceSpec, errors: FieldError[]): void {
  const { externalTrafficPolicy: outside, internalTrafficPolicy: inside, healthCheckNodePort } = spec;
  const path = SPEC.child('externalTrafficPolicy');
  if (isReachableFromOutside(spec)) checkOneOf(outside, POLICIES, path, errors);
  else if (outside) errors.push(invalid(path, outside, 'may only be set for externally-accessible services'));
  const check = SPEC.child('healthCheckNodePort');
  if (!hasHealthCheck(spec)) {
    const detail = "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'";
    if (healthCheckNodePort) errors.push(invalid(check, healthCheckNodePort, detail));
  } else if (!healthCheckNodePort) errors.push(required(check));
  else checkPort(healthCheckNodePort, check, errors);
  if (inside !== undefined || hasClusterIp(spec)) {
    checkOneOf(inside, POLICIES, SPEC.child('internalTrafficPolicy'), errors);
  }
  const { trafficDistribution } = spec;
  if (trafficDistribution !== undefined && !DISTRIBUTIONS.includes(trafficDistribution)) {
    errors.push(notSupported(SPEC.child('trafficDistribution'), trafficDistribution, DISTRIBUTIONS));
  }
}

export function validateServiceUpdate(next: Service, old: Service): FieldError[] {
  const errors = validateMetadataUpdate(next.metadata, old.metadata);
  validateAddressUpdate(next.spec, old.spec, errors);
  const [lb, before] = [next.spec.loadBalancerClass, old.spec.loadBalancerClass];
  if (next.spec.type === 'LoadBalancer' && old.spec.type === 'LoadBalancer' && lb !== before) {
    errors.push(invalid(SPEC.child('loadBalancerClass'), lb ?? null, 'may not change once set'));
  }
  const isChecked = hasHealthCheck(next.spec) && hasHealthCheck(old.spec);
  if (isChecked && next.spec.healthCheckNodePort !== old.spec.healthCheckNodePort) {
    errors.push(forbidden(SPEC.child('healthCheckNodePort'), 'field is immutable'));
  }
  return errors;
}
