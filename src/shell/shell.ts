// The shell as a program: `sh -c command`, `sh file`, or commands from standard input.

import type { Process, Program } from '../sim/index.ts';
import { FileError, resolvePath, untilReadable } from '../sim/index.ts';
import { freshBudget } from './language/budget.ts';
import { builtins } from './language/builtins/index.ts';
import { takeOptions } from './language/builtins/set.ts';
import { Interrupted, ShellError } from './language/completion.ts';
import { execute, runList } from './language/interpreter.ts';
import { reasonOf } from './language/redirection.ts';
import { runEntered, runText } from './language/run-text.ts';
import type { Dialect, LineStyle, Shell, Steps } from './language/shell-state.ts';
import { complain, standardStreams, write } from './language/shell-state.ts';
import { toEnd } from './language/subshell.ts';
import { runPendingTraps, surviveInterrupts } from './language/traps.ts';
import { expandBody, expandInto, expandPattern, expandText } from './language/words.ts';
import { readScript } from './script.ts';

export interface ShellOptions {
  /** bash by default. */
  readonly dialect?: Dialect;
  /** Names to suggest where a command is not found. */
  readonly suggestions?: readonly string[];
  /** What it is called in its messages and as `$0`; by its dialect, if absent. */
  readonly name?: string;
  readonly lineStyle?: LineStyle;
  /** What it prints before a command is typed, unless PS1 is set. */
  readonly prompt?: (state: Shell) => string;
}

/** So many lines are remembered. */
const ENTERED_MAX = 500;
const names: Readonly<Record<Dialect, string>> = { bash: 'bash', ash: 'sh' };

/** A shell's state at its start, with the environment of its process. */
export function createShell(process: Process, options: ShellOptions = {}): Shell {
  const dialect = options.dialect ?? 'bash';
  const variables = [...process.env].map(
    ([name, value]) => [name, { value, isExported: true, isReadonly: false }] as const,
  );
  const shell: Shell = {
    process,
    dialect,
    execute,
    engine: { runList, expandText, expandPattern, expandBody, expandInto },
    builtins,
    name: options.name ?? names[dialect],
    ...(options.lineStyle ? { lineStyle: options.lineStyle } : {}),
    shellPid: process.pid,
    positional: [],
    variables: new Map(variables),
    scopes: [],
    functions: new Map(),
    aliases: new Map(),
    entered: [],
    lent: [],
    options: new Set(),
    traps: new Map(),
    pendingTraps: [],
    fds: standardStreams(process),
    cwd: process.cwd,
    status: 0,
    pipeStatus: [0],
    lastBackgroundPid: undefined,
    substitutionStatus: undefined,
    jobs: [],
    pendingArrays: new Map(),
    suggestions: options.suggestions ?? [],
    tested: 0,
    loops: 0,
    sourced: 0,
    depth: 0,
    isSubshell: false,
    startedAtMs: process.host.now(),
    source: { text: '' },
    position: 0,
    budget: freshBudget(),
  };
  shell.variables.set('PWD', { value: process.cwd, isExported: true, isReadonly: false });
  for (const [name, value] of [
    ['IFS', ' \t\n'],
    ['OPTIND', '1'],
    ['PS4', '+ '],
  ] as const) {
    shell.variables.set(name, { value, isExported: false, isReadonly: false });
  }
  return shell;
}

/** Makes the program `sh` or `bash`. */
export function createShellProgram(options: ShellOptions = {}): Program {
  return (process) => {
    const state = createShell(process, options);
    return toEnd(state, (it) => run(it, options.prompt ?? promptOf));
  };
}

function* run(state: Shell, prompt: (state: Shell) => string): Steps {
  const { argv } = state.process;
  let args = argv.slice(1);
  const flags = takeShellFlags(args);
  args = args.slice(flags.taken);
  const rest = takeOptions(state, flags.options);
  if (typeof rest === 'number') return 2;
  if (flags.isCommand) {
    const [command, name, ...positional] = args;
    if (command === undefined) {
      complain(state, '-c: option requires an argument');
      return 2;
    }
    state.name = name ?? state.name;
    state.positional = positional;
    return yield* runText(state, command, true);
  }
  const [file, ...positional] = args;
  if (file !== undefined && !flags.isInput) {
    state.positional = positional;
    return yield* runFile(state, file);
  }
  state.positional = args;
  return yield* runInput(state, prompt);
}

