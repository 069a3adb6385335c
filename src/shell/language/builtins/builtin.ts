// What the builtins have in common.
import type { Builtin, Shell } from '../shell-state.ts';
import { complain } from '../shell-state.ts';

/** A builtin that never waits. `run` gets the arguments after the name. */
export function instantly(run: (shell: Shell, args: readonly string[], name: string) => number): Builtin {
  // biome-ignore lint/correctness/useYield: it does not wait
  return function* (shell, argv) {
    return run(shell, argv.slice(1), argv[0] as string);
  };
}

/** Refuses an option in the words of the shell. Returns 2. */
export function refuseOption(shell: Shell, name: string, option: string): number {
  complain(
    shell,
    shell.dialect === 'bash' ? `${name}: ${option}: invalid option` : `${name}: Illegal option ${option}`,
  );
  return 2;
}

/** A whole number of at least `least`, or undefined. */
export function wholeNumber(text: string | undefined, least: number): number | undefined {
  if (text === undefined || !/^\d{1,9}$/.test(text)) return undefined;
  return Number(text) >= least ? Number(text) : undefined;
}
