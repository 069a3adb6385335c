// kubectl describe service.
import type { EndpointSlice, Service, ServicePort, View } from '../../sim/index.ts';
import { EndpointSliceKind } from '../../sim/index.ts';
import type { Describer } from './describer.ts';
import { annotationEntries, Document, mapEntries } from './document.ts';
import { addEvents } from './events.ts';

export const describeService: Describer<Service> = (service, view, nowMs) => {
  const { metadata, spec } = service;
  const document = new Document();
  document.line(0, 'Name:', metadata.name);
  document.line(0, 'Namespace:', metadata.namespace ?? '');
  document.entries(0, 'Labels:', mapEntries(metadata.labels));
  document.entries(0, 'Annotations:', annotationEntries(metadata.annotations));
  document.line(0, 'Selector:', mapEntries(spec.selector).join(',') || '<none>');
  document.line(0, 'Type:', spec.type ?? '');
  if (spec.ipFamilyPolicy) document.line(0, 'IP Family Policy:', spec.ipFamilyPolicy);
  document.line(0, 'IP Families:', spec.ipFamilies?.join(',') || '<none>');
  document.line(0, 'IP:', spec.clusterIP ?? '');
  document.line(0, 'IPs:', spec.clusterIPs?.join(',') || '<none>');
  if (spec.externalIPs?.length) document.line(0, 'External IPs:', spec.externalIPs.join(','));
  if (spec.loadBalancerIP) document.line(0, 'Desired LoadBalancer IP:', spec.loadBalancerIP);
  const balancers = service.status?.loadBalancer?.ingress ?? [];
  const addresses = balancers.map(({ ip, hostname }) => ip || hostname || '');
  if (addresses.length > 0) document.line(0, 'LoadBalancer Ingress:', addresses.join(', '));
  if (spec.externalName) document.line(0, 'External Name:', spec.externalName);
  for (const port of spec.ports ?? []) addPort(document, service, port, view);
  document.line(0, 'Session Affinity:', spec.sessionAffinity ?? 'None');
  if (spec.externalTrafficPolicy) document.line(0, 'External Traffic Policy:', spec.externalTrafficPolicy);
  if (spec.internalTrafficPolicy) document.line(0, 'Internal Traffic Policy:', spec.internalTrafficPolicy);
  if (spec.trafficDistribution) document.line(0, 'Traffic Distribution:', spec.trafficDistribution);
  if (spec.healthCheckNodePort) document.line(0, 'HealthCheck NodePort:', String(spec.healthCheckNodePort));
  const ranges = spec.loadBalancerSourceRanges ?? [];
  if (ranges.length > 0) document.line(0, 'LoadBalancer Source Ranges:', ranges.join(','));
  addEvents(document, service, view, nowMs);
  return document.toString();
};

function addPort(document: Document, service: Service, port: ServicePort, view: View): void {
  const name = port.name || '<unset>';
  document.line(0, 'Port:', name, `${port.port}/${port.protocol ?? 'TCP'}`);
  const target = typeof port.targetPort === 'string' ? port.targetPort : String(port.targetPort || port.port);
  document.line(0, 'TargetPort:', `${target}/${port.protocol ?? 'TCP'}`);
  if (port.nodePort) document.line(0, 'NodePort:', name, `${port.nodePort}/${port.protocol ?? 'TCP'}`);
  document.line(0, 'Endpoints:', endpointsOf(service, port.name, view));
}

const shownMax = 3;

/** The first addresses behind a port of a Service, by its name: `10.244.1.2:80,10.244.1.3:80`. */
export function endpointsOf({ metadata }: Service, port: string | undefined, view: View): string {
  const slices = view
    .list(EndpointSliceKind, metadata.namespace)
    .filter((slice) => slice.metadata.labels?.['kubernetes.io/service-name'] === metadata.name);
  if (slices.length === 0) return '<none>';
  const addresses = slices.flatMap((slice) => addressesOf(slice, port));
  const more = addresses.length > shownMax ? ` + ${addresses.length - shownMax} more...` : '';
  return addresses.slice(0, shownMax).join(',') + more;
}

function addressesOf(slice: EndpointSlice, port: string | undefined): string[] {
  const ports = (slice.ports ?? []).filter((it) => (it.name ?? '') === (port ?? ''));
  const ready = (slice.endpoints ?? []).filter((endpoint) => endpoint.conditions?.ready !== false);
  return ports.flatMap((it) => ready.flatMap(({ addresses }) => addresses.map((ip) => `${ip}:${it.port}`)));
}
