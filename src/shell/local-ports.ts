// The ports that programs of a machine open on it, and the machine's own way to them. Nothing outside reaches them.
import type { Host, HttpOutcome, NetworkStack, RequestHandler } from '../sim/index.ts';
import { noReply } from '../sim/index.ts';

export interface LocalPorts {
  listen: Host['listen'];
  unlisten(port: number): void;
  /** The network as the machine's programs see it: to itself it goes by its own ports, to all else by `beyond`. */
  network(beyond: NetworkStack): NetworkStack;
}

const LOOPBACK = '127.0.0.1';

/** Creates the ports of a machine; none is open. */
export function createLocalPorts(): LocalPorts {
  const handlers = new Map<number, RequestHandler>();
  return {
    listen(port, handler) {
      if (!Number.isInteger(port) || port < 1 || port > 65_535 || handlers.has(port)) return false;
      handlers.set(port, handler);
      return true;
    },
    unlisten: (port) => handlers.delete(port),
    network(beyond) {
      const isLocal = (ip: string) => ip.startsWith('127.') || ip === beyond.ip;
      return {
        ...beyond,
        request(ip, port, request) {
          if (!isLocal(ip)) return beyond.request(ip, port, request);
          const handler = handlers.get(port);
          return handler ? answered(handler, request) : { outcome: 'refused' };
        },
        connect(ip, port) {
          if (!isLocal(ip)) return beyond.connect(ip, port);
          return handlers.has(port) ? 'open' : 'refused';
        },
      };
    },
  };
}

function answered(handler: RequestHandler, request: Parameters<NetworkStack['request']>[2]): HttpOutcome {
  const response = handler({ ...request, clientIp: LOOPBACK });
  if (response.delayMs === Number.POSITIVE_INFINITY) return { outcome: 'timeout' };
  return response.status === noReply.status ? { outcome: 'empty-reply' } : { outcome: 'response', response };
}
