// Who listens on the ports of an address: of a pod, or of a node and all pods on its network.
import type { RequestHandler } from './process.ts';

export interface Listener {
  readonly owner: object;
  readonly handler: RequestHandler;
  /** What a request costs, in ms of one core. */
  readonly cpuMs: number;
}

export class Listeners {
  readonly #byPort = new Map<number, Listener>();

  /** False where the port is taken, or is none. */
  add(port: number, listener: Listener): boolean {
    if (!Number.isInteger(port) || port < 1 || port > 65535 || this.#byPort.has(port)) return false;
    this.#byPort.set(port, listener);
    return true;
  }

  /** Frees what an owner has: one port, or all. */
  remove(owner: object, only?: number): void {
    for (const [port, listener] of this.#byPort) {
      if (listener.owner === owner && (only ?? port) === port) this.#byPort.delete(port);
    }
  }

  at(port: number): Listener | undefined {
    return this.#byPort.get(port);
  }

  /** The listener that has been there longest among those of these owners. */
  firstOf(owners: ReadonlySet<object>): Listener | undefined {
    for (const listener of this.#byPort.values()) if (owners.has(listener.owner)) return listener;
    return undefined;
  }
}
