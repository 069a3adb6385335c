// What is true of each node: its connection, its images, the addresses of its pods.
import { fullImageName } from '../machinery/image-name.ts';
import { Listeners } from './listeners.ts';
import { machineAddress } from './machine-address.ts';
import type { PodNetwork } from './pod-network.ts';

interface NodeState {
  readonly index: number;
  /** Its own address, and who listens there: pods on its network. */
  readonly ip: string;
  readonly listeners: Listeners;
  isOn: boolean;
  boots: number;
  isConnected: boolean;
  readonly images: Set<string>;
  /** When the last of the pulls that were asked for will have ended. */
  pullsUntilMs: number;
  /** Pods with anything here, by uid, in order of arrival. */
  readonly pods: Set<string>;
  readonly hostNumbers: Set<number>;
  lastHostNumber: number;
}

const firstHostNumber = 2;
const hostsPerNode = 253;

export class NodeStates {
  readonly #states = new Map<string, NodeState>();
  readonly #presentImages: readonly string[];
  readonly #wires: PodNetwork;

  constructor(nodeNames: readonly string[], presentImages: readonly string[], wires: PodNetwork) {
    this.#presentImages = presentImages;
    this.#wires = wires;
    for (const name of nodeNames) this.of(name);
  }

  /** A node that nobody has named before gets the next number. */
  of(nodeName: string): NodeState {
    let state = this.#states.get(nodeName);
    if (state === undefined) {
      state = {
        index: this.#states.size + 1,
        ip: machineAddress(this.#states.size),
        listeners: new Listeners(),
        isOn: true,
        boots: 1,
        isConnected: true,
        images: new Set(this.#presentImages),
        pullsUntilMs: 0,
        pods: new Set(),
        hostNumbers: new Set(),
        lastHostNumber: -1,
      };
      this.#states.set(nodeName, state);
      this.#wires.add(nodeName, state.ip, state.listeners);
    }
    return state;
  }

  names(): readonly string[] {
    return [...this.#states.keys()];
  }

  known(nodeName: string): NodeState | undefined {
    return this.#states.get(nodeName);
  }

  hasImage(nodeName: string, image: string): boolean {
    return this.known(nodeName)?.images.has(fullImageName(image)) ?? false;
  }

  /** A free address of the node's 253, the one after the last given; undefined where none is left. */
  takeIp(nodeName: string): string | undefined {
    const state = this.of(nodeName);
    for (let tried = 0; tried < hostsPerNode; tried++) {
      state.lastHostNumber = (state.lastHostNumber + 1) % hostsPerNode;
      if (state.hostNumbers.has(state.lastHostNumber)) continue;
      state.hostNumbers.add(state.lastHostNumber);
      return `${prefixOf(state.index)}.${state.lastHostNumber + firstHostNumber}`;
    }
    return undefined;
  }

  freeIp(nodeName: string, ip: string): void {
    this.of(nodeName).hostNumbers.delete(Number(ip.slice(ip.lastIndexOf('.') + 1)) - firstHostNumber);
  }
}

/** Each node has 256 addresses: 10.244.1.0/24 the first, 10.245.0.0/24 the 256th. */
function prefixOf(index: number): string {
  return `10.${244 + (index >> 8)}.${index & 255}`;
}
