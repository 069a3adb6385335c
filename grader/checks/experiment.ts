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

/** What did not follow; none where everything did. The play is used up: it must be one of the experiment's own. */
export function checkExperiment(check: ExperimentCheck, used: Play): Finding[] {
  const { session, stepping } = used;
  const { cluster } = session;
  const recorder = recordHistory(cluster);
  const startMs = cluster.loop.nowMs;
  const { terminal } = openTerminal(cluster, 'grader', homeFiles(session.machine));
  for (const command of check.do) {
    const execution = terminal.start(command);
    stepping.finish(terminal, cluster.loop.nowMs + commandLimitMs);
    const exitCode = execution.exitCode() ?? 1;
    if (exitCode === 0) continue;
    const seen = { id: 'printed' as const, text: printedExcerpt(execution), exitCode };
    const atMs = cluster.loop.nowMs - startMs;
    return [{ wanted: { id: 'exit-wanted', command, exitCode: 0 }, seen, atMs }];
  }
  stepping.rest(terminal, cluster.loop.nowMs + restLimitMs);
  const play: Play = { ...used, history: recorder.close() };
  return check.then.flatMap((observation) => checkObservation(observation, play));
}
