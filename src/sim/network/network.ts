// The network as a program on a machine sees it: names, and requests to an address.
import type { HttpRequest, HttpResponse } from '../world/process.ts';

export interface NetworkStack {
  /** The machine's own address; undefined before it has one. */
  readonly ip: string | undefined;
  /** The text of /etc/resolv.conf as it applies here. */
  readonly resolvConf: ResolvConf;
  /** Asks cluster DNS for one record type of one fully qualified name (no search list). */
  query(name: string, type: DnsType): DnsAnswer;
  /** The addresses a name stands for on this machine: literal address, /etc/hosts, then DNS with the search list. */
  resolve(name: string): readonly string[];
  /** One HTTP exchange with an address and port. Virtual IPs are translated to an endpoint. */
  request(ip: string, port: number, request: Omit<HttpRequest, 'clientIp'>): HttpOutcome;
  /** Whether a TCP connection opens. */
  connect(ip: string, port: number): 'open' | 'refused' | 'timeout' | 'unreachable';
}

export interface ResolvConf {
  readonly nameserver: string;
  readonly search: readonly string[];
  readonly ndots: number;
}

export type DnsType = 'A' | 'SRV' | 'PTR' | 'CNAME';

export interface DnsRecord {
  readonly name: string;
  readonly type: DnsType;
  readonly ttlSeconds: number;
  /** The address, or `priority weight port target` of an SRV record, or the target name. */
  readonly data: string;
}

export interface DnsAnswer {
  readonly code: 'NOERROR' | 'NXDOMAIN' | 'SERVFAIL' | 'timeout';
  readonly answers: readonly DnsRecord[];
  /** Addresses of the targets of SRV answers. */
  readonly additional: readonly DnsRecord[];
}

/** What a server answers that closes the connection without a word. */
export const noReply: HttpResponse = { status: 0, headers: new Map(), body: '' };

export type HttpOutcome =
  | { readonly outcome: 'response'; readonly response: HttpResponse }
  | { readonly outcome: 'refused' | 'timeout' | 'unreachable' | 'empty-reply' };
