// A server made of data: see image-definition.ts.
import { expand } from '../../machinery/expansion.ts';
import type { AnswerDefinition, ServerDefinition } from '../image-definition.ts';
import type { HttpRequest, HttpResponse, Process, Program } from '../process.ts';
import { deafToSignals } from './runtimes.ts';
import { serve } from './serve.ts';

/** `version` is what VERSION stands for in what it says. */
export function definedServer(definition: ServerDefinition, version: string): Program {
  const { port, startMs = 0, usage, onStop = 'ends', log = {} } = definition;
  return function* (process) {
    const { host, stdout } = process;
    const startedAtMs = host.now();
    while (host.now() < startedAtMs + startMs) yield { untilMs: startedAtMs + startMs };
    let requests = 0;
    const say = (text: string | undefined, request?: HttpRequest) => {
      if (text !== undefined) stdout.write(`${filledIn(text, process, version, requests, request)}\n`);
    };
    return yield* serve(process, {
      port,
      ...(usage === undefined ? {} : { usage }),
      ...(onStop === 'ignored' ? deafToSignals : {}),
      ...(typeof onStop === 'object' ? { abruptCode: onStop.exitCode } : {}),
      onListening: () => say(log.started),
      handler(request) {
        requests += 1;
        say(log.request, request);
        const seconds = (host.now() - startedAtMs) / 1000;
        const answer = definition.answers.find((candidate) => fits(candidate, request, requests, seconds));
        return respond(answer, (text) => filledIn(text, process, version, requests, request));
      },
    });
  };
}

function fits(answer: AnswerDefinition, request: HttpRequest, requests: number, seconds: number): boolean {
  const { path, method, untilRequests, untilSeconds } = answer;
  if (method !== undefined && method !== request.method) return false;
  if (untilRequests !== undefined && requests > untilRequests) return false;
  if (untilSeconds !== undefined && seconds >= untilSeconds) return false;
  if (path === undefined) return true;
  const asked = pathOf(request);
  return path.endsWith('*') ? asked.startsWith(path.slice(0, -1)) : asked === path;
}

function respond(answer: AnswerDefinition | undefined, fill: (text: string) => string): HttpResponse {
  if (answer === undefined) return { status: 404, headers: new Map(), body: '404 page not found\n' };
  const headers = Object.entries(answer.headers ?? {}).map(([name, value]) => [name, fill(value)] as const);
  return {
    status: answer.status ?? 200,
    headers: new Map(headers),
    body: fill(answer.body ?? ''),
    ...(answer.delayMs === undefined ? {} : { delayMs: answer.delayMs }),
  };
}

function filledIn(
  text: string,
  { env, host }: Process,
  version: string,
  requests: number,
  request?: HttpRequest,
): string {
  const known = new Map([
    ['HOSTNAME', host.hostname],
    ['VERSION', version],
    ['REQUESTS', String(requests)],
  ]);
  if (request !== undefined) {
    known.set('METHOD', request.method);
    known.set('TARGET', request.target);
    known.set('REQUEST_PATH', pathOf(request));
    known.set('CLIENT_IP', request.clientIp);
  }
  return expand(text, (name) => known.get(name) ?? env.get(name));
}

function pathOf({ target }: HttpRequest): string {
  return target.split(/[?#]/, 1)[0] ?? '';
}
