// Apache httpd as its image configures it: port 80, files under /usr/local/apache2/htdocs, log on stdout.
//
// Departs: configuration files are not read; a directory without an index page is refused instead of listed.
import { utf8Length } from '../../machinery/go-text.ts';
import type { HttpRequest, HttpResponse, Process, Program } from '../process.ts';
import { mebibyte } from '../program-usage.ts';
import { accessTime, httpDate } from './log-times.ts';
import { serve } from './serve.ts';
import { contentType, findFile } from './static-files.ts';

const root = '/usr/local/apache2/htdocs';
const usage = { idleCpuMillis: 0.1, requestCpuMs: 0.3, memoryBytes: 6 * mebibyte };
const version = 'Apache/2.4.62 (Unix)';

export const httpd: Program = function* (process) {
  const ip = process.host.network.ip ?? '127.0.0.1';
  process.stderr.write(
    `AH00558: httpd: Could not reliably determine the server's fully qualified domain name, using ${ip}. Set the 'ServerName' directive globally to suppress this message\n`,
  );
  return yield* serve(process, {
    port: 80,
    usage,
    signals: ['SIGTERM', 'SIGINT', 'SIGWINCH'],
    handler: (request) => respond(process, request),
    onTaken() {
      process.stderr.write(
        '(98)Address already in use: AH00072: make_sock: could not bind to address [::]:80\n',
      );
      process.stderr.write('no listening sockets available, shutting down\nAH00015: Unable to open logs\n');
    },
  });
};

const titles: Readonly<Record<number, string>> = {
  301: 'Moved Permanently',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
};

function respond(process: Process, request: HttpRequest): HttpResponse {
  const answer = findFile(process.host.files, root, request);
  const body = answer.status === 200 ? answer.content : errorPage(answer.status);
  const length = String(utf8Length(body));
  const line = `"${request.method} ${request.target} HTTP/1.1" ${answer.status} ${length}`;
  process.stdout.write(`${request.clientIp} - - [${accessTime(process.host.now())}] ${line}\n`);
  const headers = new Map([
    ['Date', httpDate(process.host.now())],
    ['Server', version],
    ['Content-Length', length],
    [
      'Content-Type',
      answer.status === 200 ? contentType(answer.path, 'text/plain') : 'text/html; charset=iso-8859-1',
    ],
  ]);
  if (answer.status === 301)
    headers.set('Location', `http://${request.headers.get('Host') ?? 'localhost'}${answer.location}`);
  return { status: answer.status, headers, body: request.method === 'HEAD' ? '' : body };
}

function errorPage(status: number): string {
  const title = titles[status] ?? '';
  return [
    '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">',
    '<html><head>',
    `<title>${status} ${title}</title>`,
    '</head><body>',
    `<h1>${title}</h1>`,
    '</body></html>',
    '',
  ].join('\n');
}
