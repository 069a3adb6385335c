// The proxy of the API server: a request to a pod or a Service that goes through it, as `kubectl proxy` and curl make it.
// Source: "Access Services Running on Clusters: Manually constructing apiserver proxy URLs", and the server's own messages.
//
// Departs: links in a page that comes back are not rewritten, and nodes have no proxy.
import type { EndpointAddress, EndpointSubset, Endpoints } from '../../api/endpoints.ts';
import { EndpointsKind } from '../../api/endpoints.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import { ServiceKind } from '../../api/service.ts';
import type { View } from '../../component.ts';
import type { Random } from '../../machinery/random.ts';
import type { NetworkStack } from '../../network/network.ts';
import type { HttpRequest, HttpResponse } from '../../world/process.ts';
import type { Status } from '../status.ts';
import { badRequest, notFound, refusal } from '../status.ts';
import type { ResourcePath } from './request-path.ts';
import type { Reply } from './responses.ts';
import { failed } from './responses.ts';

export interface Proxying {
  readonly view: View;
  /** The network as the API server sees it. */
  readonly network: NetworkStack;
  readonly random: Random;
  readonly path: ResourcePath;
  /** Of the request, still encoded. */
  readonly queryText: string;
  readonly request: HttpRequest;
}

/** How long the server tries to reach somebody who does not answer. */
const dialTimeoutMs = 30_000;

interface Place {
  readonly ip: string;
  readonly port: number;
}

type Located = { readonly ok: true; readonly place: Place } | { readonly ok: false; readonly status: Status };

/** The answer of whoever is behind it; a Reply where the server answers itself. */
export function proxy(proxying: Proxying): HttpResponse | Reply {
  const { path, request } = proxying;
  // A page at the root needs the slash, or its own links would lead astray.
  if (path.rest === '' && (request.method === 'GET' || request.method === 'HEAD')) return toSlash(proxying);
  const located = path.kind === (PodKind as unknown) ? podPlace(proxying) : servicePlace(proxying);
  return located.ok ? forward(proxying, located.place) : failed(located.status);
}

function toSlash({ queryText, request }: Proxying): Reply {
  const at = request.target.indexOf('?');
  const here = at < 0 ? request.target : request.target.slice(0, at);
  const location = `${here}/${queryText === '' ? '' : `?${queryText}`}`;
  return { code: 301, body: '', isText: true, headers: [['Location', location]] };
}

/** `name`, `name:port` or `scheme:name:port`. */
function splitName(text: string): { scheme: string; name: string; port: string } | undefined {
  const parts = text.split(':');
  const [scheme, name, port] =
    parts.length === 1 ? ['', parts[0], ''] : parts.length === 2 ? ['', parts[0], parts[1]] : parts;
  const isScheme = scheme === '' || scheme === 'http' || scheme === 'https';
  if (parts.length > 3 || !isScheme || !name || (parts.length === 2 && !port)) return undefined;
  return { scheme: scheme ?? '', name, port: port ?? '' };
}

function podPlace({ view, path }: Proxying): Located {
  const { namespace = '', name = '' } = path;
  const asked = splitName(name);
  if (!asked) return no(badRequest(`invalid pod request ${JSON.stringify(name)}`));
  const pod = view.get(PodKind, namespace, asked.name);
  if (!pod) return no(notFound(path.kind, asked.name));
  const ip = pod.status?.podIP;
  if (!ip) return no(badRequest('address not allowed'));
  const port = asked.port === '' ? (firstPort(pod) ?? defaultPort(asked.scheme)) : Number(asked.port);
  return Number.isInteger(port) && port > 0 && port <= 65_535
    ? { ok: true, place: { ip, port } }
    : no(unreachable(`dial tcp: lookup tcp/${asked.port}: unknown port`));
}

function firstPort({ spec }: Pod): number | undefined {
  return spec.containers.flatMap(({ ports = [] }) => ports)[0]?.containerPort;
}

function defaultPort(scheme: string): number {
  return scheme === 'https' ? 443 : 80;
}

/** Some ready endpoint that offers the port; without a port in the name it is the one that has no name. */
function servicePlace({ view, path, random }: Proxying): Located {
  const { namespace = '', name = '' } = path;
  const asked = splitName(name);
  if (!asked) return no(badRequest(`invalid service request ${JSON.stringify(name)}`));
  const service = view.get(ServiceKind, namespace, asked.name);
  let portName = asked.port;
  if (/^\d+$/.test(asked.port)) {
    if (!service) return no(notFound(path.kind, asked.name));
    const port = service.spec.ports?.find((own) => own.port === Number(asked.port));
    if (!port) {
      return no(unavailable(`no service port ${Number(asked.port)} found for service "${asked.name}"`));
    }
    portName = port.name ?? '';
  }
  const endpoints = view.get(EndpointsKind, namespace, asked.name);
  if (!endpoints) return no(service ? none(asked.name) : notFound(path.kind, asked.name));
  const places = placesOf(endpoints, portName);
  return places.length > 0 ? { ok: true, place: random.pick(places) } : no(none(asked.name));
}

function placesOf({ subsets = [] }: Endpoints, portName: string): Place[] {
  return subsets.flatMap(({ addresses = [], ports = [] }: EndpointSubset) => {
    const port = ports.find(({ name = '' }) => name === portName)?.port;
    // Only pods: an address that somebody wrote by hand could be anything.
    const pods = addresses.filter(({ targetRef }: EndpointAddress) => targetRef?.kind === 'Pod');
    return port === undefined ? [] : pods.map(({ ip }) => ({ ip, port }));
  });
}

function forward({ network, path, queryText, request }: Proxying, { ip, port }: Place): HttpResponse | Reply {
  const target = `${path.rest || '/'}${queryText === '' ? '' : `?${queryText}`}`;
  const { method, headers, body } = request;
  const { outcome, response } = exchange(network, ip, port, { method, target, headers, body });
  if (response) return response;
  const where = `dial tcp ${ip}:${port}:`;
  if (outcome === 'refused') return failed(unreachable(`${where} connect: connection refused`));
  if (outcome === 'empty-reply') return failed(unreachable('EOF'));
  if (outcome === 'unreachable') return failed(unreachable(`${where} connect: no route to host`));
  return { ...failed(unreachable(`${where} i/o timeout`)), delayMs: dialTimeoutMs };
}

function exchange(
  network: NetworkStack,
  ip: string,
  port: number,
  request: Omit<HttpRequest, 'clientIp'>,
): { outcome: string; response?: HttpResponse } {
  const outcome = network.request(ip, port, request);
  return outcome.outcome === 'response' ? outcome : { outcome: outcome.outcome };
}

function no(status: Status): Located {
  return { ok: false, status };
}

function unreachable(why: string): Status {
  return unavailable(`error trying to reach service: ${why}`);
}

function none(name: string): Status {
  return unavailable(`no endpoints available for service "${name}"`);
}

function unavailable(message: string): Status {
  return refusal('ServiceUnavailable', message);
}
