// kubectl proxy: the API server on a port of this machine, as long as the command runs.
import type { HttpRequest, HttpResponse, RequestHandler } from '../../sim/index.ts';
import type { Command } from '../command.ts';
import { usageError } from '../command.ts';
import { openPort } from '../forwarding/free-port.ts';
import { logLine } from '../log-line.ts';

/** Hosts that requests may be addressed to, and paths that are not let through. */
const hosts = [/^localhost$/, /^127\.0\.0\.1$/, /^\[::1\]$/];
const rejectedPaths = [/^\/api\/.*\/pods\/.*\/exec/, /^\/api\/.*\/pods\/.*\/attach/];
const filter = 'the filter here is the usual one';

export const proxy: Command = {
  words: ['proxy'],
  summary: 'Run a proxy to the Kubernetes API server',
  usage:
    'kubectl proxy [--port=PORT] [--www=static-dir] [--www-prefix=prefix] [--api-prefix=prefix] [options]',
  flags: [
    { name: 'port', short: 'p', type: 'int', default: '8001', help: 'Where to listen; 0: any free port' },
    { name: 'address', type: 'string', default: '127.0.0.1', help: 'The address to listen on' },
    { name: 'api-prefix', type: 'string', default: '/', help: 'The path before that of the API' },
    { name: 'disable-filter', type: 'bool', help: 'Let every request through' },
    { name: 'append-server-path', type: 'bool', help: 'Has no effect here: the server has no path' },
    { name: 'keepalive', type: 'duration', default: '0s', help: 'Has no effect here' },
    ...['accept-hosts', 'accept-paths', 'reject-methods', 'reject-paths'].map((name) => ({
      name,
      type: 'string' as const,
      help: 'A regular expression',
      unsupported: filter,
    })),
    { name: 'unix-socket', short: 'u', type: 'string', help: 'A socket', unsupported: 'use --port' },
    { name: 'www', short: 'w', type: 'string', help: 'A directory', unsupported: 'only the API is served' },
    {
      name: 'www-prefix',
      short: 'P',
      type: 'string',
      help: 'The path before the files',
      unsupported: 'only the API is served',
    },
  ],
  *run({ cluster, flags, process, out, err }) {
    const address = flags.text('address') ?? '';
    const wanted = flags.int('port') ?? 8001;
    if (flags.bool('disable-filter')) {
      const warning = 'Request filter disabled, your proxy is vulnerable to XSRF attacks, please be cautious';
      err(`${logLine(process, 'W', 'proxy.go:177', warning)}\n`);
    }
    const serve = behindPrefix(flags.text('api-prefix') ?? '/', cluster.serve);
    const handler = flags.bool('disable-filter') ? serve : filtered(serve);
    const isHere = /^(127\.|0\.0\.0\.0$|localhost$)/.test(address) || address === process.host.network.ip;
    const port = isHere && wanted >= 0 && wanted < 65_536 ? openPort(process, wanted, handler) : undefined;
    if (port === undefined) throw usageError(`listen tcp${whyNot(isHere, address, wanted)}`);
    out(`Starting to serve on ${address}:${port}\n`);
    for (;;) yield {};
  },
};

function whyNot(isHere: boolean, address: string, port: number): string {
  if (port < 0 || port > 65_535) return `: address ${port}: invalid port`;
  return ` ${address}:${port}: bind: ${isHere ? 'address already in use' : 'cannot assign requested address'}`;
}

/** Serves below a path only. */
function behindPrefix(word: string, serve: RequestHandler): RequestHandler {
  const prefix = `/${word.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  if (prefix === '/') return serve;
  return (request) =>
    request.target.startsWith(prefix)
      ? serve({ ...request, target: request.target.slice(prefix.length - 1) })
      : text(404, '404 page not found\n');
}

function filtered(serve: RequestHandler): RequestHandler {
  return (request) => (isAccepted(request) ? serve(request) : text(403, 'Forbidden'));
}

function isAccepted({ headers, target }: HttpRequest): boolean {
  const [, host = ''] = [...headers].find(([name]) => name.toLowerCase() === 'host') ?? [];
  const name = host.replace(/:\d+$/, '');
  const path = target.replace(/\?.*/s, '');
  return hosts.some((it) => it.test(name)) && !rejectedPaths.some((it) => it.test(path));
}

function text(status: number, body: string): HttpResponse {
  return { status, headers: new Map([['Content-Type', 'text/plain; charset=utf-8']]), body };
}
