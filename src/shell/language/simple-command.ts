// One simple command: assignments, words, redirections; then a function, a builtin or a program.
import type { Assignment, Command, Redirection, Word } from 'unbash';
import type { Process, Program } from '../../sim/index.ts';
import { evaluateArithmeticText } from './arithmetic.ts';
import { countProgram } from './budget.ts';
import { Exit, ShellError } from './completion.ts';
import { runFunctionBody } from './functions.ts';
import { quoted } from './parameter-expansion.ts';
import { redirected, withRedirections } from './redirection.ts';
import type { Shell, Steps } from './shell-state.ts';
import { complain, write } from './shell-state.ts';
import { spawnInit, untilForegroundEnded } from './subshell.ts';
import { suggest } from './suggestion.ts';
import { environment, getVariable, setElement, setForCommand, setVariable } from './variables.ts';
import { expandText, expandWords } from './words.ts';

/** `isLast`: nothing follows in this process, so a program takes the shell's place, as after `exec`. */
export interface SimpleCommandOptions {
  readonly isLast: boolean;
}

/** Builtins whose `name=value` arguments are assignments. */
const declarations: ReadonlySet<string> = new Set(['export', 'local', 'readonly', 'declare', 'typeset']);

export function* runSimpleCommand(shell: Shell, node: Command, options: SimpleCommandOptions): Steps {
  const lent = shell.lent.length;
  try {
    return yield* runExpanded(shell, node, options);
  } finally {
    for (const path of shell.lent.splice(lent)) shell.process.host.files.remove(path);
  }
}

function* runExpanded(shell: Shell, node: Command, options: SimpleCommandOptions): Steps {
  shell.position = node.pos;
  shell.substitutionStatus = undefined;
  const words = node.name === undefined ? [] : [node.name, ...node.args];
  const argv = yield* expandArguments(shell, words);
  const assignments = node.prefix.filter((part) => part.type === 'Assignment');
  const redirections = node.redirects;
  const [name] = argv;
  if (name === undefined) return yield* runAssignments(shell, assignments, redirections);
  const values: [string, string][] = [];
  for (const assignment of assignments) values.push([assignment.name, yield* valueFor(shell, assignment)]);
  trace(shell, [...values.map(([key, value]) => `${key}=${shown(value)}`), ...argv.map(shown)]);
  if (name === 'exec') return yield* runExec(shell, argv.slice(1), values, redirections);
  const undo = setForCommand(shell, values);
  try {
    return yield* withRedirections(shell, redirections, () => dispatch(shell, argv, options));
  } finally {
    undo();
  }
}

function* expandArguments(shell: Shell, words: readonly (Word | Assignment)[]): Steps<string[]> {
  const argv: string[] = [];
  for (const word of words) {
    if (word.type === 'Word') argv.push(...(yield* expandWords(shell, [word])));
    else if (word.value.type === 'ArrayValue') {
      if (!declarations.has(argv[0] ?? ''))
        throw new ShellError(`syntax error near unexpected token \`('`, { code: 2 });
      argv.push(word.name);
      shell.pendingArrays.set(word.name, yield* expandWords(shell, word.value.elements));
    } else {
      const value = yield* expandText(shell, word.value, { isAssignment: true });
      argv.push(`${word.name}${word.append === true ? '+=' : '='}${value}`);
    }
  }
  return argv;
}

/** A command without a name sets variables; its code is that of the last substitution. */
function* runAssignments(
  shell: Shell,
  assignments: readonly Assignment[],
  redirections: readonly Redirection[],
): Steps {
  yield* redirected(shell, redirections);
  for (const assignment of assignments) {
    yield* assign(shell, assignment);
    trace(shell, [`${assignment.name}=${shown(getVariable(shell, assignment.name) ?? '')}`]);
  }
  return shell.substitutionStatus ?? 0;
}

function* assign(shell: Shell, assignment: Assignment): Steps<void> {
  const { name, value, index, append } = assignment;
  if (value.type === 'ArrayValue') {
    const elements = yield* expandWords(shell, value.elements);
    const before = append === true ? shell.variables.get(name)?.value : undefined;
    const kept = before === undefined ? [] : typeof before === 'string' ? [before] : before;
    setVariable(shell, name, [...kept, ...elements]);
    return;
  }
  const text = yield* valueFor(shell, assignment);
  if (index === undefined) setVariable(shell, name, text);
  else setElement(shell, name, yield* evaluateArithmeticText(shell, yield* expandText(shell, index)), text);
}

