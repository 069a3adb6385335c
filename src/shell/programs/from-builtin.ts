// Programs that are builtins in a shell too: echo, printf, test, true, kill, pwd …
import type { Program } from '../../sim/index.ts';
import { ShellError } from '../completion.ts';
import { createShell } from '../shell.ts';
import type { Builtin } from '../shell-state.ts';
import { fail, nameOf } from './program.ts';

export function fromBuiltin(builtin: Builtin): Program {
  return function* (process) {
    const name = nameOf(process);
    try {
      return yield* builtin(createShell(process), [name, ...process.argv.slice(1)]);
    } catch (error) {
      if (!(error instanceof ShellError)) throw error;
      fail(process, error.message.replace(/^\[: /, ''));
      return error.code;
    }
  };
}
