// curl: requests over plain HTTP, with the messages and exit codes of curl 8.5.
//
// Departs: no progress meter is printed; https is not spoken.
import type { HttpResponse, Process } from '../../sim/index.ts';
import { utf8Length } from '../../sim/index.ts';
import type { Steps } from '../language/shell-state.ts';
import type { CurlOptions } from './curl-options.ts';
import { parseCurlOptions } from './curl-options.ts';
import type { Exchange, Outcome, Url } from './exchange.ts';
import { exchange, headerOf, hostHeader, parseUrl, statusLine } from './exchange.ts';
import { pathOf, program } from './program.ts';

const USER_AGENT = 'curl/8.5.0';
const MAX_REDIRECTS = 50;

/** How a transfer ended: curl's code and, unless that is 0, its message. */
interface Ending {
  readonly code: number;
  readonly message?: string;
  readonly outcome?: Outcome;
  readonly url?: Url;
  readonly redirects?: number;
}

export const curl = program(function* (process, args) {
  const options = parseCurlOptions(args);
  let code = 0;
  for (const text of options.urls) {
    const ending = yield* transfer(process, options, text);
    const message = `curl: (${ending.code}) ${ending.message ?? ''}\n`;
    if (ending.message !== undefined && options.showsErrors) process.stderr.write(message);
    if (options.writeOut !== undefined) process.stdout.write(writeOut(options.writeOut, ending));
    code = ending.code;
  }
  return code;
});

function* transfer(process: Process, options: CurlOptions, text: string): Steps<Ending> {
  let url = parseUrl(text);
  let redirects = 0;
  for (;;) {
    if (!url) return { code: 3, message: 'URL rejected: Malformed input to a URL function' };
    if (url.scheme !== 'http') {
      return { code: 1, message: `Protocol "${url.scheme}" not supported or disabled in libcurl` };
    }
    const request = requestFor(process, options, url);
    const outcome: Outcome = yield* exchange(process, request);
    if (outcome.is !== 'response') return { ...failureOf(outcome, url, options), outcome, url };
    const { response } = outcome;
    const location = headerOf(response.headers, 'location');
    const isRedirect = response.status >= 300 && response.status < 400 && location !== undefined;
    if (!isRedirect || !options.followsRedirects) {
      return { ...finish(process, options, response, url), outcome, url, redirects };
    }
    if (++redirects > MAX_REDIRECTS) {
      return { code: 47, message: `Maximum (${MAX_REDIRECTS}) redirects followed`, outcome, url, redirects };
    }
    show(process, options, response, '');
    url = parseUrl(location.startsWith('/') ? `http://${hostHeader(url)}${location}` : location);
  }
}

function requestFor(process: Process, options: CurlOptions, url: Url): Exchange {
  const body = options.data.map(({ text, isRaw }) => dataOf(process, text, isRaw)).join('&');
  const method = options.method ?? (options.isHead ? 'HEAD' : options.data.length > 0 ? 'POST' : 'GET');
  const headers = headersFor(options, url, body);
  const say = (text: string) => {
    if (options.isVerbose) process.stderr.write(text);
  };
  return {
    url,
    method,
    headers,
    body,
    ...(options.maxMs === undefined ? {} : { totalMs: options.maxMs }),
    ...(options.connectMs === undefined ? {} : { connectMs: options.connectMs }),
    onConnecting: (ip) => say(`*   Trying ${ip}:${url.port}...\n`),
    onConnected: (ip) => {
      say(`* Connected to ${url.host} (${ip}) port ${url.port}\n> ${method} ${url.target} HTTP/1.1\n`);
      for (const [name, value] of headers) say(`> ${name}: ${value}\n`);
      say('> \n');
    },
  };
}

function dataOf(process: Process, text: string, isRaw: boolean): string {
  if (isRaw || !text.startsWith('@')) return text;
  return process.host.files.read(pathOf(process, text.slice(1))).replace(/[\r\n]/g, '');
}

/** Those that curl sends by itself, then the user's; `Name:` without a value takes one away. */
function headersFor(options: CurlOptions, url: Url, body: string): ReadonlyMap<string, string> {
  const headers = new Map([
    ['Host', hostHeader(url)],
    ['User-Agent', USER_AGENT],
    ['Accept', '*/*'],
  ]);
  for (const line of options.headers) {
    const [, name = '', value = ''] = /^([^:;]*)[:;]\s*(.*)$/.exec(line) ?? [];
    for (const known of headers.keys()) {
      if (known.toLowerCase() === name.toLowerCase()) headers.delete(known);
    }
    if (name !== '' && value !== '') headers.set(name, value);
  }
  if (options.data.length > 0) {
    headers.set('Content-Length', String(utf8Length(body)));
    if (headerOf(headers, 'content-type') === undefined) {
      headers.set('Content-Type', 'application/x-www-form-urlencoded');
    }
  }
  return headers;
}

