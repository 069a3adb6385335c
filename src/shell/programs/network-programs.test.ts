import { describe, expect, test } from 'vitest';
import type { FileSystem, NetworkStack, Process, Program } from '../../sim/index.ts';
import { createRandom, FileError } from '../../sim/index.ts';
import { curl } from './curl.ts';
import { dig } from './dig.ts';
import type { DnsAnswer, DnsRecord } from './dns-tools.ts';
import { parseUrl } from './exchange.ts';
import { nslookup } from './nslookup.ts';
import { wget } from './wget.ts';

type HttpOutcome = ReturnType<NetworkStack['request']>;

const domain = 'default.svc.cluster.local';
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

interface Setup {
  readonly files?: Readonly<Record<string, string>>;
  readonly isCutOff?: boolean;
  readonly respond?: (target: string, method: string, body: string) => HttpOutcome;
}

const page: HttpOutcome = {
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
const status = (code: number): HttpOutcome => ({
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
function run(program: Program, commandLine: string | readonly string[], setup: Setup = {}) {
  const argv = typeof commandLine === 'string' ? commandLine.split(' ') : commandLine;
  const files = new Map(Object.entries(setup.files ?? {}));
  const [stdout, stderr]: [string[], string[]] = [[], []];
  let nowMs = 1_795_170_941_000;
  const startMs = nowMs;
  const process = {
    argv,
    cwd: '/',
    env: new Map(),
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

describe('curl', () => {
  const table: readonly [line: string, setup: Setup, stdout: string, stderr: string, code: number][] = [
    ['curl web', {}, 'hello\n', '', 0],
    ['curl -s http://web/', {}, 'hello\n', '', 0],
    ['curl http://web:8080/a?b=c', {}, 'hello\n', '', 0],
    ['curl nobody', {}, '', 'curl: (6) Could not resolve host: nobody\n', 6],
    [
      'curl gone',
      {},
      '',
      "curl: (7) Failed to connect to gone port 80 after 0 ms: Couldn't connect to server\n",
      7,
    ],
    ['curl -s gone', {}, '', '', 7],
    [
      'curl -sS gone',
      {},
      '',
      "curl: (7) Failed to connect to gone port 80 after 0 ms: Couldn't connect to server\n",
      7,
    ],
    [
      'curl 10.244.9.9',
      {},
      '',
      "curl: (7) Failed to connect to 10.244.9.9 port 80 after 3000 ms: Couldn't connect to server\n",
      7,
    ],
    ['curl -m 2 slow', {}, '', 'curl: (28) Connection timed out after 2000 milliseconds\n', 28],
    [
      'curl --connect-timeout 1 slow',
      {},
      '',
      'curl: (28) Failed to connect to slow port 80 after 1000 ms: Timeout was reached\n',
      28,
    ],
    [
      'curl slow',
      {},
      '',
      "curl: (28) Failed to connect to slow port 80 after 130000 ms: Couldn't connect to server\n",
      28,
    ],
    [
      'curl --max-time 3 web',
      { respond: () => ({ outcome: 'timeout' }) },
      '',
      'curl: (28) Operation timed out after 3000 milliseconds with 0 bytes received\n',
      28,
    ],
    [
      'curl web',
      { respond: () => ({ outcome: 'empty-reply' }) },
      '',
      'curl: (52) Empty reply from server\n',
      52,
    ],
    [
      'curl --fail web',
      { respond: () => status(404) },
      '',
      'curl: (22) The requested URL returned error: 404\n',
      22,
    ],
    ['curl web', { respond: () => status(404) }, 'oops\n', '', 0],
    ['curl https://web', {}, '', 'curl: (1) Protocol "https" not supported or disabled in libcurl\n', 1],
    [
      'curl',
      {},
      '',
      "curl: (2) no URL specified\ncurl: try 'curl --help' or 'curl --manual' for more information\n",
      2,
    ],
    [
      'curl --nope web',
      {},
      '',
      "curl: option --nope: is unknown\ncurl: try 'curl --help' or 'curl --manual' for more information\n",
      2,
    ],
    [
      'curl -si web',
      {},
      'HTTP/1.1 200 OK\r\nServer: nginx/1.24.0\r\nContent-Type: text/html\r\n\r\nhello\n',
      '',
      0,
    ],
    ['curl -I web', {}, 'HTTP/1.1 200 OK\r\nServer: nginx/1.24.0\r\nContent-Type: text/html\r\n\r\n', '', 0],
    ['curl -s -o /dev/null -w %{http_code}\\n web', {}, '200\n', '', 0],
    ['curl -s -o /dev/null -w %{http_code} gone', {}, '000', '', 7],
    ['curl -s web', { isCutOff: true }, '', '', 6],
    [
      'curl db',
      { files: { '/etc/hosts': '10.96.7.8\tdb # mine\n' } },
      '',
      "curl: (7) Failed to connect to db port 80 after 0 ms: Couldn't connect to server\n",
      7,
    ],
  ];
  test.each(table)('%s', (line, setup, stdout, stderr, code) => {
    expect(run(curl, line, setup)).toMatchObject({ stdout, stderr, code });
  });

  test('-v tells what is sent and what comes back', () => {
    expect(run(curl, 'curl -v web').stderr).toBe(
      '*   Trying 10.96.7.7:80...\n* Connected to web (10.96.7.7) port 80\n> GET / HTTP/1.1\n> Host: web\n> User-Agent: curl/8.5.0\n> Accept: */*\n> \n< HTTP/1.1 200 OK\n< Server: nginx/1.24.0\n< Content-Type: text/html\n< \n* Connection #0 to host web left intact\n',
    );
  });

  test('-X, -H and -d make the request', () => {
    const seen: string[] = [];
    const respond = (target: string, method: string, body: string) => {
      seen.push(`${method} ${target} ${body}`);
      return page;
    };
    run(curl, ['curl', '-s', '-d', 'a=1', '--data', 'b=2', 'web/form'], { respond });
    run(curl, ['curl', '-s', '-XPUT', '-d', '@/data', 'web'], {
      respond,
      files: { '/data': 'from\nfile\n' },
    });
    expect(seen).toEqual(['POST /form a=1&b=2', 'PUT / fromfile']);
    expect(run(curl, ['curl', '-v', '-H', 'Host: other', '-H', 'Accept:', 'web']).stderr).toContain(
      '> GET / HTTP/1.1\n> User-Agent: curl/8.5.0\n> Host: other\n> \n',
    );
  });

  test('-o writes a file; -L follows', () => {
    const moved: HttpOutcome = {
      outcome: 'response',
      response: { status: 301, headers: new Map([['Location', '/new']]), body: 'moved\n' },
    };
    const respond = (target: string) => (target === '/new' ? page : moved);
    expect(run(curl, 'curl -s -o out -L web/old', { respond }).files.get('/out')).toBe('hello\n');
    expect(run(curl, 'curl -s web/old', { respond }).stdout).toBe('moved\n');
  });
});

describe('wget', () => {
  const table: readonly [line: string, setup: Setup, stdout: string, stderr: string, code: number][] = [
    ['wget -qO- http://web', {}, 'hello\n', '', 0],
    ['wget -q -O - web', {}, 'hello\n', '', 0],
    ['wget -O- nobody', {}, '', "wget: bad address 'nobody'\n", 1],
    ['wget -qO- gone', {}, '', "wget: can't connect to remote host (10.96.7.8): Connection refused\n", 1],
    [
      'wget -qO- 10.244.9.9',
      {},
      '',
      "wget: can't connect to remote host (10.244.9.9): No route to host\n",
      1,
    ],
    ['wget -q -T 2 -O- slow', {}, '', 'wget: download timed out\n', 1],
    [
      'wget -qO- --timeout=1 web',
      { respond: () => ({ outcome: 'timeout' }) },
      '',
      'wget: download timed out\n',
      1,
    ],
    [
      'wget -qO- web',
      { respond: () => status(500) },
      '',
      'wget: server returned error: HTTP/1.1 500 Internal Server Error\n',
      1,
    ],
    [
      'wget web',
      {},
      '',
      "Connecting to web (10.96.7.7:80)\nsaving to 'index.html'\nindex.html           100% |********************************|     6  0:00:00 ETA\n'index.html' saved\n",
      0,
    ],
  ];
  test.each(table)('%s', (line, setup, stdout, stderr, code) => {
    expect(run(wget, line, setup)).toMatchObject({ stdout, stderr, code });
  });
});

describe('nslookup', () => {
  const old = { files: { '/etc/os-release': 'PRETTY_NAME="BusyBox 1.28"\n' } };
  const newer = { files: { '/etc/os-release': 'PRETTY_NAME="BusyBox 1.36"\n' } };
  const oldServer = 'Server:    10.96.0.10\nAddress 1: 10.96.0.10 kube-dns.kube-system.svc.cluster.local\n\n';
  const newServer = 'Server:\t\t10.96.0.10\nAddress:\t10.96.0.10:53\n\n';
  const bindServer = 'Server:\t\t10.96.0.10\nAddress:\t10.96.0.10#53\n\n';
  const noServer = ';; connection timed out; no servers could be reached\n\n';
  const table: readonly [line: string, setup: Setup, stdout: string, stderr: string, code: number][] = [
    [
      'nslookup web-0.nginx',
      old,
      `${oldServer}Name:      web-0.nginx\nAddress 1: 10.244.1.5 web-0.nginx.${domain}\n`,
      '',
      0,
    ],
    [
      'nslookup nginx',
      old,
      `${oldServer}Name:      nginx\nAddress 1: 10.244.1.5 web-0.nginx.${domain}\nAddress 2: 10.244.2.5\n`,
      '',
      0,
    ],
    ['nslookup nobody', old, oldServer, "nslookup: can't resolve 'nobody'\n", 1],
    [
      'nslookup nobody',
      { ...old, isCutOff: true },
      'Server:    10.96.0.10\nAddress 1: 10.96.0.10\n\n',
      "nslookup: can't resolve 'nobody'\n",
      1,
    ],
    [
      `nslookup web-0.nginx.${domain}`,
      newer,
      `${newServer}Name:\tweb-0.nginx.${domain}\nAddress: 10.244.1.5\n\n\n`,
      '',
      0,
    ],
    [
      'nslookup web-0.nginx',
      newer,
      `${newServer}** server can't find web-0.nginx: NXDOMAIN\n\n** server can't find web-0.nginx: NXDOMAIN\n\n`,
      '',
      1,
    ],
    ['nslookup web', { ...newer, isCutOff: true }, noServer, '', 1],
    ['nslookup web-0.nginx', {}, `${bindServer}Name:\tweb-0.nginx.${domain}\nAddress: 10.244.1.5\n\n`, '', 0],
    ['nslookup nobody', {}, `${bindServer}** server can't find nobody: NXDOMAIN\n\n`, '', 1],
    ['nslookup 10.244.1.5', {}, `5.1.244.10.in-addr.arpa\tname = web-0.nginx.${domain}.\n\n`, '', 0],
    [
      `nslookup -type=SRV _web._tcp.nginx.${domain}`,
      {},
      `${bindServer}_web._tcp.nginx.${domain}\tservice = 0 100 80 web-0.nginx.${domain}.\n\n`,
      '',
      0,
    ],
    ['nslookup web 8.8.8.8', {}, '', 'nslookup: the only server that can be asked here is 10.96.0.10\n', 1],
  ];
  test.each(table)('%s', (line, setup, stdout, stderr, code) => {
    expect(run(nslookup, line, setup)).toMatchObject({ stdout, stderr, code });
  });
});

describe('dig', () => {
  test('+short prints the data alone', () => {
    expect(run(dig, `dig +short nginx.${domain}`).stdout).toBe('10.244.1.5\n10.244.2.5\n');
    expect(run(dig, `dig +short SRV _web._tcp.nginx.${domain}`).stdout).toBe(
      `0 100 80 web-0.nginx.${domain}.\n`,
    );
    expect(run(dig, 'dig -x 10.244.1.5 +short').stdout).toBe(`web-0.nginx.${domain}.\n`);
    expect(run(dig, 'dig web +short')).toMatchObject({ stdout: '', code: 0 });
    expect(run(dig, 'dig +search +short web').stdout).toBe('10.96.7.7\n');
  });

  test('prints the sections of an answer', () => {
    const { stdout } = run(dig, `dig SRV _web._tcp.nginx.${domain}`);
    expect(stdout).toContain(
      `; <<>> DiG 9.18.28 <<>> SRV _web._tcp.nginx.${domain}\n;; global options: +cmd\n;; Got answer:\n`,
    );
    expect(stdout).toMatch(
      /status: NOERROR, id: \d+\n;; flags: qr aa rd; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 2\n/,
    );
    expect(stdout).toContain(
      `;; ANSWER SECTION:\n_web._tcp.nginx.${domain}.\t30\tIN\tSRV\t0 100 80 web-0.nginx.${domain}.\n\n`,
    );
    expect(stdout).toContain(`;; ADDITIONAL SECTION:\nweb-0.nginx.${domain}.\t30\tIN\tA\t10.244.1.5\n\n`);
    expect(stdout).toContain(';; WHEN: Fri Nov 20 10:35:41 UTC 2026\n');
  });

  test('says so where there is no such name or no server', () => {
    expect(run(dig, 'dig nobody').stdout).toContain('status: NXDOMAIN');
    expect(run(dig, 'dig web', { isCutOff: true })).toMatchObject({ code: 9, tookMs: 15_000 });
    expect(run(dig, 'dig web MX')).toMatchObject({ code: 1 });
  });
});

describe('a URL', () => {
  const table: readonly [text: string, expected: string | undefined][] = [
    ['web', 'http web 80 /'],
    ['http://web', 'http web 80 /'],
    ['HTTP://web:8080/a/b?c=d#e', 'http web 8080 /a/b?c=d'],
    ['web?x=1', 'http web 80 /?x=1'],
    ['https://web', 'https web 443 /'],
    ['user:pass@web', 'http web 80 /'],
    ['http://', undefined],
    ['http://web:99999', undefined],
    ['http://a b', undefined],
  ];
  test.each(table)('%s', (text, expected) => {
    const url = parseUrl(text);
    expect(url && `${url.scheme} ${url.host} ${url.port} ${url.target}`).toBe(expected);
  });
});
