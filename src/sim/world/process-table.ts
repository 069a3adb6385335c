// Runs the programs of one machine as coroutines on virtual time: pids, signals, exit codes, parents.
import { FileError } from './file-system.ts';
import type { MachineMeter } from './machine-meter.ts';
import type {
  Child,
  Host,
  Process,
  ProcessInfo,
  Program,
  RequestHandler,
  Signal,
  Spawn,
  Wait,
} from './process.ts';
import { harmlessSignals, ignoreSignal, signalNumbers } from './process.ts';
import { WatchedOutputs } from './watched-outputs.ts';

type Surroundings = Pick<
  Host,
  'hostname' | 'files' | 'network' | 'now' | 'random' | 'user' | 'lookup' | 'listen'
>;

export interface ProcessTableOptions extends Surroundings {
  /** Closes a port whose process has ended. */
  readonly unlisten?: (port: number) => void;
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
  /** Told what the processes do, where it is measured. */
  readonly meter?: MachineMeter;
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
  /** Sends a signal to a process and all that descend from it; false where none of them heeds it. */
  killTree(pid: number, signal: Signal): boolean;
  /** Ends everything with SIGKILL. */
  killAll(): void;
  /** Resumes every runnable process, over and over, until all wait. True if any ran. */
  run(): boolean;
  /** The earliest time that a process waits for; a time already past means that `run` has something to do. */
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
  /** What it runs now. */
  argv: readonly string[];
  /** The ports it has opened. */
  readonly ports: number[];
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
  return new Table(options);
}

class Table implements ProcessTable {
  readonly host: Host;
  readonly #options: ProcessTableOptions;
  readonly #firstPid: number;
  readonly #entries = new Map<number, Entry>();
  readonly #outputs = new WatchedOutputs();
  #nextPid: number;
  #running: Entry | undefined;
  #isInRun = false;

  constructor(options: ProcessTableOptions) {
    this.#options = options;
    this.#firstPid = options.firstPid ?? 1;
    this.#nextPid = this.#firstPid;
    this.host = {
      ...pickSurroundings(options),
      spawn: (program, init) => this.#spawn(program, init, this.#running?.process.pid ?? 0),
      become: (pid, argv) => this.#become(pid, argv),
      kill: (pid, signal) => this.#send(pid, signal, true),
      listen: (port, handler, cpuMs) => this.#listen(port, handler, cpuMs),
      processes: () => this.processes(),
      ...takingOf(options.meter),
    };
  }

  spawn(program: Program, init: Spawn): Child {
    return this.#spawn(program, init, 0);
  }

  kill(pid: number, signal: Signal): boolean {
    return this.#send(pid, signal, false);
  }

