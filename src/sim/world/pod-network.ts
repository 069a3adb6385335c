// The wires between pods and nodes: who listens at an address, and whether it can be reached.
import type { HttpOutcome, NetworkStack } from '../network/network.ts';
import type { Listeners } from './listeners.ts';
import type { HttpRequest, RequestHandler } from './process.ts';

type Unreached = 'refused' | 'timeout' | 'unreachable';

/** Departs: a request is answered at once or never; what it takes is only said in the answer (`delayMs`). */
export class PodNetwork {
  readonly #isConnected: (nodeName: string) => boolean;
  readonly #byIp = new Map<string, { readonly nodeName: string; readonly listeners: Listeners }>();

  constructor(isConnected: (nodeName: string) => boolean) {
    this.#isConnected = isConnected;
  }

  /** An address of a pod, or the node's own. */
  add(nodeName: string, ip: string, listeners: Listeners): void {
    this.#byIp.set(ip, { nodeName, listeners });
  }

  remove(ip: string): void {
    this.#byIp.delete(ip);
  }

  /** The node that has this address, or whose pod has it. */
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
    const { nodeName, listeners } = found;
    const isCut = !this.#isConnected(nodeName) || (fromNode !== undefined && !this.#isConnected(fromNode));
    if (nodeName !== fromNode && isCut) return 'timeout';
    return listeners.at(port)?.handler ?? 'refused';
  }
}
