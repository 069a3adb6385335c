// Substitution: `$(command)` is what a command prints, `<(command)` a file that holds it.
import type { Script } from 'unbash';
import type { Program } from '../../sim/index.ts';
import { createPipe, untilReadable } from '../../sim/index.ts';
import { ShellError } from './completion.ts';
import type { Shell, Steps } from './shell-state.ts';
import { runSubshell, spawnSubshell, untilEnded } from './subshell.ts';

const maxChars = 4 * 1024 * 1024;
/** As bash counts them: downwards, far from those that programs open. */
const FIRST_LENT = 63;

/** Runs a script in a subshell and returns what it printed, without the newlines at the end. */
export function* substitute(shell: Shell, script: Script | undefined, text: string): Steps<string> {
  const printed = yield* capture(shell, script, text);
  return printed.replace(/\n+$/, '');
}

/**
 * Runs a script in a subshell and returns the path of a file with what it printed, which is there until the command ends.
 *
 * Departs: the script has ended before anybody reads, so one that goes on for ever is waited for.
 */
export function* substituteFile(shell: Shell, script: Script | undefined, text: string): Steps<string> {
  const printed = yield* capture(shell, script, text);
  const { files } = shell.process.host;
  files.mkdir('/dev/fd', { parents: true });
  const path = `/dev/fd/${FIRST_LENT - shell.lent.length}`;
  files.write(path, printed);
  shell.lent.push(path);
  return path;
}

function* capture(shell: Shell, script: Script | undefined, text: string): Steps<string> {
  if (script === undefined) return '';
  const source = script.source === undefined ? shell.source : { text: script.source };
  const errors = 'errors' in script && Array.isArray(script.errors) ? script.errors : [];
  if (errors.length > 0)
    throw new ShellError(`command substitution: syntax error in ${text}`, { code: 2, isFatal: true });
  const pipe = createPipe({ maxChars });
  const program: Program = (process) =>
    runSubshell(shell, process, (sub) => sub.execute(sub, script, source));
  const child = spawnSubshell(shell, program, { output: pipe.output });
  const pieces: string[] = [];
  pipe.input.retain?.();
  for (;;) {
    const piece = pipe.input.read();
    if (piece === undefined) break;
    if (piece === 'wait') yield untilReadable(pipe.input);
    else pieces.push(piece);
  }
  pipe.input.close?.();
  yield* untilEnded(child);
  shell.status = child.exitCode() ?? 0;
  shell.substitutionStatus = shell.status;
  return pieces.join('');
}
