// What a program is and what it may touch. The shell, kubectl and the small programs inside images are all of this
// shape, whether they run at the learner's prompt or in a container.
import type { Random } from '../machinery/random.ts';
import type { NetworkStack } from '../network/network.ts';
import type { ContainerUser } from './container-user.ts';
import type { FileSystem } from './file-system.ts';
import type { ProgramUsage } from './program-usage.ts';

/**
 * A program runs as a coroutine on virtual time: it yields what it waits for and is resumed when that has come.
 * It returns its exit code (0–255). It may throw only `FileError`, which ends it with code 1 and its message.
 */
export type Program = (process: Process) => Generator<Wait, number, void>;

/** What a program waits for: whichever comes first. `{}` waits for a signal only. */
export interface Wait {
  /** Virtual time, in ms. */
  readonly untilMs?: number;
  /** Asked after every moment; must be cheap and change nothing. */
  readonly ready?: () => boolean;
  /** True where only processes of the same machine can make `ready` true (a child's end, a pipe): the world need not ask. */
  readonly isLocal?: boolean;
  /** True: it does not rest until then but computes, on one core. */
  readonly isBusy?: boolean;
}

/** Waits for nothing: lets the other processes run and goes on at the same instant. */
export const turn: Wait = { untilMs: 0 };

/** Waits until an input has something, or has ended. */
export function untilReadable(input: Input): Wait {
  return input.untilReadable?.() ?? { ready: () => input.isReady(), isLocal: input.isLocal === true };
}

export interface Process {
  readonly pid: number;
  /** argv[0] is the name it was called by. */
  readonly argv: readonly string[];
  /** Its own copy; changes do not reach the parent. */
  readonly env: Map<string, string>;
  cwd: string;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly host: Host;
  /**
   * Signals this process has asked to handle itself. A signal with a handler calls it (between two steps of the program) and
   * wakes the program; an empty handler ignores it. Others end the process with 128 + number, except that PID 1 of a
   * container ignores SIGTERM and SIGINT that it does not handle. SIGKILL cannot be handled.
   */
  readonly handlers: Map<Signal, () => void>;
  /** True where a person types (a terminal): programs may print prompts. */
  readonly isInteractive: boolean;
}

/** The handler of a signal that is ignored. Processes started by one that ignores a signal ignore it too. */
export const ignoreSignal = (): void => {};

export type Signal =
  | 'SIGHUP'
  | 'SIGINT'
  | 'SIGQUIT'
  | 'SIGABRT'
  | 'SIGKILL'
  | 'SIGUSR1'
  | 'SIGSEGV'
  | 'SIGUSR2'
  | 'SIGPIPE'
  | 'SIGALRM'
  | 'SIGTERM'
  | 'SIGCHLD'
  | 'SIGCONT'
  | 'SIGWINCH';

export const signalNumbers: Readonly<Record<Signal, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGABRT: 6,
  SIGKILL: 9,
  SIGUSR1: 10,
  SIGSEGV: 11,
  SIGUSR2: 12,
  SIGPIPE: 13,
  SIGALRM: 14,
  SIGTERM: 15,
  SIGCHLD: 17,
  SIGCONT: 18,
  SIGWINCH: 28,
};

/** Signals that do nothing to a process that does not handle them. */
export const harmlessSignals: ReadonlySet<Signal> = new Set(['SIGCHLD', 'SIGCONT', 'SIGWINCH']);

/** The machine a program runs on: the learner's own, or a container. */
export interface Host {
  readonly hostname: string;
  readonly files: FileSystem;
  readonly network: NetworkStack;
  /** Virtual time in ms since the Unix epoch. */
  now(): number;
  readonly random: Random;
  /** Whom programs run as; root, if absent. */
  readonly user?: ContainerUser;
  /** The program behind an absolute path or a name looked up in PATH; undefined: command not found. */
  lookup(name: string, env: ReadonlyMap<string, string>, cwd: string): Program | 'not-executable' | undefined;
  /** Starts a process beside this one. It runs when the machine's scheduler next turns. */
  spawn(program: Program, init: Spawn): Child;
  /** Says that a process is another program from now on, as after exec(2). */
  become?(pid: number, argv: readonly string[]): void;
  /** Sends a signal; false if there is no such process. */
  kill(pid: number, signal: Signal): boolean;
  /** What runs here, by pid. */
  processes?(): readonly ProcessInfo[];
  /** Opens a port. False: in use. The handler answers at once and may throw nothing. A request costs `cpuMs` of one core. */
  listen(port: number, handler: RequestHandler, cpuMs?: number): boolean;
  /**
   * Says what a process takes from now on, in place of what it said before. Undefined where nobody measures: there a
   * program that computes for ever is ended, not let go on.
   */
  take?(pid: number, usage: ProgramUsage): void;
}

export interface ProcessInfo {
  readonly pid: number;
  readonly parentPid: number;
  readonly argv: readonly string[];
  readonly startedAtMs: number;
}

export interface Spawn {
  readonly argv: readonly string[];
  readonly env: ReadonlyMap<string, string>;
  readonly cwd: string;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly isInteractive?: boolean;
}

export interface Child {
  readonly pid: number;
  /** Undefined while it runs. */
  exitCode(): number | undefined;
}

/** Bytes are text here: programs exchange strings. */
export interface Input {
  /** The next piece, `undefined` at end of input, or 'wait': nothing yet, yield `{ ready: () => input.isReady() }` and try again. */
  read(): string | undefined | 'wait';
  isReady(): boolean;
  /** Gives text back that was read too far; the next `read` returns it first. */
  unread?(text: string): void;
  /** True where only processes of the same machine write here. */
  readonly isLocal?: boolean;
  /** What to wait for instead, where reading takes time. */
  untilReadable?(): Wait;
  /** One more process holds it; each gives it up with one `close`. The process table does both. */
  retain?(): void;
  close?(): void;
}

export interface Output {
  /** False: nobody reads any more (a closed pipe): the writer ends with SIGPIPE. */
  write(text: string): boolean;
  /** One more process holds it; each gives it up with one `close`. The process table does both. */
  retain?(): void;
  close(): void;
}

/** An HTTP request as a server in a container sees it. */
export interface HttpRequest {
  readonly method: string;
  /** Path and query, e.g. /health?code=404. */
  readonly target: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  readonly clientIp: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** How long the server took, in ms of virtual time. */
  readonly delayMs?: number;
}

export type RequestHandler = (request: HttpRequest) => HttpResponse;
