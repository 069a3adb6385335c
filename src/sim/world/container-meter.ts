// What one container takes of its node, held against its limits.
// Source: "Resource Management for Pods and Containers" in the documentation.
//
// Departs: a limit on CPU caps the figure and makes answers slower, but nothing else that a container does. Without a limit nothing stops
// it from taking more than the node has.
import type { Container as ContainerSpec } from '../api/pod.ts';
import { quantity, quantityMilliValue, quantityValue } from '../machinery/quantity.ts';
import { cpuWindowMs } from './cpu-meter.ts';
import { MachineMeter } from './machine-meter.ts';
import type { OutsideLoad } from './outside-load.ts';
import type { RequestHandler } from './process.ts';
import type { Sandbox } from './sandbox.ts';
import type { Timer, Timers } from './timers.ts';
import type { ContainerUsage } from './world.ts';

/** The kernel hands out processor time by the tenth of a second. */
const periodMs = 100;
/** A figure is an average over at least so long. */
const leastWindowMs = 1000;

export interface MeterSite {
  now(): number;
  readonly timers: Timers;
  readonly sandbox: Sandbox;
  readonly load: OutsideLoad;
  /** Told when the processes have taken more memory than they may. */
  outOfMemory(): void;
}

export class ContainerMeter {
  readonly #site: MeterSite;
  readonly #owner: object;
  readonly #cpuLimitMillis: number;
  readonly memoryLimitBytes: number;
  readonly machine: MachineMeter;
  #timer: Timer | undefined;

  /** `owner` is who listens on the ports of the container. */
  constructor(site: MeterSite, owner: object, { resources }: ContainerSpec) {
    const { cpu, memory } = resources?.limits ?? {};
    this.#site = site;
    this.#owner = owner;
    this.#cpuLimitMillis = cpu === undefined ? Number.POSITIVE_INFINITY : quantityMilliValue(quantity(cpu));
    this.memoryLimitBytes = memory === undefined ? Number.POSITIVE_INFINITY : quantityValue(quantity(memory));
    this.machine = new MachineMeter(
      () => site.now(),
      () => this.#watchMemory(),
    );
  }

  /** What a container takes that has run since a time. */
  usage(startedAtMs: number): ContainerUsage {
    const nowMs = this.#site.now();
    const windowMs = Math.max(leastWindowMs, Math.min(cpuWindowMs, nowMs - startedAtMs));
    const fromMs = nowMs - windowMs;
    const workMs = this.machine.cpuMsSince(fromMs) + this.#outsideMs(Math.max(fromMs, startedAtMs), nowMs);
    const millis = this.machine.idleCpuMillis() + (1000 * workMs) / windowMs;
    return {
      cpuMillis: Math.min(millis, this.#cpuLimitMillis),
      memoryBytes: Math.round(Math.min(this.machine.memory.bytesAt(nowMs), this.memoryLimitBytes)),
    };
  }

  /** The handler, with each request it answers counted at its cost and taking the time for it. */
  metered(handler: RequestHandler, cpuMs: number): RequestHandler {
    if (cpuMs <= 0) return handler;
    const tookMs = Math.floor(throttledMs(cpuMs, this.#cpuLimitMillis));
    return (request) => {
      const nowMs = this.#site.now();
      this.machine.cpu.add(nowMs, nowMs, cpuMs);
      const response = handler(request);
      return tookMs === 0 ? response : { ...response, delayMs: (response.delayMs ?? 0) + tookMs };
    };
  }

  close(): void {
    this.#timer?.cancel();
  }

  /** The cost of the requests that were said to arrive at its ports. */
  #outsideMs(fromMs: number, untilMs: number): number {
    const { load, sandbox } = this.#site;
    let sum = 0;
    for (const port of load.ports()) {
      const listener = sandbox.listenerAt(port);
      if (listener?.owner === this.#owner) sum += load.between(port, fromMs, untilMs) * listener.cpuMs;
    }
    return sum;
  }

  #watchMemory(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    const { now, timers, outOfMemory } = this.#site;
    const atMs = this.machine.memory.exceedsAtMs(this.memoryLimitBytes, now());
    if (atMs !== undefined) this.#timer = timers.set(atMs, outOfMemory);
  }
}

/** How long work takes that may use so many thousandths of a core: in each period its share, then it is held up until the next. */
export function throttledMs(cpuMs: number, limitMillis: number): number {
  const shareMs = (limitMillis * periodMs) / 1000;
  if (cpuMs <= 0 || shareMs >= periodMs) return cpuMs;
  const fullPeriods = Math.ceil(cpuMs / shareMs) - 1;
  return fullPeriods * periodMs + (cpuMs - fullPeriods * shareMs);
}
