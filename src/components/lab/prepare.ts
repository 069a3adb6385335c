/** What an exercise does before its learner begins: no part of the log, and not shown. */
import { splitScript } from '../../shell/script.ts';
import type { Session } from '../../shell/session.ts';

/** Runs a script, then lets the cluster come to rest, for so much virtual time at most. */
export function prepare(session: Session, script: string, settleMs: number): void {
  const { terminal, cluster } = session;
  for (const { text } of splitScript(script).steps) {
    session.perform({ do: 'run', line: text });
    terminal.finish();
  }
  const untilMs = cluster.loop.nowMs + settleMs;
  while (!cluster.loop.isSettled() && cluster.loop.nowMs < untilMs) {
    terminal.advanceTo(Math.min(terminal.nextMs() ?? untilMs, untilMs));
  }
}
