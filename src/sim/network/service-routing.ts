// Where a connection to a virtual address goes: one of the Service's endpoints, as each node's tables have it.
// Source: "Virtual IPs and Service Proxies" in the Kubernetes documentation.
import type { Endpoint } from '../api/endpoint-slice.ts';
import type { Service } from '../api/service.ts';
import type { Random } from '../machinery/random.ts';
import type { NodeAddress } from './node-ports.ts';
import { serviceAtNodePort } from './node-ports.ts';
import type { ServiceSnapshot } from './service-map.ts';

export interface Destination {
  readonly ip: string;
  readonly port: number;
}

/** 'refused': the Service has no endpoint for it; 'timeout': it has no such port; undefined: it is no virtual address. */
export type Route = Destination | 'refused' | 'timeout' | undefined;

export interface Client {
  readonly ip: string;
  readonly nodeName: string | undefined;
}

/** The ports of the two Services whose endpoints run outside of the simulated pods. */
const CONTROL_PLANE_PORTS = new Map([
  ['default/kubernetes', [443]],
  ['kube-system/kube-dns', [53]],
]);

const DEFAULT_AFFINITY_SECONDS = 10_800;

const ANY_NODE = Symbol('any node');

/** Remembers which endpoint a client was given, for Services with session affinity. */
export class ServiceRouter {
  readonly #random: Random;
  readonly #now: () => number;
  readonly #sessions = new Map<string, { readonly ip: string; readonly untilMs: number }>();

  constructor(random: Random, now: () => number) {
    this.#random = random;
    this.#now = now;
  }

  route(ip: string, port: number, client: Client, map: ServiceSnapshot): Route {
    const service = map.services().find(({ spec }) => spec.clusterIP === ip);
    if (!service) return undefined;
    const servicePort = service.spec.ports?.find(
      (own) => own.port === port && (own.protocol ?? 'TCP') === 'TCP',
    );
    if (!servicePort) return 'timeout';
    const nodeName = service.spec.internalTrafficPolicy === 'Local' ? client.nodeName : ANY_NODE;
    const choices = destinations(service, servicePort.name ?? '', nodeName, map);
    if (choices.length === 0) return 'refused';
    return this.#choose(service, choices, client);
  }

  /** Where a connection to a port of a node goes; undefined where no Service has it. */
  routeNodePort(entry: NodeAddress, port: number, client: Client, map: ServiceSnapshot): Route {
    const found = serviceAtNodePort(port, map);
    if (!found) return undefined;
    const { service, servicePort } = found;
    const isLocal = service.spec.externalTrafficPolicy === 'Local';
    const choices = destinations(service, servicePort.name ?? '', isLocal ? entry.nodeName : ANY_NODE, map);
    if (choices.length > 0) return this.#choose(service, choices, client);
    // A node without an endpoint of its own drops what is meant for local ones only.
    return isLocal ? 'timeout' : 'refused';
  }

  #choose(service: Service, choices: readonly Destination[], client: Client): Destination {
    if (service.spec.sessionAffinity !== 'ClientIP') return this.#random.pick(choices);
    const key = `${service.metadata.uid} ${client.ip}`;
    const session = this.#sessions.get(key);
    const known =
      session && session.untilMs > this.#now() ? choices.find(({ ip }) => ip === session.ip) : undefined;
    const chosen = known ?? this.#random.pick(choices);
    const seconds = service.spec.sessionAffinityConfig?.clientIP?.timeoutSeconds ?? DEFAULT_AFFINITY_SECONDS;
    this.#sessions.set(key, { ip: chosen.ip, untilMs: this.#now() + seconds * 1000 });
    return chosen;
  }
}

/** Whether a connection is to the API server or to cluster DNS, which no pod serves here. */
export function isControlPlane(ip: string, port: number, map: ServiceSnapshot): boolean {
  const service = map.services().find(({ spec }) => spec.clusterIP === ip);
  const key = `${service?.metadata.namespace}/${service?.metadata.name}`;
  return CONTROL_PLANE_PORTS.get(key)?.includes(port) === true;
}

/** Ready endpoints, of one node or any; where there are none, those that still serve on their way out. */
function destinations(
  service: Service,
  portName: string,
  onNode: string | undefined | typeof ANY_NODE,
  map: ServiceSnapshot,
): readonly Destination[] {
  const reachable = map.slicesOf(service).flatMap(({ endpoints, ports }) => {
    const port = ports?.find((own) => (own.name ?? '') === portName)?.port;
    if (port === undefined) return [];
    return (endpoints ?? [])
      .filter(({ nodeName }) => onNode === ANY_NODE || nodeName === onNode)
      .map((endpoint) => ({ endpoint, port }));
  });
  const ready = reachable.filter(({ endpoint }) => endpoint.conditions?.ready !== false);
  const usable = ready.length > 0 ? ready : reachable.filter(({ endpoint }) => isServingLast(endpoint));
  return usable.flatMap(({ endpoint, port }) => endpoint.addresses.map((ip) => ({ ip, port })));
}

function isServingLast({ conditions }: Endpoint): boolean {
  return conditions?.serving === true && conditions.terminating === true;
}
