// Runs shell text, one complete command after the other: what stands before a syntax error is still run, as the real
// shells do, which read line by line.
import { readScript } from '../script.ts';
import type { Shell, Steps } from './shell-state.ts';
import { write } from './shell-state.ts';

/**
 * Runs all commands of a text and returns the last code; 2 after a syntax error, which is reported with its place. `isLast`: the shell
 * has nothing else to do.
 */
export function* runText(shell: Shell, text: string, isLast = false): Steps {
  const { script, error } = readScript(text);
  const code = yield* shell.execute(shell, script, { text }, isLast && error === undefined);
  if (error === undefined) return code;
  write(shell, 2, `${shell.name}: line ${error.line}:${error.column}: syntax error: ${error.message}\n`);
  shell.status = 2;
  return 2;
}
