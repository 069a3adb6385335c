// The network of a cluster: what each machine sees of it. Pods can reach one another by address, Services by name and
// virtual address; the learner's own machine is outside and reaches the addresses of the nodes only.
import type { Random } from '../machinery/random.ts';
import type { PodAddress, World } from '../world/create-world.ts';
import { answerQuery } from './cluster-dns.ts';
import { isIp } from './dns-name.ts';
import type { DnsAnswer, DnsRecord, DnsType, HttpOutcome, NetworkStack, ResolvConf } from './network.ts';
import type { NodeAddress } from './node-ports.ts';
import { nodeAt, podAtHostPort } from './node-ports.ts';
import { CLUSTER_DNS_IP, candidatesFor, learnerResolvConf, resolvConfOf } from './resolv-conf.ts';
import type { ObservableView } from './service-map.ts';
import { propagation, ServiceMap } from './service-map.ts';
import type { Client, Destination } from './service-routing.ts';
import { isControlPlane, ServiceRouter } from './service-routing.ts';

export interface NetworkOptions {
  readonly view: ObservableView;
  /** Asked when a packet is under way: the world may be made after the network. */
  readonly world: () => Pick<World, 'request' | 'connect' | 'isConnected'>;
  readonly random: Random;
  /** Virtual time in ms since the Unix epoch. */
  readonly now: () => number;
}

export interface Network {
  /** The network as the programs of a pod see it. */
  stackFor(address: PodAddress): NetworkStack;
  /** The network as the learner's own machine sees it: outside of the cluster. */
  learnerStack(): NetworkStack;
  /** The network as the API server sees it: it reaches the pods. */
  controlPlaneStack(): NetworkStack;
}

const LOCALHOST = '127.0.0.1';
/** The machine that the API server runs on. */
const CONTROL_PLANE_IP = '192.168.49.2';
/** The learner's own machine. */
const LEARNER_IP = '192.168.1.100';
const NO_ANSWER: DnsAnswer = { code: 'timeout', answers: [], additional: [] };
const NO_SUCH_NAME: DnsAnswer = { code: 'NXDOMAIN', answers: [], additional: [] };

type Verdict = Destination | 'refused' | 'timeout';

export function createNetwork({ view, world, random, now }: NetworkOptions): Network {
  const map = new ServiceMap(view, now);
  const router = new ServiceRouter(random.fork('services'), now);
  const rotation = random.fork('dns');

  const query = (name: string, type: DnsType): DnsAnswer => {
    const answer = answerQuery({ name, type }, map.seenAfter(propagation.dnsMs), view);
    return { ...answer, answers: rotated(answer.answers, rotation) };
  };

  /** Where a packet to an address of a node goes. */
  const locateAtNode = (entry: NodeAddress, port: number, client: Client): Verdict => {
    if (entry.nodeName !== client.nodeName && !world().isConnected(entry.nodeName)) return 'timeout';
    const route = router.routeNodePort(entry, port, client, map.seenAfter(propagation.proxyMs));
    return route ?? podAtHostPort(entry, port, view) ?? { ip: entry.ip, port };
  };

  /** Where a packet to an address really goes. */
  const locate = (ip: string, port: number, client: Client): Verdict | 'control-plane' => {
    if (isLoopback(ip)) return { ip: client.ip, port };
    const entry = nodeAt(ip, view);
    if (entry) return locateAtNode(entry, port, client);
    const tables = map.seenAfter(propagation.proxyMs);
    if (isControlPlane(ip, port, tables)) {
      return client.nodeName !== undefined && !world().isConnected(client.nodeName)
        ? 'timeout'
        : 'control-plane';
    }
    return router.route(ip, port, client, tables) ?? { ip, port };
  };

  const stackFor = (address: PodAddress): NetworkStack => {
    const { ip, nodeName, pod } = address;
    const client = { ip, nodeName };
    return createStack({
      ip: ip || undefined,
      resolvConf: resolvConfOf(pod),
      hosts: hostsOf(address),
      query: (name, type, nameserver) => {
        if (!world().isConnected(nodeName)) return NO_ANSWER;
        return nameserver === CLUSTER_DNS_IP ? query(name, type) : NO_SUCH_NAME;
      },
      request: (target, port, request) => {
        const verdict = locate(target, port, client);
        if (verdict === 'control-plane') return controlPlaneResponse;
        if (typeof verdict === 'string') return { outcome: verdict };
        return world().request(verdict.ip, verdict.port, { ...request, clientIp: ip }, nodeName);
      },
      connect: (target, port) => {
        const verdict = locate(target, port, client);
        if (verdict === 'control-plane') return 'open';
        return typeof verdict === 'string' ? verdict : world().connect(verdict.ip, verdict.port, nodeName);
      },
    });
  };

  const learnerStack = () =>
    createStack({
      ip: LEARNER_IP,
      resolvConf: learnerResolvConf,
      hosts: new Map([['localhost', [LOCALHOST]]]),
      query: () => NO_SUCH_NAME,
      ...fromOutside({ view, world, locateAtNode }),
    });

  return { stackFor, learnerStack, controlPlaneStack: () => fromControlPlane(world) };
}

