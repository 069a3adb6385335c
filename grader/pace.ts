// A learner at the prompt acts on what the screen shows. On another seed the same is on the screen at another time, so a log
// is not replayed by its clock there but by its cues: the same pause, and then the same pods.
import type { LogEntry } from '../src/shell/log.ts';
import type { Session } from '../src/shell/session.ts';
import { isPodReady, PodKind } from '../src/sim/index.ts';
import type { Stepping } from './stepping.ts';

/** What an entry was preceded by on the seed it was recorded on. */
export interface Cue {
  /** Ms since the command before it had ended, or since the entry before it where that was still running. */
  readonly afterMs: number;
  readonly pods: number;
  readonly ready: number;
}

/** How long to wait for the pods of a cue; whoever acted before they came acted on something else. */
const patienceMs = 120_000;

/** Finds the cues of a log by replaying it by its clock in a session of its own seed. Throws `BoundExceeded`. */
export function cuesOf(
  session: Session,
  stepping: Stepping,
  entries: readonly LogEntry[],
  limitMs: number,
): readonly Cue[] {
  const { cluster, terminal } = session;
  const { loop } = cluster;
  const endMs = loop.nowMs + limitMs;
  const cues: Cue[] = [];
  let sinceMs = loop.nowMs;
  for (const entry of entries) {
    const atMs = Math.max(loop.nowMs, Math.min(endMs, cluster.startMs + (entry.atMs ?? 0)));
    if (terminal.isBusy() && stepping.advance(terminal, atMs, () => !terminal.isBusy())) sinceMs = loop.nowMs;
    // At the prompt a line waits for the one before it.
    if (entry.do === 'run' && terminal.isBusy()) {
      stepping.finish(terminal, endMs);
      sinceMs = loop.nowMs;
    }
    stepping.advance(terminal, Math.max(atMs, loop.nowMs));
    cues.push({ afterMs: loop.nowMs - sinceMs, ...podsOf(session) });
    session.perform(entry);
    stepping.advance(terminal, loop.nowMs);
    sinceMs = loop.nowMs;
  }
  return cues;
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
