// trap: commands for signals and for the end of the shell.
import type { Signal } from '../../../sim/index.ts';
import { signalNumbers } from '../../../sim/index.ts';
import { quoted } from '../parameter-expansion.ts';
import { complain, write } from '../shell-state.ts';
import { setTrap } from '../traps.ts';
import { instantly } from './builtin.ts';

/** The full name of a signal given as `TERM`, `SIGTERM`, `term` or 15; EXIT is 0. */
export function signalNamed(text: string): Signal | 'EXIT' | undefined {
  const name = text.toUpperCase();
  if (name === 'EXIT' || name === '0') return 'EXIT';
  for (const [signal, number] of Object.entries(signalNumbers)) {
    if (name === signal || `SIG${name}` === signal || name === String(number)) return signal as Signal;
  }
  return undefined;
}

export const trap = instantly((shell, given) => {
  const args = given[0] === '--' ? given.slice(1) : given;
  if (args.length === 0 || args[0] === '-p') {
    for (const [name, command] of shell.traps) write(shell, 1, `trap -- ${quoted(command)} ${name}\n`);
    return 0;
  }
  const isReset = args[0] === '-' || (args.length === 1 && signalNamed(args[0] as string) !== undefined);
  const names = isReset && args[0] !== '-' ? args : args.slice(1);
  if (names.length === 0) return complain(shell, 'trap: usage: trap [-lp] [[arg] signal_spec ...]') + 1;
  let code = 0;
  for (const text of names) {
    const name = signalNamed(text);
    if (name === undefined) {
      code = complain(
        shell,
        shell.dialect === 'bash'
          ? `trap: ${text}: invalid signal specification`
          : `trap: ${text}: invalid signal specification`,
      );
    } else if (name !== 'SIGKILL') setTrap(shell, name, isReset ? undefined : args[0]);
  }
  return code;
});
