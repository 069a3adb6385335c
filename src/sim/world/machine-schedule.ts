// Which machines (process tables) have something to run, without looking at those that have not.
import type { Timer } from './timers.ts';
import { Timers } from './timers.ts';

/** What the schedule knows of a machine. `ProcessTable` is one. */
export interface Machine {
  run(): boolean;
  nextWakeMs(): number | undefined;
  isPolling(): boolean;
}

export class MachineSchedule {
  readonly #timers = new Timers();
  readonly #timerOf = new Map<Machine, Timer>();
  readonly #woken = new Set<Machine>();
  readonly #polling = new Set<Machine>();
  /** How often any machine has been run: what idle machines cost shows here. */
  runs = 0;

  /** Has a machine run at the next occasion. */
  wake(machine: Machine): void {
    this.#woken.add(machine);
  }

  remove(machine: Machine): void {
    this.#woken.delete(machine);
    this.#polling.delete(machine);
    this.#timerOf.get(machine)?.cancel();
    this.#timerOf.delete(machine);
  }

  /** When a machine next has something to run; undefined: all wait for the rest of the world. */
  nextMs(nowMs: number): number | undefined {
    return this.#woken.size > 0 ? nowMs : this.#timers.nextMs();
  }

  /** Runs once every machine that is due or awake, and those that ask about the rest of the world. True if any process ran. */
  run(nowMs: number): boolean {
    this.#timers.runDue(nowMs);
    const machines = new Set([...this.#woken, ...this.#polling]);
    let hasRun = false;
    for (const machine of machines) {
      // It may have been removed by what another one did.
      if (!this.#woken.has(machine) && !this.#polling.has(machine)) continue;
      this.#woken.delete(machine);
      this.runs += 1;
      if (machine.run()) hasRun = true;
      this.#lookAt(machine);
    }
    return hasRun;
  }

  /** Notes when a machine wants to run next. */
  #lookAt(machine: Machine): void {
    if (machine.isPolling()) this.#polling.add(machine);
    else this.#polling.delete(machine);
    const atMs = machine.nextWakeMs();
    const timer = this.#timerOf.get(machine);
    if (timer?.atMs === atMs) return;
    timer?.cancel();
    this.#timerOf.delete(machine);
    if (atMs === undefined) return;
    const run = () => {
      this.#timerOf.delete(machine);
      this.#woken.add(machine);
    };
    this.#timerOf.set(machine, this.#timers.set(atMs, run));
  }
}
