// kubectl edit: has an editor change objects as they are on the server, and sends what changed.
//
// Departs: the scale subresource is not edited.
import type { KubeObject, Wait } from '../../sim/index.ts';
import { goJson, isEqual, PatchError, resourceName } from '../../sim/index.ts';
import { recorded } from '../change-cause.ts';
import type { Command, Context } from '../command.ts';
import { report, serverError, usageError } from '../command.ts';
import { formOf, objectOpening } from '../editing/edit-file.ts';
import type { EditMode, Refusals } from '../editing/edit-session.ts';
import { editObjects } from '../editing/edit-session.ts';
import {
  fieldManagerFlag,
  filenameFlags,
  printFlags,
  recordFlag,
  saveConfigFlag,
  validateFlag,
} from '../flag-sets.ts';
import { withLastApplied } from '../last-applied.ts';
import type { Manifest } from '../manifest-files.ts';
import { asObject, mapOf } from '../objects.ts';
import { outcomePrinter } from '../outcome.ts';
import { patchObject } from '../patch-object.ts';
import type { JsonObject } from '../patches.ts';
import { twoWayPatch } from '../patches.ts';
import { sortKeys } from '../printers/index.ts';
import { readRequests } from '../resources.ts';
import { hasSubresource, noSuchResource } from '../subresources.ts';
import type { Target, Targets } from '../targets.ts';
import { findTargets, noResources, targetsOfRequests } from '../targets.ts';
import { fieldValidationOf } from '../validation.ts';

export const windowsFlag = {
  name: 'windows-line-endings',
  type: 'bool',
  help: 'Give the editor lines that end as on Windows',
} as const;

export const edit: Command = {
  words: ['edit'],
  summary: 'Edit a resource on the server',
  usage: 'kubectl edit (RESOURCE/NAME | -f FILENAME) [options]',
  flags: [
    ...filenameFlags,
    ...printFlags,
    fieldManagerFlag,
    recordFlag,
    saveConfigFlag,
    validateFlag,
    windowsFlag,
    { name: 'output-patch', type: 'bool', help: 'Print the patch that is sent' },
    { name: 'subresource', type: 'string', help: 'status or scale: edit that only' },
  ],
  *run(context) {
    fieldValidationOf(context);
    formOf(context);
    const { targets, problems } = yield* targetsOf(context);
    if (problems.length > 0) return report(context, problems);
    const [first] = targets;
    if (first === undefined) throw usageError('edit cancelled, no objects found');
    refuseSubresource(context, targets);
    const objects = targets.map(({ object }) => mapOf(object));
    yield* editObjects(context, objects, modeOf(context, targets, first));
    return 0;
  },
};

/** Types alone name all objects of them. */
export function* targetsOf(context: Context): Generator<Wait, Targets, void> {
  const { args, flags } = context;
  if (flags.has('filename')) return yield* findTargets(context);
  if (args.length === 0) throw usageError(noResources);
  return targetsOfRequests(context, readRequests(context, args));
}

/** Throws `CommandError` for a part of the objects that cannot be edited. */
function refuseSubresource({ flags }: Context, targets: readonly Target[]): void {
  const subresource = flags.text('subresource') ?? '';
  if (subresource === '') return;
  if (targets.some(({ kind }) => !hasSubresource(kind, subresource))) throw serverError(noSuchResource);
  if (subresource === 'scale')
    throw usageError('petset does not edit the scale of an object; use kubectl scale');
}

function modeOf(context: Context, targets: readonly Target[], first: Target): EditMode {
  const print = outcomePrinter(context);
  return {
    opening: objectOpening,
    what: `${resourceName(first.kind)} ${JSON.stringify(first.object.metadata.name)}`,
    save(manifests, refusals) {
      for (const manifest of manifests) {
        const edited = annotated(context, manifest);
        const target = targets.find(({ object }) => object.metadata.uid === edited.metadata.uid);
        if (!target) throw usageError(`no original object found for ${goJson(manifest.object)}`);
        if (isEqual(target.object, edited)) print(target.kind, edited, 'skipped');
        else saveOne(context, { target, edited, refusals, print });
      }
    },
  };
}

/** With the annotations that --save-config and --record ask for. */
function annotated(context: Context, { object }: Manifest): KubeObject {
  const saved = context.flags.bool('save-config') ? withLastApplied(object) : object;
  return asObject(recorded(context, saved));
}

interface Saving {
  readonly target: Target;
  readonly edited: KubeObject;
  readonly refusals: Refusals;
  readonly print: ReturnType<typeof outcomePrinter>;
}

function saveOne(context: Context, { target, edited, refusals, print }: Saving): void {
  const { kind, object } = target;
  const { name } = object.metadata;
  const [before, after] = [mapOf(object), mapOf(edited)];
  const isSame = (field: string) => before[field] === after[field];
  if (!isSame('apiVersion') || !isSame('kind') || edited.metadata.name !== name) {
    throw usageError('At least one of apiVersion, kind and name was changed');
  }
  const body = twoWayPatch(before as JsonObject, after as JsonObject, kind);
  if (body instanceof PatchError) throw usageError(body.message);
  if (context.flags.bool('output-patch')) context.out(`Patch: ${goJson(sortKeys(body))}\n`);
  const patched = patchObject(
    context,
    target,
    { type: 'strategic', body },
    {
      fieldValidation: fieldValidationOf(context),
    },
  );
  if ('status' in patched) refusals.add({ kind }, name, patched.status);
  else print(patched.kind, patched.object, 'edited');
}
