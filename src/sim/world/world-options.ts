// What a world is made of.
import type { Pod } from '../api/pod.ts';
import type { Random } from '../machinery/random.ts';
import type { NetworkStack } from '../network/network.ts';
import type { Image, Tools } from './image.ts';

/** A pod's machine on the network. */
export interface PodAddress {
  readonly ip: string;
  readonly nodeName: string;
  readonly pod: Pod;
}

export interface WorldOptions extends Tools {
  /** Virtual time in ms since the Unix epoch. */
  readonly now: () => number;
  readonly random: Random;
  /** The network as a pod's programs see it. */
  readonly network: (address: PodAddress) => NetworkStack;
  /** In order: the first has 10.244.1.0/24. Others may appear later. */
  readonly nodes?: readonly string[];
  /** Images that exist; all of images/ if absent. */
  readonly images?: readonly Image[];
  /** Images that lie on every node from the start. */
  readonly presentImages?: readonly string[];
}
