// The checks that only look, by their kind.
import type { Observation } from '../check-definition.ts';
import type { Finding } from '../finding.ts';
import type { Play } from '../play.ts';
import { checkCel } from './cel.ts';
import { checkCommand } from './command.ts';
import { checkObjects } from './objects.ts';
import { checkOrder } from './order.ts';

/** What is not as the check wants it; none where it passes. */
export function checkObservation(check: Observation, play: Play): Finding[] {
  const { history } = play;
  switch (check.kind) {
    case 'objects':
      return checkObjects(check, history);
    case 'cel':
      return checkCel(check, history);
    case 'order':
      return checkOrder(check, history);
    case 'command':
      return checkCommand(check, play);
  }
}
