// What a running shell knows: variables, functions, open files, jobs, options. Subshells work on a copy.
import type { CompoundList, Function as FunctionNode, Script, Word, WordPart } from 'unbash';
import type { Child, Input, Output, Process, Signal, Wait } from '../../sim/index.ts';
import type { FieldBuilder, PartContext } from './fields.ts';

/** A part of a program that may wait, and what it comes to. */
export type Steps<T = number> = Generator<Wait, T, void>;

/** Whose messages and habits it has: bash at the learner's prompt, BusyBox's ash in containers. */
export type Dialect = 'bash' | 'ash';

export type ShellOption =
  | 'errexit'
  | 'nounset'
  | 'xtrace'
  | 'noglob'
  | 'noexec'
  | 'pipefail'
  | 'allexport'
  | 'verbose'
  | 'noclobber';

export interface Variable {
  value: string | string[];
  isExported: boolean;
  isReadonly: boolean;
}

/** One open file descriptor. */
export interface Stream {
  readonly input?: Input;
  readonly output?: Output;
}

export interface Job {
  readonly number: number;
  readonly children: readonly Child[];
  readonly text: string;
  /** True once its end has been told. */
  isReported: boolean;
}

/** The text being run, to tell lines by. */
export interface Source {
  readonly text: string;
}

/** `isLast`: nothing follows in this process, so that the last program takes the shell's place. */
export type Execute = (shell: Shell, script: Script, source: Source, isLast?: boolean) => Steps;
/** The parts of the interpreter that need each other; each shell carries them, so that their files stand apart. */
export interface Engine {
  readonly runList: (shell: Shell, list: CompoundList) => Steps;
  readonly expandText: (shell: Shell, word: Word) => Steps<string>;
  readonly expandPattern: (shell: Shell, word: Word) => Steps<string>;
  readonly expandBody: (shell: Shell, parts: readonly WordPart[]) => Steps<string>;
  readonly expandInto: (shell: Shell, builder: FieldBuilder, word: Word, context: PartContext) => Steps<void>;
}

export type Builtin = (shell: Shell, argv: readonly string[]) => Steps;

/** How messages tell the line of the command: `sh: 1: `, or `bash: line 1: `. */
export type LineStyle = 'dash' | 'bash';

export interface Shell {
  /** The process it runs in just now; a session goes through several. */
  process: Process;
  readonly dialect: Dialect;
  /** Undefined: messages do not tell the line. */
  readonly lineStyle?: LineStyle;
  readonly execute: Execute;
  readonly engine: Engine;
  readonly builtins: ReadonlyMap<string, Builtin>;
  /** `$0` and the prefix of its messages. */
  name: string;
  /** `$$`, the same in subshells. */
  shellPid: number;
  positional: readonly string[];
  readonly variables: Map<string, Variable>;
  /** What `local` has hidden, one map for each function that runs. */
  readonly scopes: Map<string, Variable | undefined>[];
  readonly functions: Map<string, { readonly node: FunctionNode; readonly source: Source }>;
  readonly aliases: Map<string, string>;
  /** The lines that were entered at its prompt, the last ones. */
  readonly entered: string[];
  /** Files that stand for what `<(…)` prints while one command runs. */
  readonly lent: string[];
  readonly options: Set<ShellOption>;
  readonly traps: Map<string, string>;
  readonly pendingTraps: Signal[];
  fds: ReadonlyMap<number, Stream>;
  cwd: string;
  status: number;
  pipeStatus: readonly number[];
  lastBackgroundPid: number | undefined;
  /** Set while a command substitution's code may become the code of a command without a name. */
  substitutionStatus: number | undefined;
  readonly jobs: Job[];
  /** Array values given to `local` or `declare`, until the builtin takes them. */
  readonly pendingArrays: Map<string, string[]>;
  /** Names to suggest for a command that does not exist. */
  readonly suggestions: readonly string[];
  /** Above zero while a failure is being tested (`if`, `&&`, `!`) and does not end the shell under `set -e`. */
  tested: number;
  loops: number;
  /** Files being sourced. */
  sourced: number;
  depth: number;
  isSubshell: boolean;
  startedAtMs: number;
  source: Source;
  /** Offset of the running command in `source`. */
  position: number;
  readonly budget: Budget;
}

/** Commands run at one instant of virtual time. Shared by nothing: every shell has its own. */
export interface Budget {
  atMs: number;
  commands: number;
  /** How often in a row it was held up for running on and on. */
  spins: number;
}

/** The copy that a subshell in a process of its own works on. */
export function forkShell(shell: Shell, process: Process): Shell {
  const fds = new Map(shell.fds);
  for (const [number, stream] of standardStreams(process)) fds.set(number, stream);
  return {
    ...shell,
    process,
    variables: new Map([...shell.variables].map(([name, variable]) => [name, copyOf(variable)])),
    scopes: shell.scopes.map((scope) => new Map(scope)),
    functions: new Map(shell.functions),
    aliases: new Map(shell.aliases),
    lent: [],
    options: new Set(shell.options),
    // Traps are reset in a subshell, but what is ignored stays ignored.
    traps: new Map([...shell.traps].filter(([, command]) => command === '')),
    pendingTraps: [],
    pendingArrays: new Map(),
    jobs: [],
    fds,
    isSubshell: true,
    budget: { atMs: -1, commands: 0, spins: 0 },
  };
}

function copyOf(variable: Variable): Variable {
  const { value } = variable;
  return { ...variable, value: typeof value === 'string' ? value : value.slice() };
}

export function standardStreams(process: Process): Map<number, Stream> {
  return new Map([
    [0, { input: process.stdin }],
    [1, { output: process.stdout }],
    [2, { output: process.stderr }],
  ]);
}

/** Writes to one of the shell's descriptors as it is redirected now. */
export function write(shell: Shell, descriptor: number, text: string): boolean {
  return shell.fds.get(descriptor)?.output?.write(text) ?? true;
}

/** Reports an error in the manner of the shell: `bash: text`. Returns 1, the usual code. */
export function complain(shell: Shell, text: string): number {
  write(shell, 2, `${messagePrefix(shell)}${text}\n`);
  return 1;
}

function messagePrefix(shell: Shell): string {
  const { name, lineStyle } = shell;
  if (lineStyle === undefined) return `${name}: `;
  return `${name}: ${lineStyle === 'bash' ? 'line ' : ''}${currentLine(shell)}: `;
}

/** The line of the running command, from 1. */
export function currentLine(shell: Shell): number {
  return shell.source.text.slice(0, shell.position).split('\n').length;
}
