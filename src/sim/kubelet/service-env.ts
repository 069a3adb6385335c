// The environment variables by which a container finds the Services of its namespace.
// Source: "Service: Discovering services" in the Kubernetes documentation.
import type { Service, ServicePort } from '../api/service.ts';
import { ServiceKind } from '../api/service.ts';
import type { View } from '../component.ts';

/** By name. The API server's own variables are always there; the others where the pod wants service links. */
export function serviceEnv(view: View, namespace: string, wantsLinks: boolean): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  const master = view.get(ServiceKind, 'default', 'kubernetes');
  if (master) addService(variables, master);
  if (!wantsLinks) return variables;
  for (const service of view.list(ServiceKind, namespace)) addService(variables, service);
  return variables;
}

function addService(variables: Map<string, string>, { metadata, spec }: Service): void {
  const { clusterIP, ports = [] } = spec;
  const first = ports[0];
  if (!clusterIP || clusterIP === 'None' || !first) return;
  const name = variableName(metadata.name);
  variables.set(`${name}_SERVICE_HOST`, clusterIP);
  variables.set(`${name}_SERVICE_PORT`, String(first.port));
  for (const port of ports) {
    if (port.name) variables.set(`${name}_SERVICE_PORT_${variableName(port.name)}`, String(port.port));
  }
  variables.set(`${name}_PORT`, urlOf(clusterIP, first));
  for (const port of ports) {
    const prefix = `${name}_PORT_${port.port}_${(port.protocol ?? 'TCP').toUpperCase()}`;
    variables.set(prefix, urlOf(clusterIP, port));
    variables.set(`${prefix}_PROTO`, protocolOf(port));
    variables.set(`${prefix}_PORT`, String(port.port));
    variables.set(`${prefix}_ADDR`, clusterIP);
  }
}

function urlOf(clusterIp: string, port: ServicePort): string {
  return `${protocolOf(port)}://${clusterIp}:${port.port}`;
}

function protocolOf({ protocol = 'TCP' }: ServicePort): string {
  return protocol.toLowerCase();
}

function variableName(name: string): string {
  return name.toUpperCase().replaceAll('-', '_');
}
