// create --edit: each object is given to an editor before it is created. What stays as it was is not created.
import type { Status, Wait } from '../../sim/index.ts';
import { resourceName } from '../../sim/index.ts';
import { recorded } from '../change-cause.ts';
import type { Context } from '../command.ts';
import { CommandError, printWarnings, serverError } from '../command.ts';
import { savedConfig } from '../last-applied.ts';
import type { Manifest } from '../manifest-files.ts';
import { asObject } from '../objects.ts';
import type { OutcomePrinter } from '../outcome.ts';
import type { Problem } from '../problems.ts';
import { fieldValidationOf } from '../validation.ts';
import { objectOpening } from './edit-file.ts';
import type { EditMode } from './edit-session.ts';
import { editObjects } from './edit-session.ts';

/** The object's creation, once it was edited; what went wrong with it, if something did. */
export function* createEdited(
  context: Context,
  { kind, name, object }: Manifest,
  print: OutcomePrinter,
): Generator<Wait, Problem | undefined, void> {
  let refused: Status | undefined;
  const mode: EditMode = {
    opening: objectOpening,
    what: `${resourceName(kind)} ${JSON.stringify(name)}`,
    save(edited) {
      for (const manifest of edited) {
        refused = createOne(context, manifest, print);
        if (refused) throw serverError(refused);
      }
    },
  };
  try {
    yield* editObjects(context, [object], mode);
    return undefined;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return refused ? { status: refused } : { text: error.message.replace(/^error: /, '') };
  }
}

function createOne(context: Context, { kind, object }: Manifest, print: OutcomePrinter): Status | undefined {
  const saved = recorded(context, savedConfig(context, asObject(object)));
  const answer = context.cluster.api.create(kind, saved, { fieldValidation: fieldValidationOf(context) });
  printWarnings(context, answer);
  if (!answer.ok) return answer.status;
  print(kind, answer.object, 'created');
  return undefined;
}
