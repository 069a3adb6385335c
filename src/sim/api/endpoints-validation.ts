// Validation of Endpoints and EndpointSlices, and of changes to slices.
// Source: "EndpointSlices"; API reference of both.
import type { FieldError } from '../machinery/field-error.ts';
import { duplicate, immutable, invalid, notSupported, required, tooMany } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { dns1123Label, dns1123Subdomain, portNumber, qualifiedName } from '../machinery/names.ts';
import type { Endpoint, EndpointSlice } from './endpoint-slice.ts';
import type { EndpointAddress, EndpointSubset, Endpoints } from './endpoints.ts';
import { isIpv4, isIpv6 } from './ip-address.ts';
import { checkIp, checkOrdinaryIp } from './ip-validation.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';
import { checkOneOf, checkText } from './scalar-validation.ts';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];
const ADDRESS_TYPES = ['FQDN', 'IPv4', 'IPv6'];
const MAX = { endpoints: 1000, addresses: 100, ports: 100 };

export function validateEndpoints({ metadata, subsets = [] }: Endpoints): FieldError[] {
  const errors = validateMetadata(metadata, dns1123Subdomain);
  for (const [i, subset] of subsets.entries()) {
    validateSubset(subset, FieldPath.of('subsets').index(i), errors);
  }
  return errors;
}

function validateSubset(subset: EndpointSubset, path: FieldPath, errors: FieldError[]): void {
  const { addresses = [], notReadyAddresses = [], ports = [] } = subset;
  if (addresses.length === 0 && notReadyAddresses.length === 0) {
    errors.push(required(path, 'must specify `addresses` or `notReadyAddresses`'));
  }
  for (const [field, list] of Object.entries({ addresses, notReadyAddresses })) {
    for (const [i, address] of list.entries()) {
      validateAddress(address, path.child(field).index(i), errors);
    }
  }
  for (const [i, { name, port, protocol, appProtocol }] of ports.entries()) {
    const at = path.child('ports').index(i);
    if (name) checkText(name, dns1123Label, at.child('name'), errors);
    else if (ports.length > 1) errors.push(required(at.child('name')));
    for (const message of portNumber(port)) errors.push(invalid(at.child('port'), port, message));
    checkOneOf(protocol, PROTOCOLS, at.child('protocol'), errors);
    if (appProtocol !== undefined) checkText(appProtocol, qualifiedName, at.child('appProtocol'), errors);
  }
}

function validateAddress(
  { ip = '', hostname, nodeName }: EndpointAddress,
  path: FieldPath,
  errors: FieldError[],
): void {
  checkIp(ip, path.child('ip'), errors);
  if (hostname) checkText(hostname, dns1123Label, path.child('hostname'), errors);
  if (nodeName !== undefined) checkText(nodeName, dns1123Subdomain, path.child('nodeName'), errors);
  checkOrdinaryIp(ip, path.child('ip'), errors);
}

export function validateEndpointSlice(slice: EndpointSlice): FieldError[] {
  const errors = validateMetadata(slice.metadata, dns1123Subdomain);
  const { addressType, endpoints, ports } = slice;
  checkOneOf(addressType, ADDRESS_TYPES, FieldPath.of('addressType'), errors);
  validateSliceEndpoints(endpoints ?? [], addressType, errors);
  validateSlicePorts(ports ?? [], errors);
  return errors;
}

function validateSliceEndpoints(
  endpoints: readonly Endpoint[],
  type: string | undefined,
  errors: FieldError[],
): void {
  const path = FieldPath.of('endpoints');
  if (endpoints.length > MAX.endpoints) {
    errors.push(tooMany(path, endpoints.length, MAX.endpoints));
    return;
  }
  for (const [i, { addresses = [], hostname, nodeName }] of endpoints.entries()) {
    const at = path.index(i);
    if (addresses.length === 0) {
      errors.push(required(at.child('addresses'), 'must contain at least 1 address'));
    } else if (addresses.length > MAX.addresses) {
      errors.push(tooMany(at.child('addresses'), addresses.length, MAX.addresses));
    }
    for (const [j, address] of addresses.entries()) {
      checkAddress(address, type, at.child('addresses').index(j), errors);
    }
    if (nodeName !== undefined) checkText(nodeName, dns1123Subdomain, at.child('nodeName'), errors);
    if (hostname !== undefined) checkText(hostname, dns1123Label, at.child('hostname'), errors);
  }
}

function checkAddress(
  address: string,
  type: string | undefined,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (type === 'IPv4' || type === 'IPv6') {
    const isOfType = type === 'IPv4' ? isIpv4(address) : isIpv6(address);
    if (!isOfType) errors.push(invalid(path, address, `must be a valid ${type} address`));
    checkOrdinaryIp(address, path, errors);
  } else if (type === 'FQDN') {
    checkText(address, dns1123Subdomain, path, errors);
    if (!address.includes('.')) {
      errors.push(invalid(path, address, 'should be a domain with at least two segments separated by dots'));
    }
  }
}

function validateSlicePorts(ports: NonNullable<EndpointSlice['ports']>, errors: FieldError[]): void {
  const path = FieldPath.of('ports');
  if (ports.length > MAX.ports) {
    errors.push(tooMany(path, ports.length, MAX.ports));
    return;
  }
  const names = new Set<string>();
  for (const [i, { name = '', port, protocol = 'TCP', appProtocol }] of ports.entries()) {
    const at = path.index(i);
    if (name) checkText(name, dns1123Label, at.child('name'), errors);
    if (names.has(name)) errors.push(duplicate(at.child('name'), name));
    names.add(name);
    for (const message of port === undefined ? [] : portNumber(port)) {
      errors.push(invalid(at.child('port'), port, message));
    }
    if (!PROTOCOLS.includes(protocol)) errors.push(notSupported(at.child('protocol'), protocol, PROTOCOLS));
    if (appProtocol !== undefined) checkText(appProtocol, qualifiedName, at.child('appProtocol'), errors);
  }
}

export function validateEndpointSliceUpdate(next: EndpointSlice, old: EndpointSlice): FieldError[] {
  const errors = validateMetadataUpdate(next.metadata, old.metadata);
  if (next.addressType !== old.addressType) {
    errors.push(immutable(FieldPath.of('addressType'), next.addressType));
  }
  return errors;
}
