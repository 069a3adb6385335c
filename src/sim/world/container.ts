// One attempt of a container: from its creation over its processes to its end.
//
// What asks PID 1 to end is a signal, and as on Linux it passes over a signal that it does not handle: a plain `sleep` runs on until the
// grace period is over. SIM_SIGTERM=ignore, one of the simulation's own switches, makes any program do so.
//
// Departs: HOME is not set.
import type { Random } from '../machinery/random.ts';
import { AttachableInput } from './attachable-input.ts';
import type { ContainerAttempt } from './container-entry.ts';
import { findEntry } from './container-entry.ts';
import { ContainerLog } from './container-log.ts';
import { ContainerMeter } from './container-meter.ts';
import { environmentOf, execFailure, startProblem } from './entry-point.ts';
import type { FileSystem } from './file-system.ts';
import type { FileTree } from './file-tree.ts';
import type { MachineSchedule } from './machine-schedule.ts';
import { resolvePath } from './memory-file-system.ts';
import type { OutsideLoad } from './outside-load.ts';
import type { Capture } from './pipe.ts';
import { createCapture, inputOf } from './pipe.ts';
import type { Input, Output } from './process.ts';
import type { Exit, ProcessTable } from './process-table.ts';
import { createProcessTable } from './process-table.ts';
import type { Sandbox } from './sandbox.ts';
import { hostnameOf } from './sandbox.ts';
import { readTerminationMessage } from './termination-message.ts';
import type { Timer, Timers } from './timers.ts';
import type { ContainerRecord, ContainerUsage } from './world.ts';

const startMs = 130;
const sigkillExit = 137;
const failedStartExit = 128;
const terminal = ['TERM', 'xterm'] as const;

/** What a container needs of the world around it. */
export interface ContainerSite {
  now(): number;
  readonly random: Random;
  readonly timers: Timers;
  readonly schedule: MachineSchedule;
  readonly sandbox: Sandbox;
  readonly load: OutsideLoad;
  changed(): void;
}

export interface ExecOptions {
  readonly stdin?: Input;
  /** Where it writes to; captured if absent. */
  readonly stdout?: Output;
  readonly stderr?: Output;
  readonly tty?: boolean;
  /** Beyond the container's own. */
  readonly env?: readonly (readonly [string, string])[];
}

/** A process running beside PID 1. It first runs when the world next advances. */
export interface Exec {
  readonly stdout: Capture;
  readonly stderr: Capture;
  /** Undefined while it runs. */
  exitCode(): number | undefined;
  /** Ctrl-C at its terminal. */
  interrupt(): void;
  kill(): void;
}

/** Where somebody outside is joined to a process. */
export interface Streams {
  readonly stdin?: Input;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** Somebody who is connected to PID 1. */
export interface Attachment {
  /** Ctrl-C at its terminal; false where nothing there heeds it. */
  interrupt(): boolean;
  letGo(): void;
}

export class Container {
  readonly #site: ContainerSite;
  readonly #attempt: ContainerAttempt;
  readonly #env: ReadonlyMap<string, string>;
  readonly #timers: Timer[] = [];
  readonly #stdin: AttachableInput | undefined;
  readonly #attached = new Set<{ readonly stdout: Output; readonly stderr: Output }>();
  readonly log = new ContainerLog();
  readonly #meter: ContainerMeter;
  record: ContainerRecord;
  #table: ProcessTable | undefined;
  #files: FileSystem | undefined;
  #root: FileTree | undefined;
  #execs = 0;
  /** How PID 1 ended, until the record says so. */
  #exit: Exit | undefined;
  /** What is to be recorded, whatever ended PID 1. */
  #forced: { readonly code: number; readonly reason?: string } | undefined;
  #killAtMs = Number.POSITIVE_INFINITY;

