// One HTTP exchange as curl and wget make it: a URL taken apart, its host resolved, the answer waited for.
import type { HttpResponse, Process } from '../../sim/index.ts';
import { FileError } from '../../sim/index.ts';
import type { Steps } from '../language/shell-state.ts';

/** How long the system tries to open a connection that nobody answers, in ms. */
export const connectTimeoutMs = 130_000;
/** How long the system waits for an answer from DNS. */
const dnsTimeoutMs = 10_000;
/** How long it takes to learn that there is no way to an address. */
export const unreachableMs = 3_000;

export interface Url {
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
  /** Path and query. */
  readonly target: string;
}

/** Reads `[http://]host[:port][/path][?query]`; undefined where that is not what it is. */
export function parseUrl(text: string): Url | undefined {
  const parts =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:[^/?#@]*@)?([^/?#:\s[\]]+)(?::(\d{1,5}))?([/?][^#\s]*)?(?:#.*)?$/i.exec(
      text,
    );
  if (parts === null) return undefined;
  const [, scheme = 'http', host = '', port, target = '/'] = parts;
  const number = port === undefined ? defaultPort(scheme) : Number(port);
  if (number > 65_535) return undefined;
  return {
    scheme: scheme.toLowerCase(),
    host,
    port: number,
    target: target.startsWith('?') ? `/${target}` : target,
  };
}

function defaultPort(scheme: string): number {
  return scheme.toLowerCase() === 'https' ? 443 : 80;
}

/** `web`, or `web:8080` where the port is not the usual one. */
export function hostHeader({ scheme, host, port }: Url): string {
  return port === defaultPort(scheme) ? host : `${host}:${port}`;
}

/** The addresses of a host as this machine knows them: /etc/hosts as it is now, then DNS. */
export function addressesOf(process: Process, host: string): readonly string[] {
  const known = hostsFile(process)
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim().split(/\s+/))
    .filter(([ip = '', ...names]) => ip.includes('.') && names.includes(host.toLowerCase()))
    .map(([ip = '']) => ip);
  return known.length > 0 ? known : process.host.network.resolve(host);
}

function hostsFile(process: Process): string {
  try {
    return process.host.files.read('/etc/hosts').slice(0, 65_536);
  } catch (error) {
    if (error instanceof FileError) return '';
    throw error;
  }
}

export interface Exchange {
  readonly url: Url;
  readonly method: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** How long opening the connection may take, and the whole exchange, in ms. */
  readonly connectMs?: number;
  readonly totalMs?: number;
  /** Told the address before the connection is opened, and once it is. */
  readonly onConnecting?: (ip: string) => void;
  readonly onConnected?: (ip: string) => void;
}

export type Outcome =
  | { readonly is: 'response'; readonly response: HttpResponse; readonly ip: string; readonly tookMs: number }
  | { readonly is: 'unknown-host'; readonly tookMs: number }
  | {
      readonly is: 'refused' | 'unreachable' | 'connect-timeout' | 'answer-timeout' | 'empty-reply';
      readonly ip: string;
      readonly tookMs: number;
      /** True where the limit of the caller ended it, not that of the system. */
      readonly isLimit?: boolean;
    };

/** Makes the exchange and waits as long as it takes in virtual time. */
export function* exchange(process: Process, wanted: Exchange): Steps<Outcome> {
  const { url, method, headers, body, totalMs = Number.POSITIVE_INFINITY } = wanted;
  const { host } = process;
  const startMs = host.now();
  const took = () => host.now() - startMs;
  const [ip] = addressesOf(process, url.host);
  if (ip === undefined) {
    const isSilent = host.network.query(`${url.host}.`, 'A').code === 'timeout';
    if (isSilent) yield* pause(process, Math.min(dnsTimeoutMs, totalMs));
    return { is: 'unknown-host', tookMs: took() };
  }
  wanted.onConnecting?.(ip);
  const limitMs = Math.min(wanted.connectMs ?? Number.POSITIVE_INFINITY, totalMs);
  const connection = host.network.connect(ip, url.port);
  if (connection === 'timeout') {
    yield* pause(process, Math.min(connectTimeoutMs, limitMs));
    return { is: 'connect-timeout', ip, tookMs: took(), isLimit: limitMs < connectTimeoutMs };
  }
  if (connection === 'unreachable') {
    yield* pause(process, Math.min(unreachableMs, limitMs));
    return {
      is: limitMs < unreachableMs ? 'connect-timeout' : 'unreachable',
      ip,
      tookMs: took(),
      isLimit: true,
    };
  }
  if (connection === 'refused') return { is: 'refused', ip, tookMs: took() };
  wanted.onConnected?.(ip);
  const outcome = host.network.request(ip, url.port, { method, target: url.target, headers, body });
  if (outcome.outcome === 'response') {
    const { response } = outcome;
    const delayMs = response.delayMs ?? 0;
    yield* pause(process, Math.min(delayMs, totalMs));
    return delayMs > totalMs
      ? { is: 'answer-timeout', ip, tookMs: took() }
      : { is: 'response', response, ip, tookMs: took() };
  }
  if (outcome.outcome !== 'timeout') return { is: outcome.outcome, ip, tookMs: took() };
  yield* pause(process, totalMs);
  return { is: 'answer-timeout', ip, tookMs: took() };
}

/** Waits in virtual time; without end if so asked. */
export function* pause(process: Process, ms: number): Steps<void> {
  const untilMs = process.host.now() + ms;
  while (process.host.now() < untilMs) yield Number.isFinite(untilMs) ? { untilMs } : {};
}

const reasons = new Map([
  [200, 'OK'],
  [201, 'Created'],
  [202, 'Accepted'],
  [204, 'No Content'],
  [301, 'Moved Permanently'],
  [302, 'Found'],
  [304, 'Not Modified'],
  [307, 'Temporary Redirect'],
  [308, 'Permanent Redirect'],
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [405, 'Method Not Allowed'],
  [408, 'Request Timeout'],
  [429, 'Too Many Requests'],
  [500, 'Internal Server Error'],
  [501, 'Not Implemented'],
  [502, 'Bad Gateway'],
  [503, 'Service Unavailable'],
  [504, 'Gateway Timeout'],
]);

/** `HTTP/1.1 200 OK` */
export function statusLine({ status }: HttpResponse): string {
  return `HTTP/1.1 ${status} ${reasons.get(status) ?? ''}`.trimEnd();
}

/** A header's value whatever its case. */
export function headerOf(headers: ReadonlyMap<string, string>, name: string): string | undefined {
  for (const [key, value] of headers) if (key.toLowerCase() === name) return value;
  return undefined;
}
