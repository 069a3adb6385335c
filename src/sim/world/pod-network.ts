// The wires between pods: who listens at an address, and whether it can be reached.
import type { HttpOutcome, NetworkStack } from '../network/network.ts';
import type { HttpRequest, RequestHandler } from './process.ts';
import type { Sandbox } from './sandbox.ts';

type Unreached = 'refused' | 'timeout' | 'unreachable';

/** Departs: a request is answered at once or never; what it takes is only said in the answer (`delayMs`). */
export class PodNetwork {
  readonly #isConnected: (nodeName: string) => boolean;
  readonly #byIp = new Map<string, { readonly nodeName: string; readonly sandbox: Sandbox }>();

  constructor(isConnected: (nodeName: string) => boolean) {
    this.#isConnected = isConnected;
  }

  add(nodeName: string, sandbox: Sandbox): void {
    this.#byIp.set(sandbox.ip, { nodeName, sandbox });
  }

  remove(ip: string): void {
    this.#byIp.delete(ip);
  }

  /** The node of the pod that has this address. */
  nodeOf(ip: string): string | undefined {
    return this.#byIp.get(ip)?.nodeName;
  }

  /**
   * One HTTP exchange with the process that listens at an address. `fromNode` is where the request comes from; if absent,
   * the node of the pod that has `request.clientIp`. Nothing crosses the line to a node that is cut off.
   */
  request(
    ip: string,
    port: number,
    request: HttpRequest,
    fromNode = this.nodeOf(request.clientIp),
  ): HttpOutcome {
    const found = this.#listener(ip, port, fromNode);
    if (typeof found === 'string') return { outcome: found };
    const response = found(request);
    if (response.delayMs === Number.POSITIVE_INFINITY) return { outcome: 'timeout' };
    return { outcome: 'response', response };
  }

  /** Whether a TCP connection opens. */
  connect(ip: string, port: number, fromNode?: string): ReturnType<NetworkStack['connect']> {
    const found = this.#listener(ip, port, fromNode);
    return typeof found === 'string' ? found : 'open';
  }

  #listener(ip: string, port: number, fromNode?: string): RequestHandler | Unreached {
    const found = this.#byIp.get(ip);
    if (found === undefined) return 'unreachable';
    const { nodeName, sandbox } = found;
    const isCut = !this.#isConnected(nodeName) || (fromNode !== undefined && !this.#isConnected(fromNode));
    if (nodeName !== fromNode && isCut) return 'timeout';
    return sandbox.handler(port) ?? 'refused';
  }
}
