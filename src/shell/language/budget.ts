// What a shell may do at one instant of virtual time, and what becomes of one that does more: an endless loop.
import { turn } from '../../sim/index.ts';
import { ShellError } from './completion.ts';
import type { Budget, Shell, Steps } from './shell-state.ts';

/** Commands between two turns of the other processes. */
const commandsPerTurn = 64;
const commandsMax = 200_000;
/** Where what processes compute is measured, a loop goes on beyond this, but takes time: so long at first, then longer and longer. */
const freeCommands = 50_000;
const spinMs = { first: 50, growth: 1.25, last: 1000 };
/** How many commands it runs between two such times, at first and in the end: fewer and fewer. */
const spinCommands = { first: 5000, shrink: 0.9, last: 1000 };
/** As how many commands one counts that starts a program. */
const programCommands = 20;

export function freshBudget(): Budget {
  return { atMs: -1, commands: 0, spins: 0 };
}

/** A new command line is not stopped for what the one before it did, which was stopped for that. */
export function forgive(budget: Budget): void {
  if (budget.commands > commandsMax) budget.commands = 0;
}

/** Counts a command, lets others run now and then, and holds up or ends a script that runs on without time passing. */
export function* tick(shell: Shell): Steps<void> {
  const { budget } = shell;
  const { host } = shell.process;
  const isMeasured = host.take !== undefined;
  const now = host.now();
  if (budget.atMs !== now) {
    budget.atMs = now;
    budget.commands = 0;
    budget.spins = 0;
  }
  budget.commands += 1;
  if (isMeasured && budget.commands > freeCommands) yield* spin(shell);
  else if (budget.commands > commandsMax) {
    const message = `stopped: ${commandsMax} commands ran without any time passing; an endless loop needs a sleep in it`;
    throw new ShellError(message, { isFatal: true, code: 137 });
  }
  if (budget.commands % commandsPerTurn === 0) yield turn;
}

/** Counts the start of a program, which takes more than a command of the shell's own. */
export function countProgram({ budget, process }: Shell): void {
  if (process.host.take !== undefined) budget.commands += programCommands;
}

/** Computes for a while. A signal with a trap ends it early. */
function* spin(shell: Shell): Steps<void> {
  const { budget } = shell;
  const { host } = shell.process;
  const untilMs =
    host.now() + Math.round(Math.min(spinMs.last, spinMs.first * spinMs.growth ** budget.spins));
  while (host.now() < untilMs && shell.pendingTraps.length === 0) yield { untilMs, isBusy: true };
  const allowed = Math.max(spinCommands.last, spinCommands.first * spinCommands.shrink ** budget.spins);
  budget.atMs = host.now();
  budget.commands = Math.floor(freeCommands - allowed);
  budget.spins += 1;
}
