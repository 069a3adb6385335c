// Servers that tell a client its own request: to see what arrives, and through whom.
import type { Image } from '../image.ts';
import type { HttpRequest, HttpResponse, Process, Program } from '../process.ts';
import { mebibyte } from '../program-usage.ts';
import { goSignals } from '../programs/runtimes.ts';
import { serve } from '../programs/serve.ts';
import { busyboxPrograms, distributionFiles, scratchFiles } from './distribution.ts';

const usage = { requestCpuMs: 0.1, memoryBytes: 4 * mebibyte };

/** A server on the port that a variable names, or its usual one. */
function echoServer(
  variable: string,
  usualPort: number,
  respond: (process: Process, request: HttpRequest) => HttpResponse,
): Program {
  return (process) => {
    const port = Number(process.env.get(variable) ?? usualPort);
    return serve(process, {
      port,
      usage,
      ...goSignals,
      handler: (request) => respond(process, request),
    });
  };
}

function plain(body: string, status = 200): HttpResponse {
  return { status, headers: new Map([['Content-Type', 'text/plain; charset=utf-8']]), body };
}

function headerLines({ headers }: HttpRequest): string[] {
  return [...headers].map(([name, value]) => `${name}: ${value}`);
}

const requestServedBy = echoServer('PORT', 8080, ({ host }, request) =>
  plain(
    [
      `Request served by ${host.hostname}`,
      '',
      `${request.method} ${request.target} HTTP/1.1`,
      '',
      ...headerLines(request),
      ...(request.body === '' ? [] : ['', request.body]),
      '',
    ].join('\n'),
  ),
);

const whoamiServer = echoServer('WHOAMI_PORT_NUMBER', 80, ({ host, env }, request) => {
  if (request.target === '/health') return plain('');
  const name = env.get('WHOAMI_NAME');
  return plain(
    [
      ...(name === undefined ? [] : [`Name: ${name}`]),
      `Hostname: ${host.hostname}`,
      'IP: 127.0.0.1',
      'IP: ::1',
      `IP: ${host.network.ip ?? ''}`,
      `RemoteAddr: ${request.clientIp}:${32_768 + host.random.int(28_000)}`,
      `${request.method} ${request.target} HTTP/1.1`,
      ...headerLines(request),
      '',
      '',
    ].join('\n'),
  );
});

const requestInformation = echoServer('HTTP_PORT', 8080, ({ host }, request) => {
  const [path = '', query = ''] = request.target.split('?', 2);
  const headers = [...request.headers].map(([name, value]) => `\t${name.toLowerCase()}=${value}`).sort();
  return plain(
    [
      '',
      '',
      `Hostname: ${host.hostname}`,
      '',
      'Pod Information:\n\t-no pod information available-',
      '',
      'Server values:\n\tserver_version=nginx: 1.13.3 - lua: 10008',
      '',
      'Request Information:',
      `\tclient_address=${request.clientIp}`,
      `\tmethod=${request.method}`,
      `\treal path=${path}`,
      `\tquery=${query}`,
      '\trequest_version=1.1',
      '\trequest_scheme=http',
      `\trequest_uri=http://${request.headers.get('Host') ?? host.hostname}${request.target}`,
      '',
      'Request Headers:',
      ...headers,
      '',
      `Request Body:\n\t${request.body || '-no body in request-'}`,
      '',
      '',
    ].join('\n'),
  );
});

export const echoServerImage: Image = {
  repositories: [
    'docker.io/kicbase/echo-server',
    'docker.io/jmalloc/echo-server',
    'docker.io/ealen/echo-server',
  ],
  exampleTag: '1.0',
  contents: () => ({
    entrypoint: ['/bin/echo-server'],
    ports: [8080],
    programs: new Map([['/bin/echo-server', requestServedBy]]),
    files: scratchFiles(),
  }),
};

export const whoami: Image = {
  repositories: ['docker.io/traefik/whoami', 'docker.io/containous/whoami'],
  exampleTag: 'v1.10',
  contents: () => ({
    entrypoint: ['/whoami'],
    ports: [80],
    programs: new Map([['/whoami', whoamiServer]]),
    files: scratchFiles(),
  }),
};

export const echoserver: Image = {
  repositories: [
    'registry.k8s.io/echoserver',
    'k8s.gcr.io/echoserver',
    'gcr.io/google_containers/echoserver',
    'registry.k8s.io/e2e-test-images/echoserver',
  ],
  exampleTag: '1.10',
  contents(_, tools) {
    const programs = busyboxPrograms(tools);
    programs.set('echoserver', requestInformation);
    return {
      command: ['echoserver'],
      ports: [8080],
      programs,
      files: distributionFiles('Alpine Linux v3.10'),
    };
  },
};
