/** One lab of a page: nothing until it is touched, then a worker with a cluster in it, and what it says. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { OpenFile } from '../../shell/desk.ts';
import type { Log } from '../../shell/log.ts';
import type { ImageDefinition } from '../../sim/index.ts';
import type { Connection } from './connection.ts';
import type { ClockView, Frame, MarkView, Picture } from './frame.ts';
import { pictureAtRest } from './frame.ts';
import type { Kept, Shelf } from './keep.ts';
import type { FileList, Request } from './protocol.ts';
import { withStory } from './timeline/chronicle.ts';
import type { Happening } from './timeline/story.ts';
import type { Entry } from './transcript.ts';
import { withNews } from './transcript.ts';

export interface LabSetup {
  readonly seed: number;
  readonly nodes: number;
  readonly files: FileList;
  /** Files that are only begun in the editor: they are not on the machine until they are saved. */
  readonly drafts?: readonly string[];
  /** Images beyond those that there are everywhere. */
  readonly images?: readonly ImageDefinition[];
  readonly startScript: string;
  readonly settleMs: number;
  readonly bounds?: { readonly moments: number; readonly objects: number };
}

export interface LabState {
  readonly phase: 'idle' | 'starting' | 'live' | 'stopped';
  readonly clock: ClockView;
  readonly picture: Picture;
  /** Everything that has happened so far, also where an earlier moment is looked at. */
  readonly story: readonly Happening[];
  readonly entries: readonly Entry[];
  readonly isBusy: boolean;
  /** True where a program in the foreground reads what is typed. */
  readonly isRead: boolean;
  /** The file that a command has opened for the learner, and waits for. */
  readonly editing: OpenFile | undefined;
  readonly queued: readonly string[];
  readonly cwd: string;
  /** Files by path, as they stand in the editor. */
  readonly files: ReadonlyMap<string, string>;
  /** What was refused of each file. */
  readonly marks: ReadonlyMap<string, readonly MarkView[]>;
  /** Why it stopped. */
  readonly trouble: string;
  /** True where the browser would not keep the work. */
  readonly isForgetful: boolean;
}

export interface Lab extends LabState {
  /** Loads the simulator, if it is not there yet. */
  start(): void;
  send(request: Request): void;
  /** A command line; what is unsaved in the editor is written first. Typed at the prompt, it may be for the program that reads there. */
  run(line: string, isTyped?: boolean): void;
  edit(path: string, text: string): void;
  /** Tells of texts that did not come from the editor: a command's, an import's, a reset's. Returns the way to stop. */
  watchFiles(hear: FileWatcher): () => void;
  /** Writes what is unsaved into the machine's files. */
  save(): void;
  /** Chooses a speed, now or for later; starts nothing. */
  setRate(rate: number): void;
  /** Looks at another moment of what has happened, in virtual ms since the start. */
  seek(toMs: number): void;
  /** Throws the cluster away and begins again. */
  reset(log?: Log): void;
  /** The log so far, unsaved edits included. */
  log(): Promise<Log>;
  connection(): Promise<Connection>;
  keep(more: Partial<Kept>): void;
}

type FileWatcher = (path: string, text: string) => void;

/** As fast as a real cluster: pods come one after another, and a watch shows it. */
export const FIRST_RATE = 1;

function atRest({ nodes, files, drafts = [] }: LabSetup): LabState {
  return {
    phase: 'idle',
    clock: {
      elapsedMs: 0,
      nowMs: 0,
      isPlaying: false,
      isSettling: false,
      rate: FIRST_RATE,
      isNothingDue: false,
      isSettled: true,
      beginMs: 0,
      endMs: 0,
      ahead: 0,
      canRestore: false,
    },
    picture: pictureAtRest(nodes),
    story: [],
    entries: [],
    isBusy: false,
    isRead: false,
    editing: undefined,
    queued: [],
    cwd: '~',
    files: new Map([...drafts.map((path) => [path, ''] as const), ...files]),
    marks: new Map(),
    trouble: '',
    isForgetful: false,
  };
}

