// A person's machine beside a cluster: command lines are started on it, and both move on together in virtual time.
import type { Child, Cluster, Output } from '../sim/index.ts';
import type { Machine } from './machine.ts';

/** A command line, what was printed from its start to the start of the next (a job in the background may have said it), and how it ended. */
export interface Execution {
  readonly line: string;
  /** Virtual time at which it was started. */
  readonly atMs: number;
  readonly output: readonly Printed[];
  /** Undefined while it runs. */
  exitCode(): number | undefined;
}

export interface Printed {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
  readonly atMs: number;
}

export interface TerminalOptions {
  readonly cluster: Cluster;
  readonly machine: Machine;
  /** Characters one command line may print; the rest is dropped and said to be. */
  readonly outputMax?: number;
}

/** How long, in virtual time, a command may run before it is interrupted as by Ctrl-C. */
export const COMMAND_LIMIT_MS = 24 * 3_600_000;
const defaultOutputMax = 1_000_000;

export class Terminal {
  readonly #cluster: Cluster;
  readonly #machine: Machine;
  readonly #outputMax: number;
  #running: { readonly child: Child; readonly startedMs: number } | undefined;
  /** Where what is printed goes: as on a screen, below the command line entered last. */
  #screen: Screen = { output: [], room: 0 };

  constructor(options: TerminalOptions) {
    this.#cluster = options.cluster;
    this.#machine = options.machine;
    this.#outputMax = options.outputMax ?? defaultOutputMax;
  }

  /** True while a command line runs in the foreground. */
  isBusy(): boolean {
    return this.#running !== undefined && this.#running.child.exitCode() === undefined;
  }

  /** Starts a command line. It makes its first steps when time is next let pass. */
  start(line: string, options: { readonly isInteractive?: boolean } = {}): Execution {
    const atMs = this.#cluster.loop.nowMs;
    const screen = { output: [], room: this.#outputMax };
    this.#screen = screen;
    const child = this.#machine.start(line, {
      stdout: this.#printer('stdout'),
      stderr: this.#printer('stderr'),
      isInteractive: options.isInteractive === true,
    });
    this.#running = { child, startedMs: atMs };
    return { line, atMs, output: screen.output, exitCode: () => child.exitCode() };
  }

  /** Ctrl-C: interrupts what runs in the foreground; the cluster stays as it is. */
  interrupt(): void {
    if (this.#running && this.isBusy()) this.#machine.interrupt(this.#running.child.pid);
    this.#machine.run();
  }

  /** When the next thing happens in the cluster or on the machine; undefined: never. */
  nextMs(): number | undefined {
    const cluster = this.#cluster.loop.nextMs();
    const machine = this.#machine.nextWakeMs();
    if (cluster === undefined || machine === undefined) return cluster ?? machine;
    return Math.min(cluster, machine);
  }

  /** Lets everything due up to an instant happen, to the cluster and to what runs here. Throws `BoundExceeded`. */
  advanceTo(atMs: number): void {
    this.#machine.run();
    for (;;) {
      const next = this.nextMs();
      if (next === undefined || next > atMs) break;
      this.#advanceOnce(next);
    }
    this.#cluster.loop.advanceTo(atMs);
    this.#machine.run();
  }

  /** Lets time pass until the command in the foreground ends; beyond `limitMs` it is interrupted. Throws `BoundExceeded`. */
  finish(limitMs: number = COMMAND_LIMIT_MS): void {
    this.#machine.run();
    while (this.isBusy()) {
      const next = this.nextMs();
      const startedMs = this.#running?.startedMs ?? 0;
      if (next === undefined || next > startedMs + limitMs) {
        this.interrupt();
        return;
      }
      this.#advanceOnce(next);
    }
  }

  #advanceOnce(nextMs: number): void {
    const { loop } = this.#cluster;
    const cluster = loop.nextMs();
    if (cluster !== undefined && cluster <= nextMs) loop.step();
    else loop.wakeAt(nextMs);
    const wake = this.#machine.nextWakeMs();
    if ((wake !== undefined && wake <= loop.nowMs) || this.#machine.isPolling()) this.#machine.run();
  }

  #printer(stream: Printed['stream']): Output {
    return { write: (text) => this.#print(stream, text), close() {} };
  }

  /** False once the screen has had all it may get. */
  #print(stream: Printed['stream'], text: string): boolean {
    const screen = this.#screen;
    if (screen.room <= 0) return false;
    const atMs = this.#cluster.loop.nowMs;
    screen.output.push({ stream, text: text.slice(0, screen.room), atMs });
    screen.room -= text.length;
    if (screen.room > 0) return true;
    const notice = `\n[output stopped after ${this.#outputMax} characters]\n`;
    screen.output.push({ stream: 'stderr', text: notice, atMs });
    return false;
  }
}

interface Screen {
  readonly output: Printed[];
  /** Characters that still fit. */
  room: number;
}