function* valueFor(shell: Shell, { name, value, append, index }: Assignment): Steps<string> {
  if (value.type === 'ArrayValue') throw new ShellError(`${name}: an array cannot be given to one command`);
  const text = yield* expandText(shell, value, { isAssignment: true });
  return append === true && index === undefined ? (getVariable(shell, name) ?? '') + text : text;
}

function trace(shell: Shell, words: readonly string[]): void {
  if (shell.options.has('xtrace') && words.length > 0) write(shell, 2, `+ ${words.join(' ')}\n`);
}

function shown(word: string): string {
  return word !== '' && /^[A-Za-z0-9_./:=@%+,^-]+$/.test(word) ? word : quoted(word);
}

/** Runs a command by name, with the shell's descriptors as they are now. */
export function* dispatch(shell: Shell, argv: readonly string[], options: SimpleCommandOptions): Steps {
  const name = argv[0] as string;
  const definition = shell.functions.get(name);
  if (definition !== undefined) return yield* runFunctionBody(shell, definition, argv);
  return yield* runNamed(shell, argv, options);
}

/** Runs a builtin or a program, but no function: what `command` does. */
export function* runNamed(shell: Shell, argv: readonly string[], options: SimpleCommandOptions): Steps {
  const name = argv[0] as string;
  const builtin = shell.builtins.get(name);
  if (builtin !== undefined) return yield* builtin(shell, argv);
  const program = lookup(shell, name);
  if (typeof program === 'number') return program;
  if (options.isLast) return yield* program(inPlace(shell, argv));
  countProgram(shell);
  return yield* untilForegroundEnded(shell, shell.process.host.spawn(program, spawnInit(shell, argv)));
}

/** The program of that name, or the code of the failure after it was reported: 127 not found, 126 not executable. */
function lookup(shell: Shell, name: string): Program | number {
  const { host } = shell.process;
  const program = host.lookup(name, environment(shell), shell.cwd);
  if (typeof program === 'function') return program;
  const isPath = name.includes('/');
  if (program === 'not-executable') {
    const isDirectory =
      isPath && host.files.stat(name.startsWith('/') ? name : `${shell.cwd}/${name}`)?.type === 'directory';
    complain(
      shell,
      `${name}: ${isDirectory && shell.dialect === 'bash' ? 'Is a directory' : 'Permission denied'}`,
    );
    return 126;
  }
  if (shell.dialect === 'ash') complain(shell, `${name}: not found`);
  else if (isPath) complain(shell, `${name}: No such file or directory`);
  else {
    complain(shell, `${name}: command not found`);
    const nearest = suggest(name, shell.suggestions);
    if (nearest !== undefined) write(shell, 2, `Did you mean ${nearest}?\n`);
  }
  return 127;
}

/** The shell's process under a program's name: the program takes its place. */
function inPlace(shell: Shell, argv: readonly string[]): Process {
  const { process } = shell;
  for (const [name, command] of shell.traps) if (command !== '') process.handlers.delete(name as never);
  const { env, cwd, stdin, stdout, stderr } = spawnInit(shell, argv);
  process.host.become?.(process.pid, argv);
  return { ...process, argv, env: new Map(env), cwd, stdin, stdout, stderr };
}

/** `exec`: with a command it never comes back; without one its redirections stay. */
function* runExec(
  shell: Shell,
  argv: readonly string[],
  values: readonly (readonly [string, string])[],
  redirections: readonly Redirection[],
): Steps {
  shell.fds = yield* redirected(shell, redirections);
  if (argv.length === 0) {
    for (const [name, value] of values) setVariable(shell, name, value);
    return 0;
  }
  setForCommand(shell, values);
  shell.traps.delete('EXIT');
  const program = lookup(shell, argv[0] as string);
  throw new Exit(typeof program === 'number' ? program : yield* program(inPlace(shell, argv)));
}
