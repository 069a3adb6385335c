// `command`: what a command prints when everything is at rest.
import { openTerminal } from '../../src/shell/session.ts';
import type { CommandCheck } from '../check-definition.ts';
import type { Finding } from '../finding.ts';
import { excerpt } from '../finding.ts';
import type { Play } from '../play.ts';
import { printed, printedExcerpt } from '../play.ts';

/** How long, in virtual time, a check's command may take. */
const limitMs = 600_000;

/**
 * What is not as the check wants it; none where it passes. The command is run on a machine of its own: what the learner has
 * defined or written on theirs does not reach it.
 */
export function checkCommand(check: CommandCheck, { session, stepping, history }: Play): Finding[] {
  const { terminal } = openTerminal(session.cluster, 'grader');
  const execution = terminal.start(check.run);
  stepping.finish(terminal, session.cluster.loop.nowMs + limitMs);
  const stdout = printed(execution, 'stdout');
  const exitCode = execution.exitCode() ?? 1;
  const atMs = session.cluster.loop.nowMs - history.startMs;
  const command = check.run;
  const failed = { id: 'printed' as const, text: printedExcerpt(execution), exitCode };
  if (exitCode !== check.exitCode) {
    return [{ wanted: { id: 'exit-wanted', command, exitCode: check.exitCode }, seen: failed, atMs }];
  }
  const seen = { ...failed, text: excerpt(stdout) };
  if (check.prints !== undefined && !stdout.includes(check.prints)) {
    return [{ wanted: { id: 'prints-wanted', command, text: check.prints }, seen, atMs }];
  }
  if (check.lacks !== undefined && stdout.includes(check.lacks)) {
    return [{ wanted: { id: 'lacks-wanted', command, text: check.lacks }, seen, atMs }];
  }
  return [];
}
