/**
 * A session that somebody plays with: commands as they come, virtual time as fast as host time times a rate, and a log
 * of it all. Host time only chooses how far to advance; what happens depends on the log alone.
 */
import type { Locale } from '../../../grader/locale.ts';
import { FALLBACK_LOCALE, isLocale } from '../../../grader/locale.ts';
import type { FieldTexts } from '../../kubectl/field-texts/field-texts.ts';
import type { Completion } from '../../shell/line/complete.ts';
import type { Log, LogEntry } from '../../shell/log.ts';
import { splitScript } from '../../shell/script.ts';
import type { Session } from '../../shell/session.ts';
import { createSession } from '../../shell/session.ts';
import type { Event, ImageDefinition, KubeObject } from '../../sim/index.ts';
import { readImages } from '../../sim/index.ts';
import type { ClockView, Frame, Picture, TerminalView } from './frame.ts';
import { HomeFiles } from './home-files.ts';
import { pictureOf } from './picture.ts';
import type { OpenRequest } from './protocol.ts';
import { RefusedFiles } from './refused-files.ts';
import type { UseWords } from './refused-words.ts';
import { NewsOfTerminal } from './terminal-news.ts';

export const SETTLING_RATE = 60;
/** While the clock stands still, a command may still take the time that an answer takes. */
const ANSWER_MAX_MS = 1000;
const SETTLE_MAX_MS = 600_000;
/** How far a step looks for something to stop at. */
const STEP_MAX_MS = 60_000;

/** The language in which the page is told what it asks for. */
export function languageOf({ locale = '' }: OpenRequest): Locale {
  return isLocale(locale) ? locale : FALLBACK_LOCALE;
}

export class LiveSession {
  readonly #session: Session;
  readonly #open: OpenRequest;
  readonly #news = new NewsOfTerminal();
  readonly #files: HomeFiles;
  readonly #refused: RefusedFiles;
  readonly #entries: LogEntry[] = [];
  readonly #lastEvents = new Map<string, string>();
  readonly #queue: string[] = [];
  #rate = 1;
  #isPlaying = false;
  /** Until when it hurries to rest; undefined: it does not. */
  #settleUntilMs: number | undefined;
  /** Virtual time that host time has earned and that is not yet a whole millisecond. */
  #owedMs = 0;
  #isNothingDue = false;
  #isDirty = true;
  #drawn = '';
  #said = '';

