// What the subcommands of rollout are about.
import type { Wait } from '../../../sim/index.ts';
import type { Context } from '../../command.ts';
import { usageError } from '../../command.ts';
import { filenameFlags, selectorFlag } from '../../flag-sets.ts';
import type { FlagSpec } from '../../flags.ts';
import { readRequests } from '../../resources.ts';
import type { Targets } from '../../targets.ts';
import { findTargets, targetsOfRequests } from '../../targets.ts';

export const rolloutFlags: readonly FlagSpec[] = [...filenameFlags, selectorFlag];

/** The objects named; a type alone means all of them. Throws `CommandError` where nothing is named. */
export function* rolloutTargets(context: Context): Generator<Wait, Targets, void> {
  if (context.flags.has('filename')) return yield* findTargets(context);
  if (context.args.length === 0) throw usageError('required resource not specified');
  return targetsOfRequests(context, readRequests(context, context.args));
}
