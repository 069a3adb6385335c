// Cluster IPs and node ports for Services: those asked for if they are free, else free ones drawn from the seed.
// Source: the documentation of Service (service-cluster-ip-range 10.96.0.0/12, node ports 30000–32767).
import type { Service, ServicePort } from '../api/service.ts';
import { ServiceKind } from '../api/service.ts';
import type { View } from '../component.ts';
import type { FieldError } from '../machinery/field-error.ts';
import { invalid } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import type { Random } from '../machinery/random.ts';

const nodePorts = { first: 30_000, last: 32_767 };
const RANGE = '10.96.0.0/12';

/** Fills in spec.clusterIP(s) and node ports of a valid draft; what cannot be had is returned. */
export function allocateService(draft: Service, view: View, random: Random): FieldError[] {
  const { spec } = draft;
  if (spec.type === 'ExternalName') return [];
  const error = allocateIp(draft, view, random);
  if (error) return [error];
  if (spec.type !== 'NodePort' && spec.type !== 'LoadBalancer') return [];
  return (spec.ports ?? []).flatMap((port, i) => allocateNodePort(port, i, view, random) ?? []);
}

function allocateIp({ spec }: Service, view: View, random: Random): FieldError | undefined {
  const asked = spec.clusterIP || spec.clusterIPs?.[0];
  const used = new Set(view.list(ServiceKind).map((service) => service.spec.clusterIP));
  const ip = asked ?? freeIp(used, random);
  spec.clusterIP = ip;
  spec.clusterIPs ??= [ip];
  if (ip === 'None') return undefined;
  const refuse = (why: string) =>
    invalid(FieldPath.of('spec', 'clusterIPs'), [ip], `failed to allocate IP ${ip}: ${why}`);
  if (!isInRange(ip)) {
    return refuse(`the provided IP (${ip}) is not in the valid range. The range of valid IPs is ${RANGE}`);
  }
  return asked !== undefined && used.has(ip) ? refuse('provided IP is already allocated') : undefined;
}

function isInRange(ip: string): boolean {
  const [first, second] = ip.split('.').map(Number);
  return first === 10 && second !== undefined && second >= 96 && second < 112;
}

function freeIp(used: ReadonlySet<string | undefined>, random: Random): string {
  for (;;) {
    const ip = `10.${96 + random.int(16)}.${random.int(256)}.${1 + random.int(254)}`;
    if (!used.has(ip)) return ip;
  }
}

function allocateNodePort(port: ServicePort, i: number, view: View, random: Random): FieldError | undefined {
  const used = new Set(
    view.list(ServiceKind).flatMap(({ spec }) => (spec.ports ?? []).map((it) => it.nodePort)),
  );
  const asked = port.nodePort;
  if (!asked) {
    do port.nodePort = nodePorts.first + random.int(nodePorts.last - nodePorts.first + 1);
    while (used.has(port.nodePort));
    return undefined;
  }
  const refuse = (why: string) =>
    invalid(FieldPath.of('spec', 'ports').index(i).child('nodePort'), asked, why);
  if (asked < nodePorts.first || asked > nodePorts.last) {
    return refuse('provided port is not in the valid range. The range of valid ports is 30000-32767');
  }
  return used.has(asked) ? refuse('provided port is already allocated') : undefined;
}
