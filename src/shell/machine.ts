// A person's machine: files, processes, and one shell that every command line is given to.

import type {
  Child,
  FileSystem,
  Host,
  Input,
  NetworkStack,
  Output,
  Process,
  ProcessTable,
  Program,
} from '../sim/index.ts';
import {
  createFileSystem,
  createFileTree,
  createLookup,
  createProcessTable,
  createRandom,
  ignoreSignal,
  inputOf,
  parentOf,
} from '../sim/index.ts';
import { forgive } from './language/budget.ts';
import { builtins } from './language/builtins/index.ts';
import { Exit, Interrupted } from './language/completion.ts';
import type { Shell, Steps } from './language/shell-state.ts';
import { standardStreams } from './language/shell-state.ts';
import { runExitTrap, surviveInterrupts } from './language/traps.ts';
import { leaveScope } from './language/variables.ts';
import { createLocalPorts } from './local-ports.ts';
import { createShell, createShellProgram, survive } from './shell.ts';

export interface MachineOptions {
  readonly hostname: string;
  /** The home directory, where the shell starts. */
  readonly home: string;
  /** Files in the home directory at the start, by relative path. */
  readonly files: ReadonlyMap<string, string>;
  readonly network: NetworkStack;
  /** Virtual time in ms since the Unix epoch. */
  readonly now: () => number;
  readonly seed: string | number;
  /** By name; shells need not be among them. */
  readonly programs: ReadonlyMap<string, Program>;
  /** Further environment variables. */
  readonly env?: ReadonlyMap<string, string>;
}

export interface StartOptions {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Empty if absent. */
  readonly stdin?: Input;
  /** True at a terminal. */
  readonly isInteractive?: boolean;
}

export interface Machine {
  readonly host: Host;
  readonly files: FileSystem;
  readonly processes: ProcessTable;
  /** Gives the shell a command line or a whole script; variables, functions, directory and jobs stay from one to the next. */
  start(text: string, options: StartOptions): Child;
  /** Ctrl-C: SIGINT to a process and all it has started in the foreground. */
  interrupt(pid: number): void;
  /** The code given to `exit`, after it was. */
  exitedWith(): number | undefined;
  run(): boolean;
  nextWakeMs(): number | undefined;
  isPolling(): boolean;
  /** The working directory of the shell. */
  cwd(): string;
  /** What short words stand for. */
  aliases(): ReadonlyMap<string, string>;
  /** What can be called and what is set, in order of name. */
  names(): { readonly commands: readonly string[]; readonly variables: readonly string[] };
  /** The shell as one who reads files for it sees it. */
  reader(): Pick<Process, 'cwd' | 'env' | 'host'>;
}

const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Creates a machine with a home directory and a shell. */
export function createMachine(options: MachineOptions): Machine {
  const files = filesOf(options);
  const suggestions = [...new Set([...options.programs.keys(), ...builtins.keys()])];
  const bash = createShellProgram({ dialect: 'bash', suggestions });
  const programs = new Map<string, Program>([['bash', bash], ['sh', bash], ...options.programs]);
  const ports = createLocalPorts();
  const processes = createProcessTable({
    hostname: options.hostname,
    files,
    network: ports.network(options.network),
    now: options.now,
    random: createRandom(options.seed).fork('machine'),
    lookup: createLookup({ files, programs }),
    listen: ports.listen,
    unlisten: ports.unlisten,
    firstPid: 100,
  });
  const env = environmentOf(options);
  const session: SessionState = { shell: undefined, exitedWith: undefined };
  return {
    host: processes.host,
    files,
    processes,
    start(text, { stdout, stderr, stdin, isInteractive }) {
      const program: Program = (process) => runLine(session, process, suggestions, text);
      const cwd = session.shell?.cwd ?? options.home;
      const init = { argv: ['bash'], env, cwd, stdin: stdin ?? inputOf(''), stdout, stderr };
      return processes.spawn(program, { ...init, isInteractive: isInteractive === true });
    },
    interrupt: (pid) => processes.killTree(pid, 'SIGINT'),
    exitedWith: () => session.exitedWith,
    run: () => processes.run(),
    nextWakeMs: () => processes.nextWakeMs(),
    isPolling: () => processes.isPolling(),
    cwd: () => session.shell?.cwd ?? options.home,
    aliases: () => session.shell?.aliases ?? new Map(),
    names() {
      const { functions, variables, aliases } = session.shell ?? {};
      const own = [...(functions?.keys() ?? []), ...(aliases?.keys() ?? [])];
      const commands = [...programs.keys(), ...builtins.keys(), ...own];
      return { commands: [...new Set(commands)].sort(), variables: [...(variables ?? env).keys()].sort() };
    },
    reader: () => ({
      cwd: session.shell?.cwd ?? options.home,
      env: exportedBy(session.shell) ?? env,
      host: processes.host,
    }),
  };
}

function exportedBy(shell: Shell | undefined): Map<string, string> | undefined {
  if (!shell) return undefined;
  const exported = [...shell.variables].filter(([, { isExported }]) => isExported);
  return new Map(
    exported.map(([name, { value }]) => [name, typeof value === 'string' ? value : (value[0] ?? '')]),
  );
}

interface SessionState {
  shell: Shell | undefined;
  exitedWith: number | undefined;
}

function* runLine(
  session: SessionState,
  process: Process,
  suggestions: readonly string[],
  text: string,
): Steps {
  const shell = session.shell ?? createShell(process, { dialect: 'bash', suggestions });
  session.shell = shell;
  adopt(shell, process);
  try {
    return yield* survive(shell, text);
  } catch (end) {
    if (end instanceof Interrupted) {
      shell.status = 130;
      return 130;
    }
    if (!(end instanceof Exit)) throw end;
    session.exitedWith = end.code;
    return yield* runExitTrap(shell, end.code);
  }
}

/** Goes on in a new process. What an interrupted line has left open is closed. */
function adopt(shell: Shell, process: Process): void {
  shell.process = process;
  const kept = [...shell.fds].filter(([number]) => number > 2);
  shell.fds = new Map([...kept, ...standardStreams(process)]);
  while (shell.scopes.length > 0) leaveScope(shell);
  forgive(shell.budget);
  shell.tested = 0;
  shell.loops = 0;
  shell.depth = 0;
  shell.sourced = 0;
  shell.lent.length = 0;
  if (process.isInteractive) surviveInterrupts(shell);
  for (const [name, command] of shell.traps) {
    if (name === 'EXIT') continue;
    const signal = name as Parameters<Process['handlers']['set']>[0];
    process.handlers.set(signal, command === '' ? ignoreSignal : () => shell.pendingTraps.push(signal));
  }
}

function filesOf({ home, files, hostname, now }: MachineOptions): FileSystem {
  const tree = createFileTree({ now });
  const fileSystem = createFileSystem({ root: tree });
  for (const directory of [home, '/tmp', '/etc', '/bin', '/usr/bin', '/dev'])
    fileSystem.mkdir(directory, { parents: true });
  fileSystem.write('/etc/hostname', `${hostname}\n`);
  for (const [name, content] of files) {
    const file = `${home}/${name}`;
    fileSystem.mkdir(parentOf(file), { parents: true });
    fileSystem.write(file, content);
  }
  return fileSystem;
}

function environmentOf({ home, hostname, env }: MachineOptions): Map<string, string> {
  return new Map([
    ['HOME', home],
    ['HOSTNAME', hostname],
    ['PATH', path],
    ['SHELL', '/bin/bash'],
    ['USER', 'root'],
    ['TERM', 'xterm'],
    ...(env ?? []),
  ]);
}