interface Outside {
  readonly view: ObservableView;
  readonly world: NetworkOptions['world'];
  readonly locateAtNode: (entry: NodeAddress, port: number, client: Client) => Verdict;
}

/** From outside of the cluster a packet enters at the node that it is addressed to, and goes on from there. */
function fromOutside({ view, world, locateAtNode }: Outside): Pick<StackParts, 'request' | 'connect'> {
  const enter = (ip: string, port: number) => {
    if (isLoopback(ip)) return 'refused';
    const entry = nodeAt(ip, view);
    if (!entry) return 'timeout';
    const verdict = locateAtNode(entry, port, { ip: LEARNER_IP, nodeName: undefined });
    return typeof verdict === 'string' ? verdict : { entry, ...verdict };
  };
  return {
    request(target, port, request) {
      const found = enter(target, port);
      if (typeof found === 'string') return { outcome: found };
      const { entry } = found;
      return world().request(found.ip, found.port, { ...request, clientIp: entry.ip }, entry.nodeName);
    },
    connect(target, port) {
      const found = enter(target, port);
      return typeof found === 'string' ? found : world().connect(found.ip, found.port, found.entry.nodeName);
    },
  };
}

/** The machine of the API server stands beside the nodes: pods are reached by their addresses, Services are not. */
function fromControlPlane(world: NetworkOptions['world']): NetworkStack {
  return createStack({
    ip: CONTROL_PLANE_IP,
    resolvConf: learnerResolvConf,
    hosts: new Map([['localhost', [LOCALHOST]]]),
    query: () => NO_SUCH_NAME,
    request: (ip, port, request) => world().request(ip, port, { ...request, clientIp: CONTROL_PLANE_IP }),
    connect: (ip, port) => world().connect(ip, port),
  });
}

interface StackParts {
  readonly ip: string | undefined;
  readonly resolvConf: ResolvConf;
  readonly hosts: ReadonlyMap<string, readonly string[]>;
  query(name: string, type: DnsType, nameserver: string): DnsAnswer;
  request: NetworkStack['request'];
  connect: NetworkStack['connect'];
}

function createStack({ ip, resolvConf, hosts, query, request, connect }: StackParts): NetworkStack {
  const ask = (name: string, type: DnsType) => query(name, type, resolvConf.nameserver);
  return {
    ip,
    resolvConf,
    query: ask,
    resolve(name) {
      if (isIp(name)) return [name];
      const known = hosts.get(name.toLowerCase());
      if (known) return known;
      for (const candidate of candidatesFor(name, resolvConf)) {
        const found = addressesOf(ask(candidate, 'A'));
        if (found.length > 0) return found;
      }
      return [];
    },
    request,
    connect,
  };
}

function addressesOf({ answers }: DnsAnswer): readonly string[] {
  return answers.filter(({ type }) => type === 'A').map(({ data }) => data);
}

/** What /etc/hosts says in a pod. */
function hostsOf({ ip, pod }: PodAddress): ReadonlyMap<string, readonly string[]> {
  const { hostname = pod.metadata.name, subdomain, hostAliases = [] } = pod.spec;
  const hosts = new Map<string, readonly string[]>([['localhost', [LOCALHOST]]]);
  if (ip) hosts.set(hostname.toLowerCase(), [ip]);
  if (ip && subdomain) {
    hosts.set(`${hostname}.${subdomain}.${pod.metadata.namespace}.svc.cluster.local`.toLowerCase(), [ip]);
  }
  for (const alias of hostAliases) {
    for (const name of alias.hostnames ?? []) {
      hosts.set(name.toLowerCase(), [...(hosts.get(name.toLowerCase()) ?? []), alias.ip]);
    }
  }
  return hosts;
}

const controlPlaneResponse: HttpOutcome = {
  outcome: 'response',
  response: {
    status: 400,
    headers: new Map(),
    body: 'Client sent an HTTP request to an HTTPS server.\n',
  },
};

function isLoopback(ip: string): boolean {
  return ip.startsWith('127.');
}

/** Addresses in another order each time, so that clients spread over them; behind the names that lead to them. */
function rotated(records: readonly DnsRecord[], random: Random): readonly DnsRecord[] {
  const others = records.filter(({ type }) => type !== 'A');
  const addresses = records.filter(({ type }) => type === 'A');
  if (addresses.length < 2) return records;
  const first = random.int(addresses.length);
  return [...others, ...addresses.slice(first), ...addresses.slice(0, first)];
}
