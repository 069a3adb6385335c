/**
 * A session that somebody plays with: commands as they come, virtual time as fast as host time times a rate, and a log
 * of it all. Host time only chooses how far to advance; what happens depends on the log alone.
 */
import type { Locale } from '../../../grader/locale.ts';
import { FALLBACK_LOCALE, isLocale } from '../../../grader/locale.ts';
import type { FieldTexts } from '../../kubectl/field-texts/field-texts.ts';
import type { Completion } from '../../shell/line/complete.ts';
import type { Log, LogEntry } from '../../shell/log.ts';
import type { Session } from '../../shell/session.ts';
import type { Cluster } from '../../sim/index.ts';
import { Drawing } from './drawing.ts';
import type { ClockView, Frame, TerminalView } from './frame.ts';
import { HomeFiles } from './home-files.ts';
import { LineQueue } from './line-queue.ts';
import { openSession } from './open-session.ts';
import { prepare } from './prepare.ts';
import type { OpenRequest } from './protocol.ts';
import { Recording } from './recording.ts';
import { RefusedFiles } from './refused-files.ts';
import type { UseWords } from './refused-words.ts';
import { NewsOfTerminal } from './terminal-news.ts';
import { StoryRecorder } from './timeline/story-recorder.ts';
import { StoryTelling } from './timeline/story-telling.ts';
import { FactRecorder } from './why/fact-recorder.ts';

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

/** From where a session is looked at. */
interface View {
  /** How many happenings the page knows. */
  readonly told: number;
  /** Up to when the log is played, in virtual ms since the start; to its end if absent. */
  readonly untilMs?: number;
  readonly rate?: number;
  /** What was let go before. */
  readonly dropped?: Log;
  /** True where it is not the learner's own cluster that is looked at: that one's log is what was let go. */
  readonly isWatching?: boolean;
}

export class LiveSession {
  /** Who changed what, and what moved them. */
  readonly facts: FactRecorder;
  /** True where somebody else's doings are looked at: what is done next belongs to the learner's own cluster. */
  readonly isWatching: boolean;
  readonly #session: Session;
  readonly #open: OpenRequest;
  readonly #parts: { readonly fieldTexts: FieldTexts | undefined; readonly useWords: UseWords };
  readonly #news = new NewsOfTerminal();
  readonly #files: HomeFiles;
  readonly #refused: RefusedFiles;
  readonly #recording: Recording;
  readonly #story: StoryRecorder;
  readonly #drawing: Drawing;
  readonly #queue = new LineQueue();
  #rate = 1;
  #isPlaying = false;
  /** Until when it hurries to rest; undefined: it does not. */
  #settleUntilMs: number | undefined;
  /** Virtual time that host time has earned and that is not yet a whole millisecond. */
  #owedMs = 0;
  #isNothingDue = false;
  #said = '';
  #beginMs = 0;
  readonly #telling: StoryTelling;
  /** What was done later than the moment at which something else was done instead. */
  #dropped: Log | undefined;

