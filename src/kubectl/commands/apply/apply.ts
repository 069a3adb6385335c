// kubectl apply: makes objects as their manifests say, creating or changing them. Three states meet in each change: the
// manifest applied before (kept in an annotation), the manifest, and the object as it is.
//
// Departs: -k, --prune, --server-side and --force are refused.
import type { FieldValidation, Kind, KubeObject } from '../../sim/index.ts';
import { goJson, PatchError } from '../../sim/index.ts';
import { recorded } from '../change-cause.ts';
import type { Command, Context } from '../command.ts';
import { printWarnings, report, usageError } from '../command.ts';
import type { DryRun } from '../dry-run.ts';
import { dryRunOf, dryRunSuffix } from '../dry-run.ts';
import {
  allFlag,
  dryRunFlag,
  fieldManagerFlag,
  filenameFlags,
  printFlags,
  recordFlag,
  selectorFlag,
  validateFlag,
} from '../flag-sets.ts';
import { LAST_APPLIED, lastApplied, parseLastApplied, withLastApplied } from '../last-applied.ts';
import type { Manifest } from '../manifest-files.ts';
import { readManifests } from '../manifest-files.ts';
import { asObject } from '../objects.ts';
import { outcomeLine, printTogether } from '../outcome.ts';
import type { JsonObject } from '../patches.ts';
import { threeWayPatch } from '../patches.ts';
import type { Printable } from '../printers/index.ts';
import { printerFor } from '../printers/index.ts';
import type { Problem } from '../problems.ts';
import { fieldValidationOf } from '../validation.ts';
import { isSelected, refuseArguments } from './create.ts';

export const apply: Command = {
  words: ['apply'],
  summary: 'Apply a configuration to a resource by file name or stdin',
  usage: 'kubectl apply (-f FILENAME | -k DIRECTORY) [options]',
  flags: [
    ...filenameFlags,
    selectorFlag,
    allFlag,
    ...printFlags,
    dryRunFlag,
    fieldManagerFlag,
    recordFlag,
    validateFlag,
    {
      name: 'overwrite',
      type: 'bool',
      default: 'true',
      help: "Settle conflicts by taking the manifest's value",
    },
    {
      name: 'force',
      type: 'bool',
      help: 'Delete and create anew',
      unsupported: 'use kubectl delete, then apply',
    },
    { name: 'prune', type: 'bool', help: 'Delete what is in no file', unsupported: 'use kubectl delete -l' },
    { name: 'server-side', type: 'bool', help: 'Merge in the server', unsupported: 'leave it out' },
    { name: 'wait', type: 'bool', help: 'Wait for deletions; has no effect here' },
  ],
  *run(context) {
    refuseArguments(context);
    const { manifests, problems } = yield* readManifests(context, { validates: true });
    printerFor(context);
    const call: ApplyCall = {
      context,
      dryRun: dryRunOf(context),
      fieldValidation: fieldValidationOf(context),
    };
    const failed: Problem[] = [...problems];
    const applied: Printable[] = [];
    const selected = manifests.filter((manifest) => isSelected(context, manifest));
    if (selected.length === 0 && failed.length === 0) throw usageError('no objects passed to apply');
    for (const manifest of selected) {
      const outcome = applyOne(call, manifest);
      if ('problem' in outcome) failed.push(outcome.problem);
      else applied.push(outcome);
    }
    printTogether(context, applied);
    return report(context, failed);
  },
};

interface ApplyCall {
  readonly context: Context;
  readonly dryRun: DryRun;
  readonly fieldValidation: FieldValidation;
}

type Outcome = Printable | { readonly problem: Problem };

function applyOne(call: ApplyCall, manifest: Manifest): Outcome {
  const { api } = call.context.cluster;
  const { kind, namespace, name, source, origin } = manifest;
  if (name === '') {
    const why = `resource name may not be empty`;
    return {
      problem: {
        text: `error when retrieving current configuration of:\n${placeOf(manifest)}\nfrom server for: ${JSON.stringify(source)}: ${why}`,
        origin,
      },
    };
  }
  const found = api.get(kind, namespace, name);
  return found.ok ? change(call, manifest, found.object) : createApplied(call, manifest);
}

function createApplied({ context, dryRun, fieldValidation }: ApplyCall, manifest: Manifest): Outcome {
  const { kind, source, origin } = manifest;
  const object = withLastApplied(recorded(context, manifest.object));
  if (dryRun === 'client') return told({ context, dryRun }, kind, asObject(object), 'created');
  const answer = context.cluster.api.create(kind, object, { fieldValidation, dryRun: dryRun === 'server' });
  printWarnings(context, answer);
  if (!answer.ok) {
    const doing = `error when creating ${JSON.stringify(source)}`;
    return { problem: { status: answer.status, doing, origin } };
  }
  return told({ context, dryRun }, kind, answer.object, 'created');
}

function change(call: ApplyCall, manifest: Manifest, current: KubeObject): Outcome {
  const { context, dryRun, fieldValidation } = call;
  const { kind, namespace, name, source, origin } = manifest;
  const before = lastApplied(current);
  if (before === undefined) context.err(missingAnnotation(kind, name));
  const modified = withLastApplied(recorded(context, manifest.object));
  const states = {
    original: parseLastApplied(before),
    modified: modified as JsonObject,
    current: current as unknown as JsonObject,
  };
  const patch = threeWayPatch(states, kind);
  if (patch instanceof PatchError) {
    const shown = Object.entries(states).map(([name, state]) => `${name}:\n${goJson(state)}\n`);
    const doing = `creating patch with:\n${shown.join('')}for:`;
    return { problem: { text: `error when ${doing} ${JSON.stringify(source)}: ${patch.message}` } };
  }
  if (dryRun === 'client') return told(call, kind, current, 'configured');
  if (Object.keys(patch).length === 0) return told(call, kind, current, 'unchanged');
  const answer = context.cluster.api.patch(
    kind,
    namespace,
    name,
    { type: 'strategic', body: patch },
    { fieldValidation, dryRun: dryRun === 'server' },
  );
  printWarnings(context, answer);
  if (!answer.ok) {
    const doing = `error when applying patch:\n${goJson(patch)}\nto:\n${placeOf(manifest)}\nfor: ${JSON.stringify(source)}: error when patching ${JSON.stringify(source)}`;
    return { problem: { status: answer.status, doing, origin } };
  }
  return told(call, kind, answer.object, 'configured');
}

/** Says what became of an object, unless -o prints the objects. */
function told(
  { context, dryRun }: { readonly context: Context; readonly dryRun: DryRun },
  kind: Kind,
  object: KubeObject,
  operation: string,
): Printable {
  const format = context.flags.text('output');
  if (format === undefined || format === '') {
    context.out(outcomeLine(kind, object, operation + dryRunSuffix(dryRun)));
  }
  return { kind, object };
}

function missingAnnotation(kind: Kind, name: string): string {
  return `Warning: resource ${kind.plural}/${name} is missing the ${LAST_APPLIED} annotation which is required by kubectl apply. kubectl apply should only be used on resources created declaratively by either kubectl create --save-config or kubectl apply. The missing annotation will be patched automatically.\n`;
}

function placeOf({ kind, name, namespace }: Manifest): string {
  const group = `${kind.group}/`;
  const resource = `Resource: "${group}${kind.version}, Resource=${kind.plural}", GroupVersionKind: "${group}${kind.version}, Kind=${kind.kind}"`;
  return `${resource}\nName: ${JSON.stringify(name)}, Namespace: ${JSON.stringify(namespace)}`;
}
