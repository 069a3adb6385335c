// A pod's network with a few names in it, and a way to run one program there to its end in virtual time.
import type { FileSystem, Input, NetworkStack, Process, Program } from '../../sim/index.ts';
import { createRandom, FileError, inputOf } from '../../sim/index.ts';
import type { DnsAnswer, DnsRecord } from '../programs/dns-tools.ts';

export type HttpOutcome = ReturnType<NetworkStack['request']>;

export const domain = 'default.svc.cluster.local';
const record = (name: string, type: DnsRecord['type'], data: string): DnsRecord => ({
  name,
  type,
  data,
  ttlSeconds: 30,
});

const zone: readonly DnsRecord[] = [
  record(`web.${domain}`, 'A', '10.96.7.7'),
  record(`gone.${domain}`, 'A', '10.96.7.8'),
  record(`slow.${domain}`, 'A', '10.96.7.9'),
  record(`web-0.nginx.${domain}`, 'A', '10.244.1.5'),
  record(`nginx.${domain}`, 'A', '10.244.1.5'),
  record(`nginx.${domain}`, 'A', '10.244.2.5'),
  record(`_web._tcp.nginx.${domain}`, 'SRV', `0 100 80 web-0.nginx.${domain}.`),
  record('5.1.244.10.in-addr.arpa', 'PTR', `web-0.nginx.${domain}.`),
  record('10.0.96.10.in-addr.arpa', 'PTR', 'kube-dns.kube-system.svc.cluster.local.'),
];

/** What a program of the network finds: files, and a network that answers as told. */
export interface Setup {
  readonly files?: Readonly<Record<string, string>>;
  readonly stdin?: Input;
  readonly isCutOff?: boolean;
  readonly respond?: (target: string, method: string, body: string) => HttpOutcome;
}

export const page: HttpOutcome = {
  outcome: 'response',
  response: {
    status: 200,
    headers: new Map([
      ['Server', 'nginx/1.24.0'],
      ['Content-Type', 'text/html'],
    ]),
    body: 'hello\n',
  },
};
export const status = (code: number): HttpOutcome => ({
  outcome: 'response',
  response: { status: code, headers: new Map(), body: 'oops\n' },
});

function createStack({ isCutOff = false, respond = () => page }: Setup): NetworkStack {
  const query = (name: string, type: string): DnsAnswer => {
    if (isCutOff) return { code: 'timeout', answers: [], additional: [] };
    const bare = name.replace(/\.$/, '');
    const known = zone.filter((own) => own.name === bare);
    const answers = known.filter((own) => own.type === type);
    const additional = answers
      .filter((own) => own.type === 'SRV')
      .map(() => record(`web-0.nginx.${domain}`, 'A', '10.244.1.5'));
    return { code: known.length > 0 ? 'NOERROR' : 'NXDOMAIN', answers, additional };
  };
  const search = [domain, 'svc.cluster.local', 'cluster.local'];
  return {
    ip: '10.244.1.9',
    resolvConf: { nameserver: '10.96.0.10', search, ndots: 5 },
    query,
    resolve: (name) => {
      if (/^[\d.]+$/.test(name)) return [name];
      for (const tried of [...search.map((suffix) => `${name}.${suffix}`), name]) {
        const found = query(tried, 'A').answers.map(({ data }) => data);
        if (found.length > 0) return found;
      }
      return [];
    },
    request: (_ip, _port, { target, method, body }) => respond(target, method, body),
    connect: (ip) =>
      ip === '10.96.7.8'
        ? 'refused'
        : ip === '10.96.7.9'
          ? 'timeout'
          : ip === '10.244.9.9'
            ? 'unreachable'
            : 'open',
  };
}

/** Runs a program to its end in virtual time. */
export function runProgram(program: Program, commandLine: string | readonly string[], setup: Setup = {}) {
  const argv = typeof commandLine === 'string' ? commandLine.split(' ') : commandLine;
  const files = new Map(Object.entries(setup.files ?? {}));
  const [stdout, stderr]: [string[], string[]] = [[], []];
  let nowMs = 1_795_170_941_000;
  const startMs = nowMs;
  const process = {
    argv,
    cwd: '/',
    env: new Map(),
    stdin: setup.stdin ?? inputOf(''),
    stdout: { write: (text: string) => stdout.push(text) > 0, close: () => {} },
    stderr: { write: (text: string) => stderr.push(text) > 0, close: () => {} },
    host: {
      network: createStack(setup),
      random: createRandom('test'),
      now: () => nowMs,
      files: {
        read(path: string) {
          const content = files.get(path);
          if (content === undefined) throw new FileError('ENOENT', path);
          return content;
        },
        write: (path: string, content: string) => files.set(path, content),
      } as unknown as FileSystem,
    },
  } as unknown as Process;
  const steps = program(process);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      return {
        stdout: stdout.join(''),
        stderr: stderr.join(''),
        code: step.value,
        tookMs: nowMs - startMs,
        files,
      };
    }
    if (step.value.untilMs === undefined) throw new Error('waits for ever');
    nowMs = Math.max(nowMs, step.value.untilMs);
  }
}
