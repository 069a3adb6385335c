// The health service that gRPC servers have by convention: which of their services serve.
// See https://github.com/grpc/grpc/blob/master/doc/health-checking.md
import type { HttpRequest, HttpResponse } from '../process.ts';

export type GrpcHealth = 'SERVING' | 'NOT_SERVING' | 'SERVICE_UNKNOWN' | 'UNKNOWN';

const target = '/grpc.health.v1.Health/Check';
const contentType = 'application/grpc';

/** What a client asks; an empty service means the server itself. Texts stand for the messages. */
export function healthRequest(service: string, host: string): Omit<HttpRequest, 'clientIp'> {
  const headers = new Map([
    ['Host', host],
    ['Content-Type', contentType],
  ]);
  return { method: 'POST', target, headers, body: service };
}

/** The answer of a server that has the service; undefined: the request is another one. */
export function answerHealth(
  request: HttpRequest,
  healthOf: (service: string) => GrpcHealth | undefined,
): HttpResponse | undefined {
  if (request.target !== target || request.headers.get('Content-Type') !== contentType) return undefined;
  const health = healthOf(request.body);
  // 5 is NOT_FOUND.
  const headers = new Map([
    ['Content-Type', contentType],
    ['grpc-status', health === undefined ? '5' : '0'],
    ['grpc-message', health === undefined ? 'unknown service' : ''],
  ]);
  return { status: 200, headers, body: health ?? '' };
}

/** What an answer says; undefined: whoever answered speaks no gRPC. */
export function healthIn({
  headers,
  body,
}: HttpResponse): { readonly health: string } | { readonly error: string } | undefined {
  if (headers.get('Content-Type') !== contentType) return undefined;
  if (headers.get('grpc-status') === '0') return { health: body };
  return { error: `rpc error: code = NotFound desc = ${headers.get('grpc-message') ?? ''}` };
}
