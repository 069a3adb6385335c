// Lets virtual time pass at a terminal, counting: no submission goes on for ever, whatever it waits for.
import type { Terminal } from '../src/shell/terminal.ts';
import { ENDS_MAX } from '../src/shell/terminal.ts';
import type { Cluster } from '../src/sim/index.ts';
import { BoundExceeded } from '../src/sim/index.ts';

/** How often the clock may move in one play: in the cluster, or on the learner's machine. */
export class Stepping {
  readonly #cluster: Cluster;
  readonly #stepsMax: number;
  #steps = 0;

  constructor(cluster: Cluster, stepsMax: number) {
    this.#cluster = cluster;
    this.#stepsMax = stepsMax;
  }

  /**
   * Lets everything happen that is due up to an instant, or until `isDone`. True where `isDone` came first.
   * Throws `BoundExceeded`.
   */
  advance(terminal: Terminal, untilMs: number, isDone: () => boolean = () => false): boolean {
    const { loop } = this.#cluster;
    // A command that was just started makes its first steps.
    terminal.advanceTo(loop.nowMs);
    while (!isDone()) {
      const next = terminal.nextMs();
      if (next === undefined || next > untilMs) {
        terminal.advanceTo(Math.max(untilMs, loop.nowMs));
        return false;
      }
      this.#steps += 1;
      if (this.#steps > this.#stepsMax) {
        throw new BoundExceeded(
          'moments',
          `The clock moved ${this.#stepsMax} times before the end was reached.`,
        );
      }
      terminal.advanceTo(next);
    }
    return true;
  }

  /**
   * Lets the command in the foreground end; interrupts it, as by Ctrl-C, at an instant. False where it was interrupted. What waits
   * for the learner is told that nobody types.
   */
  finish(terminal: Terminal, untilMs: number): boolean {
    for (let ends = 0; ; ends += 1) {
      const isStuck = () => ends < ENDS_MAX && terminal.isWaitingForLearner();
      const hasCome = this.advance(terminal, untilMs, () => !terminal.isBusy() || isStuck());
      if (!terminal.isBusy()) return true;
      if (!hasCome) {
        terminal.interrupt();
        return false;
      }
      terminal.leaveUnanswered();
    }
  }

  /** Lets time pass until only periodic work is left, at most until an instant. */
  rest(terminal: Terminal, untilMs: number): void {
    this.advance(terminal, untilMs, () => this.#cluster.loop.isSettled());
  }
}
