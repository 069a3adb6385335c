// Runs the programs of one machine as coroutines on virtual time: pids, signals, exit codes, parents.
import { FileError } from './file-system.ts';
import type { Child, Host, Output, Process, ProcessInfo, Program, Signal, Spawn, Wait } from './process.ts';
import { signalNumbers } from './process.ts';

type Surroundings = Pick<Host, 'hostname' | 'files' | 'network' | 'now' | 'random' | 'lookup' | 'listen'>;

export interface ProcessTableOptions extends Surroundings {
  /**
   * True in a container: PID 1 ignores every signal it does not handle but a SIGKILL from outside, and its end ends all others.
   * See pid_namespaces(7).
   */
  readonly isContainer?: boolean;
  /** The first pid, 1 by default. */
  readonly firstPid?: number;
  /** Resumptions a process may have at one instant of virtual time before it is ended. */
  readonly maxStepsPerInstant?: number;
  readonly maxProcesses?: number;
  /** Told of each end, before `run` or `kill` returns. Must not call the table. */
  readonly onExit?: (pid: number, exit: Exit) => void;
  /** Told when a process may have become runnable other than by `run` itself: a spawn or a signal from outside. */
  readonly onWake?: () => void;
}

/** How a process ended: its own exit code, or 128 + the number of the signal that ended it. */
export interface Exit {
  readonly code: number;
  readonly signal?: Signal;
}

export interface ProcessTable {
  /** The machine as its programs see it. Signals sent through it come from inside. */
  readonly host: Host;
  /** Starts a process that has no parent here. It first runs at the next `run`. */
  spawn(program: Program, init: Spawn): Child;
  /** Sends a signal from outside; false if there is no such process. A process it ends is gone when this returns. */
  kill(pid: number, signal: Signal): boolean;
  /** Sends a signal to a process and all that descend from it. */
  killTree(pid: number, signal: Signal): void;
  /** Ends everything with SIGKILL. */
  killAll(): void;
  /** Resumes every runnable process, over and over, until all wait. True if any ran. */
  run(): boolean;
  /** The earliest time that a process waits for. */
  nextWakeMs(): number | undefined;
  /** True if a process waits for something that the rest of the world can bring about: call `run` after each moment. */
  isPolling(): boolean;
  processes(): readonly ProcessInfo[];
}

interface Entry {
  readonly process: Process;
  readonly steps: Generator<Wait, number, void>;
  readonly startedAtMs: number;
  parentPid: number;
  wait: Wait;
  readonly pending: Signal[];
  exit: Exit | undefined;
  stepsAtMs: number;
  stepsTaken: number;
}

const defaultMaxSteps = 50_000;
const defaultMaxProcesses = 1000;

