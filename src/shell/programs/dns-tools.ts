// What nslookup and dig share: the order in which names are tried, and the names of addresses.

import type { NetworkStack, Process } from '../../sim/index.ts';
import { FileError } from '../../sim/index.ts';

export type DnsAnswer = ReturnType<NetworkStack['query']>;
export type DnsRecord = DnsAnswer['answers'][number];
export type DnsType = DnsRecord['type'];
type ResolvConf = NetworkStack['resolvConf'];

/** How long a tool waits for a server that does not answer, in ms. */
export const noServerMs = 15_000;

/** `5.1.244.10.in-addr.arpa` */
export function reverseName(ip: string): string {
  return `${ip.split('.').reverse().join('.')}.in-addr.arpa`;
}

export function isAddress(text: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(text);
}

/** The name without the dot at its end. */
export function bare(name: string): string {
  return name.replace(/\.$/, '');
}

/** What resolv.conf makes of a name: with the search list first where it has few dots. */
export function triedNames(name: string, { search, ndots }: ResolvConf): readonly string[] {
  if (name.endsWith('.')) return [name];
  const searched = search.map((domain) => `${name}.${domain}`);
  const dots = name.split('.').length - 1;
  return dots >= ndots ? [name, ...searched] : [...searched, name];
}

/** The first own name of an address. */
export function nameOfAddress(process: Process, ip: string): string | undefined {
  const [first] = process.host.network.query(reverseName(ip), 'PTR').answers;
  return first && bare(first.data);
}

/** The addresses among the answers. */
export function addressesIn({ answers }: DnsAnswer): readonly string[] {
  return answers.filter(({ type }) => type === 'A').map(({ data }) => data);
}

/** The name of the machine's distribution, '' where nothing tells. */
export function distributionOf(process: Process): string {
  try {
    return /^PRETTY_NAME="?([^"\n]*)/m.exec(process.host.files.read('/etc/os-release'))?.[1] ?? '';
  } catch (error) {
    if (error instanceof FileError) return '';
    throw error;
  }
}
