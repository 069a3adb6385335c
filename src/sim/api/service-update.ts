// What becomes of the addresses and ports that a Service was given, when it changes: they stay where a manifest leaves
// them out, and go where the new type has none. What somebody changed by hand is left for validation to refuse.
import { isEqual } from '../machinery/equality.ts';
import type { ServiceSpec } from './service.ts';
import {
  fillInService,
  hasClusterIp,
  hasHealthCheck,
  hasNodePorts,
  isReachableFromOutside,
} from './service-defaults.ts';

/** Before an update is validated. Mutates `next`. */
export function prepareServiceUpdate(next: ServiceSpec, old: ServiceSpec): void {
  keepPolicy(next, old);
  keepAddresses(next, old);
  fillInService(next);
  if (hasNodePorts(old) && hasNodePorts(next)) keepNodePorts(next, old);
  if (hasHealthCheck(old) && hasHealthCheck(next) && old.healthCheckNodePort) {
    next.healthCheckNodePort ||= old.healthCheckNodePort;
  }
  dropWhatTypeHasNot(next, old);
}

function keepPolicy(next: ServiceSpec, old: ServiceSpec): void {
  if (next.type !== 'ExternalName' && old.ipFamilyPolicy) next.ipFamilyPolicy ??= old.ipFamilyPolicy;
}

function keepAddresses(next: ServiceSpec, old: ServiceSpec): void {
  const isKept = hasClusterIp(old) && next.type !== 'ExternalName';
  if (isKept && !next.clusterIP && old.clusterIP) next.clusterIP = old.clusterIP;
  if (isKept && !next.clusterIPs?.length && old.clusterIPs) next.clusterIPs = old.clusterIPs;
  if ((next.clusterIP ?? '') === (old.clusterIP ?? '')) return;
  if (!isEqual(next.clusterIPs ?? [], old.clusterIPs ?? [])) return;
  // Only one of the two was changed: the other follows.
  if (next.clusterIP) next.clusterIPs = [next.clusterIP];
  else delete next.clusterIPs;
}

/** Ports keep their number by name, if no other port has taken it. */
function keepNodePorts(next: ServiceSpec, old: ServiceSpec): void {
  const taken = new Set((next.ports ?? []).map(({ nodePort }) => nodePort));
  const given = new Map((old.ports ?? []).map(({ name = '', nodePort }) => [name, nodePort]));
  for (const port of next.ports ?? []) {
    const before = given.get(port.name ?? '');
    if (port.nodePort || !before || taken.has(before)) continue;
    port.nodePort = before;
    taken.add(before);
  }
}

function dropWhatTypeHasNot(next: ServiceSpec, old: ServiceSpec): void {
  const drop = (...fields: (keyof ServiceSpec)[]) => {
    for (const field of fields) if (isEqual(next[field], old[field])) delete next[field];
  };
  if (hasClusterIp(old) && !hasClusterIp(next)) {
    if (isEqual(next.clusterIPs ?? [], old.clusterIPs ?? [])) {
      delete next.clusterIP;
      delete next.clusterIPs;
    }
    drop('ipFamilies', 'ipFamilyPolicy');
  }
  const given = new Set(nodePortsOf(old));
  // Ports may have come and gone, as long as nobody asked for a number of their own.
  const hasNew = nodePortsOf(next).some((number) => !given.has(number));
  if (hasNodePorts(old) && !hasNodePorts(next) && !hasNew) {
    for (const port of next.ports ?? []) delete port.nodePort;
  }
  if (hasHealthCheck(old) && !hasHealthCheck(next)) drop('healthCheckNodePort');
  if (old.type === 'LoadBalancer' && next.type !== 'LoadBalancer') {
    drop('allocateLoadBalancerNodePorts', 'loadBalancerClass');
  }
  if (isReachableFromOutside(old) && !isReachableFromOutside(next)) drop('externalTrafficPolicy');
}

function nodePortsOf({ ports = [] }: ServiceSpec): number[] {
  return ports.flatMap(({ nodePort }) => nodePort || []);
}
