// Validation of a Service, and of changes to it.
// Source: API reference of Service; wording and order from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { duplicate, forbidden, invalid, required } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { validateLabels } from '../machinery/label-selector.ts';
import { dns1123Label, dns1123Subdomain, portNumber, qualifiedName } from '../machinery/names.ts';
import { isIpAddress } from './ip-address.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';
import { checkOneOf, checkPort, checkText } from './scalar-validation.ts';
import type { Service, ServicePort, ServiceSpec } from './service.ts';

const SPEC = FieldPath.of('spec');
const PORTS = SPEC.child('ports');
const IP_MESSAGE = 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)';
const AFFINITY_MAX_SECONDS = 86_400;

export function validateService({ metadata, spec }: Service): FieldError[] {
  const errors = validateMetadata(metadata, dns1123Label);
  const { ports = [] } = spec;
  if (ports.length === 0 && !isHeadless(spec) && spec.type !== 'ExternalName') errors.push(required(PORTS));
  validateByType(spec, errors);
  const names = new Set<string>();
  for (const [i, port] of ports.entries()) {
    validatePort(port, ports.length > 1, names, PORTS.index(i), errors);
  }
  if (spec.selector) errors.push(...validateLabels(spec.selector, SPEC.child('selector')));
  validateAffinity(spec, errors);
  const types = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
  checkOneOf(spec.type, types, SPEC.child('type'), errors);
  validatePortSet(spec, errors);
  for (const [i, ip] of (spec.externalIPs ?? []).entries()) {
    if (!isIpAddress(ip)) errors.push(invalid(SPEC.child('externalIPs').index(i), ip, IP_MESSAGE));
  }
  validatePolicies(spec, errors);
  validateAddresses(spec, errors);
  return errors;
}

function isHeadless({ clusterIP, clusterIPs }: ServiceSpec): boolean {
  return clusterIP === 'None' || clusterIPs?.[0] === 'None';
}

function validateByType(spec: ServiceSpec, errors: FieldError[]): void {
  const { type = '', clusterIPs = [], externalName } = spec;
  if ((type === 'LoadBalancer' || type === 'NodePort') && isHeadless(spec)) {
    const detail = `may not be set to 'None' for ${type} services`;
    errors.push(invalid(SPEC.child('clusterIPs').index(0), 'None', detail));
  }
  if (type !== 'ExternalName') return;
  if (clusterIPs.length > 0) {
    errors.push(forbidden(SPEC.child('clusterIPs'), 'may not be set for ExternalName services'));
  }
  if (!externalName) errors.push(required(SPEC.child('externalName')));
  else {
    const name = externalName.endsWith('.') ? externalName.slice(0, -1) : externalName;
    checkText(name, dns1123Subdomain, SPEC.child('externalName'), errors);
  }
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
  if (appProtocol) checkText(appProtocol, qualifiedName, path.child('appProtocol'), errors);
}

function validateAffinity(
  { sessionAffinity, sessionAffinityConfig }: ServiceSpec,
  errors: FieldError[],
): void {
  checkOneOf(sessionAffinity, ['ClientIP', 'None'], SPEC.child('sessionAffinity'), errors);
  const path = SPEC.child('sessionAffinityConfig');
  const seconds = sessionAffinityConfig?.clientIP?.timeoutSeconds;
  if (
    sessionAffinity === 'ClientIP' &&
    (seconds === undefined || seconds <= 0 || seconds > AFFINITY_MAX_SECONDS)
  ) {
    const detail = `must be greater than 0 and less than ${AFFINITY_MAX_SECONDS}`;
    errors.push(invalid(path.child('clientIP', 'timeoutSeconds'), seconds ?? 0, detail));
  }
}

/** What ports must not have in common, and what goes only with some types. */
function validatePortSet({ type, ports = [] }: ServiceSpec, errors: FieldError[]): void {
  const nodePorts = new Set<string>();
  const numbers = new Set<string>();
  for (const [i, { port, protocol = 'TCP', nodePort }] of ports.entries()) {
    const path = PORTS.index(i);
    if (nodePort && type === 'ClusterIP') {
      errors.push(forbidden(path.child('nodePort'), "may not be used when `type` is 'ClusterIP'"));
    }
    if (nodePort && nodePorts.has(`${protocol}/${nodePort}`)) {
      errors.push(duplicate(path.child('nodePort'), nodePort));
    }
    if (nodePort) nodePorts.add(`${protocol}/${nodePort}`);
    if (numbers.has(`${protocol}/${port}`)) errors.push(duplicate(path, portKey(protocol, port)));
    numbers.add(`${protocol}/${port}`);
  }
}

/** How the API server prints the part of a port that must be unique. */
function portKey(protocol: string, port: number): object {
  return { Name: '', Protocol: protocol, AppProtocol: null, Port: port, TargetPort: 0, NodePort: 0 };
}

function validatePolicies(spec: ServiceSpec, errors: FieldError[]): void {
  const { type, externalTrafficPolicy, internalTrafficPolicy, externalIPs = [] } = spec;
  const policies = ['Cluster', 'Local'];
  if (externalTrafficPolicy) {
    const path = SPEC.child('externalTrafficPolicy');
    if (type !== 'NodePort' && type !== 'LoadBalancer' && externalIPs.length === 0) {
      const detail = 'may only be set for externally-accessible services';
      errors.push(invalid(path, externalTrafficPolicy, detail));
    } else checkOneOf(externalTrafficPolicy, policies, path, errors);
  }
  if (internalTrafficPolicy) {
    checkOneOf(internalTrafficPolicy, policies, SPEC.child('internalTrafficPolicy'), errors);
  }
}

function validateAddresses({ type, clusterIP, clusterIPs = [] }: ServiceSpec, errors: FieldError[]): void {
  if (type === 'ExternalName') return;
  const path = SPEC.child('clusterIPs');
  if (clusterIP && clusterIPs.length > 0 && clusterIPs[0] !== clusterIP) {
    errors.push(invalid(path, clusterIPs, 'first value must match `clusterIP`'));
  }
  for (const [i, ip] of clusterIPs.entries()) {
    if (ip === 'None' && clusterIPs.length === 1) continue;
    if (!isIpAddress(ip)) errors.push(invalid(path.index(i), ip, IP_MESSAGE));
  }
}

export function validateServiceUpdate(next: Service, old: Service): FieldError[] {
  const errors = validateMetadataUpdate(next.metadata, old.metadata);
  const given = old.spec.clusterIPs?.[0];
  const keepsAddress = next.spec.type !== 'ExternalName' && old.spec.type !== 'ExternalName';
  if (keepsAddress && given && next.spec.clusterIPs?.[0] !== given) {
    const path = SPEC.child('clusterIPs').index(0);
    errors.push(invalid(path, next.spec.clusterIPs ?? null, 'may not change once set'));
  }
  return errors;
}