function finish(process: Process, options: CurlOptions, response: HttpResponse, url: Url): Ending {
  const isRefused = options.failsOnError && response.status >= 400;
  show(process, options, response, isRefused || options.isHead ? '' : response.body, url);
  if (options.isVerbose) process.stderr.write(`* Connection #0 to host ${url.host} left intact\n`);
  if (!isRefused) return { code: 0 };
  return { code: 22, message: `The requested URL returned error: ${response.status}` };
}

function show(process: Process, options: CurlOptions, response: HttpResponse, body: string, url?: Url): void {
  const lines = [
    statusLine(response),
    ...[...response.headers].map(([name, value]) => `${name}: ${value}`),
    '',
  ];
  if (options.isVerbose) process.stderr.write(lines.map((line) => `< ${line}\n`).join(''));
  const shown = `${options.includesHeaders ? lines.map((line) => `${line}\r\n`).join('') : ''}${body}`;
  const remoteName = url?.target.replace(/\?.*/, '').split('/').at(-1);
  const output = options.usesRemoteName ? remoteName || 'index.html' : options.output;
  if (output === undefined || output === '-') process.stdout.write(shown);
  else if (output !== '/dev/null') process.host.files.write(pathOf(process, output), shown);
}

function failureOf(outcome: Outcome, url: Url, options: CurlOptions): { code: number; message: string } {
  const { tookMs } = outcome;
  const failed = `Failed to connect to ${url.host} port ${url.port} after ${tookMs} ms`;
  switch (outcome.is) {
    case 'unknown-host':
      if (options.maxMs !== undefined && tookMs >= options.maxMs) {
        return { code: 28, message: `Resolving timed out after ${tookMs} milliseconds` };
      }
      return { code: 6, message: `Could not resolve host: ${url.host}` };
    case 'connect-timeout': {
      if (outcome.isLimit !== true) return { code: 28, message: `${failed}: Couldn't connect to server` };
      const isConnectLimit =
        options.connectMs !== undefined && options.connectMs < (options.maxMs ?? Number.POSITIVE_INFINITY);
      const message = isConnectLimit
        ? `${failed}: Timeout was reached`
        : `Connection timed out after ${tookMs} milliseconds`;
      return { code: 28, message };
    }
    case 'answer-timeout':
      return { code: 28, message: `Operation timed out after ${tookMs} milliseconds with 0 bytes received` };
    case 'empty-reply':
      return { code: 52, message: 'Empty reply from server' };
    default:
      return { code: 7, message: `${failed}: Couldn't connect to server` };
  }
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['\\n', '\n'],
  ['\\t', '\t'],
  ['\\r', '\r'],
  ['\\\\', '\\'],
]);

/** Fills in what `-w` asks for. Unknown names are left out. */
function writeOut(format: string, ending: Ending): string {
  return format
    .replace(/\\[ntr\\]/g, (written) => escapes.get(written) ?? written)
    .replace(/%\{([a-z_]+)\}|%%/g, (_, name?: string) => (name === undefined ? '%' : variable(name, ending)));
}

function variable(name: string, { code, message, outcome, url, redirects = 0 }: Ending): string {
  const response = outcome?.is === 'response' ? outcome.response : undefined;
  const seconds = ((outcome?.tookMs ?? 0) / 1000).toFixed(6);
  switch (name) {
    case 'http_code':
    case 'response_code':
      return String(response?.status ?? 0).padStart(3, '0');
    case 'size_download':
      return String(utf8Length(response?.body ?? ''));
    case 'time_total':
      return seconds;
    case 'time_connect':
    case 'time_namelookup':
      return '0.000000';
    case 'remote_ip':
      return outcome && 'ip' in outcome ? outcome.ip : '';
    case 'remote_port':
      return String(url?.port ?? 0);
    case 'content_type':
      return response ? (headerOf(response.headers, 'content-type') ?? '') : '';
    case 'num_redirects':
      return String(redirects);
    case 'url_effective':
      return url ? `http://${hostHeader(url)}${url.target}` : '';
    case 'exitcode':
      return String(code);
    case 'errormsg':
      return message ?? '';
    default:
      return '';
  }
}
