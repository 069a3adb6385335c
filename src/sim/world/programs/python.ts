// python: of the language it knows serving files (`-m http.server`), printing and sleeping; other scripts are refused.
import type { HttpRequest, HttpResponse, Process, Program, Wait } from '../process.ts';
import { mebibyte } from '../program-usage.ts';
import { httpDate } from './log-times.ts';
import { deafToSignals } from './runtimes.ts';
import { serve } from './serve.ts';
import { contentType, findFile } from './static-files.ts';

const usage = { idleCpuMillis: 0.1, requestCpuMs: 0.5, memoryBytes: 10 * mebibyte };
const usualPort = 8000;

export function python(version: string): Program {
  return function* (process) {
    const args = process.argv.slice(1).filter((arg) => arg !== '-u');
    if (args[0] === '--version' || args[0] === '-V') {
      process.stdout.write(`Python ${version}\n`);
      return 0;
    }
    if (args[0] === '-m' && args[1] === 'http.server') return yield* serveFiles(process, args.slice(2));
    if (args[0] === '-c') return yield* runStatements(process, args[1] ?? '');
    process.stderr.write(
      "python: petset's python knows `-m http.server [PORT]` and `-c` with print, time.sleep and sys.exit; use sh for other scripts\n",
    );
    return 2;
  };
}

function* serveFiles(process: Process, args: readonly string[]): Generator<Wait, number, void> {
  const port = Number(args.find((arg) => /^\d+$/.test(arg)) ?? usualPort);
  return yield* serve(process, {
    port,
    usage,
    ...deafToSignals,
    onTaken: () => process.stderr.write('OSError: [Errno 98] Address already in use\n'),
    onListening: () =>
      process.stdout.write(`Serving HTTP on 0.0.0.0 port ${port} (http://0.0.0.0:${port}/) ...\n`),
    handler: (request) => respond(process, request),
  });
}

function respond(process: Process, request: HttpRequest): HttpResponse {
  const { host, cwd } = process;
  const answer = findFile(host.files, cwd, request);
  const isListing = answer.status === 403 && host.files.stat(answer.path)?.type === 'directory';
  const status = isListing ? 200 : answer.status;
  const body =
    answer.status === 200 ? answer.content : isListing ? listing(process, request, answer.path) : '';
  process.stderr.write(
    `${request.clientIp} - - [${httpDate(host.now())}] "${request.method} ${request.target} HTTP/1.1" ${status} -\n`,
  );
  const headers = new Map([
    ['Server', 'SimpleHTTP/0.6 Python/3'],
    ['Date', httpDate(host.now())],
    ['Content-type', answer.status === 200 ? contentType(answer.path) : 'text/html; charset=utf-8'],
  ]);
  if (answer.status === 301) headers.set('Location', answer.location);
  return { status, headers, body: request.method === 'HEAD' ? '' : body };
}

function listing({ host: { files } }: Process, { target }: HttpRequest, path: string): string {
  const title = `Directory listing for ${target}`;
  const names = files
    .list(path)
    .map((name) => (files.stat(`${path}/${name}`)?.type === 'directory' ? `${name}/` : name));
  const items = names.map((name) => `<li><a href="${name}">${name}</a></li>`);
  return [
    '<!DOCTYPE HTML>',
    '<html lang="en">',
    `<head>\n<meta charset="utf-8">\n<title>${title}</title>\n</head>`,
    `<body>\n<h1>${title}</h1>\n<hr>\n<ul>`,
    ...items,
    '</ul>\n<hr>\n</body>\n</html>\n',
  ].join('\n');
}

/** Statements one after the other, joined by `;` or on lines of their own. */
function* runStatements(process: Process, script: string): Generator<Wait, number, void> {
  const { host, stdout, stderr } = process;
  for (const statement of script.split(/[;\n]/).map((part) => part.trim())) {
    const printed = /^print\((["'])(.*)\1(?:, *flush=True)?\)$/.exec(statement)?.[2];
    const seconds = /^(?:time\.)?sleep\((\d+(?:\.\d+)?)\)$/.exec(statement)?.[1];
    const code = /^(?:sys\.)?exit\((\d*)\)$/.exec(statement)?.[1];
    if (statement === '' || /^(?:import|from) /.test(statement)) continue;
    if (printed !== undefined) stdout.write(`${printed}\n`);
    else if (code !== undefined) return Number(code) & 255;
    else if (seconds !== undefined) {
      const endMs = host.now() + Number(seconds) * 1000;
      while (host.now() < endMs) yield { untilMs: endMs };
    } else {
      stderr.write(`python: petset's python does not know \`${statement}\`; use sh for other scripts\n`);
      return 1;
    }
  }
  return 0;
}
