// kubectl describe endpoints and endpointslice.
import type { Endpoint, EndpointSlice, EndpointSubset, Endpoints } from '../../sim/index.ts';
import { addHead } from './data.ts';
import type { Describer } from './describer.ts';
import { Document } from './document.ts';
import { addEvents } from './events.ts';

const UNSET = '<unset>';

export const describeEndpoints: Describer<Endpoints> = (endpoints, view, nowMs) => {
  const document = new Document();
  addHead(document, endpoints);
  document.line(0, 'Subsets:');
  for (const subset of endpoints.subsets ?? []) addSubset(document, subset);
  addEvents(document, endpoints, view, nowMs);
  return document.toString();
};

function addSubset(
  document: Document,
  { addresses = [], notReadyAddresses = [], ports = [] }: EndpointSubset,
): void {
  const textOf = (list: readonly { ip: string }[]) => list.map(({ ip }) => ip).join(',') || '<none>';
  document.line(1, 'Addresses:', textOf(addresses));
  document.line(1, 'NotReadyAddresses:', textOf(notReadyAddresses));
  if (ports.length > 0) {
    document.line(1, 'Ports:');
    document.line(2, 'Name', 'Port', 'Protocol').line(2, '----', '----', '--------');
    for (const { name, port, protocol = '' } of ports) {
      document.line(2, name || UNSET, String(port), protocol);
    }
  }
  document.line(0, '');
}

export const describeEndpointSlice: Describer<EndpointSlice> = (slice, view, nowMs) => {
  const document = new Document();
  addHead(document, slice);
  document.line(0, 'AddressType:', slice.addressType);
  const [ports, endpoints] = [slice.ports ?? [], slice.endpoints ?? []];
  if (ports.length === 0) document.line(0, `Ports: ${UNSET}`);
  else {
    document.line(0, 'Ports:');
    document.line(1, 'Name', 'Port', 'Protocol').line(1, '----', '----', '--------');
    for (const { name, port, protocol = '' } of ports) {
      document.line(1, name || UNSET, String(port ?? UNSET), protocol);
    }
  }
  if (endpoints.length === 0) document.line(0, 'Endpoints: <none>');
  else document.line(0, 'Endpoints:');
  for (const endpoint of endpoints) addEndpoint(document, endpoint);
  addEvents(document, slice, view, nowMs);
  return document.toString();
};

function addEndpoint(document: Document, endpoint: Endpoint): void {
  const { addresses, conditions, hostname, targetRef, nodeName, zone } = endpoint;
  document.line(1, '- Addresses:', addresses.join(', ') || '<none>');
  document.line(2, 'Conditions:');
  document.line(3, 'Ready:', String(conditions?.ready ?? UNSET));
  document.line(2, 'Hostname:', hostname ?? UNSET);
  if (targetRef) document.line(2, 'TargetRef:', `${targetRef.kind ?? ''}/${targetRef.name ?? ''}`);
  document.line(2, 'NodeName:', nodeName ?? UNSET);
  document.line(2, 'Zone:', zone ?? UNSET);
}
