// Processes that do nothing but take: processor time, memory, or both.
import type { Child, Process, Program, Wait } from '../process.ts';
import type { ProgramUsage } from '../program-usage.ts';

/** How long one computes before it looks about. */
const spellMs = 1000;

/** Computes on one core, for ever or until a time. */
export function* compute({ host }: Process, untilMs = Number.POSITIVE_INFINITY): Generator<Wait, void, void> {
  while (host.now() < untilMs) yield { untilMs: Math.min(untilMs, host.now() + spellMs), isBusy: true };
}

/** Starts a child that takes so much and, if it is busy, computes. */
export function startWorker(parent: Process, usage: ProgramUsage, isBusy: boolean): Child {
  const { argv, env, cwd, stdin, stdout, stderr, host } = parent;
  const worker: Program = function* (process) {
    process.host.take?.(process.pid, usage);
    if (isBusy) yield* compute(process);
    while (true) yield {};
  };
  return host.spawn(worker, { argv, env, cwd, stdin, stdout, stderr });
}