function withFrame(before: LabState, frame: Frame, setup: LabSetup): LabState {
  const { terminal, picture, files, marks, story } = frame;
  const { entries, files: filesAtRest, marks: noMarks } = atRest(setup);
  const state = frame.isAnew ? { ...before, entries, files: filesAtRest, marks: noMarks } : before;
  return {
    ...state,
    phase: 'live',
    clock: frame.clock,
    ...(picture ? { picture } : {}),
    ...(story ? { story: withStory(state.story, story) } : {}),
    ...(terminal
      ? {
          entries: withNews(state.entries, terminal.news),
          isBusy: terminal.isBusy,
          isRead: terminal.isRead,
          editing: terminal.editing,
          queued: terminal.queued,
          cwd: terminal.cwd,
        }
      : {}),
    ...(files && files.length > 0 ? { files: new Map([...state.files, ...files]) } : {}),
    ...(marks ? { marks: new Map([...state.marks, ...marks]) } : {}),
  };
}

export function useLab(setup: LabSetup, shelf: Shelf): Lab {
  const [state, setState] = useState<LabState>(() => atRest(setup));
  const engine = useMemo(() => new Engine(setup, shelf, setState), [setup, shelf]);
  useEffect(() => engine.attach(), [engine]);
  const edit = useCallback((path: string, text: string) => engine.edit(path, text), [engine]);
  return {
    ...state,
    edit,
    watchFiles: engine.watchFiles,
    start: engine.start,
    send: engine.send,
    run: engine.run,
    save: engine.save,
    setRate: engine.setRate,
    seek: engine.seek,
    reset: engine.reset,
    log: engine.log,
    connection: engine.connection,
    keep: engine.keep,
  };
}

type SetState = (next: (state: LabState) => LabState) => void;

