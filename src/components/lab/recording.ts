/**
 * What was done to a session, and how far it has come. Looked at earlier than its end, a recording still holds what is to
 * be done again: as time passes, it is, each thing at its own instant.
 */
import type { Log, LogEntry } from '../../shell/log.ts';
import type { Session } from '../../shell/session.ts';

export interface RecordingOptions {
  readonly session: Session;
  readonly seed: string | number;
  readonly nodes: number;
  /** Told of each entry as it is about to be done; does it. */
  perform(entry: LogEntry): void;
}

export class Recording {
  readonly #options: RecordingOptions;
  readonly #done: LogEntry[] = [];
  /** When each was done: an entry of a script has no time of its own. */
  readonly #doneAtMs: number[] = [];
  #ahead: readonly LogEntry[] = [];
  /** How far it has been played before; 0 where it never was further than now. */
  #endMs = 0;

  constructor(options: RecordingOptions) {
    this.#options = options;
  }

  /** Virtual ms since the start. */
  get elapsedMs(): number {
    return this.#options.session.elapsedMs();
  }

  /** Where the recording ends: now, or later where an earlier moment is looked at. */
  get endMs(): number {
    return Math.max(this.#endMs, this.elapsedMs);
  }

  /** How many entries are still to be done again. */
  get ahead(): number {
    return this.#ahead.length;
  }

  /** Plays a log up to an instant, or to its end. `between` is called after each entry. */
  play(log: Log, untilMs: number, between: () => void): void {
    const { terminal } = this.#options.session;
    const isTimed = (entry: LogEntry): boolean => (entry.atMs ?? 0) <= untilMs;
    const later = log.entries.findIndex((entry) => !isTimed(entry));
    const now = later < 0 ? log.entries : log.entries.slice(0, later);
    for (const entry of now) {
      if (entry.atMs !== undefined) this.#timeTo(entry.atMs);
      this.#perform(entry);
      if (entry.atMs === undefined) terminal.finish();
      between();
    }
    this.#ahead = log.entries.slice(now.length);
    this.#endMs = Math.max(log.untilMs ?? 0, ...this.#ahead.map(({ atMs = 0 }) => atMs));
    const endMs = Math.min(untilMs, this.#endMs);
    if (endMs > this.elapsedMs) this.#timeTo(endMs);
  }

  /** Does something now. What was to be done again is let go. */
  do(entry: LogEntry): void {
    this.#ahead = [];
    this.#endMs = 0;
    this.#perform(entry);
  }

  /** When the next thing happens, in ms since the Unix epoch; undefined: never. */
  nextMs(): number | undefined {
    const { terminal, cluster } = this.#options.session;
    const nextMs = terminal.nextMs();
    const [entry] = this.#ahead;
    if (entry === undefined) return nextMs;
    return Math.min(nextMs ?? Number.POSITIVE_INFINITY, cluster.startMs + (entry.atMs ?? 0));
  }

  /** Lets time pass up to an instant, in ms since the Unix epoch. */
  advanceTo(atMs: number): void {
    const { terminal, cluster } = this.#options.session;
    for (let entry = this.#ahead[0]; entry; entry = this.#ahead[0]) {
      const dueMs = cluster.startMs + (entry.atMs ?? 0);
      if (dueMs > atMs) break;
      terminal.advanceTo(dueMs);
      this.#ahead = this.#ahead.slice(1);
      this.#perform(entry);
    }
    terminal.advanceTo(atMs);
  }

  /** All of it, what is still to be done again included. */
  log(): Log {
    const { seed, nodes } = this.#options;
    return { seed, nodes, entries: [...this.#done, ...this.#ahead], untilMs: this.endMs };
  }

  /** The same with a time for every entry: what can be played to any instant. */
  timedLog(): Log {
    const done = this.#done.map((entry, index) => ({ ...entry, atMs: this.#doneAtMs[index] ?? 0 }));
    return { ...this.log(), entries: [...done, ...this.#ahead] };
  }

  #timeTo(elapsedMs: number): void {
    const { terminal, cluster } = this.#options.session;
    terminal.advanceTo(cluster.startMs + elapsedMs);
  }

  #perform(entry: LogEntry): void {
    this.#done.push(entry);
    this.#doneAtMs.push(this.elapsedMs);
    this.#options.perform(entry);
  }
}
