// kubectl apply edit-last-applied: has an editor change the manifests that apply compares with, and nothing else.
import { isEqual, resourceName } from '../../../sim/index.ts';
import type { Command, Context } from '../../command.ts';
import { printWarnings, report, serverError, usageError } from '../../command.ts';
import type { EditMode } from '../../editing/edit-session.ts';
import { editObjects } from '../../editing/edit-session.ts';
import { fieldManagerFlag, filenameFlags, printFlags, recordFlag, validateFlag } from '../../flag-sets.ts';
import { lastApplied, lastAppliedPatch, parseLastApplied } from '../../last-applied.ts';
import { asObject, textAt } from '../../objects.ts';
import { outcomePrinter } from '../../outcome.ts';
import type { JsonObject } from '../../patches.ts';
import { fieldValidationOf } from '../../validation.ts';
import { targetsOf, windowsFlag } from '../edit.ts';

export const editLastApplied: Command = {
  words: ['apply', 'edit-last-applied'],
  summary: 'Edit latest last-applied-configuration annotations of a resource/object',
  usage: 'kubectl apply edit-last-applied (RESOURCE/NAME | -f FILENAME) [options]',
  flags: [...filenameFlags, ...printFlags, fieldManagerFlag, recordFlag, validateFlag, windowsFlag],
  *run(context) {
    fieldValidationOf(context);
    const { targets, problems } = yield* targetsOf(context);
    if (problems.length > 0) return report(context, problems);
    const annotated = targets.filter(({ object }) => lastApplied(object) !== undefined);
    const [first] = annotated;
    if (first === undefined) {
      throw usageError(
        'no last-applied-configuration annotation found on resources, to create the annotation, use command `kubectl apply set-last-applied --create-annotation`',
      );
    }
    const what = `${resourceName(first.kind)} ${JSON.stringify(first.object.metadata.name)}`;
    const applied = annotated.map(({ object }) => parseLastApplied(lastApplied(object)));
    yield* editObjects(context, applied, modeOf(context, applied, what));
    return 0;
  },
};

function modeOf(context: Context, applied: readonly JsonObject[], what: string): EditMode {
  const print = outcomePrinter(context);
  const uidOf = (object: object): string => textAt(object, 'metadata', 'uid') ?? '';
  return {
    opening: [
      "Please edit the 'last-applied-configuration' annotations below.",
      "Lines beginning with a '#' will be ignored, and an empty file will abort the edit.",
    ],
    what,
    save(manifests) {
      for (const { kind, namespace, name, object: edited } of manifests) {
        // Manifests have no uid, as a rule: then each is compared with the first.
        const before = applied.find((object) => uidOf(object) === uidOf(edited));
        if (!before) throw usageError(`no original object found for ${kind.kind} ${JSON.stringify(name)}`);
        const object = asObject(edited);
        if (isEqual(before, edited)) {
          print(kind, object, 'skipped');
          continue;
        }
        const patch = lastAppliedPatch(edited);
        const options = { fieldValidation: fieldValidationOf(context) };
        const answer = context.cluster.api.patch(kind, namespace, name, patch, options);
        printWarnings(context, answer);
        if (!answer.ok) throw serverError(answer.status);
        print(kind, object, 'edited');
      }
    },
  };
}