/** What outlives a render: the connection, what is unsaved, what is kept. */
class Engine {
  readonly #setup: LabSetup;
  readonly #shelf: Shelf;
  readonly #setState: SetState;
  #connection: Promise<Connection> | undefined;
  #kept: Kept = {};
  readonly #unsaved = new Map<string, string>();
  readonly #watchers = new Set<FileWatcher>();
  #rate: number = FIRST_RATE;
  /** Where the clock was last seen. */
  #elapsedMs = 0;
  /** Which moment is looked for, and which is to be next. */
  #sought: number | undefined;
  #soughtNext: number | undefined;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(setup: LabSetup, shelf: Shelf, setState: SetState) {
    this.#setup = setup;
    this.#shelf = shelf;
    this.#setState = setState;
  }

  /** Brings back the drafts of the last visit, and keeps the work when the page goes. */
  attach(): () => void {
    this.#setState(() => atRest(this.#setup));
    this.#kept = this.#shelf.read() ?? {};
    const drafts = Object.entries(this.#kept.drafts ?? {}).filter(([, text]) => typeof text === 'string');
    for (const [path, text] of drafts) this.#unsaved.set(path, text);
    if (drafts.length > 0) {
      this.#setState((state) => ({ ...state, files: new Map([...state.files, ...drafts]) }));
      this.#tellOf(drafts);
    }
    const onHide = (): void => {
      if (document.visibilityState !== 'hidden') return;
      // What a page that goes away asks its worker may never be answered.
      this.#write();
      this.#keepSoon(0);
    };
    document.addEventListener('visibilitychange', onHide);
    if (this.#shelf.isShown) this.start();
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      clearTimeout(this.#keepTimer);
      this.#connection?.then((connection) => connection.close());
    };
  }

  start = (): void => {
    this.connection();
  };

  connection = (): Promise<Connection> => {
    this.#connection ??= this.#open(this.#kept.log);
    return this.#connection;
  };

  send = (request: Request): void => {
    this.connection().then((connection) => connection.send(request));
    if (request.do !== 'play') this.#keepSoon(300);
  };

  run = (line: string, isTyped = false): void => {
    this.save();
    this.send({ do: 'run', line, isTyped });
  };

  edit = (path: string, text: string): void => {
    this.#unsaved.set(path, text);
    this.#kept = { ...this.#kept, drafts: { ...this.#kept.drafts, [path]: text } };
    this.#setState((state) => ({ ...state, files: new Map([...state.files, [path, text]]) }));
    this.#keepSoon(600);
  };

  watchFiles = (hear: FileWatcher): (() => void) => {
    this.#watchers.add(hear);
    return () => this.#watchers.delete(hear);
  };

  save = (): void => {
    for (const [path, text] of this.#unsaved) this.send({ do: 'write', path, text });
    this.#unsaved.clear();
  };

  setRate = (rate: number): void => {
    this.#rate = rate;
    this.#setState((state) => ({ ...state, clock: { ...state.clock, rate } }));
    this.#connection?.then((connection) => connection.send({ do: 'rate', rate }));
  };

  /** One after the other, and of those that came meanwhile only the last. */
  seek = (toMs: number): void => {
    if (this.#sought !== undefined) {
      this.#soughtNext = toMs;
      return;
    }
    this.save();
    this.#sought = toMs;
    this.send({ do: 'seek', toMs });
  };

  reset = (log?: Log): void => {
    const old = this.#connection;
    old?.then((connection) => connection.close());
    this.#unsaved.clear();
    this.#elapsedMs = 0;
    this.#sought = undefined;
    this.#soughtNext = undefined;
    const { log: _log, drafts: _drafts, ...kept } = this.#kept;
    this.#kept = log === undefined ? kept : { ...kept, log };
    const rest = atRest(this.#setup);
    const clock = { ...rest.clock, rate: this.#rate };
    this.#setState(() => ({ ...rest, clock, phase: old || log ? 'starting' : 'idle' }));
    this.#tellOf(rest.files);
    this.#connection = old || log ? this.#open(log) : undefined;
    this.#write();
  };

  log = async (): Promise<Log> => {
    this.save();
    return (await this.connection()).log();
  };

  keep = (more: Partial<Kept>): void => {
    this.#kept = { ...this.#kept, ...more };
    this.#write();
  };

  async #open(log: Log | undefined): Promise<Connection> {
    this.#setState((state) => ({ ...state, phase: 'starting' }));
    const { Connection } = await import('./connection.ts');
    let isFirst = true;
    const connection = new Connection({
      frame: (frame) => {
        // Where a cluster is brought back, what was written last in the editor is newer than what the log wrote.
        const files = (frame.files ?? []).filter(([path]) => !(isFirst && this.#unsaved.has(path)));
        if (isFirst) this.#keepSoon(300);
        isFirst = false;
        this.#elapsedMs = frame.clock.elapsedMs;
        for (const [path] of files) this.#unsaved.delete(path);
        this.#setState((state) => withFrame(state, { ...frame, files }, this.#setup));
        if (frame.isAnew) this.#tellOf(atRest(this.#setup).files);
        this.#tellOf(files);
        if (frame.isSought) this.#found();
      },
      stopped: (trouble) => this.#setState((state) => ({ ...state, phase: 'stopped', trouble })),
    });
    const { drafts: _drafts, ...setup } = this.#setup;
    const locale = document.documentElement.lang;
    connection.open({ ...setup, locale, ...(log ? { log } : {}) });
    // A cluster that is brought back stands as it stood; a new one lives.
    connection.send(log ? { do: 'rate', rate: this.#rate } : { do: 'play', rate: this.#rate });
    return connection;
  }

  #found(): void {
    const next = this.#soughtNext;
    this.#sought = undefined;
    this.#soughtNext = undefined;
    if (next !== undefined) this.seek(next);
  }

  #tellOf(files: Iterable<readonly [path: string, text: string]>): void {
    for (const [path, text] of files) for (const hear of this.#watchers) hear(path, text);
  }

  #keepSoon(delayMs: number): void {
    clearTimeout(this.#keepTimer);
    this.#keepTimer = setTimeout(async () => {
      const log = await (await this.#connection)?.log();
      if (log) this.#kept = { ...this.#kept, log };
      this.#write();
    }, delayMs);
  }

  #write(): void {
    const { log } = this.#kept;
    // The clock goes on after the last command, and is brought back to where it stood.
    const untilMs = Math.max(log?.untilMs ?? 0, this.#elapsedMs);
    const isForgetful = !this.#shelf.write(log ? { ...this.#kept, log: { ...log, untilMs } } : this.#kept);
    this.#setState((state) => (state.isForgetful === isForgetful ? state : { ...state, isForgetful }));
  }
}
