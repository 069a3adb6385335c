// nc as BusyBox and Alpine have it, and as Debian does (OpenBSD's): whether a port is open, and one HTTP request by hand.
//
// Departs: it listens to nothing, and what it sends is read as an HTTP request or not at all.
import type { Process } from '../../sim/index.ts';
import type { Steps } from '../language/shell-state.ts';
import { distributionOf, isAddress } from './dns-tools.ts';
import { addressesOf, connectTimeoutMs, pause, statusLine, unreachableMs } from './exchange.ts';
import { fail, lastValue, parseOptions, program, readAll, UsageError } from './program.ts';

/** How a connection could not be opened. */
type Failure = 'refused' | 'timeout' | 'limit' | 'unreachable';

/** What one of the two kinds of nc says. `verbose`: how often it was asked to say more. */
interface Dialect {
  unknownHost(host: string, port: number): string;
  opened(host: string, ip: string, port: number): string;
  failed(host: string, ip: string, port: number, why: Failure): string;
  /** Whether a failure is worth a word. */
  tells(why: Failure, verbose: number): boolean;
}

const bsdServices: Readonly<Record<number, string>> = {
  22: 'ssh',
  53: 'domain',
  80: 'http',
  443: 'https',
  3306: 'mysql',
  5432: 'postgresql',
  6379: 'redis',
  8080: 'http-alt',
};

const reasons: Readonly<Record<Failure, string>> = {
  refused: 'Connection refused',
  timeout: 'Connection timed out',
  limit: 'Connection timed out',
  unreachable: 'No route to host',
};

function busybox(timedOut: string): Dialect {
  const told: Readonly<Record<Failure, string>> = { ...reasons, timeout: timedOut, limit: timedOut };
  return {
    unknownHost: (host) => `bad address '${host}'`,
    opened: (host, ip, port) => `${host} (${ip}:${port}) open`,
    failed: (host, ip, port, why) => `${host} (${ip}:${port}): ${told[why]}`,
    // Asked once for more words, it keeps quiet about refusals all the same.
    tells: (why, verbose) => verbose > 1 || (verbose === 1 && why !== 'refused'),
  };
}

const openBsd: Dialect = {
  unknownHost: (host, port) =>
    `getaddrinfo for host ${JSON.stringify(host)} port ${port}: Name or service not known`,
  opened: (host, ip, port) =>
    `Connection to ${named(host, ip)} ${port} port [tcp/${bsdServices[port] ?? '*'}] succeeded!`,
  failed: (host, ip, port, why) => {
    const what = why === 'limit' ? 'timed out: Operation now in progress' : `failed: ${reasons[why]}`;
    return `connect to ${named(host, ip)} port ${port} (tcp) ${what}`;
  },
  tells: (_why, verbose) => verbose > 0,
};

function named(host: string, ip: string): string {
  return isAddress(host) ? host : `${host} (${ip})`;
}

function dialectOf(process: Process): Dialect {
  const distribution = distributionOf(process);
  if (distribution.startsWith('BusyBox')) return busybox(reasons.timeout);
  return distribution.startsWith('Alpine') ? busybox('Operation timed out') : openBsd;
}

export const nc = program(function* (process, args) {
  const options = parseOptions(args, { flags: 'zvnN46lku', values: 'wqepsi' });
  for (const [letter, what] of unsupported) {
    if (options.flags.has(letter) || options.values.has(letter)) throw new UsageError(what);
  }
  const [host, ports] = options.operands;
  if (host === undefined || ports === undefined) throw new UsageError('a host and a port are needed');
  const scan: Scan = {
    process,
    dialect: dialectOf(process),
    host,
    verbose:
      args
        .filter((arg) => /^-[^-]/.test(arg))
        .join('')
        .split('v').length - 1,
    limitMs: secondsOf(lastValue(options, 'w')) * 1000,
  };
  const numbers = portsOf(ports);
  if (!options.flags.has('z') && numbers.length > 1) throw new UsageError('a range of ports needs -z');
  let code = 0;
  for (const port of numbers) {
    const ip = yield* open(scan, port);
    if (ip === undefined) code = 1;
    else if (!options.flags.has('z')) code = yield* converse(process, ip, port);
  }
  return code;
});

const unsupported: readonly (readonly [letter: string, what: string])[] = [
  ['l', 'petset does not simulate nc -l; use an image with a server, such as nginx'],
  ['u', 'petset does not simulate UDP; leave out -u'],
  ['e', 'petset does not simulate nc -e; use kubectl exec'],
];

interface Scan {
  readonly process: Process;
  readonly dialect: Dialect;
  readonly host: string;
  readonly verbose: number;
  readonly limitMs: number;
}

function secondsOf(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d{1,6}$/.test(text)) throw new UsageError(`invalid number '${text}'`);
  return Number(text);
}

/** `80`, or `80-90`. */
function portsOf(text: string): readonly number[] {
  const [, from = '', to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (from === '' || first < 1 || last > 65_535 || last < first || last - first >= 1000)
    throw new UsageError(`invalid port '${text}'`);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Opens a connection, saying how that went. The address; undefined where it could not be opened. */
function* open({ process, dialect, host, verbose, limitMs }: Scan, port: number): Steps<string | undefined> {
  const [ip] = addressesOf(process, host);
  if (ip === undefined) {
    fail(process, dialect.unknownHost(host, port));
    return undefined;
  }
  const found = process.host.network.connect(ip, port);
  if (found === 'open') {
    if (verbose > 0) process.stderr.write(`${dialect.opened(host, ip, port)}\n`);
    return ip;
  }
  const needMs = { refused: 0, timeout: connectTimeoutMs, unreachable: unreachableMs }[found];
  yield* pause(process, Math.min(needMs, limitMs));
  const why: Failure = needMs > limitMs ? 'limit' : found;
  if (dialect.tells(why, verbose)) fail(process, dialect.failed(host, ip, port, why));
  return undefined;
}

/** Sends what it is given as one HTTP request, and prints the answer as it comes over the wire. */
function* converse(process: Process, ip: string, port: number): Steps<number> {
  const text = yield* readAll(process.stdin);
  if (text.trim() === '') return 0;
  const [head = '', ...rest] = text.split(/\r?\n\r?\n/);
  const [requestLine = '', ...lines] = head.split(/\r?\n/);
  const [, method, target] = /^([A-Z]+) (\/\S*) HTTP\/1\.[01]$/.exec(requestLine) ?? [];
  if (method === undefined || target === undefined)
    return fail(process, 'petset does not simulate what is no HTTP request; use curl, wget or redis-cli');
  const headers = new Map(
    lines.flatMap((line) => {
      const [, name, value = ''] = /^([^:\s]+):\s*(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, value] as const];
    }),
  );
  const answer = process.host.network.request(ip, port, { method, target, headers, body: rest.join('\n\n') });
  if (answer.outcome !== 'response') return answer.outcome === 'empty-reply' ? 0 : 1;
  const { response } = answer;
  yield* pause(process, response.delayMs ?? 0);
  const fields = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  process.stdout.write(`${statusLine(response)}\r\n${fields}\r\n${response.body}`);
  return 0;
}
