// What the API server answers with: JSON, in lines for people's programs, and Status objects for what went wrong.
import { goJson } from '../../machinery/go-text.ts';
import type { HttpRequest, HttpResponse } from '../../world/process.ts';
import type { Status } from '../status.ts';
import { refusal } from '../status.ts';

/** What an answer is made of before it is written. */
export interface Reply {
  readonly code: number;
  /** A JSON value, or text as it stands. */
  readonly body: unknown;
  readonly isText?: boolean;
  /** JSON in lines, whoever asks. */
  readonly isInLines?: boolean;
  readonly warnings?: readonly string[];
  readonly headers?: readonly (readonly [string, string])[];
  /** How long it took, in ms of virtual time. */
  readonly delayMs?: number;
}

export function json(body: unknown, code = 200, warnings: readonly string[] = []): Reply {
  return { code, body, warnings };
}

export function text(body: string, code = 200): Reply {
  return { code, body, isText: true };
}

/** A refusal. The server's clients read `metadata` in every object, so a Status has an empty one. */
export function failed(status: Status, warnings: readonly string[] = []): Reply {
  const { kind, apiVersion, status: outcome, message, reason, details, code } = status;
  const named = reason === '' ? {} : { reason };
  const detailed = details ? { details } : {};
  const body = { kind, apiVersion, metadata: {}, status: outcome, message, ...named, ...detailed, code };
  return { code, body, warnings };
}

/** What a path is told behind which there is nothing: no Status, but the words of the server's library. */
export const nothingHere: Reply = text('404 page not found\n', 404);

export const methodNotAllowed: Reply = failed(
  refusal('MethodNotAllowed', 'the server does not allow this method on the requested resource'),
);

/** Writes a reply as HTTP. Programs that people read themselves get it in lines, as the real server does. */
export function written(reply: Reply, request: HttpRequest, isPretty: boolean): HttpResponse {
  const { code, body, isText = false, isInLines = false, warnings = [], headers = [], delayMs } = reply;
  const answer = isText ? String(body) : jsonText(body, isInLines || isPretty || isReadByPeople(request));
  return {
    status: code,
    headers: new Map([
      ['Cache-Control', 'no-cache, private'],
      ['Content-Type', isText ? 'text/plain; charset=utf-8' : 'application/json'],
      ...(warnings.length > 0 ? [['Warning', warnings.map(warningHeader).join(', ')] as const] : []),
      ...headers,
    ]),
    body: request.method === 'HEAD' ? '' : answer,
    ...(delayMs === undefined ? {} : { delayMs }),
  };
}

function jsonText(body: unknown, isInLines: boolean): string {
  if (!isInLines) return `${goJson(body)}\n`;
  const lines = JSON.stringify(body, null, 2) ?? 'null';
  return lines.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isReadByPeople({ headers }: HttpRequest): boolean {
  for (const [name, value] of headers) {
    if (name.toLowerCase() === 'user-agent') return /^(curl|Wget|Mozilla)/.test(value);
  }
  return false;
}

function warningHeader(warning: string): string {
  return `299 - ${JSON.stringify(warning)}`;
}
