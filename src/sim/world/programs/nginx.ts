// nginx as its image configures it: port 80, files under /usr/share/nginx/html, access log on stdout.
//
// Departs: configuration files are not read (a changed one is answered with a warning in the log); there are no worker
// processes; conditional and range requests get the whole file.
import { utf8Length } from '../../machinery/go-text.ts';
import { FileError } from '../file-system.ts';
import type { HttpRequest, HttpResponse, Process, Program } from '../process.ts';
import type { ProgramUsage } from '../program-usage.ts';
import { mebibyte } from '../program-usage.ts';
import { accessTime, errorTime, httpDate } from './log-times.ts';
import { serve } from './serve.ts';
import type { StaticAnswer } from './static-files.ts';
import { contentType, findFile } from './static-files.ts';

export interface NginxOptions {
  /** E.g. 1.24.0 */
  readonly version: string;
  /** True: it says in the log that it starts (error_log at level notice, as newer images have it). */
  readonly isTalkative: boolean;
  /** Modification time of the pages that the image brings along. */
  readonly releasedAtMs: number;
  /** 80, if absent. */
  readonly port?: number;
  /** True: it needs no place that is root's alone. */
  readonly isUnprivileged?: boolean;
  /** The configuration as the image brings it. */
  readonly configuration: ReadonlyMap<string, string>;
}

const root = '/usr/share/nginx/html';
const usage: ProgramUsage = { idleCpuMillis: 0.02, requestCpuMs: 0.2, memoryBytes: 4 * mebibyte };
const bindRetries = { times: 5, everyMs: 500 };

export function createNginx(options: NginxOptions): Program {
  return function* (process) {
    const directives = process.argv.join(' ');
    if (process.argv.includes('-v')) {
      process.stderr.write(`nginx version: nginx/${options.version}\n`);
      return 0;
    }
    if (process.argv.includes('-t')) {
      process.stderr.write('nginx: the configuration file /etc/nginx/nginx.conf syntax is ok\n');
      process.stderr.write('nginx: configuration file /etc/nginx/nginx.conf test is successful\n');
      return 0;
    }
    if (process.argv.includes('-s')) return signalMaster(process);
    // Without `daemon off` nginx goes to the background and its first process ends, which ends a container.
    if (!/daemon\s+off/.test(directives)) return 0;
    const problem = options.isUnprivileged === true ? undefined : placeProblem(process);
    if (problem !== undefined) {
      process.stderr.write(`${errorTime(process)} [emerg] 1#1: ${problem}\nnginx: [emerg] ${problem}\n`);
      return 1;
    }
    warnOfConfiguration(process, options);
    return yield* serve(process, {
      port: options.port ?? 80,
      usage,
      handler: (request) => respond(process, options, request),
      retry: bindRetries,
      onTaken(isLast) {
        const taken = `bind() to 0.0.0.0:${options.port ?? 80} failed (98: Address already in use)`;
        process.stderr.write(`nginx: [emerg] ${taken}\n`);
        if (isLast) process.stderr.write('nginx: [emerg] still could not bind()\n');
      },
      onListening() {
        if (!options.isTalkative) return;
        const notices = [
          'using the "epoll" event method',
          `nginx/${options.version}`,
          'start worker processes',
        ];
        for (const notice of notices) process.stderr.write(`${errorTime(process)} [notice] 1#1: ${notice}\n`);
      },
      onSignal(signal) {
        if (!options.isTalkative) return;
        const kind =
          signal === 'SIGQUIT'
            ? '3 (SIGQUIT) received, shutting down'
            : `${numbers[signal] ?? signal} received, exiting`;
        process.stderr.write(`${errorTime(process)} [notice] 1#1: signal ${kind}\n`);
      },
    });
  };
}

const numbers: Readonly<Record<string, string>> = { SIGTERM: '15 (SIGTERM)', SIGINT: '2 (SIGINT)' };

function signalMaster(process: Process): number {
  const signals = new Map([
    ['stop', 'SIGTERM'],
    ['quit', 'SIGQUIT'],
  ] as const);
  const name = process.argv[process.argv.indexOf('-s') + 1] ?? '';
  if (name === 'reload' || name === 'reopen') return 0;
  const signal = signals.get(name as 'stop');
  if (signal === undefined) {
    process.stderr.write(`nginx: invalid option: "-s ${name}"\n`);
    return 1;
  }
  process.host.kill(1, signal);
  return 0;
}

