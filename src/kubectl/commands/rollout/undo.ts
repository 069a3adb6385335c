// kubectl rollout undo: brings back the template of an earlier revision.
import type { KubeObject } from '../../../sim/index.ts';
import type { Command, Context } from '../../command.ts';
import { report, serverError, usageError } from '../../command.ts';
import { describePodTemplate } from '../../describe/pod-template.ts';
import { dryRunOf } from '../../dry-run.ts';
import { dryRunFlag, printFlags } from '../../flag-sets.ts';
import { LAST_APPLIED, lastApplied } from '../../last-applied.ts';
import { outcomePrinter } from '../../outcome.ts';
import { prefixOf } from '../../printers/table.ts';
import type { Target } from '../../targets.ts';
import { groupKind, rolloutStrategy } from './strategies.ts';
import type { Revision, RolloutStrategy } from './strategy.ts';
import { rolloutFlags, rolloutTargets } from './targets.ts';

export const rolloutUndo: Command = {
  words: ['rollout', 'undo'],
  summary: 'Undo a previous rollout',
  usage: 'kubectl rollout undo (TYPE NAME | TYPE/NAME) [flags] [options]',
  flags: [
    ...rolloutFlags,
    ...printFlags,
    dryRunFlag,
    { name: 'to-revision', type: 'int', default: '0', help: 'The revision to go back to; 0: the last one' },
  ],
  *run(context) {
    const { targets, problems } = yield* rolloutTargets(context);
    if (problems.length > 0) return report(context, problems);
    for (const target of targets) undoOne(context, target);
    return 0;
  },
};

function undoOne(context: Context, { kind, object }: Target): void {
  const { name } = object.metadata;
  const dryRun = dryRunOf(context);
  if (lastApplied(object) !== undefined) {
    context.err(
      `Warning: resource ${kind.plural}/${name} was previously managed with 'kubectl apply'. Rolling back will not update the ${LAST_APPLIED} annotation, which may cause unexpected behavior on future 'kubectl apply' operations. Consider using 'kubectl apply' with your previous configuration file instead.\n`,
    );
  }
  const strategy = rolloutStrategy(kind);
  if (!strategy)
    throw usageError(`no rollbacker has been implemented for ${JSON.stringify(groupKind(kind))}`);
  const revision = wantedRevision(context, strategy, object);
  if (dryRun === 'client') {
    context.out(`${prefixOf(kind)}/${name} ${describePodTemplate(revision.template)} (dry run)\n`);
    return;
  }
  if (strategy.pause?.isPaused(object)) {
    throw usageError(
      "you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again",
    );
  }
  const print = outcomePrinter(context);
  if (strategy.isCurrent(object, revision)) {
    const asked = context.flags.int('to-revision') ?? 0;
    print(kind, object, `skipped rollback (current template already matches revision ${asked})`);
    return;
  }
  const answer = strategy.undo(context, kind, object, revision);
  if (!answer.ok) throw serverError(answer.status);
  print(kind, answer.object, 'rolled back');
}

function wantedRevision(context: Context, strategy: RolloutStrategy, object: KubeObject): Revision {
  const revisions = strategy.history(context, object);
  const number = context.flags.int('to-revision') ?? 0;
  if (number < 0) throw usageError(`revision number cannot be negative: ${number}`);
  if (number > 0) {
    const found = revisions.find((revision) => revision.number === number);
    if (!found) throw usageError(`unable to find specified revision ${number} in history`);
    return found;
  }
  const last = revisions.at(-2);
  if (!last) throw usageError(strategy.noEarlierRevision?.(object) ?? 'no last revision to roll back to');
  return last;
}
