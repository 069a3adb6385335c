// break, continue, return, exit.
import { Break, Continue, Exit, Return } from '../completion.ts';
import type { Builtin, Shell } from '../shell-state.ts';
import { complain } from '../shell-state.ts';
import { instantly, wholeNumber } from './builtin.ts';

function leaveLoops(name: string, leave: (levels: number) => unknown): Builtin {
  return instantly((shell, args) => {
    const levels = wholeNumber(args[0] ?? '1', 1);
    if (levels === undefined) return complain(shell, `${name}: ${args[0]}: loop count out of range`);
    if (shell.loops === 0) {
      if (shell.dialect === 'bash')
        complain(shell, `${name}: only meaningful in a \`for', \`while', or \`until' loop`);
      return 0;
    }
    throw leave(levels);
  });
}

export const breakLoop = leaveLoops('break', (levels) => new Break(levels));
export const continueLoop = leaveLoops('continue', (levels) => new Continue(levels));

/** The code to leave with: the argument, or that of the last command. */
function codeFrom(shell: Shell, name: string, arg: string | undefined): number {
  if (arg === undefined) return shell.status;
  if (/^-?\d{1,9}$/.test(arg)) return Number(arg) & 255;
  complain(
    shell,
    shell.dialect === 'bash'
      ? `${name}: ${arg}: numeric argument required`
      : `${name}: Illegal number: ${arg}`,
  );
  return 2;
}

export const returnFrom = instantly((shell, args) => {
  if (shell.scopes.length === 0 && shell.sourced === 0) {
    return complain(shell, "return: can only `return' from a function or sourced script");
  }
  throw new Return(codeFrom(shell, 'return', args[0]));
});

export const exit = instantly((shell, args) => {
  throw new Exit(codeFrom(shell, 'exit', args[0]));
});
