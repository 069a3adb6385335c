// What the API server fills in of a Service.
// Source: API reference of Service; values from recordings of 1.36.
import { isIpv4, isIpv6 } from './ip-address.ts';
import type { ServiceSpec } from './service.ts';

const AFFINITY_SECONDS = 10_800;

export function fillInService(spec: ServiceSpec): void {
  spec.sessionAffinity ||= 'None';
  if (spec.sessionAffinity === 'None') delete spec.sessionAffinityConfig;
  if (spec.sessionAffinity === 'ClientIP') {
    const timeoutSeconds = spec.sessionAffinityConfig?.clientIP?.timeoutSeconds ?? AFFINITY_SECONDS;
    spec.sessionAffinityConfig = { clientIP: { timeoutSeconds } };
  }
  spec.type ||= 'ClusterIP';
  for (const port of spec.ports ?? []) {
    port.protocol ||= 'TCP';
    port.targetPort ||= port.port;
  }
  if (isReachableFromOutside(spec)) spec.externalTrafficPolicy ||= 'Cluster';
  if (spec.type === 'LoadBalancer') spec.allocateLoadBalancerNodePorts ??= true;
  if (!hasClusterIp(spec)) return;
  spec.internalTrafficPolicy ??= 'Cluster';
  if (spec.clusterIP) spec.clusterIPs ??= [spec.clusterIP];
  fillInFamilies(spec);
}

/** Types that have an address inside the cluster, or `None` for one. */
export function hasClusterIp({ type }: ServiceSpec): boolean {
  return type === 'ClusterIP' || type === 'NodePort' || type === 'LoadBalancer';
}

export function hasNodePorts({ type }: ServiceSpec): boolean {
  return type === 'NodePort' || type === 'LoadBalancer';
}

/** Whether a load balancer asks each node if it has a pod of the Service. */
export function hasHealthCheck({ type, externalTrafficPolicy }: ServiceSpec): boolean {
  return type === 'LoadBalancer' && externalTrafficPolicy === 'Local';
}

export function isReachableFromOutside(spec: ServiceSpec): boolean {
  return hasNodePorts(spec) || (spec.type === 'ClusterIP' && (spec.externalIPs ?? []).length > 0);
}

/** This cluster has IPv4 only, but names without a selector may stand for addresses anywhere. */
function fillInFamilies(spec: ServiceSpec): void {
  const isAnywhere = spec.clusterIP === 'None' && Object.keys(spec.selector ?? {}).length === 0;
  spec.ipFamilyPolicy ??= isAnywhere ? 'RequireDualStack' : 'SingleStack';
  const addresses = spec.clusterIPs ?? [];
  // What cannot be given out here is refused by its address, not by a family that nobody asked for.
  if (!spec.ipFamilies?.length && addresses.some(isIpv6)) return;
  const families = spec.ipFamilies?.length
    ? [...spec.ipFamilies]
    : addresses.filter(isIpv4).map(() => 'IPv4');
  if (families.length === 0) families.push('IPv4');
  if (isAnywhere && families.length === 1 && spec.ipFamilyPolicy !== 'SingleStack') {
    families.push(families[0] === 'IPv4' ? 'IPv6' : 'IPv4');
  }
  spec.ipFamilies = families;
}
