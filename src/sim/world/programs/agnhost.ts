// agnhost, the program with many faces that Kubernetes tests itself with: netexec, liveness, serve-hostname, pause …
// Departs: of its commands and of netexec's pages there are those that the documentation uses.
import { formatGoDuration } from '../../machinery/duration.ts';
import { formatRfc3339 } from '../../machinery/time.ts';
import type { HttpRequest, HttpResponse, Process, Program, Wait } from '../process.ts';
import { mebibyte } from '../program-usage.ts';
import { goLog } from './go-log.ts';
import { answerHealth } from './grpc-health.ts';
import { runUntilAsked } from './run-until-asked.ts';
import { goSignals } from './runtimes.ts';
import { serve } from './serve.ts';

const usage = { requestCpuMs: 0.2, memoryBytes: 9 * mebibyte };
/** How long `liveness` is well. */
const healthyMs = 10_000;

type Run = (process: Process, flags: ReadonlyMap<string, string>) => Generator<Wait, number, void>;

const commands: Readonly<Record<string, Run>> = {
  'grpc-health-checking': grpcHealthChecking,
  liveness,
  netexec,
  pause,
  'serve-hostname': serveHostname,
  'test-webserver': testWebserver,
};

export const agnhost: Program = function* (process) {
  const [command = '', ...args] = process.argv.slice(1);
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (run !== undefined) return yield* run(process, flagsOf(args));
  const known = Object.keys(commands).join(', ');
  process.stderr.write(`Error: petset's agnhost does not know the command "${command}"; use ${known}\n`);
  return 1;
};

/** `--http-port=8080`, `--http-port 8080`, `--http`. */
function flagsOf(args: readonly string[]): ReadonlyMap<string, string> {
  const flags = new Map<string, string>();
  for (const [i, word] of args.entries()) {
    const [, name, value] = /^--?([a-z-]+)(?:=(.*))?$/.exec(word) ?? [];
    if (name === undefined) continue;
    const next = args[i + 1];
    flags.set(name, value ?? (next?.startsWith('-') === false ? next : 'true'));
  }
  return flags;
}

function portOf(flags: ReadonlyMap<string, string>, name: string, otherwise: number): number {
  const port = Number(flags.get(name) ?? otherwise);
  return Number.isInteger(port) ? port : otherwise;
}

function text(body: string, status = 200): HttpResponse {
  return { status, headers: new Map([['Content-Type', 'text/plain; charset=utf-8']]), body };
}

function* pause(process: Process): Generator<Wait, number, void> {
  process.stdout.write('Paused\n');
  return yield* runUntilAsked(process);
}

function* liveness(process: Process): Generator<Wait, number, void> {
  const startedAtMs = process.host.now();
  const handler = ({ target }: HttpRequest): HttpResponse => {
    const tookMs = process.host.now() - startedAtMs;
    if (target === '/started') return text(formatGoDuration(tookMs));
    if (target !== '/healthz') return text('404 page not found\n', 404);
    return tookMs > healthyMs ? text(`error: ${tookMs / 1000}`, 500) : text('ok');
  };
  return yield* serve(process, { port: 8080, usage, ...goSignals, handler });
}

function* serveHostname(process: Process, flags: ReadonlyMap<string, string>): Generator<Wait, number, void> {
  const port = portOf(flags, 'port', 9376);
  goLog(process, 'log.go:198', `Serving on port ${port}.`);
  return yield* serve(process, { port, usage, ...goSignals, handler: () => text(process.host.hostname) });
}

function* testWebserver(process: Process, flags: ReadonlyMap<string, string>): Generator<Wait, number, void> {
  const port = portOf(flags, 'port', 80);
  return yield* serve(process, { port, usage, ...goSignals, handler: () => text('') });
}

function* grpcHealthChecking(
  process: Process,
  flags: ReadonlyMap<string, string>,
): Generator<Wait, number, void> {
  const port = portOf(flags, 'port', 5000);
  const httpPort = portOf(flags, 'http-port', 8080);
  let isServing = true;
  process.host.listen(httpPort, ({ target }) => {
    if (target === '/make-not-serving') isServing = false;
    if (target === '/make-serving') isServing = true;
    return text('');
  });
  goLog(process, 'log.go:198', `Http server starting to listen on :${httpPort}`);
  goLog(process, 'log.go:198', `gRPC server starting to listen on :${port}`);
  const handler = (request: HttpRequest) =>
    answerHealth(request, (service) => {
      if (service !== '') return undefined;
      return isServing ? 'SERVING' : 'NOT_SERVING';
    }) ?? text('', 404);
  return yield* serve(process, { port, usage, ...goSignals, handler });
}

function* netexec(process: Process, flags: ReadonlyMap<string, string>): Generator<Wait, number, void> {
  const port = portOf(flags, 'http-port', 8080);
  const asked: { exitCode?: number } = {};
  return yield* serve(process, {
    port,
    usage,
    ...goSignals,
    onListening() {
      goLog(process, 'log.go:198', `Started HTTP server on port ${port}`);
      goLog(process, 'log.go:198', `Started UDP server on port  ${portOf(flags, 'udp-port', 8081)}`);
    },
    handler(request) {
      goLog(process, 'log.go:198', `${request.method} ${request.target}`);
      return netexecAnswer(process, request, asked);
    },
    endsWith: () => asked.exitCode,
  });
}

function netexecAnswer(
  process: Process,
  { target, clientIp, headers }: HttpRequest,
  asked: { exitCode?: number },
): HttpResponse {
  const { host } = process;
  const [path = '', query = ''] = target.split('?', 2);
  const given = (name: string) => parameter(query, name);
  switch (path) {
    case '/':
      return text(`NOW: ${formatRfc3339(host.now())}`);
    case '/echo':
      return text(given('msg') ?? '');
    case '/hostname':
    case '/hostName':
      return text(host.hostname);
    case '/healthz':
      return text('');
    case '/clientip':
      return text(`${clientIp}:${32_768 + host.random.int(28_000)}`);
    case '/header':
      return text(headers.get(given('key') ?? '') ?? '');
    case '/exit':
      asked.exitCode = Number(given('code') ?? 0) & 255;
      return text('');
    case '/shutdown':
      asked.exitCode = 0;
      return text('');
    default:
      return text('404 page not found\n', 404);
  }
}

function parameter(query: string, name: string): string | undefined {
  const found = query
    .split('&')
    .map((pair) => pair.split('=', 2))
    .find(([key]) => key === name);
  if (found === undefined) return undefined;
  try {
    return decodeURIComponent((found[1] ?? '').replaceAll('+', ' '));
  } catch {
    return found[1];
  }
}
