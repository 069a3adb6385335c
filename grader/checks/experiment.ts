// `experiment`: does something to what was submitted and looks at what follows. The learner's files lie at hand; what they have
// defined at their prompt does not reach it.
import { homeFiles } from '../../src/shell/home-files.ts';
import { openTerminal } from '../../src/shell/session.ts';
import type { ExperimentCheck } from '../check-definition.ts';
import type { Finding } from '../finding.ts';
import type { Play } from '../play.ts';
import { printedExcerpt } from '../play.ts';
import { recordHistory } from '../state.ts';
import { checkObservation } from './observation.ts';

/** In virtual time: longer than an experiment has to wait for a schedule, shorter than for ever. */
const commandLimitMs = 4 * 3_600_000;
const restLimitMs = 600_000;

/** What was done to a submission: what came of it, or what the command printed that could not be done. */
export type Ran = { readonly play: Play } | { readonly failed: Finding };

/** Does what experiments do. The play is used up: it must be one of their own. */
export function runExperiment(commands: ExperimentCheck['do'], used: Play): Ran {
  const { session, stepping } = used;
  const { cluster } = session;
  const recorder = recordHistory(cluster);
  const startMs = cluster.loop.nowMs;
  const { terminal } = openTerminal(cluster, 'grader', homeFiles(session.machine));
  for (const command of commands) {
    const execution = terminal.start(command);
    stepping.finish(terminal, cluster.loop.nowMs + commandLimitMs);
    const exitCode = execution.exitCode() ?? 1;
    if (exitCode === 0) continue;
    const seen = { id: 'printed' as const, text: printedExcerpt(execution), exitCode };
    const atMs = cluster.loop.nowMs - startMs;
    return { failed: { wanted: { id: 'exit-wanted', command, exitCode: 0 }, seen, atMs } };
  }
  stepping.rest(terminal, cluster.loop.nowMs + restLimitMs);
  return { play: { ...used, history: recorder.close() } };
}

/** What did not follow; none where everything did. */
export function checkExperiment(check: ExperimentCheck, ran: Ran): Finding[] {
  if ('failed' in ran) return [ran.failed];
  return check.then.flatMap((observation) => checkObservation(observation, ran.play));
}

/**
 * The experiments that can share a play: they do the same, and at most one of them, the last, runs commands to look, which
 * might change what others see.
 */
export function sharingPlays<C extends ExperimentCheck>(
  experiments: readonly C[],
): readonly (readonly C[])[] {
  const groups = new Map<string, C[][]>();
  for (const check of experiments) {
    const deed = JSON.stringify(check.do);
    const alike = groups.get(deed) ?? [];
    groups.set(deed, alike);
    const [first] = alike;
    if (!first) alike.push([check]);
    else if (!looksByCommand(check)) first.unshift(check);
    else if (first.some(looksByCommand)) alike.push([check]);
    else first.push(check);
  }
  return [...groups.values()].flat();
}

function looksByCommand({ then }: ExperimentCheck): boolean {
  return then.some(({ kind }) => kind === 'command');
}
