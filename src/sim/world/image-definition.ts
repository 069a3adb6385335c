// An image as data: what it holds, what it runs, what its servers answer. Most images here are made of it, and an exercise can add
// its own.
import type { Signal } from './process.ts';
import type { ProgramUsage } from './program-usage.ts';

export interface ImageDefinition {
  /** Its name without a tag, as a manifest would have it: `shop`, `ghcr.io/petset/shop`. */
  readonly name: string;
  /** Other names of the same image. */
  readonly otherNames?: readonly string[];
  /** The tags there are, the first one an example; any that looks like a version or a channel, if absent. */
  readonly tags?: readonly string[];
  /** What it is built on, and with it which tools it holds: alpine if absent. */
  readonly from?: ImageBase;
  /** Tools beyond those that its base brings along: `curl`, `dig`. */
  readonly tools?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly workingDirectory?: string;
  /** Whom it runs as: a name or a number, with a group after a colon. root if absent. */
  readonly user?: string;
  /** The signal that asks it to stop: SIGTERM if absent. */
  readonly stopSignal?: Signal;
  /** By absolute path. */
  readonly files?: Readonly<Record<string, string>>;
  /** By name, found in the usual directories, or by absolute path. */
  readonly programs?: Readonly<Record<string, ProgramDefinition>>;
}

/** debian and fedora bring bash and few tools; alpine and busybox BusyBox; scratch nothing, not even a shell. */
export type ImageBase = 'alpine' | 'busybox' | 'debian' | 'fedora' | 'scratch';

/** A script for the image's shell, or a server. */
export type ProgramDefinition = { readonly script: string } | { readonly server: ServerDefinition };

export interface ServerDefinition {
  readonly port: number;
  /** How long it takes before it listens. */
  readonly startMs?: number;
  /**
   * What a request to stop does: it ends in good order (0 after 200 ms), or at once with another code; `ignored`: nothing, so that it is
   * killed when its time is over.
   */
  readonly onStop?: 'ends' | 'ignored' | { readonly exitCode: number };
  readonly usage?: ProgramUsage;
  /** What it writes to its log: when it listens, and for each request. */
  readonly log?: { readonly started?: string; readonly request?: string };
  /** The first that fits a request answers it; 404 where none does. */
  readonly answers: readonly AnswerDefinition[];
}

/**
 * In `body`, in the values of `headers` and in the log, `$(NAME)` stands for a variable of the environment; for HOSTNAME, VERSION (the image's
 * tag) and, of the request, for METHOD, TARGET, REQUEST_PATH, CLIENT_IP and REQUESTS (how many there have been).
 */
export interface AnswerDefinition {
  /** The path it is for; all that begins so, where it ends in `*`. Any, if absent. */
  readonly path?: string;
  readonly method?: string;
  /** It answers until there have been so many requests in all, or so many seconds have passed since the start. */
  readonly untilRequests?: number;
  readonly untilSeconds?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly delayMs?: number;
}
