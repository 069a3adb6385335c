// A pod's sandbox: its address, and the ports that its containers listen on.
import type { Pod } from '../api/pod.ts';
import type { NetworkStack } from '../network/network.ts';
import type { RequestHandler } from './process.ts';
import type { SandboxRecord } from './world.ts';

interface Listener {
  readonly owner: object;
  readonly handler: RequestHandler;
  /** What a request costs, in ms of one core. */
  readonly cpuMs: number;
}

const maxHostnameChars = 63;

/** Departs: a pod on its host's network has an address and ports of its own all the same. */
export class Sandbox {
  readonly number: number;
  readonly ip: string;
  readonly network: NetworkStack;
  state: SandboxRecord['state'] = 'creating';
  readonly #listeners = new Map<number, Listener>();

  constructor(number: number, ip: string, network: NetworkStack) {
    this.number = number;
    this.ip = ip;
    this.network = network;
  }

  get record(): SandboxRecord {
    return { number: this.number, state: this.state, ip: this.ip };
  }

  /** False where the port is taken. `owner` frees a port of its own, or all of them, with `unlisten`. */
  listen(owner: object, port: number, handler: RequestHandler, cpuMs = 0): boolean {
    if (!Number.isInteger(port) || port < 1 || port > 65535 || this.#listeners.has(port)) return false;
    this.#listeners.set(port, { owner, handler, cpuMs });
    return true;
  }

  unlisten(owner: object, only?: number): void {
    for (const [port, listener] of this.#listeners) {
      if (listener.owner === owner && (only ?? port) === port) this.#listeners.delete(port);
    }
  }

  handler(port: number): RequestHandler | undefined {
    return this.#listeners.get(port)?.handler;
  }

  /** Who listens on a port; port 0 is the one that was taken first. */
  listenerAt(port: number): Listener | undefined {
    return port === 0 ? [...this.#listeners.values()][0] : this.#listeners.get(port);
  }
}

/** The host name that a pod's containers have. */
export function hostnameOf(pod: Pod): string {
  const name = pod.spec.hostname ?? pod.metadata.name ?? '';
  return name.slice(0, maxHostnameChars).replace(/[-.]+$/, '');
}

/** /etc/hosts as the kubelet writes it. */
export function hostsFile(pod: Pod, ip: string): string {
  const hostname = hostnameOf(pod);
  const { subdomain, hostAliases = [] } = pod.spec;
  const domain = `${subdomain}.${pod.metadata.namespace}.svc.cluster.local`;
  const own = subdomain === undefined ? hostname : `${hostname}.${domain}\t${hostname}`;
  const lines = [
    '# Kubernetes-managed hosts file.',
    '127.0.0.1\tlocalhost',
    '::1\tlocalhost ip6-localhost ip6-loopback',
    'fe00::0\tip6-localnet',
    'fe00::0\tip6-mcastprefix',
    'fe00::1\tip6-allnodes',
    'fe00::2\tip6-allrouters',
    `${ip}\t${own}`,
  ];
  if (hostAliases.length > 0) lines.push('', '# Entries added by HostAliases.');
  for (const alias of hostAliases) lines.push([alias.ip, ...(alias.hostnames ?? [])].join('\t'));
  return `${lines.join('\n')}\n`;
}

/** /etc/resolv.conf as it applies on a machine. */
export function resolvFile({ resolvConf }: NetworkStack): string {
  const { nameserver, search, ndots } = resolvConf;
  const searchLine = search.length > 0 ? `search ${search.join(' ')}\n` : '';
  return `${searchLine}nameserver ${nameserver}\noptions ndots:${ndots}\n`;
}
