// A learner at the prompt acts on what the screen shows. On another seed the same is on the screen at another time, so a log
// is not replayed by its clock there but by its cues: the same pause, and then the same pods.
import type { LogEntry } from '../src/shell/log.ts';
import type { Session } from '../src/shell/session.ts';
import { isPodReady, PodKind } from '../src/sim/index.ts';

/** What an entry was preceded by on the seed it was recorded on. */
export interface Cue {
  /** Ms since the command before it had ended, or since the entry before it where that was still running. */
  readonly afterMs: number;
  readonly pods: number;
  readonly ready: number;
}

/** How long to wait for the pods of a cue; whoever acted before they came acted on something else. */
const patienceMs = 120_000;

/** Finds the cues of a log by replaying it by its clock in a session of its own seed. */
export function cuesOf(session: Session, entries: readonly LogEntry[]): readonly Cue[] {
  const { cluster, terminal } = session;
  const cues: Cue[] = [];
  let sinceMs = cluster.loop.nowMs;
  for (const entry of entries) {
    const atMs = Math.max(cluster.loop.nowMs, cluster.startMs + (entry.atMs ?? 0));
    while (terminal.isBusy()) {
      const next = terminal.nextMs();
      if (next === undefined || next > atMs) break;
      terminal.advanceTo(next);
      if (!terminal.isBusy()) sinceMs = cluster.loop.nowMs;
    }
    terminal.advanceTo(atMs);
    cues.push({ afterMs: atMs - sinceMs, ...podsOf(session) });
    session.perform(entry);
    terminal.advanceTo(cluster.loop.nowMs);
    sinceMs = cluster.loop.nowMs;
  }
  return cues;
}

/** Lets time pass until a cue has come. */
export function awaitCue(session: Session, cue: Cue): void {
  const { cluster, terminal } = session;
  terminal.advanceTo(cluster.loop.nowMs + cue.afterMs);
  const untilMs = cluster.loop.nowMs + patienceMs;
  const isHere = () => {
    const { pods, ready } = podsOf(session);
    return pods === cue.pods && ready === cue.ready;
  };
  while (!isHere()) {
    const next = terminal.nextMs();
    if (next === undefined || next > untilMs) return;
    terminal.advanceTo(next);
  }
}

function podsOf({ cluster }: Session): { readonly pods: number; readonly ready: number } {
  const pods = cluster.view.list(PodKind);
  return { pods: pods.length, ready: pods.filter(isPodReady).length };
}
