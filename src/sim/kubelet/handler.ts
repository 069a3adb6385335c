// What a probe or a lifecycle hook asks of its container, as the world understands it.
import type { Container, Handler } from '../api/pod-spec.ts';
import type { Result } from '../machinery/result.ts';
import { failure, success } from '../machinery/result.ts';
import type { CheckAction } from '../world/check.ts';

/** The action behind a handler. An error is the kubelet's own, e.g. for a port name that the container does not have. */
export function actionOf(container: Container, handler: Handler): Result<CheckAction> {
  const { exec, httpGet, tcpSocket, grpc, sleep } = handler;
  if (exec) return success({ by: 'exec', command: exec.command ?? [] });
  if (sleep) return success({ by: 'sleep', ms: (sleep.seconds ?? 0) * 1000 });
  if (grpc) return success({ by: 'grpc', port: grpc.port, service: grpc.service ?? '' });
  if (tcpSocket) {
    const port = portOf(container, tcpSocket.port);
    return port.ok ? success({ by: 'tcp', port: port.value, ...hostOf(tcpSocket) }) : port;
  }
  if (!httpGet) return failure('missing probe handler');
  const port = portOf(container, httpGet.port);
  if (!port.ok) return port;
  const path = httpGet.path || '/';
  return success({
    by: 'http',
    isTls: httpGet.scheme === 'HTTPS',
    port: port.value,
    path: path.startsWith('/') ? path : `/${path}`,
    headers: (httpGet.httpHeaders ?? []).map(({ name, value }) => [name, value ?? ''] as const),
    ...hostOf(httpGet),
  });
}

function hostOf({ host }: { readonly host?: string }): { readonly host?: string } {
  return host ? { host } : {};
}

/** A number, or the name of one of the container's ports. */
function portOf({ ports = [] }: Container, port: number | string): Result<number> {
  if (typeof port === 'number') return success(port);
  const named = ports.find(({ name }) => name === port);
  if (named) return success(named.containerPort);
  if (/^\d+$/.test(port)) return success(Number(port));
  return failure(`strconv.Atoi: parsing ${JSON.stringify(port)}: invalid syntax`);
}
