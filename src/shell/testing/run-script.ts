// Runs a script on a machine of its own in virtual time, for tests.
import type { NetworkStack } from '../../sim/index.ts';
import { createCapture, inputOf } from '../../sim/index.ts';
import type { Machine } from '../machine.ts';
import { createMachine } from '../machine.ts';
import { programs } from '../programs/index.ts';

export interface Result {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | undefined;
  readonly tookMs: number;
}

export interface Bench {
  readonly machine: Machine;
  readonly clock: { ms: number };
  /** Gives the machine's shell a script and lets time pass until it ends, or until `limitMs`. */
  run(script: string, options?: { readonly stdin?: string; readonly limitMs?: number }): Result;
}

/** A machine with an empty home directory, /work, at the given time. */
export function createBench(
  options: { readonly files?: ReadonlyMap<string, string>; readonly startMs?: number } = {},
): Bench {
  const clock = { ms: options.startMs ?? 1_700_000_000_000 };
  const machine = createMachine({
    hostname: 'box',
    home: '/work',
    files: options.files ?? new Map(),
    network: { ip: '10.0.0.9' } as NetworkStack,
    now: () => clock.ms,
    seed: 1,
    programs,
  });
  return {
    machine,
    clock,
    run(script, { stdin = '', limitMs = 3_600_000 } = {}) {
      const stdout = createCapture();
      const stderr = createCapture();
      const startedAtMs = clock.ms;
      const child = machine.start(script, { stdout, stderr, stdin: inputOf(stdin) });
      machine.run();
      while (child.exitCode() === undefined) {
        const next = machine.nextWakeMs();
        if (next === undefined || next - startedAtMs > limitMs) break;
        clock.ms = Math.max(clock.ms, next);
        machine.run();
      }
      return {
        stdout: stdout.text(),
        stderr: stderr.text(),
        code: child.exitCode(),
        tookMs: clock.ms - startedAtMs,
      };
    },
  };
}

/** Runs one script on a fresh machine. */
export function runScript(
  script: string,
  options: { readonly stdin?: string; readonly files?: ReadonlyMap<string, string> } = {},
): Result {
  return createBench(options).run(script, options);
}
