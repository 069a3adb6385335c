// kubectl set serviceaccount: changes the service account of pods to come.
import type { KubeObject } from '../../sim/index.ts';
import { recorded } from '../change-cause.ts';
import type { Command, Context } from '../command.ts';
import { report, usageError } from '../command.ts';
import { dryRunOf } from '../dry-run.ts';
import {
  allFlag,
  dryRunFlag,
  fieldManagerFlag,
  filenameFlags,
  printFlags,
  recordFlag,
} from '../flag-sets.ts';
import { localFlag } from '../local.ts';
import { withValueAt } from '../objects.ts';
import { outcomePrinter } from '../outcome.ts';
import type { Sent } from '../pod-spec-change.ts';
import { podSpecOf, sendChange } from '../pod-spec-change.ts';
import type { Problem } from '../problems.ts';
import type { Target } from '../targets.ts';
import { findTargets } from '../targets.ts';

export const setServiceAccount: Command = {
  words: ['set', 'serviceaccount'],
  aliases: ['sa'],
  summary: 'Update the service account of a resource',
  usage: 'kubectl set serviceaccount (-f FILENAME | TYPE NAME) SERVICE_ACCOUNT [options]',
  flags: [...filenameFlags, allFlag, ...printFlags, dryRunFlag, fieldManagerFlag, recordFlag, localFlag],
  *run(context) {
    dryRunOf(context);
    const print = outcomePrinter(context);
    const account = context.args.at(-1);
    if (account === undefined) throw usageError('serviceaccount is required');
    const { targets, problems } = yield* findTargets(context, context.args.slice(0, -1));
    if (problems.length > 0) return report(context, problems);
    const failed: Problem[] = [];
    for (const target of targets) {
      const sent = changeAccount(context, target, account);
      if ('problem' in sent) failed.push(sent.problem);
      // What has the account already is told of all the same.
      else print(target.kind, sent.object, 'serviceaccount updated');
    }
    return report(context, failed);
  },
};

function changeAccount(context: Context, target: Target, account: string): Sent {
  const path = podSpecOf(target);
  if ('text' in path || 'status' in path) return { problem: path };
  const changed = withValueAt(target.object, [...path, 'serviceAccountName'], account) as KubeObject;
  return sendChange(context, target, recorded(context, changed), 'failed to patch ServiceAccountName');
}
