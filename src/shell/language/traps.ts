// Traps: commands that run on a signal or at the end of the shell.
import { parse } from 'unbash';
import type { Signal } from '../../sim/index.ts';
import { ignoreSignal } from '../../sim/index.ts';
import { Interrupted } from './completion.ts';
import type { Shell, Steps } from './shell-state.ts';

/** Runs the traps of signals that have come, between two commands. `$?` stays as it was. Throws `Interrupted` at a prompt. */
export function* runPendingTraps(shell: Shell): Steps<void> {
  heedInterrupt(shell);
  while (shell.pendingTraps.length > 0) {
    const signal = shell.pendingTraps.shift() as Signal;
    const command = shell.traps.get(signal);
    if (command === undefined || command === '') continue;
    const status = shell.status;
    yield* runTrap(shell, command);
    shell.status = status;
  }
}

/** Runs the EXIT trap, once; returns the code to end with. */
export function* runExitTrap(shell: Shell, code: number): Steps {
  const command = shell.traps.get('EXIT');
  shell.traps.delete('EXIT');
  if (command === undefined || command === '') return code;
  shell.status = code;
  yield* runTrap(shell, command);
  return code;
}

function* runTrap(shell: Shell, command: string): Steps {
  return yield* shell.execute(shell, parse(command), { text: command });
}

/** At a prompt Ctrl-C ends what was typed, not the shell: it comes to `heedInterrupt`. */
export function surviveInterrupts({ process, pendingTraps }: Shell): void {
  process.handlers.set('SIGINT', () => pendingTraps.push('SIGINT'));
}

/** Throws `Interrupted` where Ctrl-C was pressed at a prompt and no trap is set for it. */
export function heedInterrupt(shell: Shell): void {
  if (takeInterrupts(shell)) throw new Interrupted();
}

/** True where Ctrl-C was pressed at a prompt and no trap is set for it; it is then forgotten. */
export function takeInterrupts({ process, pendingTraps, traps }: Shell): boolean {
  if (!process.isInteractive || traps.has('SIGINT') || !pendingTraps.includes('SIGINT')) return false;
  const others = pendingTraps.filter((signal) => signal !== 'SIGINT');
  pendingTraps.splice(0, pendingTraps.length, ...others);
  return true;
}

function byItself(shell: Shell, signal: Signal): void {
  if (signal === 'SIGINT' && shell.process.isInteractive) surviveInterrupts(shell);
  else shell.process.handlers.delete(signal);
}

/** Lets a signal run a trap, be ignored (an empty command) or do what it does by itself (undefined). */
export function setTrap(shell: Shell, name: string, command: string | undefined): void {
  if (command === undefined) shell.traps.delete(name);
  else shell.traps.set(name, command);
  if (name === 'EXIT') return;
  const signal = name as Signal;
  const { handlers } = shell.process;
  if (command === undefined) byItself(shell, signal);
  else if (command === '') handlers.set(signal, ignoreSignal);
  else handlers.set(signal, () => shell.pendingTraps.push(signal));
}
