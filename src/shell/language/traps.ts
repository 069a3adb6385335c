// Traps: commands that run on a signal or at the end of the shell.
import { parse } from 'unbash';
import type { Signal } from '../../sim/index.ts';
import { ignoreSignal } from '../../sim/index.ts';
import type { Shell, Steps } from './shell-state.ts';

/** Runs the traps of signals that have come, between two commands. `$?` stays as it was. */
export function* runPendingTraps(shell: Shell): Steps<void> {
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

/** Lets a signal run a trap, be ignored (an empty command) or do what it does by itself (undefined). */
export function setTrap(shell: Shell, name: string, command: string | undefined): void {
  if (command === undefined) shell.traps.delete(name);
  else shell.traps.set(name, command);
  if (name === 'EXIT') return;
  const signal = name as Signal;
  const { handlers } = shell.process;
  if (command === undefined) handlers.delete(signal);
  else if (command === '') handlers.set(signal, ignoreSignal);
  else handlers.set(signal, () => shell.pendingTraps.push(signal));
}