  /** Without words nothing is said of what is refused. */
  constructor(open: OpenRequest, fieldTexts?: FieldTexts, useWords: UseWords = () => {}) {
    this.#open = open;
    this.#refused = new RefusedFiles({
      language: languageOf(open),
      useWords,
      beside: () => this.#news.beside(),
    });
    this.#session = createSession({
      seed: open.seed,
      nodes: open.nodes,
      files: new Map(open.files),
      ...(open.images === undefined ? {} : { images: imagesOf(open.images) }),
      listener: this.#refused,
      ...(fieldTexts ? { fieldTexts } : {}),
      ...(open.bounds ? { bounds: open.bounds } : {}),
    });
    const { cluster, machine } = this.#session;
    this.#files = new HomeFiles(machine, open.files);
    cluster.store.subscribe(({ kind, type, after }) => {
      this.#isDirty = true;
      if (kind.plural === 'events' && type !== 'DELETED') this.#hear(after as Event);
      if (type === 'DELETED') this.#lastEvents.delete(after.metadata.uid ?? '');
    });
    this.#prepare(open.startScript, open.settleMs);
    if (open.log) this.#resume(open.log);
  }

  get isRunning(): boolean {
    return this.#isPlaying || this.#settleUntilMs !== undefined;
  }

  /** A command line: at once, or after those before it. */
  run(line: string): void {
    this.#isNothingDue = false;
    this.#queue.push(line);
    this.#pass();
    if (!this.isRunning) this.#awaitAnswer();
  }

  /** What Tab makes of a line; undefined where nothing fits. */
  complete(line: string, at: number): Completion | undefined {
    return this.#session.complete(line, at);
  }

  interrupt(): void {
    this.#queue.length = 0;
    if (!this.#session.terminal.isBusy()) return;
    this.#do({ atMs: this.#session.elapsedMs(), do: 'interrupt' });
    this.#pass();
  }

  write(path: string, text: string): void {
    this.#files.wrote(path, text);
    this.#do({ atMs: this.#session.elapsedMs(), do: 'write', path, text });
  }

  play(rate: number): void {
    this.#isPlaying = true;
    this.#isNothingDue = false;
    this.#rate = rate;
  }

  /** Chooses a speed; a clock that stands still stays so. */
  setRate(rate: number): void {
    this.#rate = rate;
  }

  pause(): void {
    this.#isPlaying = false;
    this.#isNothingDue = false;
    this.#settleUntilMs = undefined;
    this.#owedMs = 0;
  }

  settle(): void {
    this.#isNothingDue = false;
    this.#settleUntilMs = this.#session.elapsedMs() + SETTLE_MAX_MS;
  }

  /** Lets the next thing happen that anyone can see; where a minute brings none, says so. */
  step(): void {
    this.pause();
    const limitMs = this.#session.cluster.loop.nowMs + STEP_MAX_MS;
    const before = this.#look();
    const printed = this.#printed();
    const { terminal } = this.#session;
    for (;;) {
      const nextMs = terminal.nextMs();
      if (nextMs === undefined || nextMs > limitMs) break;
      terminal.advanceTo(nextMs);
      this.#pass();
      if (this.#printed() !== printed || (this.#isDirty && this.#look() !== before)) return;
    }
    terminal.advanceTo(limitMs);
    this.#isNothingDue = true;
  }

  /** Lets as much virtual time pass as this much host time is worth, but stops when `isLate` says so. */
  tick(hostMs: number, isLate: () => boolean): void {
    if (!this.isRunning) return;
    const { terminal, cluster } = this.#session;
    this.#owedMs += hostMs * (this.#settleUntilMs === undefined ? this.#rate : SETTLING_RATE);
    const targetMs = cluster.loop.nowMs + Math.floor(this.#owedMs);
    while (cluster.loop.nowMs < targetMs && !isLate()) {
      const beforeMs = cluster.loop.nowMs;
      terminal.advanceTo(Math.min(targetMs, Math.max(terminal.nextMs() ?? targetMs, beforeMs + 1)));
      this.#owedMs -= cluster.loop.nowMs - beforeMs;
      this.#pass();
      if (this.#hasSettled()) break;
    }
    // What could not be done in time is let go: the clock runs slower rather than later.
    this.#owedMs = Math.min(this.#owedMs, 1);
  }

  log(): Log {
    const { seed, nodes } = this.#open;
    return { seed, nodes, entries: [...this.#entries], untilMs: this.#session.elapsedMs() };
  }

  /** What changed since the last frame. */
  frame(): Frame {
    const news = this.#news.take();
    const { terminal, machine } = this.#session;
    const state: TerminalView = {
      news,
      isBusy: terminal.isBusy(),
      queued: [...this.#queue],
      cwd: machine.cwd().replace(/^\/root(?=\/|$)/, '~'),
    };
    const said = JSON.stringify({ ...state, news: [] });
    const isHeard = news.length === 0 && said === this.#said;
    this.#said = said;
    const files = isHeard ? [] : this.#files.changes();
    const marks = this.#refused.changes();
    return {
      clock: this.#clock(),
      ...this.#drawnAnew(),
      ...(isHeard ? {} : { terminal: state }),
      ...(files.length === 0 ? {} : { files }),
      ...(marks.length === 0 ? {} : { marks }),
    };
  }

  /** A frame with everything in it, for a page that knows nothing yet. */
  firstFrame(): Frame {
    this.#isDirty = true;
    this.#drawn = '';
    this.#said = '';
    return this.frame();
  }

  #clock(): ClockView {
    const { cluster } = this.#session;
    return {
      elapsedMs: this.#session.elapsedMs(),
      nowMs: cluster.loop.nowMs,
      isPlaying: this.#isPlaying,
      isSettling: this.#settleUntilMs !== undefined,
      rate: this.#rate,
      isNothingDue: this.#isNothingDue,
      isSettled: cluster.loop.isSettled() && !this.#session.terminal.isBusy(),
    };
  }

  #drawnAnew(): { readonly picture?: Picture } {
    if (!this.#isDirty) return {};
    this.#isDirty = false;
    const picture = pictureOf(this.#session.cluster, this.#lastEvents);
    const drawn = JSON.stringify(picture);
    if (drawn === this.#drawn) return {};
    this.#drawn = drawn;
    return { picture };
  }

  #look(): string {
    return JSON.stringify(pictureOf(this.#session.cluster, this.#lastEvents));
  }

  #printed(): number {
    const last = this.#session.executions.at(-1);
    const length = last === undefined ? 0 : last.output.length + (last.exitCode() === undefined ? 0 : 1);
    return this.#session.executions.length * 1_000_000 + length;
  }

  #hasSettled(): boolean {
    if (this.#settleUntilMs === undefined) return false;
    const isOver = this.#session.elapsedMs() >= this.#settleUntilMs;
    if (!isOver && (!this.#session.cluster.loop.isSettled() || this.#session.terminal.isBusy())) return false;
    this.#settleUntilMs = undefined;
    this.#owedMs = 0;
    return true;
  }

  /** Begins the command lines whose turn has come, and lets everything happen that needs no time. */
  #pass(): void {
    const { terminal, cluster } = this.#session;
    terminal.advanceTo(cluster.loop.nowMs);
    while (!terminal.isBusy()) {
      const line = this.#queue.shift();
      if (line === undefined) return;
      this.#do({ atMs: this.#session.elapsedMs(), do: 'run', line });
      terminal.advanceTo(cluster.loop.nowMs);
    }
  }

  #awaitAnswer(): void {
    const { terminal, cluster } = this.#session;
    const limitMs = cluster.loop.nowMs + ANSWER_MAX_MS;
    while (terminal.isBusy()) {
      const nextMs = terminal.nextMs();
      if (nextMs === undefined || nextMs > limitMs) return;
      terminal.advanceTo(nextMs);
      this.#pass();
    }
  }

  #do(entry: LogEntry): void {
    this.#entries.push(entry);
    if (entry.do === 'write') this.#refused.wrote(entry.path);
    const execution = this.#session.perform(entry);
    if (execution) this.#news.follow(execution);
  }

  /** What the exercise does before its learner begins is no part of the log, and not shown. */
  #prepare(script: string, settleMs: number): void {
    const { terminal, cluster } = this.#session;
    for (const { text } of splitScript(script).steps) {
      this.#session.perform({ do: 'run', line: text });
      terminal.finish();
    }
    const untilMs = cluster.loop.nowMs + settleMs;
    while (!cluster.loop.isSettled() && cluster.loop.nowMs < untilMs) {
      terminal.advanceTo(Math.min(terminal.nextMs() ?? untilMs, untilMs));
    }
    this.#files.changes();
    this.#refused.changes();
  }

  #resume(log: Log): void {
    const { terminal, cluster } = this.#session;
    for (const entry of log.entries) {
      if (entry.atMs !== undefined) terminal.advanceTo(cluster.startMs + entry.atMs);
      this.#do(entry);
      if (entry.atMs === undefined) terminal.finish();
      this.#news.keep();
    }
    if (log.untilMs !== undefined) terminal.advanceTo(cluster.startMs + log.untilMs);
  }

  #hear(event: Event): void {
    const {
      involvedObject,
      reason = '',
      message = '',
    } = event as KubeObject & {
      involvedObject?: { uid?: string };
      reason?: string;
      message?: string;
    };
    this.#lastEvents.set(involvedObject?.uid ?? '', `${reason}: ${message}`);
  }
}

/** Throws where they are not of that form. */
function imagesOf(value: unknown): readonly ImageDefinition[] {
  const read = readImages(value);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}
