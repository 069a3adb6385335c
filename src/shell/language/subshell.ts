// Subshells: a copy of the shell in a process of its own.

import type { Child, Input, Output, Process, Program, Spawn } from '../../sim/index.ts';
import { FileError, inputOf, nullOutput } from '../../sim/index.ts';
import { Break, Continue, Exit, Return, ShellError } from './completion.ts';
import type { Shell, Steps } from './shell-state.ts';
import { complain, forkShell } from './shell-state.ts';
import { runExitTrap, takeInterrupts } from './traps.ts';
import { environment } from './variables.ts';

/** Functions may nest to 200, and subshells count with them. */
const maxDepth = 260;

/** Runs the body in a copy of the shell, made at once, and returns the code the process ends with. */
export function runSubshell(shell: Shell, process: Process, body: (sub: Shell) => Steps): Steps {
  const sub = forkShell(shell, process);
  sub.depth += 1;
  return toEnd(sub, body);
}

/** Runs to the end of a shell, whatever way it takes, and its exit trap after that. */
export function* toEnd(shell: Shell, body: (shell: Shell) => Steps): Steps {
  const code = yield* caught(shell, body);
  return yield* caught(shell, (ending) => runExitTrap(ending, code));
}

function* caught(shell: Shell, body: (shell: Shell) => Steps): Steps {
  try {
    if (shell.depth > maxDepth) return complain(shell, `subshells nested more than ${maxDepth} deep`);
    return yield* body(shell);
  } catch (end) {
    if (end instanceof Exit || end instanceof Return) return end.code;
    if (end instanceof Break || end instanceof Continue) return 0;
    if (end instanceof ShellError) {
      complain(shell, end.message);
      return end.code;
    }
    if (end instanceof FileError) return complain(shell, end.message);
    throw end;
  }
}

/** Starts a process with the shell's descriptors, some replaced. */
export function spawnSubshell(
  shell: Shell,
  program: Program,
  replaced: {
    readonly input?: Input;
    readonly output?: Output;
    readonly error?: Output;
    readonly argv?: readonly string[];
  } = {},
): Child {
  return shell.process.host.spawn(program, {
    ...spawnInit(shell, replaced.argv ?? shell.process.argv),
    ...(replaced.input === undefined ? {} : { stdin: replaced.input, isInteractive: false }),
    ...(replaced.output === undefined ? {} : { stdout: replaced.output }),
    ...(replaced.error === undefined ? {} : { stderr: replaced.error }),
  });
}

/** Waits for the end of a child; a signal's handler may wake the shell before. */
export function* untilEnded(child: Child): Steps {
  for (;;) {
    const code = child.exitCode();
    if (code !== undefined) return code;
    yield { ready: () => child.exitCode() !== undefined, isLocal: true };
  }
}

/** Waits for a child in the foreground. Ctrl-C that did not end it was its own affair. */
export function* untilForegroundEnded(shell: Shell, child: Child): Steps {
  const code = yield* untilEnded(child);
  if (code !== 130) takeInterrupts(shell);
  return code;
}

/** What a program started by the shell gets. A closed descriptor reads as empty and swallows what is written. */
export function spawnInit(shell: Shell, argv: readonly string[]): Spawn {
  const stdin = shell.fds.get(0)?.input ?? inputOf('');
  return {
    argv,
    env: environment(shell),
    cwd: shell.cwd,
    stdin,
    stdout: shell.fds.get(1)?.output ?? nullOutput,
    stderr: shell.fds.get(2)?.output ?? nullOutput,
    // A program that reads a file or a pipe is not typed to.
    isInteractive: shell.process.isInteractive && stdin === shell.process.stdin,
  };
}
