// What the processes of one machine take: processor time and memory. Its process table tells it what they do.
import { CpuMeter } from './cpu-meter.ts';
import { MemoryMeter } from './memory-meter.ts';
import type { Wait } from './process.ts';
import type { ProgramUsage } from './program-usage.ts';
import { processBytes, processStartCpuMs } from './program-usage.ts';

export class MachineMeter {
  readonly #now: () => number;
  /** Told when the processes may take more memory than before. */
  readonly #onMemory: () => void;
  /** Since when the processes that compute have done so. */
  readonly #computing = new Map<number, number>();
  readonly #usages = new Map<number, ProgramUsage>();
  readonly cpu = new CpuMeter();
  readonly memory = new MemoryMeter();

  constructor(now: () => number, onMemory: () => void) {
    this.#now = now;
    this.#onMemory = onMemory;
  }

  started(pid: number): void {
    const nowMs = this.#now();
    this.cpu.add(nowMs, nowMs, processStartCpuMs);
    this.take(pid, {});
  }

  /** A process goes on: what it computed until now is over. */
  resumed(pid: number): void {
    const sinceMs = this.#computing.get(pid);
    if (sinceMs === undefined) return;
    this.#computing.delete(pid);
    const nowMs = this.#now();
    if (nowMs > sinceMs) this.cpu.add(sinceMs, nowMs, nowMs - sinceMs);
  }

  paused(pid: number, { isBusy }: Wait): void {
    if (isBusy === true) this.#computing.set(pid, this.#now());
  }

  ended(pid: number): void {
    this.resumed(pid);
    this.#usages.delete(pid);
    this.memory.free(pid);
  }

  /** A process says what it takes from now on. */
  take(pid: number, usage: ProgramUsage): void {
    this.#usages.set(pid, usage);
    this.memory.hold(pid, { ...usage, memoryBytes: processBytes + (usage.memoryBytes ?? 0) }, this.#now());
    this.#onMemory();
  }

  /** Processor time in ms of one core, after one time until now. */
  cpuMsSince(fromMs: number): number {
    const nowMs = this.#now();
    let sum = this.cpu.between(fromMs, nowMs);
    for (const sinceMs of this.#computing.values()) sum += nowMs - Math.max(sinceMs, fromMs);
    return sum;
  }

  /** Thousandths of a core that the processes take while they wait. */
  idleCpuMillis(): number {
    let sum = 0;
    for (const { idleCpuMillis = 0 } of this.#usages.values()) sum += idleCpuMillis;
    return sum;
  }
}
