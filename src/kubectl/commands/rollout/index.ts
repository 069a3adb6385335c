// kubectl rollout and what stands under it.
import { commandGroup } from '../command-group.ts';
import { rolloutHistory } from './history.ts';
import { rolloutPause, rolloutRestart, rolloutResume } from './restart.ts';
import { rolloutStatus } from './status.ts';
import { rolloutUndo } from './undo.ts';

export const rolloutCommands = commandGroup({
  words: ['rollout'],
  summary: 'Manage the rollout of a resource',
  usage: 'kubectl rollout SUBCOMMAND [options]',
  members: [rolloutHistory, rolloutPause, rolloutRestart, rolloutResume, rolloutStatus, rolloutUndo],
  prints: 'stdout',
});