  /** Without words nothing is said of what is refused. */
  constructor(
    open: OpenRequest,
    fieldTexts?: FieldTexts,
    useWords: UseWords = () => {},
    view: View = { told: 0 },
  ) {
    this.#open = open;
    this.#parts = { fieldTexts, useWords };
    this.#telling = new StoryTelling(view.told);
    this.#dropped = view.dropped;
    this.#rate = view.rate ?? 1;
    this.isWatching = view.isWatching ?? false;
    this.#refused = new RefusedFiles({
      language: languageOf(open),
      useWords,
      beside: () => this.#news.beside(),
      denied: (status) => {
        this.facts.denied(this.#news.last, status);
        this.#news.denied();
      },
    });
    this.#session = openSession(open, this.#refused, fieldTexts);
    const { cluster, machine } = this.#session;
    this.facts = new FactRecorder(cluster, () => this.#session.executions.at(-1)?.line ?? '');
    this.#story = new StoryRecorder(cluster);
    this.#recording = new Recording({
      session: this.#session,
      seed: open.seed,
      nodes: open.nodes,
      perform: (entry) => this.#perform(entry),
    });
    this.#files = new HomeFiles(machine, open.files);
    this.#drawing = new Drawing(cluster);
    prepare(this.#session, open.startScript, open.settleMs);
    this.#files.changes();
    this.#refused.changes();
    this.#beginMs = this.#session.elapsedMs();
    const untilMs = Math.max(this.#beginMs, view.untilMs ?? Number.POSITIVE_INFINITY);
    if (open.log) this.#recording.play(open.log, untilMs, () => this.#news.keep());
  }

  get cluster(): Cluster {
    return this.#session.cluster;
  }

  get isRunning(): boolean {
    return this.#isPlaying || this.#settleUntilMs !== undefined;
  }

  /** A command line: at once, or after those before it. What is typed while a program reads is for that program. */
  run(line: string, isTyped = false): void {
    this.#isNothingDue = false;
    this.#branch();
    this.#queue.add({ line, isTyped });
    this.#pass();
    if (!this.isRunning) this.#awaitAnswer();
  }

  /** What Tab makes of a line; undefined where nothing fits. */
  complete(line: string, at: number): Completion | undefined {
    return this.#session.complete(line, at);
  }

  interrupt(): void {
    this.#queue.clear();
    this.#tell({ do: 'interrupt' });
  }

  /** Ctrl-D. */
  end(): void {
    this.#tell({ do: 'end' });
  }

  /** Closes the editor that a command opened. */
  closeEditor(text?: string): void {
    if (this.#session.terminal.editing) this.#tell({ do: 'close', ...(text === undefined ? {} : { text }) });
  }

  /** Something for the command in the foreground. */
  #tell(deed: LogEntry): void {
    if (!this.#session.terminal.isBusy()) return;
    this.#branch();
    this.#do({ atMs: this.#session.elapsedMs(), ...deed });
    this.#pass();
    if (!this.isRunning) this.#awaitAnswer();
  }

  write(path: string, text: string): void {
    this.#branch();
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
    const before = this.#drawing.look();
    const printed = this.#printed();
    for (;;) {
      const nextMs = this.#recording.nextMs();
      if (nextMs === undefined || nextMs > limitMs) break;
      this.#recording.advanceTo(nextMs);
      this.#pass();
      if (this.#printed() !== printed || (this.#drawing.isDirty && this.#drawing.look() !== before)) return;
    }
    this.#recording.advanceTo(limitMs);
    this.#isNothingDue = true;
  }

  /**
   * The session as it stands at another moment of its recording, in virtual ms since the start: itself where time only has to
   * pass, else another one that has done less of the same.
   */
  at(elapsedMs: number): LiveSession {
    this.pause();
    const targetMs = Math.max(this.#beginMs, Math.min(elapsedMs, this.#recording.endMs));
    if (targetMs >= this.#recording.elapsedMs) {
      this.#recording.advanceTo(this.#session.cluster.startMs + targetMs);
      return this;
    }
    return this.#again(this.#recording.timedLog(), { untilMs: targetMs, told: this.#telling.told });
  }

  /**
   * Another session, in which this was done instead, as it stood at a moment counted from an entry (from where the learner
   * begins if absent); in the end where no moment is given.
   */
  watching(log: Log, atMs: number | undefined, countsFrom: number | undefined): LiveSession {
    if (!this.isWatching) this.#dropped = this.#recording.timedLog();
    const whole = this.#again(log, { told: 0, isWatching: true });
    whole.#telling.cut(0);
    if (atMs === undefined) return whole;
    const { entries } = whole.#recording.timedLog();
    const fromMs = countsFrom === undefined ? whole.#beginMs : (entries[countsFrom]?.atMs ?? whole.#beginMs);
    const then = whole.at(fromMs + atMs);
    then.#telling.cut(0);
    return then;
  }

  /** The session as it was before something was done at an earlier moment; undefined where nothing was let go. */
  restored(): LiveSession | undefined {
    const log = this.#dropped;
    this.#dropped = undefined;
    const restored = log && this.#again(log, { told: 0, isWatching: false });
    if (restored) restored.#telling.cut(0);
    return restored;
  }

  /** Lets as much virtual time pass as this much host time is worth, but stops when `isLate` says so. */
  tick(hostMs: number, isLate: () => boolean): void {
    if (!this.isRunning) return;
    const { cluster } = this.#session;
    this.#owedMs += hostMs * (this.#settleUntilMs === undefined ? this.#rate : SETTLING_RATE);
    const targetMs = cluster.loop.nowMs + Math.floor(this.#owedMs);
    while (cluster.loop.nowMs < targetMs && !isLate()) {
      const beforeMs = cluster.loop.nowMs;
      const nextMs = this.#recording.nextMs() ?? targetMs;
      this.#recording.advanceTo(Math.min(targetMs, Math.max(nextMs, beforeMs + 1)));
      this.#owedMs -= cluster.loop.nowMs - beforeMs;
      this.#pass();
      if (this.#hasSettled()) break;
    }
    // What could not be done in time is let go: the clock runs slower rather than later.
    this.#owedMs = Math.min(this.#owedMs, 1);
  }

  /** What was done, what is still to be done again included. */
  log(): Log {
    return (this.isWatching ? this.#dropped : undefined) ?? this.#recording.log();
  }

  /** What changed since the last frame. */
  frame(): Frame {
    const news = this.#news.take();
    const { terminal, machine } = this.#session;
    const state: TerminalView = {
      news,
      isBusy: terminal.isBusy(),
      isRead: terminal.hasReader(),
      ...(terminal.editing ? { editing: terminal.editing } : {}),
      queued: this.#queue.lines(),
      cwd: machine.cwd().replace(/^\/root(?=\/|$)/, '~'),
    };
    const said = JSON.stringify({ ...state, news: [] });
    const isHeard = news.length === 0 && said === this.#said;
    this.#said = said;
    const files = isHeard ? [] : this.#files.changes();
    const marks = this.#refused.changes();
    const story = this.#telling.next(this.#story.happenings);
    const picture = this.#drawing.next();
    return {
      clock: this.#clock(),
      ...(story ? { story } : {}),
      ...(picture ? { picture } : {}),
      ...(isHeard ? {} : { terminal: state }),
      ...(files.length === 0 ? {} : { files }),
      ...(marks.length === 0 ? {} : { marks }),
    };
  }

  /** A frame with everything in it, for a page that knows nothing yet. */
  firstFrame(): Frame {
    this.#drawing.beginAgain();
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
      isSettled: cluster.loop.isSettled() && this.#session.terminal.isAtRest(),
      beginMs: this.#beginMs,
      endMs: this.#recording.endMs,
      ahead: this.#recording.ahead,
      canRestore: this.#dropped !== undefined,
    };
  }

  #printed(): number {
    const last = this.#session.executions.at(-1);
    const length = last === undefined ? 0 : last.output.length + (last.exitCode() === undefined ? 0 : 1);
    return this.#session.executions.length * 1_000_000 + length;
  }

  #hasSettled(): boolean {
    if (this.#settleUntilMs === undefined) return false;
    const isOver = this.#session.elapsedMs() >= this.#settleUntilMs;
    if (this.#recording.ahead > 0) return false;
    if (!isOver && !(this.#session.cluster.loop.isSettled() && this.#session.terminal.isAtRest()))
      return false;
    this.#settleUntilMs = undefined;
    this.#owedMs = 0;
    return true;
  }

  /** Begins the command lines whose turn has come, and lets everything happen that needs no time. */
  #pass(): void {
    const { terminal, cluster } = this.#session;
    terminal.advanceTo(cluster.loop.nowMs);
    for (let deed = this.#queue.next(terminal); deed; deed = this.#queue.next(terminal)) {
      this.#do({ atMs: this.#session.elapsedMs(), ...deed });
      terminal.advanceTo(cluster.loop.nowMs);
    }
  }

  #awaitAnswer(): void {
    const { terminal, cluster } = this.#session;
    const limitMs = cluster.loop.nowMs + ANSWER_MAX_MS;
    while (!terminal.isAtRest()) {
      const nextMs = terminal.nextMs();
      if (nextMs === undefined || nextMs > limitMs) return;
      terminal.advanceTo(nextMs);
      this.#pass();
    }
  }

  #do(entry: LogEntry): void {
    this.#recording.do(entry);
  }

  #perform(entry: LogEntry): void {
    if (entry.do === 'write') this.#refused.wrote(entry.path);
    this.#story.did(entry);
    if (entry.do === 'run') this.facts.entered(entry.line);
    const execution = this.#session.perform(entry);
    if (execution) this.#news.follow(execution);
  }

  /** Where an earlier moment is looked at, what is done there takes the place of what came after. */
  #branch(): void {
    if (this.#recording.elapsedMs >= this.#recording.endMs) return;
    if (this.#recording.ahead > 0) this.#dropped = this.#recording.timedLog();
    this.#telling.cut(this.#story.happenings.length);
  }

  #again(log: Log, view: View): LiveSession {
    const { fieldTexts, useWords } = this.#parts;
    const kept = {
      rate: this.#rate,
      isWatching: this.isWatching,
      ...(this.#dropped ? { dropped: this.#dropped } : {}),
    };
    const { log: _log, ...open } = this.#open;
    return new LiveSession({ ...open, seed: log.seed, log }, fieldTexts, useWords, { ...kept, ...view });
  }
}