const errorNumbers: Readonly<Record<string, string>> = {
  EACCES: '13: Permission denied',
  EROFS: '30: Read-only file system',
};

/** What keeps nginx from its working files; undefined: it can write them. */
function placeProblem({ host: { files } }: Process): string | undefined {
  const [cache, pid] = ['/var/cache/nginx/client_temp', '/run/nginx.pid'];
  const tried = [
    { how: `mkdir() "${cache}"`, make: () => files.mkdir(cache, { parents: true }) },
    { how: `open() "${pid}"`, make: () => files.write(pid, '1\n') },
  ];
  for (const { how, make } of tried) {
    try {
      make();
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      return `${how} failed (${errorNumbers[error.code] ?? error.code})`;
    }
  }
  return undefined;
}

function warnOfConfiguration(process: Process, options: NginxOptions): void {
  for (const [path, content] of options.configuration) {
    const found = process.host.files.stat(path);
    if (found?.type === 'file' && process.host.files.read(path) === content) continue;
    process.stderr.write(
      `${errorTime(process)} [warn] 1#1: the simulated nginx does not read ${path}; it serves ${root} on port ${options.port ?? 80}\n`,
    );
  }
}

function respond(process: Process, options: NginxOptions, request: HttpRequest): HttpResponse {
  const answer = findFile(process.host.files, root, request);
  const body = answer.status === 200 ? answer.content : errorPage(answer.status, options.version);
  logRefusal(process, request, answer);
  const bytes = utf8Length(body);
  const length = String(bytes);
  const isHead = request.method === 'HEAD';
  const sent = isHead ? '0' : length;
  const agent = request.headers.get('User-Agent') ?? request.headers.get('user-agent') ?? '-';
  const line = `"${request.method} ${request.target} HTTP/1.1" ${answer.status} ${sent} "-" "${agent}" "-"`;
  process.stdout.write(`${request.clientIp} - - [${accessTime(process.host.now())}] ${line}\n`);
  const headers = new Map([
    ['Server', `nginx/${options.version}`],
    ['Date', httpDate(process.host.now())],
    ['Content-Type', answer.status === 200 ? contentType(answer.path) : 'text/html'],
    ['Content-Length', length],
  ]);
  if (answer.status === 301)
    headers.set('Location', `http://${request.headers.get('Host') ?? 'localhost'}${answer.location}`);
  if (answer.status === 200) {
    const modifiedAtMs = answer.modifiedAtMs || options.releasedAtMs;
    headers.set('Last-Modified', httpDate(modifiedAtMs));
    headers.set('Connection', 'keep-alive');
    headers.set('ETag', `"${Math.floor(modifiedAtMs / 1000).toString(16)}-${bytes.toString(16)}"`);
    headers.set('Accept-Ranges', 'bytes');
  } else headers.set('Connection', 'keep-alive');
  return { status: answer.status, headers, body: isHead ? '' : body };
}

function logRefusal(process: Process, request: HttpRequest, answer: StaticAnswer): void {
  if (answer.status !== 403 && answer.status !== 404) return;
  const why =
    answer.status === 403
      ? `directory index of "${answer.path}" is forbidden`
      : `open() "${answer.path}" failed (2: No such file or directory)`;
  const host = request.headers.get('Host') ?? 'localhost';
  const about = `client: ${request.clientIp}, server: localhost, request: "${request.method} ${request.target} HTTP/1.1", host: "${host}"`;
  process.stderr.write(`${errorTime(process)} [error] 1#1: *1 ${why}, ${about}\n`);
}

const titles: Readonly<Record<number, string>> = {
  301: '301 Moved Permanently',
  400: '400 Bad Request',
  403: '403 Forbidden',
  404: '404 Not Found',
  405: '405 Not Allowed',
};

function errorPage(status: number, version: string): string {
  const title = titles[status] ?? String(status);
  return [
    '<html>',
    `<head><title>${title}</title></head>`,
    '<body>',
    `<center><h1>${title}</h1></center>`,
    `<hr><center>nginx/${version}</center>`,
    '</body>',
    '</html>',
    '',
  ].join('\r\n');
}
