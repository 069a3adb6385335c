// c1t1d0s7/myweb and its successor in Go: greet with their host name on port 8080; /health answers with the status that `code` asks for.
// Departs: a code that is no HTTP status is answered with 400.
import type { Image } from '../image.ts';
import type { HttpRequest, HttpResponse, Process, Program } from '../process.ts';
import { mebibyte } from '../program-usage.ts';
import { deafToSignals, goSignals } from '../programs/runtimes.ts';
import { serve } from '../programs/serve.ts';
import { busyboxPrograms, debianPrograms, distributionFiles } from './distribution.ts';

const port = 8080;

function respond({ host }: Process, request: HttpRequest): HttpResponse {
  const [path = '', query = ''] = request.target.split('?', 2);
  const headers = new Map([['Content-Type', 'text/plain; charset=utf-8']]);
  if (path !== '/health') return { status: 200, headers, body: `Hello World!\n${host.hostname}\n` };
  const [, code = '200'] = /(?:^|&)code=([^&]*)/.exec(query) ?? [];
  const status = Number(code);
  const isStatus = Number.isInteger(status) && status >= 100 && status <= 599;
  return { status: isStatus ? status : 400, headers, body: isStatus ? `${code}\n` : 'no such code\n' };
}

export const goMyweb: Image = {
  repositories: ['ghcr.io/c1t1d0s7/go-myweb', 'docker.io/c1t1d0s7/go-myweb'],
  exampleTag: 'latest',
  contents(_, tools) {
    const programs = busyboxPrograms(tools);
    const server: Program = (process) =>
      serve(process, {
        port,
        usage: { requestCpuMs: 0.1, memoryBytes: 3 * mebibyte },
        ...goSignals,
        handler: (request) => respond(process, request),
      });
    programs.set('myweb', server);
    return { command: ['myweb'], ports: [port], programs, files: distributionFiles('Alpine Linux v3.15') };
  },
};

export const myweb: Image = {
  repositories: ['docker.io/c1t1d0s7/myweb'],
  exampleTag: 'latest',
  contents(_, tools) {
    const programs = debianPrograms(tools, ['curl']);
    const server: Program = (process) =>
      serve(process, {
        port,
        usage: { idleCpuMillis: 0.1, requestCpuMs: 0.8, memoryBytes: 14 * mebibyte },
        ...deafToSignals,
        handler: (request) => respond(process, request),
      });
    programs.set('node', server);
    return {
      command: ['node', 'app.js'],
      ports: [port],
      programs,
      files: distributionFiles('Debian GNU/Linux 8 (jessie)', new Map([['/app.js', '']])),
    };
  },
};