  killTree(pid: number, signal: Signal): boolean {
    const pids = new Set([pid]);
    // A child stands after its parent in the table.
    for (const entry of this.#entries.values()) {
      if (pids.has(entry.parentPid)) pids.add(entry.process.pid);
    }
    const heeding = [...pids].filter((target) => this.#heeds(target, signal));
    for (const target of pids) this.#send(target, signal, false);
    return heeding.length > 0;
  }

  #heeds(pid: number, signal: Signal): boolean {
    const entry = this.#entries.get(pid);
    const handler = entry?.process.handlers.get(signal);
    if (entry === undefined || handler === ignoreSignal) return false;
    return handler !== undefined || (!harmlessSignals.has(signal) && !this.#isInit(entry));
  }

  killAll(): void {
    for (const entry of [...this.#entries.values()]) {
      if (entry === this.#running) entry.pending.push('SIGKILL');
      else this.#finish(entry, { code: 137, signal: 'SIGKILL' });
    }
  }

  run(): boolean {
    if (this.#isInRun) throw new Error('a process table cannot be run by its own processes');
    this.#isInRun = true;
    let hasRun = false;
    try {
      for (let hasProgress = true; hasProgress; ) {
        hasProgress = false;
        for (const entry of this.#entries.values()) {
          if (!isRunnable(entry, this.#options.now())) continue;
          hasProgress = true;
          hasRun = true;
          this.#step(entry);
        }
      }
    } finally {
      this.#isInRun = false;
    }
    return hasRun;
  }

  nextWakeMs(): number | undefined {
    let earliest: number | undefined;
    for (const { wait, pending } of this.#entries.values()) {
      const at = pending.length > 0 ? 0 : wait.untilMs;
      if (at !== undefined && (earliest === undefined || at < earliest)) earliest = at;
    }
    return earliest;
  }

  isPolling(): boolean {
    for (const { wait } of this.#entries.values()) {
      if (wait.ready !== undefined && wait.isLocal !== true) return true;
    }
    return false;
  }

  processes(): readonly ProcessInfo[] {
    return [...this.#entries.values()].map(({ process, parentPid, argv, startedAtMs }) => ({
      pid: process.pid,
      parentPid,
      argv,
      startedAtMs,
    }));
  }

  #spawn(program: Program, init: Spawn, parentPid: number): Child {
    if (this.#entries.size >= (this.#options.maxProcesses ?? defaultMaxProcesses)) return refused(init);
    const process = this.#createProcess(init);
    const entry: Entry = {
      process: process.process,
      steps: program(process.process),
      startedAtMs: this.#options.now(),
      parentPid,
      argv: init.argv,
      ports: [],
      wait: { untilMs: 0 },
      pending: process.pending,
      exit: undefined,
      stepsAtMs: -1,
      stepsTaken: 0,
    };
    this.#entries.set(entry.process.pid, entry);
    this.#options.meter?.started(entry.process.pid);
    this.#wake();
    return { pid: entry.process.pid, exitCode: () => entry.exit?.code };
  }

  #createProcess(init: Spawn): { process: Process; pending: Signal[] } {
    const stdout = this.#outputs.rawOf(init.stdout);
    const stderr = this.#outputs.rawOf(init.stderr);
    init.stdin.retain?.();
    stdout.retain?.();
    stderr.retain?.();
    const pending: Signal[] = [];
    const process: Process = {
      pid: this.#nextPid++,
      argv: init.argv,
      env: new Map(init.env),
      cwd: init.cwd,
      stdin: init.stdin,
      stdout: this.#outputs.watch(stdout, pending),
      stderr: this.#outputs.watch(stderr, pending),
      host: this.host,
      handlers: new Map(this.#inheritedHandlers()),
      isInteractive: init.isInteractive === true,
    };
    return { process, pending };
  }

  #listen(port: number, handler: RequestHandler, cpuMs?: number): boolean {
    const isOpen = this.#options.listen(port, handler, cpuMs);
    if (isOpen) this.#running?.ports.push(port);
    return isOpen;
  }

  #become(pid: number, argv: readonly string[]): void {
    const entry = this.#entries.get(pid);
    if (entry !== undefined) entry.argv = argv;
  }

  #inheritedHandlers(): [Signal, () => void][] {
    return [...(this.#running?.process.handlers ?? [])].filter(([, handler]) => handler === ignoreSignal);
  }

  #finish(entry: Entry, exit: Exit): void {
    if (entry.exit !== undefined) return;
    entry.exit = exit;
    const { process } = entry;
    this.#entries.delete(process.pid);
    for (const port of entry.ports) this.#options.unlisten?.(port);
    this.#options.meter?.ended(process.pid);
    process.stdin.close?.();
    this.#outputs.rawOf(process.stdout).close();
    this.#outputs.rawOf(process.stderr).close();
    if (this.#isInit(entry)) this.killAll();
    const newParentPid = this.#options.isContainer === true ? this.#firstPid : 0;
    for (const other of this.#entries.values()) {
      if (other.parentPid === process.pid) other.parentPid = newParentPid;
    }
    this.#options.onExit?.(process.pid, exit);
  }

  #isInit(entry: Entry): boolean {
    return this.#options.isContainer === true && entry.process.pid === this.#firstPid;
  }

  #send(pid: number, signal: Signal, isFromInside: boolean): boolean {
    const entry = this.#entries.get(pid);
    if (entry === undefined) return false;
    const handler = signal === 'SIGKILL' ? undefined : entry.process.handlers.get(signal);
    if (handler === ignoreSignal) return true;
    const isHandled = handler !== undefined;
    if (!isHandled && harmlessSignals.has(signal)) return true;
    if (!isHandled && this.#isInit(entry) && (signal !== 'SIGKILL' || isFromInside)) return true;
    // The running process is in the middle of a step: what ends it waits for the end of the step.
    if (isHandled || entry === this.#running) entry.pending.push(signal);
    else this.#finish(entry, { code: 128 + signalNumbers[signal], signal });
    this.#wake();
    return true;
  }

  #wake(): void {
    if (!this.#isInRun) this.#options.onWake?.();
  }

  /** Delivers the signals that have come since the last step. False: the process has ended. */
  #deliver(entry: Entry): boolean {
    while (entry.pending.length > 0) {
      const signal = entry.pending.shift() as Signal;
      const handler = signal === 'SIGKILL' ? undefined : entry.process.handlers.get(signal);
      if (handler === undefined) {
        this.#finish(entry, { code: 128 + signalNumbers[signal], signal });
        return false;
      }
      handler();
    }
    return true;
  }

  #step(entry: Entry): void {
    const { meter } = this.#options;
    meter?.resumed(entry.process.pid);
    if (!this.#deliver(entry) || this.#isOverBudget(entry)) return;
    this.#running = entry;
    try {
      const result = entry.steps.next();
      this.#running = undefined;
      if (result.done !== true) {
        entry.wait = result.value;
        meter?.paused(entry.process.pid, result.value);
      } else if (!entry.pending.includes('SIGPIPE') || this.#deliver(entry)) {
        this.#finish(entry, { code: result.value & 255 });
      }
    } catch (error) {
      this.#running = undefined;
      if (error instanceof FileError) entry.process.stderr.write(`${nameOf(entry)}: ${error.message}\n`);
      this.#finish(entry, { code: error instanceof FileError ? 1 : 134 });
      if (!(error instanceof FileError)) throw error;
    }
  }

  #isOverBudget(entry: Entry): boolean {
    const now = this.#options.now();
    if (entry.stepsAtMs !== now) {
      entry.stepsAtMs = now;
      entry.stepsTaken = 0;
    }
    entry.stepsTaken += 1;
    const maxSteps = this.#options.maxStepsPerInstant ?? defaultMaxSteps;
    if (entry.stepsTaken <= maxSteps) return false;
    entry.process.stderr.write(
      `${nameOf(entry)}: stopped: it took ${maxSteps} steps without waiting; an endless loop needs a sleep in it\n`,
    );
    this.#finish(entry, { code: 137, signal: 'SIGKILL' });
    return true;
  }
}

function isRunnable(entry: Entry, now: number): boolean {
  const { wait } = entry;
  if (entry.pending.length > 0) return true;
  if (wait.untilMs !== undefined && wait.untilMs <= now) return true;
  return wait.ready?.() === true;
}

function nameOf(entry: Entry): string {
  return entry.process.argv[0] ?? 'process';
}

function pickSurroundings(options: ProcessTableOptions): Omit<Surroundings, 'listen'> {
  const { hostname, files, network, now, random, user } = options;
  return {
    hostname,
    files,
    network,
    now,
    random,
    ...(user === undefined ? {} : { user }),
    lookup: (name, env, cwd) => options.lookup(name, env, cwd),
  };
}

function takingOf(meter: MachineMeter | undefined): Pick<Host, 'take'> {
  return meter === undefined ? {} : { take: (pid, usage) => meter.take(pid, usage) };
}

function refused(init: Spawn): Child {
  init.stderr.write(`${init.argv[0] ?? ''}: cannot start: too many processes\n`);
  return { pid: 0, exitCode: () => 254 };
}
