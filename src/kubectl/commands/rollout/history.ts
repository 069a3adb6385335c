// kubectl rollout history: the revisions of a template that are kept.
import type { Kind, KubeObject } from '../../../sim/index.ts';
import { ReplicaSetKind } from '../../../sim/index.ts';
import type { Command, Context } from '../../command.ts';
import { report, usageError } from '../../command.ts';
import { describePodTemplate } from '../../describe/pod-template.ts';
import { printFlags } from '../../flag-sets.ts';
import { withValueAt } from '../../objects.ts';
import type { OutcomePrinter } from '../../outcome.ts';
import { outcomePrinter } from '../../outcome.ts';
import { prefixOf } from '../../printers/table.ts';
import type { Target } from '../../targets.ts';
import { groupKind, rolloutStrategy } from './strategies.ts';
import type { Revision } from './strategy.ts';
import { rolloutFlags, rolloutTargets } from './targets.ts';

export const rolloutHistory: Command = {
  words: ['rollout', 'history'],
  summary: 'View rollout history',
  usage: 'kubectl rollout history (TYPE NAME | TYPE/NAME) [flags] [options]',
  flags: [
    ...rolloutFlags,
    ...printFlags,
    { name: 'revision', type: 'int', default: '0', help: 'Show the template of this revision' },
  ],
  *run(context) {
    const { targets, problems } = yield* rolloutTargets(context);
    if (problems.length > 0) return report(context, problems);
    for (const target of targets) showHistory(context, target);
    return 0;
  },
};

function showHistory(context: Context, { kind, object }: Target): void {
  const strategy = rolloutStrategy(kind);
  if (!strategy)
    throw usageError(`no history viewer has been implemented for ${JSON.stringify(groupKind(kind))}`);
  const revisions = strategy.history(context, object);
  const name = `${prefixOf(kind)}/${object.metadata.name}`;
  const number = context.flags.int('revision') ?? 0;
  if (number < 0) throw usageError(`revision must be a positive integer: ${number}`);
  if (context.flags.text('output')) {
    const asked = revisions.filter((revision) => number === 0 || revision.number === number);
    if (number > 0 && asked.length === 0) throw usageError('unable to find the specified revision');
    const print = outcomePrinter(context);
    for (const revision of asked) printKept(print, { kind, object }, revision);
    return;
  }
  if (number === 0) {
    context.out(`${name} \n${table(revisions)}\n`);
    return;
  }
  const found = revisions.find((revision) => revision.number === number);
  if (!found) throw usageError('unable to find the specified revision');
  context.out(`${name} with revision #${number}\n${describePodTemplate(found.template)}\n`);
}

/** With -o: a ReplicaSet as it is, of the others the workload as it was. */
function printKept(print: OutcomePrinter, { kind, object }: Target, revision: Revision): void {
  const isSet = revision.object.kind === ReplicaSetKind.kind;
  const then = isSet ? revision.object : withValueAt(object, ['spec', 'template'], revision.template);
  print(isSet ? (ReplicaSetKind as Kind) : kind, then as KubeObject, '');
}

function table(revisions: readonly Revision[]): string {
  if (revisions.length === 0) return 'No rollout history found.\n';
  const rows = revisions.map(({ number, changeCause }) => [String(number), changeCause ?? '<none>']);
  const width = Math.max('REVISION'.length, ...rows.map(([number = '']) => number.length)) + 2;
  return [['REVISION', 'CHANGE-CAUSE'], ...rows]
    .map(([number = '', cause = '']) => `${number.padEnd(width)}${cause}\n`)
    .join('');
}
