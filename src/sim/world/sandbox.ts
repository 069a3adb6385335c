// A pod's sandbox: its address, and the ports that its containers listen on.
import type { Pod } from '../api/pod.ts';
import type { NetworkStack } from '../network/network.ts';
import type { Listener } from './listeners.ts';
import { Listeners } from './listeners.ts';
import type { RequestHandler } from './process.ts';
import type { SandboxRecord } from './world.ts';

const maxHostnameChars = 63;

export class Sandbox {
  readonly number: number;
  readonly ip: string;
  readonly network: NetworkStack;
  state: SandboxRecord['state'] = 'creating';
  readonly #listeners: Listeners;
  /** Those of its containers that ever listened. */
  readonly #owners = new Set<object>();

  /** `listeners`: whose ports it has, where they are not its own. */
  constructor(number: number, ip: string, network: NetworkStack, listeners = new Listeners()) {
    this.number = number;
    this.ip = ip;
    this.network = network;
    this.#listeners = listeners;
  }

  get record(): SandboxRecord {
    return { number: this.number, state: this.state, ip: this.ip };
  }

  get listeners(): Listeners {
    return this.#listeners;
  }

  /** False where the port is taken. `owner` frees a port of its own, or all of them, with `unlisten`. */
  listen(owner: object, port: number, handler: RequestHandler, cpuMs = 0): boolean {
    this.#owners.add(owner);
    return this.#listeners.add(port, { owner, handler, cpuMs });
  }

  unlisten(owner: object, only?: number): void {
    this.#listeners.remove(owner, only);
  }

  /** Who listens on a port; port 0 is the one that was taken first. */
  listenerAt(port: number): Listener | undefined {
    return port === 0 ? this.#listeners.firstOf(this.#owners) : this.#listeners.at(port);
  }
}

/** The host name that a pod's containers have: on its node's network, the node's. */
export function hostnameOf({ metadata, spec }: Pod): string {
  const name = (spec.hostNetwork ? spec.nodeName : spec.hostname) ?? metadata.name;
  return name.slice(0, maxHostnameChars).replace(/[-.]+$/, '');
}

/** /etc/hosts as the kubelet writes it. */
export function hostsFile(pod: Pod, ip: string): string {
  const hostname = hostnameOf(pod);
  const { subdomain, hostAliases = [], hostNetwork } = pod.spec;
  const domain = `${subdomain}.${pod.metadata.namespace}.svc.cluster.local`;
  const own = subdomain === undefined || hostNetwork ? hostname : `${hostname}.${domain}\t${hostname}`;
  const lines = [
    `# Kubernetes-managed hosts file${hostNetwork ? ' (host network)' : ''}.`,
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
