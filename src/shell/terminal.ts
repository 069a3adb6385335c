// A person's machine beside a cluster: command lines are started on it, and both move on together in virtual time.
import type { Child, Cluster, Output } from '../sim/index.ts';
import type { Desk, OpenFile } from './desk.ts';
import { Keyboard } from './keyboard.ts';
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
  /** `typed` is what a terminal shows of what is typed to a program. */
  readonly stream: 'stdout' | 'stderr' | 'typed';
  readonly text: string;
  readonly atMs: number;
}

export interface TerminalOptions {
  readonly cluster: Cluster;
  readonly machine: Machine;
  /** Where programs put files that the learner is to edit; without one there is no editor. */
  readonly desk?: Desk;
  /** Characters one command line may print; the rest is dropped and said to be. */
  readonly outputMax?: number;
}

/** How long, in virtual time, a command may run before it is interrupted as by Ctrl-C. */
export const COMMAND_LIMIT_MS = 24 * 3_600_000;
const defaultOutputMax = 1_000_000;

/** How often a command that waits for somebody to type is told that nobody does, before it is interrupted. */
export const ENDS_MAX = 20;

interface Running {
  readonly child: Child;
  readonly startedMs: number;
  /** Absent where nobody can type. */
  readonly keyboard?: Keyboard;
}

export class Terminal {
  readonly #cluster: Cluster;
  readonly #machine: Machine;
  readonly #desk: Desk | undefined;
  readonly #outputMax: number;
  #running: Running | undefined;
  /** Where what is printed goes: as on a screen, below the command line entered last. */
  #screen: Screen = { output: [], room: 0 };

  constructor(options: TerminalOptions) {
    this.#cluster = options.cluster;
    this.#machine = options.machine;
    this.#desk = options.desk;
    this.#outputMax = options.outputMax ?? defaultOutputMax;
  }

  /** True while a command line runs in the foreground. */
  isBusy(): boolean {
    return this.#running !== undefined && this.#running.child.exitCode() === undefined;
  }

  /** True where what is typed is for the program in the foreground, not for the prompt. */
  hasReader(): boolean {
    return this.isBusy() && this.#running?.keyboard?.hasReader === true;
  }

  /** True while the command in the foreground goes on only when the learner has typed, or has closed the editor. */
  isWaitingForLearner(): boolean {
    return this.isBusy() && (this.editing !== undefined || this.#running?.keyboard?.isAwaited === true);
  }

  /** True where nothing runs in the foreground, or what does waits for the learner. */
  isAtRest(): boolean {
    return !this.isBusy() || this.isWaitingForLearner();
  }

  /** The file that a command has opened in the editor. */
  get editing(): OpenFile | undefined {
    return this.isBusy() ? this.#desk?.open : undefined;
  }

  /** Starts a command line. It makes its first steps when time is next let pass. With `isInteractive` it can read what is typed. */
  start(line: string, options: { readonly isInteractive?: boolean } = {}): Execution {
    const atMs = this.#cluster.loop.nowMs;
    const screen = { output: [], room: this.#outputMax };
    this.#screen = screen;
    const keyboard = options.isInteractive === true ? new Keyboard() : undefined;
    const child = this.#machine.start(line, {
      stdout: this.#printer('stdout'),
      stderr: this.#printer('stderr'),
      isInteractive: keyboard !== undefined,
      ...(keyboard ? { stdin: keyboard } : {}),
    });
    this.#running = { child, startedMs: atMs, ...(keyboard ? { keyboard } : {}) };
    return { line, atMs, output: screen.output, exitCode: () => child.exitCode() };
  }

  /** A line for the program in the foreground; it is shown as it is typed. */
  type(line: string): void {
    if (!this.isBusy() || !this.#running?.keyboard) return;
    this.#print('typed', `${line}\n`);
    this.#running.keyboard.type(line);
    this.#answer();
  }

  /** Ctrl-D: whoever reads what is typed is told that there is no more. */
  endInput(): void {
    if (!this.isBusy() || !this.#running?.keyboard) return;
    this.#running.keyboard.end();
    this.#answer();
  }

  /** Closes the editor: with this text saved, or with nothing. */
  closeEditor(text?: string): void {
    this.#desk?.giveBack(text);
    this.#answer();
  }

  /** Ctrl-C: interrupts what runs in the foreground; the cluster stays as it is. */
  interrupt(): void {
    if (this.#running && this.isBusy()) {
      if (this.#running.keyboard?.hasReader) this.#print('typed', '^C\n');
      this.#machine.interrupt(this.#running.child.pid);
    }
    this.#answer();
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

  /**
   * Lets time pass until the command in the foreground ends; beyond `limitMs` it is interrupted. What waits for the learner is told
   * that nobody types. Throws `BoundExceeded`.
   */
  finish(limitMs: number = COMMAND_LIMIT_MS): void {
    this.#machine.run();
    for (let ends = 0; this.isBusy(); ) {
      if (this.isWaitingForLearner() && ends < ENDS_MAX) {
        ends += 1;
        this.leaveUnanswered();
        continue;
      }
      const next = this.nextMs();
      const startedMs = this.#running?.startedMs ?? 0;
      if (next === undefined || next > startedMs + limitMs) {
        this.interrupt();
        return;
      }
      this.#advanceOnce(next);
    }
  }

  /** The learner has turned to something else: what waits for what is typed finds its end, and the editor is closed. */
  leaveUnanswered(): void {
    if (this.editing) this.closeEditor();
    else this.endInput();
  }

  /** What was done reaches the programs at once, also those in containers. */
  #answer(): void {
    this.#machine.run();
    if (!this.isBusy()) return;
    this.#cluster.loop.touch();
    this.#machine.run();
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
