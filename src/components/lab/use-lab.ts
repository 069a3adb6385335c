/** One lab of a page: nothing until it is touched, then a worker with a cluster in it, and what it says. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Log } from '../../shell/log.ts';
import { OwnWork } from '../keeping/own-work.ts';
import type { Work } from '../keeping/record.ts';
import type { Shelf } from '../keeping/shelf.ts';
import type { Connection } from './connection.ts';
import type { LabSetup, LabState } from './lab-state.ts';
import { atRest, FIRST_RATE, withFrame } from './lab-state.ts';
import type { Request } from './protocol.ts';

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
  reset(): void;
  /** Goes on with other work; what was done here is kept beside it. */
  bring(work: Partial<Work>): Promise<void>;
  /** Goes on with what another page did, or lets go of it. */
  takeOther(): Promise<void>;
  dropOthers(): void;
  /** Erases all that is kept of it. */
  erase(): void;
  /** The log so far, unsaved edits included. Rejects where the cluster has stopped before anything of it was kept. */
  log(): Promise<Log>;
  connection(): Promise<Connection>;
}

type FileWatcher = (path: string, text: string) => void;

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
    bring: engine.bring,
    takeOther: engine.takeOther,
    dropOthers: engine.dropOthers,
    erase: engine.erase,
    log: engine.log,
    connection: engine.connection,
  };
}

/** What must be kept; the rest only lets time pass. */
const DEEDS: ReadonlySet<Request['do']> = new Set(['run', 'end', 'close', 'write', 'interrupt']);
/** How long a worker that may have stopped is waited for. */
const ANSWER_MAX_MS = 1500;

type SetState = (next: (state: LabState) => LabState) => void;

/** What outlives a render: the connection, what is unsaved, what is kept. */
class Engine {
  readonly #setup: LabSetup;
  readonly #shelf: Shelf;
  readonly #setState: SetState;
  #connection: Promise<Connection> | undefined;
  #own: OwnWork;
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
    this.#own = new OwnWork(shelf);
  }

  /** Brings back the drafts of the last visit, and keeps the work when the page goes. */
  attach(): () => void {
    this.#takeUp();
    const onHide = (): void => {
      if (document.visibilityState !== 'hidden') return;
      // What a page that goes away asks its worker may never be answered.
      this.#write();
      this.#keepSoon(0);
    };
    document.addEventListener('visibilitychange', onHide);
    const unwatch = this.#shelf.watch(() => {
      // A page that has done nothing yet takes up what another did.
      if (this.#connection === undefined) this.#takeUp();
      else this.#hear();
    });
    if (this.#shelf.isShown) this.start();
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      unwatch();
      clearTimeout(this.#keepTimer);
      this.#connection?.then((connection) => connection.close());
    };
  }

  start = (): void => {
    this.connection();
  };

  connection = (): Promise<Connection> => {
    this.#connection ??= this.#open(this.#own.log);
    return this.#connection;
  };

  send = (request: Request): void => {
    this.connection().then((connection) => connection.send(request));
    if (DEEDS.has(request.do)) this.#own.did();
    if (request.do !== 'play') this.#keepSoon(300);
  };

  run = (line: string, isTyped = false): void => {
    this.save();
    this.send({ do: 'run', line, isTyped });
  };

  edit = (path: string, text: string): void => {
    this.#unsaved.set(path, text);
    this.#own.draft(path, text);
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

  reset = (): void => {
    this.#own.anew();
    this.#again(this.#connection !== undefined);
  };

  bring = async (work: Partial<Work>): Promise<void> => {
    await this.#keepNow();
    this.#own.put(work);
    this.#again(true);
  };

  takeOther = async (): Promise<void> => {
    await this.#keepNow();
    this.#own.take();
    this.#again(true);
  };

  dropOthers = (): void => {
    this.#own.dropOthers();
    this.#write();
  };

  erase = (): void => {
    this.#shelf.erase();
    this.#own.clear();
    this.#again(false);
  };

  log = async (): Promise<Log> => {
    this.save();
    const connection = await this.connection();
    // Of a cluster that has stopped there is what was kept of it.
    return connection.log().catch((error: unknown) => this.#own.log ?? Promise.reject(error));
  };

  /** Takes up what is kept, in a page that has done nothing yet. */
  #takeUp(): void {
    this.#own = new OwnWork(this.#shelf);
    const fault = this.#shelf.fault();
    this.#setState(() => ({ ...atRest(this.#setup), ...(fault ? { fault } : {}) }));
    this.#tellOf(atRest(this.#setup).files);
    this.#showDrafts();
    this.#hear();
  }

  #showDrafts(): void {
    const drafts = Object.entries(this.#own.drafts);
    for (const [path, text] of drafts) this.#unsaved.set(path, text);
    if (drafts.length === 0) return;
    this.#setState((state) => ({ ...state, files: new Map([...state.files, ...drafts]) }));
    this.#tellOf(drafts);
  }

  /** What is kept has changed. */
  #hear(): void {
    this.#own.mend();
    const elsewhere = this.#own.elsewhere();
    this.#setState((state) => (state.elsewhere === elsewhere ? state : { ...state, elsewhere }));
  }

  /** Another cluster takes the place of this one. */
  #again(isWanted: boolean): void {
    this.#connection?.then((connection) => connection.close());
    clearTimeout(this.#keepTimer);
    this.#unsaved.clear();
    this.#elapsedMs = 0;
    this.#sought = undefined;
    this.#soughtNext = undefined;
    const rest = atRest(this.#setup);
    const clock = { ...rest.clock, rate: this.#rate };
    this.#setState(() => ({ ...rest, clock, phase: isWanted ? 'starting' : 'idle' }));
    this.#tellOf(rest.files);
    this.#showDrafts();
    this.#connection = isWanted ? this.#open(this.#own.log) : undefined;
    this.#hear();
  }

  async #open(log: Log | undefined): Promise<Connection> {
    this.#setState((state) => ({ ...state, phase: 'starting' }));
    const { Connection } = await import('./connection.ts').catch((error: unknown) => {
      this.#setState((state) => ({ ...state, phase: 'stopped', trouble: String(error) }));
      throw error;
    });
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
      await this.#fetchLog();
      this.#write();
    }, delayMs);
  }

  /** Before other work takes its place. A cluster that has stopped gives no answer, and is kept as it was. */
  async #keepNow(): Promise<void> {
    const patience = new Promise((resolve) => setTimeout(resolve, ANSWER_MAX_MS));
    await Promise.race([this.#fetchLog(), patience]);
    this.#write();
  }

  async #fetchLog(): Promise<void> {
    const own = this.#own;
    const connection = await this.#connection;
    const log = await connection?.log().catch(() => undefined);
    // Other work may have taken its place meanwhile.
    if (log && own === this.#own) own.heard(log);
  }

  #write(): void {
    // The clock goes on after the last command, and is brought back to where it stood.
    this.#own.until(this.#elapsedMs);
    const isForgetful = !this.#own.save();
    this.#setState((state) => (state.isForgetful === isForgetful ? state : { ...state, isForgetful }));
    this.#hear();
  }
}
