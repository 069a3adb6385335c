// What the API server fills in of a Service, and what it keeps when a manifest leaves it out.
// Source: API reference of Service; values from recordings of 1.36.
import type { ServicePort, ServiceSpec } from './service.ts';

const AFFINITY_SECONDS = 10_800;

export function fillInService(spec: ServiceSpec): void {
  spec.sessionAffinity ??= 'None';
  if (spec.sessionAffinity === 'None') delete spec.sessionAffinityConfig;
  if (spec.sessionAffinity === 'ClientIP') {
    spec.sessionAffinityConfig ??= {};
    spec.sessionAffinityConfig.clientIP ??= {};
    spec.sessionAffinityConfig.clientIP.timeoutSeconds ??= AFFINITY_SECONDS;
  }
  spec.type ??= 'ClusterIP';
  for (const port of spec.ports ?? []) {
    port.protocol ??= 'TCP';
    port.targetPort ||= port.port;
  }
  if (spec.type === 'NodePort' || spec.type === 'LoadBalancer') spec.externalTrafficPolicy ??= 'Cluster';
  if (spec.type === 'LoadBalancer') spec.allocateLoadBalancerNodePorts ??= true;
  if (spec.type === 'ExternalName') return;
  spec.internalTrafficPolicy ??= 'Cluster';
  spec.ipFamilies ??= ['IPv4'];
  spec.ipFamilyPolicy ??= 'SingleStack';
  if (spec.clusterIP) spec.clusterIPs ??= [spec.clusterIP];
  else if (spec.clusterIPs?.[0]) spec.clusterIP = spec.clusterIPs[0];
}

/** Before an update: addresses and node ports that were given out stay, unless the new type has none. */
export function keepAllocated(next: ServiceSpec, old: ServiceSpec): void {
  const type = next.type ?? 'ClusterIP';
  if (type === 'ExternalName') {
    // Going back to a name alone gives the address up, if nobody asked to keep it.
    if (next.clusterIP === old.clusterIP) delete next.clusterIP;
    if (next.clusterIPs?.[0] === old.clusterIPs?.[0]) delete next.clusterIPs;
    delete next.ipFamilies;
    delete next.ipFamilyPolicy;
    delete next.internalTrafficPolicy;
  } else if (old.type !== 'ExternalName') {
    next.clusterIP ||= next.clusterIPs?.[0] ?? old.clusterIP;
    const isChanged = next.clusterIP !== old.clusterIP && next.clusterIPs?.[0] === old.clusterIPs?.[0];
    if (next.clusterIP && isChanged) next.clusterIPs = [next.clusterIP];
    next.clusterIPs ??= next.clusterIP === old.clusterIP ? old.clusterIPs : [next.clusterIP ?? ''];
  }
  const hasNodePorts = (it: string | undefined) => it === 'NodePort' || it === 'LoadBalancer';
  if (hasNodePorts(type)) {
    if (hasNodePorts(old.type)) for (const port of next.ports ?? []) keepNodePort(port, old);
    return;
  }
  if (!hasNodePorts(old.type)) return;
  if (next.externalTrafficPolicy === old.externalTrafficPolicy) delete next.externalTrafficPolicy;
  delete next.allocateLoadBalancerNodePorts;
  const given = new Set((old.ports ?? []).map(({ nodePort }) => nodePort));
  for (const port of next.ports ?? []) if (given.has(port.nodePort)) delete port.nodePort;
}

function keepNodePort(port: ServicePort, old: ServiceSpec): void {
  const same = (it: ServicePort) => it.port === port.port && it.protocol === (port.protocol ?? 'TCP');
  const nodePort = port.nodePort || old.ports?.find(same)?.nodePort;
  if (nodePort) port.nodePort = nodePort;
}
