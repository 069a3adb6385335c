// Cluster DNS: what names the Services, their endpoints and the pods have.
//
// Source: the "Kubernetes DNS-Based Service Discovery" specification and "DNS for Services and Pods"; CoreDNS as kubeadm sets it up
// (records of cluster.local live 30 s and are not cached by the server).
// Departs: there is no Internet behind it: every name outside of the cluster is unknown.
import type { Endpoint } from '../api/endpoint-slice.ts';
import { NamespaceKind } from '../api/namespace.ts';
import type { Service, ServicePort } from '../api/service.ts';
import type { View } from '../component.ts';
import { canonicalName, dashedIp, ipOfReverseName, isIp, labelsInZone, ZONE } from './dns-name.ts';
import type { DnsAnswer, DnsRecord, DnsType } from './network.ts';
import type { ServiceSnapshot } from './service-map.ts';

export const TTL_SECONDS = 30;

/** A place where a Service is to be found: an endpoint, or its virtual address. */
interface Target {
  readonly name: string;
  readonly ip: string;
  readonly ports: readonly { readonly name: string; readonly port: number; readonly protocol: string }[];
}

/** What there is to answer from, and how many aliases led here. */
interface Known {
  readonly map: ServiceSnapshot;
  readonly view: View;
  readonly followed: number;
}

/** Aliases of aliases that are followed, as CoreDNS does. */
const ALIASES_MAX = 8;

const NONE: DnsAnswer = { code: 'NOERROR', answers: [], additional: [] };
const UNKNOWN: DnsAnswer = { code: 'NXDOMAIN', answers: [], additional: [] };

/** The answer to one question, records in the order of creation. NXDOMAIN: no such name; NOERROR without answers: not of this type. */
export function answerQuery(
  question: { readonly name: string; readonly type: DnsType },
  map: ServiceSnapshot,
  view: View,
  followed = 0,
): DnsAnswer {
  const name = canonicalName(question.name);
  if (name === undefined) return UNKNOWN;
  const ip = ipOfReverseName(name);
  if (ip !== undefined) return answerReverse(name, ip, question.type, map);
  const labels = labelsInZone(name);
  if (!labels) return UNKNOWN;
  const [kind, namespace, ...rest] = [...labels].reverse();
  if (kind === undefined) return NONE;
  if (kind !== 'svc' && kind !== 'pod') return UNKNOWN;
  if (namespace === undefined) return NONE;
  if (rest.length === 0) return view.get(NamespaceKind, '', namespace) ? NONE : UNKNOWN;
  if (kind === 'pod') return answerPod(name, namespace, rest, question.type, view);
  return answerService(name, namespace, rest, question.type, { map, view, followed });
}

/** `10-244-1-5.default.pod.cluster.local`: nobody checks that there is such a pod. */
function answerPod(
  name: string,
  namespace: string,
  rest: readonly string[],
  type: DnsType,
  view: View,
): DnsAnswer {
  const ip = rest[0]?.replaceAll('-', '.') ?? '';
  if (rest.length > 1 || !isIp(ip) || !view.get(NamespaceKind, '', namespace)) return UNKNOWN;
  return type === 'A' ? { ...NONE, answers: [record(name, 'A', ip)] } : NONE;
}

/** `rest` is what stands before the namespace, read from the right: the Service, then an endpoint or protocol and port. */
function answerService(
  name: string,
  namespace: string,
  rest: readonly string[],
  type: DnsType,
  known: Known,
): DnsAnswer {
  const { map } = known;
  const [serviceName = '', ...before] = rest;
  const service = map.service(namespace, serviceName);
  if (!service || before.length > 2) return UNKNOWN;
  const domain = domainOf(service);
  if (service.spec.type === 'ExternalName') {
    if (before.length > 0) return UNKNOWN;
    return type === 'PTR' ? NONE : answerAlias(name, service.spec.externalName ?? '', type, known);
  }
  if (before.length === 2) return answerPort(name, before, type, targetsOf(service, domain, map));
  const targets =
    before.length === 1
      ? endpointTargets(service, domain, map).filter((target) => target.name === name)
      : targetsOf(service, domain, map);
  if (targets.length === 0) return UNKNOWN;
  if (type === 'A') return { ...NONE, answers: addresses(name, targets) };
  return type === 'SRV' ? servers(name, targets, () => true) : NONE;
}

