// eval, source: run text as commands.
import { FileError, resolvePath } from '../../../sim/index.ts';
import { Return, ShellError } from '../completion.ts';
import { reasonOf } from '../redirection.ts';
import { runText } from '../run-text.ts';
import type { Builtin, Shell } from '../shell-state.ts';
import { complain } from '../shell-state.ts';

const maxDepth = 100;

function* nested(shell: Shell, text: string) {
  if (shell.depth >= maxDepth)
    throw new ShellError(`eval: nested more than ${maxDepth} deep`, { isFatal: true });
  shell.depth += 1;
  try {
    return yield* runText(shell, text);
  } finally {
    shell.depth -= 1;
  }
}

export const evaluate: Builtin = function* (shell, argv) {
  const text = argv.slice(argv[1] === '--' ? 2 : 1).join(' ');
  return text.trim() === '' ? 0 : yield* nested(shell, text);
};

/** `source file [argument …]`: runs a file in this shell. */
export const source: Builtin = function* (shell, argv) {
  const [name, file, ...args] = argv;
  if (file === undefined) {
    complain(shell, `${name}: filename argument required`);
    return 2;
  }
  const text = readScript(shell, file);
  if (text === undefined) return 1;
  const { positional } = shell;
  if (args.length > 0) shell.positional = args;
  shell.sourced += 1;
  try {
    return yield* nested(shell, text);
  } catch (end) {
    if (end instanceof Return) return end.code;
    throw end;
  } finally {
    shell.sourced -= 1;
    shell.positional = positional;
  }
};

function readScript(shell: Shell, file: string): string | undefined {
  try {
    return shell.process.host.files.read(resolvePath(shell.cwd, file));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (shell.dialect === 'bash') complain(shell, `${file}: ${reasonOf(error)}`);
    else complain(shell, `.: can't open '${file}': ${reasonOf(error)}`);
    return undefined;
  }
}
