// Carries out the checks of containers: runs commands in them, connects to their ports, waits.
//
// Departs: HTTPS is never spoken: every server answers plainly.
import type { CheckOutcome, CheckRecord } from './check.ts';
import { isGood, isRedirect } from './check.ts';
import type { Container, Exec } from './container.ts';
import { knock } from './knock.ts';
import { createCapture } from './pipe.ts';
import type { PodNetwork } from './pod-network.ts';
import type { PodWorld } from './pod-world.ts';
import type { Timer } from './timers.ts';
import { Timers } from './timers.ts';
import type { WorldAct } from './world.ts';

type CheckAct = WorldAct & { readonly do: 'check' };
type Ask = Pick<CheckAct, 'container' | 'purpose' | 'action' | 'timeoutMs' | 'isPeriodic' | 'isNewsOnly'>;

const maxOutputChars = 10 * 1024;

/** One check of a container, under way or done. */
export interface Check {
  readonly record: CheckRecord;
  cancel(): void;
}

export interface ChecksSite {
  now(): number;
  /** The timers that `settle` waits for. */
  readonly timers: Timers;
  readonly network: PodNetwork;
  /** Told of each end that is news. */
  ended(pod: PodWorld, container: string, purpose: string): void;
}

interface RunningExec {
  readonly exec: Exec;
  end(outcome: CheckOutcome): void;
}

export class Checks {
  readonly #site: ChecksSite;
  /** Those of probes, which never end. */
  readonly #periodicTimers = new Timers();
  readonly #execs = new Set<RunningExec>();

  constructor(site: ChecksSite) {
    this.#site = site;
  }

  nextMs(): number | undefined {
    return this.#periodicTimers.nextMs();
  }

  /** Ends the checks that are over. True if there were any. */
  run(nowMs: number): boolean {
    let hasEnded = this.#periodicTimers.runDue(nowMs);
    for (const { exec, end } of [...this.#execs]) {
      const code = exec.exitCode();
      if (code === undefined) continue;
      hasEnded = true;
      end({ what: 'exited', code, output: exec.stdout.text() });
    }
    return hasEnded;
  }

  /** Begins a check; one for the same purpose that is under way is given up. `then` is told its outcome. */
  start(pod: PodWorld, container: Container, ask: Ask, then?: (outcome: CheckOutcome) => void): void {
    const key = checkKey(ask.container, ask.purpose);
    pod.checks.get(key)?.cancel();
    const undo: (() => void)[] = [];
    const cancel = () => {
      for (const step of undo.splice(0)) step();
    };
    const record: CheckRecord = { containerId: container.record.id, sinceMs: this.#site.now() };
    let isOver = false;
    const end = (outcome: CheckOutcome): void => {
      if (isOver) return;
      isOver = true;
      cancel();
      pod.checks.set(key, { record: { ...record, outcome }, cancel: () => {} });
      then?.(outcome);
      if (!ask.isNewsOnly || !isGood(outcome) || isRedirect(outcome))
        this.#site.ended(pod, ask.container, ask.purpose);
    };
    undo.push(() => {
      isOver = true;
    });
    pod.checks.set(key, { record, cancel });
    const after = (ms: number, outcome: CheckOutcome): Timer => {
      const timers = ask.isPeriodic ? this.#periodicTimers : this.#site.timers;
      const timer = timers.set(record.sinceMs + ms, () => end(outcome));
      undo.push(() => timer.cancel());
      return timer;
    };
    const timeLimit = () => after(ask.timeoutMs, { what: 'timed-out' });
    if (ask.action.by === 'sleep') {
      if (ask.action.ms >= ask.timeoutMs) timeLimit();
      else after(ask.action.ms, { what: 'slept' });
    } else if (ask.action.by === 'exec') {
      const running = this.#exec(container, ask.action.command, end);
      if (running) {
        timeLimit();
        undo.push(() => this.#stop(running));
      }
    } else {
      const { outcome, afterMs = 0 } = knock(this.#site.network, pod, ask.action);
      if (outcome.what === 'timed-out' || afterMs >= ask.timeoutMs) timeLimit();
      else if (afterMs > 0) after(afterMs, outcome);
      else end(outcome);
    }
  }

  #exec(
    container: Container,
    command: readonly string[],
    end: (outcome: CheckOutcome) => void,
  ): RunningExec | undefined {
    const output = createCapture({ maxChars: maxOutputChars });
    const exec = container.exec(command, { stdout: output, stderr: output });
    if ('error' in exec) {
      end({ what: 'impossible', message: exec.error });
      return undefined;
    }
    const running = { exec: { ...exec, stdout: output }, end };
    this.#execs.add(running);
    return running;
  }

  #stop(running: RunningExec): void {
    this.#execs.delete(running);
    if (running.exec.exitCode() === undefined) running.exec.kill();
  }
}

export function checkKey(container: string, purpose: string): string {
  return `${container}/${purpose}`;
}
