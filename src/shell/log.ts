// The log of a cluster: what was done to it, in order. A cluster is the replay of its log.

export interface Log {
  readonly seed: string | number;
  /** How many nodes; 3 by default. */
  readonly nodes?: number;
  /** Virtual time at which the cluster was handed over, ms since the Unix epoch. */
  readonly startMs?: number;
  readonly entries: readonly LogEntry[];
  /** How far time had passed when the log was closed, in ms since the start. */
  readonly untilMs?: number;
}

/**
 * `atMs` counts from the start of the cluster. An entry without it happens as soon as the command before it
 * has ended, which is how a script is played.
 */
export type LogEntry =
  /**
   * A command line was entered at the prompt; `tty` where somebody sat there and could answer what it asks. In a script nobody
   * does: its commands read an empty input.
   */
  | { readonly atMs?: number; readonly do: 'run'; readonly line: string; readonly tty?: true }
  /** A line was typed to the program in the foreground. */
  | { readonly atMs?: number; readonly do: 'type'; readonly line: string }
  /** Ctrl-D was pressed: there is nothing more to read. */
  | { readonly atMs?: number; readonly do: 'end' }
  /** Ctrl-C was pressed. */
  | { readonly atMs?: number; readonly do: 'interrupt' }
  /** The editor that a command opened was closed: with this text saved, or with nothing. */
  | { readonly atMs?: number; readonly do: 'close'; readonly text?: string }
  /** A file was saved in the editor. `path` is relative to the home directory. */
  | { readonly atMs?: number; readonly do: 'write'; readonly path: string; readonly text: string };