/** Creates the process table of one machine, with the `Host` that its programs see. */
export function createProcessTable(options: ProcessTableOptions): ProcessTable {
  const entries = new Map<number, Entry>();
  const rawOutputs = new WeakMap<Output, Output>();
  const firstPid = options.firstPid ?? 1;
  const maxSteps = options.maxStepsPerInstant ?? defaultMaxSteps;
  let nextPid = firstPid;
  let running: Entry | undefined;
  let isInRun = false;

  const host: Host = {
    ...pickSurroundings(options),
    spawn: (program, init) => spawn(program, init, running?.process.pid ?? 0),
    kill: (pid, signal) => send(pid, signal, true),
    processes,
  };

  function wake(): void {
    if (!isInRun) options.onWake?.();
  }

  function spawn(program: Program, init: Spawn, parentPid: number): Child {
    if (entries.size >= (options.maxProcesses ?? defaultMaxProcesses)) return refused(init);
    const pid = nextPid++;
    // A process hands its own, watched outputs on to its children: each watches the real one for itself.
    const rawStdout = rawOutputs.get(init.stdout) ?? init.stdout;
    const rawStderr = rawOutputs.get(init.stderr) ?? init.stderr;
    init.stdin.retain?.();
    rawStdout.retain?.();
    rawStderr.retain?.();
    const pending: Signal[] = [];
    const process: Process = {
      pid,
      argv: init.argv,
      env: new Map(init.env),
      cwd: init.cwd,
      stdin: init.stdin,
      stdout: watched(rawStdout, pending),
      stderr: watched(rawStderr, pending),
      host,
      handlers: new Map(),
      isInteractive: init.isInteractive === true,
    };
    const entry: Entry = {
      process,
      steps: program(process),
      startedAtMs: options.now(),
      parentPid,
      wait: { untilMs: 0 },
      pending,
      exit: undefined,
      stepsAtMs: -1,
      stepsTaken: 0,
    };
    entries.set(pid, entry);
    wake();
    return { pid, exitCode: () => entry.exit?.code };
  }

  function watched(output: Output, pending: Signal[]): Output {
    const own: Output = {
      write(text) {
        const isRead = output.write(text);
        if (!isRead && !pending.includes('SIGPIPE')) pending.push('SIGPIPE');
        return isRead;
      },
      close() {},
    };
    rawOutputs.set(own, output);
    return own;
  }

  function finish(entry: Entry, exit: Exit): void {
    if (entry.exit !== undefined) return;
    entry.exit = exit;
    const { process } = entry;
    entries.delete(process.pid);
    process.stdin.close?.();
    (rawOutputs.get(process.stdout) as Output).close();
    (rawOutputs.get(process.stderr) as Output).close();
    if (isInit(entry)) killAll();
    for (const other of entries.values()) {
      if (other.parentPid === process.pid) other.parentPid = options.isContainer === true ? firstPid : 0;
    }
    options.onExit?.(process.pid, exit);
  }

  function isInit(entry: Entry): boolean {
    return options.isContainer === true && entry.process.pid === firstPid;
  }

  function send(pid: number, signal: Signal, isFromInside: boolean): boolean {
    const entry = entries.get(pid);
    if (entry === undefined) return false;
    if (signal !== 'SIGKILL' && entry.process.handlers.has(signal)) {
      entry.pending.push(signal);
      wake();
      return true;
    }
    if (isInit(entry) && (signal !== 'SIGKILL' || isFromInside)) return true;
    // The running process is in the middle of a step: it ends after it.
    if (entry === running) entry.pending.push(signal);
    else finish(entry, { code: 128 + signalNumbers[signal], signal });
    wake();
    return true;
  }

  /** Delivers the signals that have come since the last step. False: the process has ended. */
  function deliver(entry: Entry): boolean {
    while (entry.pending.length > 0) {
      const signal = entry.pending.shift() as Signal;
      const handler = signal === 'SIGKILL' ? undefined : entry.process.handlers.get(signal);
      if (handler === undefined) {
        finish(entry, { code: 128 + signalNumbers[signal], signal });
        return false;
      }
      handler();
    }
    return true;
  }

  function step(entry: Entry): void {
    if (!deliver(entry) || isOverBudget(entry)) return;
    running = entry;
    try {
      const result = entry.steps.next();
      running = undefined;
      if (result.done !== true) entry.wait = result.value;
      else if (!entry.pending.includes('SIGPIPE') || deliver(entry))
        finish(entry, { code: result.value & 255 });
    } catch (error) {
      running = undefined;
      if (!(error instanceof FileError)) {
        finish(entry, { code: 134 });
        throw error;
      }
      entry.process.stderr.write(`${entry.process.argv[0] ?? ''}: ${error.message}\n`);
      finish(entry, { code: 1 });
    }
  }

  function isOverBudget(entry: Entry): boolean {
    const now = options.now();
    if (entry.stepsAtMs !== now) {
      entry.stepsAtMs = now;
      entry.stepsTaken = 0;
    }
    entry.stepsTaken += 1;
    if (entry.stepsTaken <= maxSteps) return false;
    const name = entry.process.argv[0] ?? 'process';
    entry.process.stderr.write(
      `${name}: stopped: it took ${maxSteps} steps without waiting; an endless loop needs a sleep in it\n`,
    );
    finish(entry, { code: 137, signal: 'SIGKILL' });
    return true;
  }

  function isRunnable(entry: Entry, now: number): boolean {
    const { wait } = entry;
    if (entry.pending.length > 0) return true;
    if (wait.untilMs !== undefined && wait.untilMs <= now) return true;
    return wait.ready?.() === true;
  }

  function run(): boolean {
    if (isInRun) throw new Error('a process table cannot be run by its own processes');
    isInRun = true;
    let hasRun = false;
    try {
      for (let hasProgress = true; hasProgress; ) {
        hasProgress = false;
        for (const entry of entries.values()) {
          if (!isRunnable(entry, options.now())) continue;
          hasProgress = true;
          hasRun = true;
          step(entry);
        }
      }
    } finally {
      isInRun = false;
    }
    return hasRun;
  }

  function killAll(): void {
    for (const entry of [...entries.values()]) {
      if (entry === running) entry.pending.push('SIGKILL');
      else finish(entry, { code: 137, signal: 'SIGKILL' });
    }
  }

  function killTree(pid: number, signal: Signal): void {
    const pids = [pid];
    for (const entry of entries.values()) {
      if (pids.includes(entry.parentPid)) pids.push(entry.process.pid);
    }
    for (const target of pids) send(target, signal, false);
  }

  function processes(): readonly ProcessInfo[] {
    return [...entries.values()].map(({ process, parentPid, startedAtMs }) => ({
      pid: process.pid,
      parentPid,
      argv: process.argv,
      startedAtMs,
    }));
  }

  return {
    host,
    spawn: (program, init) => spawn(program, init, 0),
    kill: (pid, signal) => send(pid, signal, false),
    killTree,
    killAll,
    run,
    nextWakeMs() {
      let earliest: number | undefined;
      for (const { wait, pending } of entries.values()) {
        const at = pending.length > 0 ? 0 : wait.untilMs;
        if (at !== undefined && (earliest === undefined || at < earliest)) earliest = at;
      }
      return earliest;
    },
    isPolling() {
      for (const { wait } of entries.values()) {
        if (wait.ready !== undefined && wait.isLocal !== true) return true;
      }
      return false;
    },
    processes,
  };
}

function pickSurroundings(options: ProcessTableOptions): Surroundings {
  const { hostname, files, network, now, random } = options;
  return {
    hostname,
    files,
    network,
    now,
    random,
    lookup: (name, env, cwd) => options.lookup(name, env, cwd),
    listen: (port, handler) => options.listen(port, handler),
  };
}

function refused(init: Spawn): Child {
  init.stderr.write(`${init.argv[0] ?? ''}: cannot start: too many processes\n`);
  return { pid: 0, exitCode: () => 254 };
}
