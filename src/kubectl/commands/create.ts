// kubectl create -f: objects that must not be there yet.
import type { FieldValidation, Wait } from '../../sim/index.ts';
import { recorded } from '../change-cause.ts';
import type { Command, Context } from '../command.ts';
import { helpfulError, printWarnings, report, usageError } from '../command.ts';
import { createObject } from '../creation.ts';
import { dryRunOf } from '../dry-run.ts';
import { createEdited } from '../editing/edit-before-create.ts';
import {
  dryRunFlag,
  fieldManagerFlag,
  filenameFlags,
  printFlags,
  recordFlag,
  selectorFlag,
  validateFlag,
} from '../flag-sets.ts';
import { withLastApplied } from '../last-applied.ts';
import type { Manifest } from '../manifest-files.ts';
import { isManifest, readManifests } from '../manifest-files.ts';
import { asObject } from '../objects.ts';
import type { OutcomePrinter } from '../outcome.ts';
import { outcomePrinter } from '../outcome.ts';
import type { Problem } from '../problems.ts';
import { sendRaw } from '../raw-request.ts';
import { matcherOf, selectorsOf } from '../selectors.ts';
import { fieldValidationOf } from '../validation.ts';
import { windowsFlag } from './edit.ts';

export const create: Command = {
  words: ['create'],
  summary: 'Create a resource from a file or from stdin',
  usage: 'kubectl create -f FILENAME [options]',
  flags: [
    ...filenameFlags,
    selectorFlag,
    ...printFlags,
    dryRunFlag,
    fieldManagerFlag,
    recordFlag,
    validateFlag,
    {
      name: 'save-config',
      type: 'bool',
      help: 'Keep the manifest in the annotation that kubectl apply compares with',
    },
    windowsFlag,
    { name: 'edit', type: 'bool', help: 'Have an editor change each object first' },
    { name: 'raw', type: 'string', help: 'A path to POST the file of -f to' },
  ],
  *run(context) {
    if (context.flags.text('raw')) return yield* sendRaw(context, 'POST');
    refuseArguments(context);
    const { entries } = yield* readManifests(context, { validates: true });
    const failed: Problem[] = [];
    const print = outcomePrinter(context);
    const fieldValidation = fieldValidationOf(context);
    const isEdited = context.flags.bool('edit');
    let count = 0;
    for (const entry of entries) {
      if (isManifest(entry) && isEdited) {
        const problem = yield* createEdited(context, entry, print);
        if (problem) failed.push(problem);
        else count += 1;
        continue;
      }
      if (isManifest(entry) && !isSelected(context, entry)) continue;
      const problem = isManifest(entry) ? yield* createOne(context, entry, fieldValidation, print) : entry;
      if (problem) failed.push(problem);
      else count += 1;
    }
    if (count === 0 && failed.length === 0) throw usageError('no objects passed to create');
    return report(context, failed);
  },
};

/** Commands that take files only. Throws `CommandError`. */
export function refuseArguments({ args, flags, command }: Context): void {
  if (args.length > 0) throw helpfulError(command, `Unexpected args: [${args.join(' ')}]`);
  if (!flags.has('filename')) throw usageError('must specify one of -f and -k');
}

/** Whether -l lets an object of a file pass. */
export function isSelected(context: Context, { kind, object }: Manifest): boolean {
  return matcherOf(kind, selectorsOf(context))(asObject(object));
}

function* createOne(
  context: Context,
  manifest: Manifest,
  fieldValidation: FieldValidation,
  print: OutcomePrinter,
): Generator<Wait, Problem | undefined, void> {
  const { kind, source, origin } = manifest;
  const dryRun = dryRunOf(context);
  const saved = context.flags.bool('save-config') ? withLastApplied(manifest.object) : manifest.object;
  const object = recorded(context, saved);
  if (dryRun === 'client') {
    print(kind, asObject(object), 'created');
    return undefined;
  }
  const answer = yield* createObject(context, kind, object, { fieldValidation, dryRun: dryRun === 'server' });
  printWarnings(context, answer);
  if (!answer.ok) {
    return { status: answer.status, doing: `error when creating ${JSON.stringify(source)}`, origin };
  }
  print(kind, answer.object, 'created');
  return undefined;
}
