// kubectl apply set-last-applied: makes what a file says the manifest that apply compares with, and changes nothing else.
import type { Wait } from '../../../sim/index.ts';
import { isEqual } from '../../../sim/index.ts';
import type { Command, Context } from '../../command.ts';
import { CommandError, printWarnings, report, serverError, usageError } from '../../command.ts';
import { dryRunOf } from '../../dry-run.ts';
import { dryRunFlag, filenameFlags, printFlags } from '../../flag-sets.ts';
import { lastApplied, lastAppliedPatch, parseLastApplied } from '../../last-applied.ts';
import type { Manifest } from '../../manifest-files.ts';
import { readManifests } from '../../manifest-files.ts';
import { outcomePrinter } from '../../outcome.ts';
import { sortKeys } from '../../printers/index.ts';
import type { Target } from '../../targets.ts';
import { noResources } from '../../targets.ts';

export const setLastApplied: Command = {
  words: ['apply', 'set-last-applied'],
  summary: 'Set the last-applied-configuration annotation on a live object to match the contents of a file',
  usage: 'kubectl apply set-last-applied -f FILENAME [options]',
  flags: [
    ...filenameFlags.filter(({ name }) => name === 'filename'),
    ...printFlags,
    dryRunFlag,
    { name: 'create-annotation', type: 'bool', help: 'Also where an object has none' },
  ],
  *run(context) {
    if (!context.flags.has('filename')) throw usageError(noResources);
    const changes = yield* changesOf(context);
    const print = outcomePrinter(context);
    const dryRun = dryRunOf(context);
    for (const { kind, object, manifest } of changes) {
      if (dryRun === 'client') {
        print(kind, object, 'configured');
        continue;
      }
      const { name, namespace = '' } = object.metadata;
      const patch = lastAppliedPatch(manifest);
      const options = { dryRun: dryRun === 'server', fieldValidation: 'Warn' } as const;
      const answer = context.cluster.api.patch(kind, namespace, name, patch, options);
      printWarnings(context, answer);
      if (!answer.ok) throw serverError(answer.status);
      print(kind, answer.object, 'configured');
    }
    return 0;
  },
};

type Change = Required<Omit<Target, 'source'>>;

/** The objects whose annotation is another one than their manifest. Throws `CommandError` before anything is changed. */
function* changesOf(context: Context): Generator<Wait, readonly Change[], void> {
  const { manifests, problems } = yield* readManifests(context);
  const changes: Change[] = [];
  for (const manifest of manifests) changes.push(...changeOf(context, manifest));
  if (problems.length === 0) return changes;
  report(context, problems);
  throw new CommandError('');
}

function changeOf(
  context: Context,
  { kind, namespace, name, object: manifest }: Manifest,
): readonly Change[] {
  const found = context.cluster.api.get(kind, namespace, name);
  if (!found.ok) throw serverError(found.status);
  const before = lastApplied(found.object);
  if (before === undefined && !context.flags.bool('create-annotation')) {
    const how = 'to create the annotation, run the command with --create-annotation';
    throw usageError(`no last-applied-configuration annotation found on resource: ${name}, ${how}`);
  }
  if (before !== undefined && isEqual(parseLastApplied(before), sortKeys(manifest))) {
    context.out(`set-last-applied ${name}: no changes required.\n`);
    return [];
  }
  return [{ kind, object: found.object, manifest }];
}
