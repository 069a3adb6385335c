// Runs shell text, one complete command after the other: what stands before a syntax error is still run, as the real
// shells do, which read line by line.
import type { ScriptError } from '../script.ts';
import { readScript, splitScript } from '../script.ts';
import { expandAliases } from './aliases.ts';
import type { Shell, Steps } from './shell-state.ts';
import { write } from './shell-state.ts';

/**
 * Runs all commands of a text and returns the last code; 2 after a syntax error, which is reported with its place. `isLast`: the shell
 * has nothing else to do.
 */
export function* runText(shell: Shell, text: string, isLast = false): Steps {
  const { script, error } = readScript(text);
  const code = yield* shell.execute(shell, script, { text }, isLast && error === undefined);
  return error === undefined ? code : reportError(shell, error);
}

/** The same for a text that was entered at a prompt: there are aliases, and what one line defines is known to the next. */
export function* runEntered(shell: Shell, text: string): Steps {
  if (shell.aliases.size === 0 && !/\balias\b/.test(text)) return yield* runText(shell, text);
  const { steps, error } = splitScript(text);
  if (steps.length === 0) return yield* runText(shell, text);
  for (const step of steps) yield* runText(shell, expandAliases(step.text, shell.aliases));
  return error === undefined ? shell.status : reportError(shell, error);
}

function reportError(shell: Shell, { line, column, message }: ScriptError): number {
  write(shell, 2, `${shell.name}: line ${line}:${column}: syntax error: ${message}\n`);
  shell.status = 2;
  return 2;
}
