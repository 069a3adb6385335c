// --raw: a request to the API server as it stands, and its answer as it comes.
import type { Status, Wait } from '../sim/index.ts';
import { goQuote } from '../sim/index.ts';
import type { Context } from './command.ts';
import { CommandError, serverError, usageError } from './command.ts';
import { readSources } from './manifest-sources.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Flags that say what --raw already says. */
const clashing: readonly (readonly [flag: string, text: string])[] = [
  ['edit', '--raw and --edit are mutually exclusive'],
  ['selector', '--raw and --selector (-l) are mutually exclusive'],
  ['output', '--raw and --output are mutually exclusive'],
];

/** `kubectl get --raw PATH`. Throws `CommandError`. */
export function* getRaw(context: Context): Generator<Wait, number, void> {
  const { args, flags } = context;
  if (args.length > 0) throw usageError('arguments may not be passed when --raw is specified');
  if (flags.bool('watch') || flags.bool('watch-only') || flags.text('selector')) {
    throw usageError(
      '--raw may not be specified with other flags that filter the server request or alter the output',
    );
  }
  if (flags.text('output')) throw usageError('--raw and --output are mutually exclusive');
  return yield* exchange(context, 'GET', '');
}

/** `kubectl create|replace|delete --raw PATH`, with the one file of -f as the body. Throws `CommandError`. */
export function* sendRaw(context: Context, method: Method): Generator<Wait, number, void> {
  const { args, flags } = context;
  if (args.length > 0) throw usageError('arguments may not be passed when --raw is specified');
  const files = flags.list('filename');
  if (files.length > 1 || (files.length === 0 && method !== 'DELETE')) {
    throw usageError('--raw can only use a single local file or stdin');
  }
  const [file] = files;
  if (file !== undefined && /^https?:/.test(file)) throw usageError('--raw cannot read from a url');
  for (const [flag, text] of clashing) {
    if (flags.has(flag)) throw usageError(text);
  }
  const sources = file === undefined ? [] : yield* readSources(context, file);
  return yield* exchange(context, method, sources[0]?.text ?? '');
}

function* exchange(context: Context, method: Method, body: string): Generator<Wait, number, void> {
  const { cluster, flags, process, out } = context;
  const target = flags.text('raw') ?? '';
  if (!/^(\/|[a-z][a-z0-9+.-]*:)/i.test(target)) {
    const why = target === '' ? 'empty url' : 'invalid URI for request';
    throw usageError(`--raw must be a valid URL path: parse ${goQuote(target)}: ${why}`);
  }
  const headers = new Map([
    ['Accept', 'application/json, */*'],
    ['User-Agent', 'kubectl/v1.36.2'],
    ...(body === '' ? [] : [['Content-Type', 'application/json'] as const]),
  ]);
  const answer = cluster.serve({ method, target, headers, body, clientIp: process.host.network.ip ?? '' });
  const untilMs = process.host.now() + (answer.delayMs ?? 0);
  while (process.host.now() < untilMs) yield { untilMs };
  if (answer.status >= 400) throw refused(answer.status, answer.body);
  out(answer.body);
  return 0;
}

/** The server's refusal where it sent one, else what kubectl makes of the code alone. */
function refused(code: number, body: string): CommandError {
  const status = statusIn(body);
  if (status) return serverError(status);
  return code === 404
    ? new CommandError('Error from server (NotFound): the server could not find the requested resource')
    : new CommandError(
        `Error from server: an error on the server (${goQuote(body.trim())}) has prevented the request from succeeding`,
      );
}

function statusIn(body: string): Status | undefined {
  if (!body.startsWith('{')) return undefined;
  try {
    const value = JSON.parse(body) as Partial<Status>;
    return value.kind === 'Status' ? ({ reason: '', ...value } as Status) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
