// A learner at the prompt acts on what the screen shows. On another seed the same is on the screen at another time, so a log
// is not replayed by its clock there but by its cues: the same pause, and then the same pods.
import type { LogEntry } from '../src/shell/log.ts';
import type { Session } from '../src/shell/session.ts';
import { HOME } from '../src/shell/session.ts';
import { isPodReady, PodKind } from '../src/sim/index.ts';
import type { Stepping } from './stepping.ts';

/** What an entry was preceded by on the seed it was recorded on. */
export interface Cue {
  /** Ms since the command before it had ended, or since the entry before it where that was still running. */
  readonly afterMs: number;
  readonly pods: number;
  readonly ready: number;
  /** What stood in the file that the entry saves. */
  readonly shown?: string;
}

/** How long to wait for the pods of a cue; whoever acted before they came acted on something else. */
const patienceMs = 120_000;

/** Takes down the cues of a log while it is played by its clock, on the seed it was recorded on. */
export class CueRecorder {
  readonly #session: Session;
  readonly #cues: Cue[] = [];
  #sinceMs: number;

  constructor(session: Session) {
    this.#session = session;
    this.#sinceMs = session.cluster.loop.nowMs;
  }

  /** The command in the foreground has ended, or a new one was started. */
  restart(): void {
    this.#sinceMs = this.#session.cluster.loop.nowMs;
  }

  /** The next entry is about to be made. */
  note(entry: LogEntry): void {
    const session = this.#session;
    const afterMs = session.cluster.loop.nowMs - this.#sinceMs;
    const shown = shownBefore(session, entry);
    this.#cues.push({ afterMs, ...podsOf(session), ...(shown === undefined ? {} : { shown }) });
  }

  get cues(): readonly Cue[] {
    return this.#cues;
  }
}

/** The text that an entry is about to take the place of; undefined where it saves none, or there is none. */
export function shownBefore({ machine, terminal }: Session, entry: LogEntry): string | undefined {
  if (entry.do === 'close') return terminal.editing?.text;
  if (entry.do !== 'write') return undefined;
  const path = `${HOME}/${entry.path}`;
  return machine.files.stat(path)?.type === 'file' ? machine.files.read(path) : undefined;
}

/** Lets time pass until a cue has come. */
export function awaitCue(session: Session, stepping: Stepping, cue: Cue): void {
  const { cluster, terminal } = session;
  stepping.advance(terminal, cluster.loop.nowMs + cue.afterMs);
  stepping.advance(terminal, cluster.loop.nowMs + patienceMs, () => {
    const { pods, ready } = podsOf(session);
    return pods === cue.pods && ready === cue.ready;
  });
}

function podsOf({ cluster }: Session): { readonly pods: number; readonly ready: number } {
  const pods = cluster.view.list(PodKind);
  return { pods: pods.length, ready: pods.filter(isPodReady).length };
}
