// What of a kubelet reaches the API server after its node's network was cut. When the network is back, the connections are not: each is
// found to be dead, and made anew, in its own time. Heartbeats come first, the watch for pods later.
// Source: recordings of 1.36 (a node was Ready 4 s and 27 s after its network was back, and heard of its pods after 18 s and 27 s).
import type { Random } from '../machinery/random.ts';
import type { Timer, Timers } from './timers.ts';

export type Traffic = 'heartbeats' | 'pods';

interface Link {
  readonly cutAtMs: number;
  readonly carries: Set<Traffic>;
  readonly timers: Timer[];
}

/** The longer a connection was dead, the longer it waits before it tries again: at most half as long. */
const retryShare = 0.55;
const retryMaxMs = 30_000;
/** A connection that was dead for so long is given up (30 s without a byte, 15 s without an answer to a ping), and dialled again. */
const givenUpAfterMs = 45_000;
/** Each time that it cannot be, the watch waits twice as long before it tries again, and up to twice that. Source: client-go's reflector. */
const dialMs = 15_000;
const backOffMs = 800;
const backOffMaxMs = 30_000;

function relistDelayMs(outageMs: number, draw: Random): number {
  if (outageMs <= givenUpAfterMs) return 0;
  const failures = Math.floor((outageMs - givenUpAfterMs) / dialMs);
  return Math.round(Math.min(backOffMaxMs, backOffMs * 2 ** failures) * (1 + draw.next()));
}

export class ApiLinks {
  readonly #now: () => number;
  readonly #random: Random;
  readonly #timers: Timers;
  readonly #restored: (nodeName: string) => void;
  /** Of the nodes that were ever cut off. */
  readonly #links = new Map<string, Link>();

  constructor(options: {
    now: () => number;
    random: Random;
    timers: Timers;
    restored: (nodeName: string) => void;
  }) {
    this.#now = options.now;
    this.#random = options.random;
    this.#timers = options.timers;
    this.#restored = options.restored;
  }

  carries(nodeName: string, what: Traffic): boolean {
    return this.#links.get(nodeName)?.carries.has(what) ?? true;
  }

  cut(nodeName: string): void {
    for (const timer of this.#links.get(nodeName)?.timers ?? []) timer.cancel();
    this.#links.set(nodeName, { cutAtMs: this.#now(), carries: new Set(), timers: [] });
  }

  /** The node has been started anew, and its connections with it. */
  renew(nodeName: string): void {
    for (const timer of this.#links.get(nodeName)?.timers ?? []) timer.cancel();
    this.#links.delete(nodeName);
  }

  /** The network is back. `restored` is told each time that something more gets through. */
  mend(nodeName: string): void {
    const link = this.#links.get(nodeName);
    if (!link) return;
    const nowMs = this.#now();
    const outageMs = nowMs - link.cutAtMs;
    const draw = this.#random.fork(`${nodeName} at ${nowMs}`);
    const heartbeatsMs = nowMs + Math.round(draw.next() * Math.min(retryMaxMs, outageMs * retryShare));
    const relistMs = relistDelayMs(outageMs, draw);
    const carry = (what: Traffic, atMs: number) => {
      const run = () => {
        link.carries.add(what);
        this.#restored(nodeName);
      };
      link.timers.push(this.#timers.set(atMs, run));
    };
    carry('heartbeats', heartbeatsMs);
    carry('pods', heartbeatsMs + relistMs);
  }
}
