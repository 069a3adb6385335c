// Programs that are builtins in a shell too: echo, printf, test, true, kill, pwd …
import type { Program } from '../../sim/index.ts';
import { ShellError } from '../language/completion.ts';
import type { Builtin } from '../language/shell-state.ts';
import { createShell } from '../shell.ts';
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
