// wget as BusyBox has it: fetches a file over plain HTTP.
import type { Process } from '../../sim/index.ts';
import { utf8Length } from '../../sim/index.ts';
import type { Outcome, Url } from './exchange.ts';
import { exchange, hostHeader, parseUrl, statusLine } from './exchange.ts';
import { fail, parseOptions, pathOf, program, UsageError } from './program.ts';

/** How long BusyBox waits for an answer unless told otherwise, in s. */
const DEFAULT_TIMEOUT_SECONDS = '900';

export const wget = program(function* (process, args) {
  const options = parseOptions(args, {
    flags: 'qScP',
    values: 'OTUhd',
    long: {
      quiet: 'q',
      'output-document': 'O',
      timeout: 'T',
      'user-agent': 'U',
      header: 'h',
      'post-data': 'd',
      'server-response': 'S',
      spider: 'P',
    },
  });
  const last = (letter: string) => options.values.get(letter)?.at(-1);
  const [text] = options.operands;
  if (text === undefined) throw new UsageError('missing URL');
  const url = parseUrl(text);
  if (!url) throw new UsageError(`bad address '${text}'`);
  if (url.scheme !== 'http') throw new UsageError(`not an http or ftp url: ${text}`);
  const isQuiet = options.flags.has('q');
  const postData = last('d');
  const timeout = last('T') ?? DEFAULT_TIMEOUT_SECONDS;
  if (!/^\d{1,6}$/.test(timeout)) throw new UsageError(`invalid number '${timeout}'`);
  const outcome: Outcome = yield* exchange(process, {
    url,
    method: postData === undefined ? 'GET' : 'POST',
    headers: headersFor(url, last('U'), options.values.get('h') ?? [], postData),
    body: postData ?? '',
    totalMs: Number(timeout) * 1000,
    onConnecting: (ip) => {
      if (!isQuiet) process.stderr.write(`Connecting to ${hostHeader(url)} (${ip}:${url.port})\n`);
    },
  });
  if (outcome.is !== 'response') return fail(process, failureOf(outcome, url));
  const { response } = outcome;
  if (options.flags.has('S')) {
    const lines = [
      statusLine(response),
      ...[...response.headers].map(([name, value]) => `${name}: ${value}`),
    ];
    process.stderr.write(lines.map((line) => `  ${line}\n`).join(''));
  }
  if (response.status >= 400) return fail(process, `server returned error: ${statusLine(response)}`);
  if (options.flags.has('P')) {
    if (!isQuiet) process.stderr.write('remote file exists\n');
    return 0;
  }
  save(process, url, response.body, last('O'), isQuiet);
  return 0;
});

function save(process: Process, url: Url, body: string, output: string | undefined, isQuiet: boolean): void {
  const name = output ?? (url.target.replace(/\?.*/, '').split('/').at(-1) || 'index.html');
  if (name === '-') {
    if (!isQuiet) process.stderr.write('writing to stdout\n');
    process.stdout.write(body);
    if (!isQuiet) process.stderr.write(`${progress('-', body)}written to stdout\n`);
    return;
  }
  if (!isQuiet) process.stderr.write(`saving to '${name}'\n`);
  if (name !== '/dev/null') process.host.files.write(pathOf(process, name), body);
  if (!isQuiet) process.stderr.write(`${progress(name, body)}'${name}' saved\n`);
}

function progress(name: string, body: string): string {
  const size = String(utf8Length(body)).padStart(5);
  return `${name.slice(0, 20).padEnd(20)} 100% |${'*'.repeat(32)}| ${size}  0:00:00 ETA\n`;
}

function headersFor(
  url: Url,
  agent: string | undefined,
  more: readonly string[],
  postData: string | undefined,
): ReadonlyMap<string, string> {
  const headers = new Map([
    ['Host', hostHeader(url)],
    ['User-Agent', agent ?? 'Wget'],
    ['Connection', 'close'],
  ]);
  for (const line of more) {
    const [, name = '', value = ''] = /^([^:]*):\s*(.*)$/.exec(line) ?? [];
    if (name !== '') headers.set(name, value);
  }
  if (postData !== undefined) {
    headers.set('Content-Type', 'application/x-www-form-urlencoded');
    headers.set('Content-Length', String(utf8Length(postData)));
  }
  return headers;
}

function failureOf(outcome: Outcome, { host }: Url): string {
  switch (outcome.is) {
    case 'unknown-host':
      return `bad address '${host}'`;
    case 'refused':
      return `can't connect to remote host (${outcome.ip}): Connection refused`;
    case 'unreachable':
      return `can't connect to remote host (${outcome.ip}): No route to host`;
    case 'connect-timeout':
      if (outcome.isLimit === true) return 'download timed out';
      return `can't connect to remote host (${outcome.ip}): Connection timed out`;
    case 'empty-reply':
      return 'error getting response';
    default:
      return 'download timed out';
  }
}
