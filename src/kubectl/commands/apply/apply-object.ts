// One manifest applied: created where it is not there, else changed to what the manifest says. Three states meet in the
// change: the manifest applied before (kept in an annotation), the manifest, and the object as it is.
import type { Kind, KubeObject, Wait } from '../../../sim/index.ts';
import { goJson, PatchError } from '../../../sim/index.ts';
import { recorded } from '../../change-cause.ts';
import type { Context } from '../../command.ts';
import { printWarnings } from '../../command.ts';
import { createObject } from '../../creation.ts';
import type { DryRun } from '../../dry-run.ts';
import { dryRunSuffix } from '../../dry-run.ts';
import { LAST_APPLIED, lastApplied, parseLastApplied, withLastApplied } from '../../last-applied.ts';
import type { Manifest } from '../../manifest-files.ts';
import { asObject } from '../../objects.ts';
import { outcomeLine } from '../../outcome.ts';
import type { JsonObject } from '../../patches.ts';
import { threeWayPatch } from '../../patches.ts';
import type { Printable } from '../../printers/index.ts';
import { sortKeys } from '../../printers/index.ts';
import type { Problem } from '../../problems.ts';
import type { ApplyOptions } from './apply-options.ts';
import { replaceByForce } from './replace-by-force.ts';

export type Applied = Printable | { readonly problem: Problem };

/** Makes an object as its manifest says, and tells of it. */
export function* applyOne(
  context: Context,
  manifest: Manifest,
  options: ApplyOptions,
): Generator<Wait, Applied, void> {
  const { api } = context.cluster;
  const { kind, namespace, name, source, origin } = manifest;
  if (name === '') {
    const { generateName } = asObject(manifest.object).metadata;
    if (generateName)
      return { problem: { text: `from ${generateName}: cannot use generate name with apply`, origin } };
    const why = `resource name may not be empty`;
    return {
      problem: {
        text: `error when retrieving current configuration of:\n${placeOf(manifest)}\nfrom server for: ${JSON.stringify(source)}: ${why}`,
        origin,
      },
    };
  }
  const found = api.get(kind, namespace, name);
  return found.ok
    ? yield* change(context, manifest, found.object, options)
    : yield* createApplied(context, manifest, options);
}

function* createApplied(
  context: Context,
  manifest: Manifest,
  { dryRun, fieldValidation }: ApplyOptions,
): Generator<Wait, Applied, void> {
  const { kind, source, origin } = manifest;
  const object = withLastApplied(recorded(context, manifest.object));
  if (dryRun === 'client') return told(context, dryRun, kind, asObject(object), 'created');
  const answer = yield* createObject(context, kind, object, { fieldValidation, dryRun: dryRun === 'server' });
  printWarnings(context, answer);
  if (!answer.ok) {
    const doing = `error when creating ${JSON.stringify(source)}`;
    return { problem: { status: answer.status, doing, origin } };
  }
  return told(context, dryRun, kind, answer.object, 'created');
}

function* change(
  context: Context,
  manifest: Manifest,
  current: KubeObject,
  options: ApplyOptions,
): Generator<Wait, Applied, void> {
  const { dryRun, fieldValidation } = options;
  const { kind, namespace, name, source, origin } = manifest;
  const before = lastApplied(current);
  if (before === undefined && dryRun !== 'client') context.err(missingAnnotation(kind, name));
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
  if (dryRun === 'client') return told(context, dryRun, kind, current, 'configured');
  if (Object.keys(patch).length === 0) {
    warnIfDeleting(context, current);
    return told(context, dryRun, kind, current, 'unchanged');
  }
  const answer = context.cluster.api.patch(
    kind,
    namespace,
    name,
    { type: 'strategic', body: patch },
    { fieldValidation, dryRun: dryRun === 'server' },
  );
  printWarnings(context, answer);
  if (answer.ok) {
    warnIfDeleting(context, answer.object);
    return told(context, dryRun, kind, answer.object, 'configured');
  }
  const { status } = answer;
  const { reason } = status;
  if (options.isForced && (reason === 'Conflict' || reason === 'Invalid')) {
    const replaced = yield* replaceByForce(context, { manifest, modified, current }, options);
    if ('object' in replaced) return told(context, dryRun, kind, replaced.object, 'configured');
    const doing = sending(manifest, `${goJson(sortKeys(modified))}\n`);
    const problem = 'text' in replaced ? { text: `${doing}: ${replaced.text}` } : { status: replaced, doing };
    return { problem: { ...problem, origin } };
  }
  const doing = `${sending(manifest, goJson(sortKeys(patch)))}: error when patching ${JSON.stringify(source)}`;
  return { problem: { status, doing, origin } };
}

function sending(manifest: Manifest, json: string): string {
  return `error when applying patch:\n${json}\nto:\n${placeOf(manifest)}\nfor: ${JSON.stringify(manifest.source)}`;
}

/** Says what became of an object, unless -o prints the objects. */
function told(
  context: Context,
  dryRun: DryRun,
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

function warnIfDeleting({ err }: Context, { metadata }: KubeObject): void {
  if (metadata.deletionTimestamp === undefined) return;
  err(`Warning: Detected changes to resource ${metadata.name} which is currently being deleted.\n`);
}

function missingAnnotation(kind: Kind, name: string): string {
  return `Warning: resource ${kind.plural}/${name} is missing the ${LAST_APPLIED} annotation which is required by kubectl apply. kubectl apply should only be used on resources created declaratively by either kubectl create --save-config or kubectl apply. The missing annotation will be patched automatically.\n`;
}

function placeOf({ kind, name, namespace }: Manifest): string {
  const group = `${kind.group}/`;
  const resource = `Resource: "${group}${kind.version}, Resource=${kind.plural}", GroupVersionKind: "${group}${kind.version}, Kind=${kind.kind}"`;
  return `${resource}\nName: ${JSON.stringify(name)}, Namespace: ${JSON.stringify(namespace)}`;
}
