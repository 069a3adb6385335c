// Validation of an Ingress.
// Source: "Ingress" and the API reference; wording and order from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { invalid, notSupported, required } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import {
  dns1123Label,
  dns1123Subdomain,
  pathSegment,
  portName,
  portNumber,
  wildcardSubdomain,
} from '../machinery/names.ts';
import type { Ingress, IngressBackend, IngressPath, IngressRule, IngressSpec } from './ingress.ts';
import { isIpAddress } from './ip-address.ts';
import { validateMetadata } from './metadata-validation.ts';
import { checkText } from './scalar-validation.ts';

/** Where the class stood before it had a field. */
export const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';

const SPEC = FieldPath.of('spec');
const PATH_TYPES = ['Exact', 'ImplementationSpecific', 'Prefix'];
const NOT_IN_PATH = ['//', '/./', '/../', '%2f', '%2F'];
const NOT_AT_END = ['/..', '/.'];

export function validateIngress({ metadata, spec = {} }: Ingress): FieldError[] {
  const errors = validateMetadata(metadata, dns1123Subdomain);
  validateSpec(spec, errors);
  const named = metadata.annotations?.[CLASS_ANNOTATION];
  // Only a new Ingress is asked: an older one may still have both.
  const isNew = metadata.resourceVersion === undefined;
  if (isNew && named !== undefined && (spec.ingressClassName ?? named) !== named) {
    const detail = 'must match `ingressClassName` when both are specified';
    errors.push(invalid(FieldPath.of('annotations', CLASS_ANNOTATION), named, detail));
  }
  return errors;
}

function validateSpec(spec: IngressSpec, errors: FieldError[]): void {
  const { rules = [], defaultBackend, tls = [], ingressClassName } = spec;
  if (rules.length === 0 && !defaultBackend) {
    errors.push(invalid(SPEC, null, 'either `defaultBackend` or `rules` must be specified'));
  }
  if (defaultBackend) validateBackend(defaultBackend, SPEC.child('defaultBackend'), errors);
  for (const [i, rule] of rules.entries()) validateRule(rule, SPEC.child('rules').index(i), errors);
  for (const [i, { hosts = [], secretName }] of tls.entries()) {
    const path = SPEC.child('tls').index(i);
    for (const [j, host] of hosts.entries()) checkHost(host, path.child('hosts').index(j), errors);
    if (secretName) checkText(secretName, dns1123Subdomain, path.child('secretName'), errors);
  }
  if (ingressClassName !== undefined) {
    checkText(ingressClassName, dns1123Subdomain, SPEC.child('ingressClassName'), errors);
  }
}

function checkHost(host: string, path: FieldPath, errors: FieldError[]): void {
  checkText(host, host.includes('*') ? wildcardSubdomain : dns1123Subdomain, path, errors);
}

function validateRule({ host, http }: IngressRule, path: FieldPath, errors: FieldError[]): void {
  if (host) {
    if (isIpAddress(host)) {
      errors.push(invalid(path.child('host'), host, 'must be a DNS name, not an IP address'));
    }
    checkHost(host, path.child('host'), errors);
  }
  if (!http) return;
  const { paths = [] } = http;
  if (paths.length === 0) errors.push(required(path.child('http', 'paths')));
  for (const [i, it] of paths.entries()) validatePath(it, path.child('http', 'paths').index(i), errors);
}

function validatePath(
  { path = '', pathType, backend }: IngressPath,
  at: FieldPath,
  errors: FieldError[],
): void {
  if (pathType === undefined) {
    errors.push(required(at.child('pathType'), 'pathType must be specified'));
    return;
  }
  const refuse = (detail: string) => errors.push(invalid(at.child('path'), path, detail));
  if (!PATH_TYPES.includes(pathType)) errors.push(notSupported(at.child('pathType'), pathType, PATH_TYPES));
  else if (pathType === 'ImplementationSpecific') {
    if (path && !path.startsWith('/')) refuse('must be an absolute path');
  } else {
    if (!path.startsWith('/')) refuse('must be an absolute path');
    for (const part of NOT_IN_PATH) if (path.includes(part)) refuse(`must not contain '${part}'`);
    for (const end of NOT_AT_END) if (path.endsWith(end)) refuse(`cannot end with '${end}'`);
  }
  validateBackend(backend ?? {}, at.child('backend'), errors);
}

function validateBackend({ service, resource }: IngressBackend, path: FieldPath, errors: FieldError[]): void {
  if (service && resource) {
    errors.push(invalid(path, '', 'cannot set both resource and service backends'));
  } else if (resource) {
    validateResource(resource, path.child('resource'), errors);
  } else if (service) {
    validateService(service, path, errors);
  } else {
    errors.push(invalid(path, '', 'resource or service backend is required'));
  }
}

function validateService(
  { name, port = {} }: NonNullable<IngressBackend['service']>,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (!name) errors.push(required(path.child('service', 'name')));
  else checkText(name, dns1123Label, path.child('service', 'name'), errors);
  if (port.name && port.number) {
    errors.push(invalid(path, '', 'cannot set both port name & port number'));
  } else if (port.name) {
    checkText(port.name, portName, path.child('service', 'port', 'name'), errors);
  } else if (port.number) {
    for (const message of portNumber(port.number)) {
      errors.push(invalid(path.child('service', 'port', 'number'), port.number, message));
    }
  } else {
    errors.push(required(path, 'port name or number is required'));
  }
}

function validateResource(
  { apiGroup, kind, name }: NonNullable<IngressBackend['resource']>,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (apiGroup !== undefined) checkText(apiGroup, dns1123Subdomain, path.child('apiGroup'), errors);
  if (!kind) errors.push(required(path.child('kind'), 'kind is required'));
  else checkText(kind, pathSegment, path.child('kind'), errors);
  if (!name) errors.push(required(path.child('name'), 'name is required'));
  else checkText(name, pathSegment, path.child('name'), errors);
}