interface Flags {
  readonly isCommand: boolean;
  readonly isInput: boolean;
  readonly options: readonly string[];
  readonly taken: number;
}

/** Options before the command: -c, -s, -i, -l and those of `set`. */
function takeShellFlags(args: readonly string[]): Flags {
  let isCommand = false;
  let isInput = false;
  const options: string[] = [];
  let taken = 0;
  for (; /^[-+]./.test(args[taken] ?? ''); taken++) {
    const word = args[taken] as string;
    if (word === '--') {
      taken += 1;
      break;
    }
    // A login shell or one without start files is the same here.
    if (word.startsWith('--')) continue;
    if (word.includes('c')) isCommand = true;
    if (word.includes('s')) isInput = true;
    const letters = word.slice(1).replace(/[csil]/g, '');
    if (letters !== '') options.push(word[0] + letters);
    if (letters.endsWith('o')) options.push(args[++taken] ?? '');
  }
  return { isCommand, isInput, options, taken };
}

function* runFile(state: Shell, file: string): Steps {
  let text: string;
  try {
    text = state.process.host.files.read(resolvePath(state.cwd, file));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (state.dialect === 'bash') complain(state, `${file}: ${reasonOf(error)}`);
    else complain(state, `can't open '${file}': ${reasonOf(error)}`);
    return error.code === 'ENOENT' ? 127 : 126;
  }
  state.name = file;
  return yield* runText(state, text);
}

/** Reads commands from standard input: from a terminal one after the other, with a prompt. */
function* runInput(state: Shell, prompt: (state: Shell) => string): Steps {
  if (state.process.isInteractive) return yield* converse(state, prompt);
  const { stdin } = state.process;
  let text = '';
  for (;;) {
    const piece = yield* readPiece(state, stdin);
    if (piece === undefined) return text.trim() === '' ? state.status : yield* runText(state, text);
    const [ready, rest] = splitReady(text + piece);
    if (ready !== '') yield* runText(state, ready);
    text = rest;
  }
}

function* converse(state: Shell, prompt: (state: Shell) => string): Steps {
  const { stdin } = state.process;
  surviveInterrupts(state);
  let text = '';
  for (;;) {
    write(state, 1, text === '' ? (ownPrompt(state) ?? prompt(state)) : '> ');
    try {
      const piece = yield* readPiece(state, stdin);
      if (piece === undefined) {
        write(state, 1, '\n');
        return text.trim() === '' ? state.status : yield* runText(state, text);
      }
      const [ready, rest] = splitReady(text + piece);
      text = rest;
      if (ready !== '') yield* survive(state, ready);
    } catch (end) {
      if (!(end instanceof Interrupted)) throw end;
      state.status = 130;
      text = '';
    }
  }
}

/** The lines that can be run, and those that are still to be completed. */
function splitReady(text: string): readonly [ready: string, rest: string] {
  const end = text.lastIndexOf('\n') + 1;
  const ready = text.slice(0, end);
  if (end === 0 || readScript(ready).error?.isIncomplete === true) return ['', text];
  return [ready, text.slice(end)];
}

function* readPiece(state: Shell, stdin: Process['stdin']): Steps<string | undefined> {
  for (;;) {
    yield* runPendingTraps(state);
    const piece = stdin.read();
    if (piece !== 'wait') return piece;
    yield untilReadable(stdin);
  }
}

/** Runs what was entered at a prompt, where even a fatal mistake ends only its command. */
export function* survive(state: Shell, text: string): Steps {
  if (state.entered.push(text.trimEnd()) > ENTERED_MAX) state.entered.shift();
  try {
    return yield* runEntered(state, text);
  } catch (error) {
    if (!(error instanceof ShellError)) throw error;
    complain(state, error.message);
    state.status = error.code;
    return error.code;
  }
}

function ownPrompt({ variables }: Shell): string | undefined {
  const prompt = variables.get('PS1')?.value;
  return typeof prompt === 'string' ? prompt : undefined;
}

function promptOf({ dialect, cwd }: Shell): string {
  return dialect === 'ash' ? `${cwd} # ` : '$ ';
}
