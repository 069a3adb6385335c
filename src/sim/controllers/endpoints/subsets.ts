// Groups pods into subsets: the addresses of one subset offer the same ports.
import type { EndpointAddress, EndpointSubset } from '../../api/endpoints.ts';
import type { Pod } from '../../api/pod.ts';
import type { Service } from '../../api/service.ts';
import { compareText } from '../../machinery/go-text.ts';
import { isReady } from '../pod-facts.ts';
import type { EndpointPort } from '../service-endpoints.ts';
import { hostnameOf, isHeadless, portsOf, referenceTo } from '../service-endpoints.ts';

interface Group {
  readonly ports: readonly EndpointPort[];
  readonly ready: EndpointAddress[];
  readonly notReady: EndpointAddress[];
}

/** Addresses sorted by IP; ports by name, as the API server stores them. */
export function subsetsOf(service: Service, pods: readonly Pod[]): EndpointSubset[] {
  const groups = new Map<string, Group>();
  for (const pod of pods) {
    const ports = portsOf(service, pod);
    // Without a port there is nothing to offer, unless names are all that the Service is for.
    if (ports.length === 0 && !(isHeadless(service) && !service.spec.ports?.length)) continue;
    const id = JSON.stringify(ports);
    const group = groups.get(id) ?? { ports, ready: [], notReady: [] };
    groups.set(id, group);
    const isShown = isReady(pod) || service.spec.publishNotReadyAddresses === true;
    (isShown ? group.ready : group.notReady).push(addressOf(service, pod));
  }
  return [...groups.values()].map(subsetOf);
}

function subsetOf({ ports, ready, notReady }: Group): EndpointSubset {
  const shown = [...ports]
    .sort((a, b) => compareText(a.name, b.name))
    .map(({ name, ...port }) => (name === '' ? port : { name, ...port }));
  return {
    ...(ready.length > 0 ? { addresses: ready.sort(byIp) } : {}),
    ...(notReady.length > 0 ? { notReadyAddresses: notReady.sort(byIp) } : {}),
    ...(shown.length > 0 ? { ports: shown } : {}),
  };
}

function addressOf(service: Service, pod: Pod): EndpointAddress {
  const hostname = hostnameOf(service, pod);
  return {
    ...(hostname === undefined ? {} : { hostname }),
    ip: pod.status?.podIP ?? '',
    ...(pod.spec.nodeName === undefined ? {} : { nodeName: pod.spec.nodeName }),
    targetRef: referenceTo(pod),
  };
}

function byIp(a: EndpointAddress, b: EndpointAddress): number {
  const [left, right] = [a.ip.split('.').map(Number), b.ip.split('.').map(Number)];
  for (let i = 0; i < 4; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