  constructor(site: ContainerSite, attempt: ContainerAttempt, previous: Container | undefined) {
    this.#site = site;
    this.#attempt = attempt;
    const { pod, spec, image } = attempt;
    const last = previous?.record;
    this.#env = environmentOf(image?.contents ?? { programs: new Map() }, hostnameOf(pod), attempt.env);
    if (spec.stdin === true || spec.tty === true) this.#stdin = new AttachableInput(spec.stdinOnce === true);
    this.record = {
      id: `containerd://${site.random.hex(64)}`,
      imageId: image?.id ?? '',
      image: image?.name.full ?? spec.image ?? '',
      attempt: last === undefined ? 0 : last.attempt + 1,
      sandbox: site.sandbox.number,
      state: 'creating',
      startedAtMs: 0,
      isStopping: false,
      ...(last === undefined ? {} : { previous: withoutPrevious(last) }),
    };
    const outOfMemory = () => this.end(sigkillExit, 'OOMKilled');
    this.#meter = new ContainerMeter({ ...site, outOfMemory }, this, spec);
    this.#timers.push(site.timers.set(site.now() + startMs, () => this.#start()));
  }

  /** Whether its processes run. */
  get isRunning(): boolean {
    return this.record.state === 'running';
  }

  get files(): FileSystem | undefined {
    return this.#files;
  }

  /** What it takes of its node now; undefined: it does not run. */
  usage(): ContainerUsage | undefined {
    return this.isRunning ? this.#meter.usage(this.record.startedAtMs) : undefined;
  }

