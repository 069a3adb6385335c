// Cluster IPs and node ports for Services: free ones, drawn from the seed.
// Source: the documentation of Service (service-cluster-ip-range 10.96.0.0/12, node ports 30000–32767).
import type { Service } from '../api/service.ts';
import { ServiceKind } from '../api/service.ts';
import type { View } from '../component.ts';
import type { Random } from '../machinery/random.ts';

const nodePorts = { first: 30_000, count: 2768 };

/** Fills in spec.clusterIP(s) and node ports of a draft. */
export function allocateService(draft: Service, view: View, random: Random): void {
  const { spec } = draft;
  if (spec.type === 'ExternalName') return;
  if (!spec.clusterIP) spec.clusterIP = spec.clusterIPs?.[0] ?? freeIp(view, random);
  spec.clusterIPs ??= [spec.clusterIP];
  if (spec.type !== 'NodePort' && spec.type !== 'LoadBalancer') return;
  for (const port of spec.ports ?? []) port.nodePort ||= freeNodePort(view, random);
}

function freeIp(view: View, random: Random): string {
  const used = new Set(view.list(ServiceKind).map((service) => service.spec.clusterIP));
  for (;;) {
    const ip = `10.${96 + random.int(16)}.${random.int(256)}.${1 + random.int(254)}`;
    if (!used.has(ip)) return ip;
  }
}

function freeNodePort(view: View, random: Random): number {
  const used = new Set(
    view.list(ServiceKind).flatMap((it) => (it.spec.ports ?? []).map((port) => port.nodePort)),
  );
  for (;;) {
    const port = nodePorts.first + random.int(nodePorts.count);
    if (!used.has(port)) return port;
  }
}