/** Another name of a Service of this cluster stands for what that one does; where that is nothing, it is not told of. */
function answerAlias(name: string, target: string, type: DnsType, { map, view, followed }: Known): DnsAnswer {
  const alias = record(name, 'CNAME', `${target}.`);
  const isInZone = labelsInZone(canonicalName(target) ?? '') !== undefined;
  if (type !== 'A' || !isInZone) return { ...NONE, answers: [alias] };
  if (followed >= ALIASES_MAX) return NONE;
  const { answers } = answerQuery({ name: target, type }, map, view, followed + 1);
  return answers.length === 0 ? NONE : { ...NONE, answers: [alias, ...answers] };
}

/** `_web._tcp.nginx…`: the endpoints that offer the port. */
function answerPort(
  name: string,
  [protocol = '', port = '']: readonly string[],
  type: DnsType,
  targets: readonly Target[],
): DnsAnswer {
  if (!protocol.startsWith('_') || !port.startsWith('_')) return UNKNOWN;
  const isMeant = (own: { readonly name: string; readonly protocol: string }) =>
    own.name === port.slice(1) && own.protocol.toLowerCase() === protocol.slice(1);
  const meant = targets.filter((target) => target.ports.some(isMeant));
  if (meant.length === 0) return UNKNOWN;
  if (type === 'SRV') return servers(name, meant, isMeant);
  return type === 'A' ? { ...NONE, answers: addresses(name, meant) } : NONE;
}

function addresses(name: string, targets: readonly Target[]): readonly DnsRecord[] {
  return [...new Set(targets.map(({ ip }) => ip))].map((ip) => record(name, 'A', ip));
}

function servers(
  name: string,
  targets: readonly Target[],
  isMeant: (port: Target['ports'][number]) => boolean,
): DnsAnswer {
  const found = targets.flatMap((target) => target.ports.filter(isMeant).map((port) => ({ target, port })));
  // The servers share a weight of 100.
  const weight = Math.max(1, Math.floor(100 / Math.max(1, found.length)));
  return {
    code: 'NOERROR',
    answers: found.map(({ target, port }) => record(name, 'SRV', `0 ${weight} ${port.port} ${target.name}.`)),
    additional: targets.map((target) => record(target.name, 'A', target.ip)),
  };
}

function answerReverse(name: string, ip: string, type: DnsType, map: ServiceSnapshot): DnsAnswer {
  const names = namesOf(ip, map);
  if (names.length === 0) return UNKNOWN;
  return type === 'PTR' ? { ...NONE, answers: names.map((own) => record(name, 'PTR', `${own}.`)) } : NONE;
}

/** Of an endpoint with several names those that its hostname made come first. */
function namesOf(ip: string, map: ServiceSnapshot): readonly string[] {
  const services = map.services();
  const virtual = services.find(({ spec }) => spec.clusterIP === ip);
  if (virtual) return [domainOf(virtual)];
  const names = services.flatMap((service) =>
    endpointTargets(service, domainOf(service), map)
      .filter((target) => target.ip === ip)
      .map((target) => target.name),
  );
  const isMadeUp = (name: string) => name.startsWith(`${dashedIp(ip)}.`);
  return [...names.filter((name) => !isMadeUp(name)), ...names.filter(isMadeUp)];
}

function targetsOf(service: Service, domain: string, map: ServiceSnapshot): readonly Target[] {
  const { clusterIP, ports = [] } = service.spec;
  if (clusterIP === 'None' || !clusterIP) return endpointTargets(service, domain, map);
  return [{ name: domain, ip: clusterIP, ports: ports.map(namedPort) }];
}

function namedPort({ name = '', port, protocol = 'TCP' }: Partial<ServicePort>) {
  return { name, port: port ?? 0, protocol };
}

/** Only those that are ready; a Service that publishes all says so in its slices. */
function endpointTargets(service: Service, domain: string, map: ServiceSnapshot): readonly Target[] {
  return map.slicesOf(service).flatMap(({ endpoints, ports }) =>
    (endpoints ?? [])
      .filter(({ conditions }) => conditions?.ready !== false)
      .flatMap((endpoint) =>
        endpoint.addresses.map((ip) => ({
          name: `${endpointName(endpoint, ip)}.${domain}`,
          ip,
          ports: (ports ?? []).map(namedPort),
        })),
      ),
  );
}

function endpointName(endpoint: Endpoint, ip: string): string {
  return endpoint.hostname ?? dashedIp(ip);
}

function domainOf({ metadata }: Service): string {
  return `${metadata.name}.${metadata.namespace}.svc.${ZONE}`;
}

function record(name: string, type: DnsType, data: string): DnsRecord {
  return { name, type, ttlSeconds: TTL_SECONDS, data };
}