  /** Characters that it wrote to its node: in files beside those of its image, and to its log. */
  writtenChars(): number {
    return (this.#root?.usedChars() ?? 0) + this.log.chars;
  }

  /** Asks PID 1 to end, and ends it by force when the grace period is over. */
  stop(graceMs: number): void {
    if (this.record.state === 'exited') return;
    const killAtMs = this.#site.now() + Math.max(0, graceMs);
    if (killAtMs < this.#killAtMs) {
      this.#killAtMs = killAtMs;
      if (graceMs <= 0) {
        this.end(sigkillExit);
        return;
      }
      this.#timers.push(this.#site.timers.set(killAtMs, () => this.end(sigkillExit)));
    }
    if (this.record.isStopping) return;
    this.record = { ...this.record, isStopping: true };
    if (this.isRunning) this.#ask();
    this.#site.changed();
  }

  /** Ends PID 1 at once, with this exit code, and this reason if the code does not tell it. */
  end(code: number, reason?: string): void {
    if (this.record.state === 'exited') return;
    this.#forced = { code: code & 255, ...(reason === undefined ? {} : { reason }) };
    if (this.#table === undefined) this.#finish(this.#forced.code);
    else {
      this.#table.kill(1, 'SIGKILL');
      this.#settle();
    }
  }

  /** Starts a process beside PID 1. An error is the runtime's words. */
  exec(argv: readonly string[], options: ExecOptions = {}): Exec | { readonly error: string } {
    const table = this.#table;
    const image = this.#attempt.image;
    if (table === undefined || image === undefined || !this.isRunning)
      return { error: 'container not running' };
    const name = argv[0] ?? '';
    const env = new Map([...this.#env, ...(options.tty === true ? [terminal] : []), ...(options.env ?? [])]);
    const cwd = this.#workingDirectory();
    const program = table.host.lookup(name, env, cwd);
    const problem = startProblem(name, program);
    if (problem !== undefined || typeof program !== 'function') {
      return { error: execFailure(this.#site.random.fork(`exec ${++this.#execs}`).hex(64), problem ?? '') };
    }
    const stdout = createCapture();
    const stderr = createCapture();
    const child = table.spawn(program, {
      argv,
      env,
      cwd,
      stdin: options.stdin ?? inputOf(''),
      stdout: options.stdout ?? stdout,
      stderr: options.stderr ?? stderr,
      isInteractive: options.tty === true,
    });
    return {
      stdout,
      stderr,
      exitCode: () => child.exitCode(),
      interrupt: () => table.killTree(child.pid, 'SIGINT'),
      kill: () => table.killTree(child.pid, 'SIGKILL'),
    };
  }

  /** Connects someone to what PID 1 writes from now on and, if the container has a stdin, to that. */
  attach(streams: Streams): Attachment {
    this.#attached.add(streams);
    if (streams.stdin !== undefined) this.#stdin?.attach(streams.stdin);
    // Whoever waits for this input is on another machine's clock from now on.
    this.#wake();
    return {
      interrupt: () => this.#table?.killTree(1, 'SIGINT') ?? false,
      letGo: () => {
        this.#attached.delete(streams);
        if (streams.stdin !== undefined) this.#stdin?.detach(streams.stdin);
      },
    };
  }

  /** Resumes the processes that can go on. The schedule calls this. */
  run(): boolean {
    const hasRun = this.#table?.run() ?? false;
    this.#settle();
    return hasRun;
  }

  nextWakeMs(): number | undefined {
    return this.#table?.nextWakeMs();
  }

  isPolling(): boolean {
    return this.#table?.isPolling() ?? false;
  }

  #wake(): void {
    if (this.record.state === 'running') this.#site.schedule.wake(this);
  }

  #workingDirectory(): string {
    return resolvePath(
      '/',
      this.#attempt.spec.workingDir ?? this.#attempt.image?.contents.workingDirectory ?? '/',
    );
  }

  #start(): void {
    const { pod, spec } = this.#attempt;
    const entry = findEntry(this.#attempt, this.#env, this.#workingDirectory(), this.#site);
    if ('failure' in entry) {
      this.#finish(failedStartExit, entry.failure);
      return;
    }
    const { sandbox, random } = this.#site;
    const now = () => this.#site.now();
    this.#files = entry.files;
    this.#root = entry.root;
    this.#table = createProcessTable({
      hostname: hostnameOf(pod),
      files: entry.files,
      network: sandbox.network,
      now,
      random: random.fork('programs'),
      user: entry.user,
      lookup: entry.lookup,
      listen: (port, handler, cpuMs = 0) =>
        sandbox.listen(this, port, this.#meter.metered(handler, cpuMs), cpuMs),
      unlisten: (port) => sandbox.unlisten(this, port),
      isContainer: true,
      meter: this.#meter.machine,
      onExit: (pid, exit) => {
        if (pid === 1) this.#exit = exit;
      },
      onWake: () => this.#wake(),
    });
    this.record = { ...this.record, state: 'running', startedAtMs: now() };
    this.#table.spawn(entry.program, {
      argv: entry.argv,
      env: spec.tty === true ? new Map([...this.#env, terminal]) : this.#env,
      cwd: this.#workingDirectory(),
      stdin: this.#stdin ?? inputOf(''),
      stdout: this.#output('stdout'),
      stderr: this.#output('stderr'),
      isInteractive: spec.tty === true,
    });
    this.#site.changed();
    // It runs once before it can be asked to stop: only then has it said which signals it handles.
    if (this.record.isStopping) this.#timers.push(this.#site.timers.set(now() + 1, () => this.#ask()));
  }

  #output(stream: 'stdout' | 'stderr'): Output {
    return {
      write: (text) => {
        this.log.write(stream, text, this.#site.now());
        for (const attached of this.#attached) attached[stream].write(text);
        return true;
      },
      close() {
        // The log is closed at the end of the container.
      },
    };
  }

  /** Sends the signal that asks for an end. */
  #ask(): void {
    const table = this.#table;
    if (table === undefined || !this.isRunning || this.#env.get('SIM_SIGTERM') === 'ignore') return;
    const stopSignal = this.#attempt.image?.contents.stopSignal ?? 'SIGTERM';
    table.kill(1, stopSignal);
    this.#wake();
  }

  /** Records the end of PID 1 if it has come. */
  #settle(): void {
    const exit = this.#exit;
    if (exit === undefined || this.record.state === 'exited') return;
    this.#finish(this.#forced?.code ?? exit.code);
  }

  /** `failure`: it never ran, and why. */
  #finish(exitCode: number, failure?: string): void {
    const now = this.#site.now();
    const { spec } = this.#attempt;
    for (const timer of this.#timers) timer.cancel();
    this.#meter.close();
    this.#site.schedule.remove(this);
    this.#site.sandbox.unlisten(this);
    this.log.close(now);
    const message = failure ?? readTerminationMessage(this.#files, spec, exitCode, this.log);
    this.#table = undefined;
    this.#files = undefined;
    this.record = {
      ...this.record,
      state: 'exited',
      finishedAtMs: now,
      exitCode,
      reason: this.#forced?.reason ?? reasonOf(exitCode, failure),
      ...(message === undefined || message === '' ? {} : { message }),
    };
    this.#site.changed();
  }
}

function reasonOf(exitCode: number, failure: string | undefined): string {
  if (failure !== undefined) return 'StartError';
  return exitCode === 0 ? 'Completed' : 'Error';
}

function withoutPrevious({ previous: _, ...record }: ContainerRecord): ContainerRecord {
  return record;
}
