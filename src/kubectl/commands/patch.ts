// kubectl patch: changes fields of an object by a patch.
import type { Kind, KubeObject, Patch } from '../../sim/index.ts';
import { applyPatch, isEqual, mergeKeyLookup, parseManifests } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { printWarnings, report, usageError } from '../command.ts';
import { dryRunOf } from '../dry-run.ts';
import { dryRunFlag, fieldManagerFlag, filenameFlags, noRecordFlag, printFlags } from '../flag-sets.ts';
import { localFlag, staysHere } from '../local.ts';
import { numberAt } from '../objects.ts';
import { outcomePrinter } from '../outcome.ts';
import { absolutePath } from '../paths.ts';
import type { Problem } from '../problems.ts';
import { hasSubresource, noSuchResource, scaleKind, scaleOf } from '../subresources.ts';
import type { Target } from '../targets.ts';
import { findTargets } from '../targets.ts';

export const patch: Command = {
  words: ['patch'],
  summary: 'Update fields of a resource',
  usage: 'kubectl patch (-f FILENAME | TYPE NAME) [-p PATCH|--patch-file FILE] [options]',
  flags: [
    ...filenameFlags,
    ...printFlags,
    dryRunFlag,
    fieldManagerFlag,
    noRecordFlag,
    { name: 'patch', short: 'p', type: 'string', help: 'The patch, as JSON or YAML' },
    { name: 'patch-file', type: 'string', help: 'A file that holds the patch' },
    { name: 'type', type: 'string', default: 'strategic', help: 'json, merge or strategic' },
    { name: 'subresource', type: 'string', help: 'status or scale: patch that only' },
    localFlag,
  ],
  *run(context) {
    const given = readPatch(context);
    const { targets, problems } = yield* findTargets(context);
    const failed: Problem[] = [...problems];
    if (targets.length === 0 && failed.length === 0) throw usageError('no objects passed to patch');
    const print = outcomePrinter(context, { saysDryRun: false });
    for (const target of targets) {
      const outcome = patchOne(context, target, given);
      if ('problem' in outcome) failed.push(outcome.problem);
      else print(outcome.kind, outcome.object, outcome.isChanged ? 'patched' : 'patched (no change)');
    }
    return report(context, failed);
  },
};

const types = ['json', 'merge', 'strategic'] as const;

function readPatch({ flags, process }: Context): Patch {
  const file = flags.text('patch-file');
  const inline = flags.text('patch');
  if (inline !== undefined && file !== undefined) {
    throw usageError('cannot specify --patch and --patch-file together');
  }
  if (!inline && !file) {
    throw usageError('must specify --patch or --patch-file containing the contents of the patch');
  }
  const type = types.find((known) => known === (flags.text('type') ?? '').toLowerCase());
  if (!type) {
    throw usageError(`--type must be one of [${types.join(' ')}], not ${JSON.stringify(flags.text('type'))}`);
  }
  const text = file === undefined ? (inline ?? '') : readFile(process, file);
  const { documents, error } = parseManifests(text);
  if (error !== undefined)
    throw usageError(
      `unable to parse ${JSON.stringify(text)}: ${error.replace(/^error converting YAML to JSON: /, '')}`,
    );
  return { type, body: documents[0] ?? {} };
}

function readFile(process: Context['process'], file: string): string {
  const path = absolutePath(process, file);
  if (process.host.files.stat(path)?.type !== 'file') {
    throw usageError(`unable to read patch file: open ${file}: no such file or directory`);
  }
  return process.host.files.read(path);
}

type Outcome =
  | { readonly kind: Kind; readonly object: KubeObject; readonly isChanged: boolean }
  | { readonly problem: Problem };

function patchOne(context: Context, target: Target, given: Patch): Outcome {
  if (staysHere(context)) return patchHere(target, given);
  const { kind, object } = target;
  const { name, namespace = '' } = object.metadata;
  const subresource = context.flags.text('subresource') ?? '';
  // It does not say how fields are to be checked, and the server then only warns.
  const options = { dryRun: dryRunOf(context) === 'server', fieldValidation: 'Warn' } as const;
  if (subresource !== '' && !hasSubresource(kind, subresource))
    return { problem: { status: noSuchResource } };
  if (subresource === 'scale') return patchScale(context, target, given, options);
  const answer = context.cluster.api.patch(kind, namespace, name, given, {
    ...options,
    ...(subresource === 'status' ? { subresource } : {}),
  });
  printWarnings(context, answer);
  if (!answer.ok) return { problem: { status: answer.status } };
  return { kind, object: answer.object, isChanged: !isEqual(answer.object, object) };
}

/** The scale of an object, changed by a patch of its own. */
function patchScale(
  { cluster }: Context,
  { kind, object }: Target,
  given: Patch,
  options: { readonly dryRun: boolean },
): Outcome {
  const scale = scaleOf(kind, object);
  const patched = applyPatch(scale, given, mergeKeyLookup(scaleKind.schema));
  if (!patched.ok) return { problem: { status: patched.status } };
  const replicas = numberAt(patched.value, 'spec', 'replicas') ?? 0;
  const { name, namespace = '' } = object.metadata;
  const answer = cluster.api.scale(kind, namespace, name, replicas, options);
  if (!answer.ok) return { problem: { status: answer.status } };
  const next = scaleOf(kind, answer.object);
  return { kind: scaleKind, object: next, isChanged: !isEqual(next, scale) };
}

/** The patch applied by kubectl itself: nobody looks whether the outcome is valid. */
function patchHere({ kind, object }: Target, given: Patch): Outcome {
  const patched = applyPatch(object, given, mergeKeyLookup(kind.schema));
  if (!patched.ok) return { problem: { text: patched.status.message } };
  return { kind, object: patched.value, isChanged: !isEqual(patched.value, object) };
}
