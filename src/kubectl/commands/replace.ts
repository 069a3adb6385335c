// kubectl replace: puts what a manifest says in place of an object; with --force, after the object has been deleted.
import type { FieldValidation, KubeObject, Wait } from '../../sim/index.ts';
import { recorded } from '../change-cause.ts';
import type { Command, Context } from '../command.ts';
import { CommandError, printWarnings, report, usageError } from '../command.ts';
import { createObject } from '../creation.ts';
import type { PropagationPolicy } from '../deletion-flags.ts';
import { cascadeOf, deletionFlags } from '../deletion-flags.ts';
import { dryRunOf } from '../dry-run.ts';
import {
  dryRunFlag,
  fieldManagerFlag,
  filenameFlags,
  printFlags,
  recordFlag,
  saveConfigFlag,
  validateFlag,
} from '../flag-sets.ts';
import { withLastApplied } from '../last-applied.ts';
import type { Manifest } from '../manifest-files.ts';
import { isManifest, readManifests } from '../manifest-files.ts';
import { asObject } from '../objects.ts';
import type { OutcomePrinter } from '../outcome.ts';
import { outcomePrinter } from '../outcome.ts';
import { prefixOf } from '../printers/table.ts';
import type { Problem } from '../problems.ts';
import { sendRaw } from '../raw-request.ts';
import { hasSubresource, noSuchResource } from '../subresources.ts';
import { fieldValidationOf } from '../validation.ts';

/** How long a forced replacement waits for the object to be gone, if it is not told. */
const GONE_TIMEOUT_MS = 5 * 60_000;

export const replace: Command = {
  words: ['replace'],
  summary: 'Replace a resource by file name or stdin',
  usage: 'kubectl replace -f FILENAME [options]',
  flags: [
    ...filenameFlags,
    ...printFlags,
    dryRunFlag,
    fieldManagerFlag,
    recordFlag,
    validateFlag,
    ...deletionFlags('Delete the object first, and create it anew'),
    saveConfigFlag,
    { name: 'subresource', type: 'string', help: 'status: replace that only' },
    { name: 'raw', type: 'string', help: 'A path to PUT the file of -f to' },
  ],
  *run(context) {
    if (context.flags.text('raw')) return yield* sendRaw(context, 'PUT');
    const propagationPolicy = cascadeOf(context);
    const isForced = checkedForce(context);
    const { entries } = yield* readManifests(context, { validates: true });
    const manifests = entries.filter(isManifest);
    const failed: Problem[] = entries.filter((entry): entry is Problem => !isManifest(entry));
    if (isForced && manifests.length === 0 && failed.length === 0) {
      context.out('No resources found\n');
      throw usageError('no objects passed to replace');
    }
    const print = outcomePrinter(context);
    const fieldValidation = fieldValidationOf(context);
    if (isForced) yield* deleteAll(context, manifests, propagationPolicy);
    for (const manifest of manifests) {
      const problem = yield* putOne(context, manifest, { fieldValidation, print, isForced });
      if (problem) failed.push(problem);
    }
    return report(context, failed);
  },
};

/** Whether the object is deleted first. Throws `CommandError` for flags that make no sense. */
function checkedForce({ flags }: Context): boolean {
  const isForced = flags.bool('force');
  if ((flags.int('grace-period') ?? -1) >= 0 && !isForced) {
    throw usageError('--grace-period must have --force specified');
  }
  if (flags.durationMs('timeout') !== 0 && !isForced)
    throw usageError('--timeout must have --force specified');
  if (!flags.has('filename')) throw usageError('must specify one of -f and -k');
  return isForced;
}

/** Deletes what is there, says so, and waits until all of it is gone. */
function* deleteAll(
  context: Context,
  manifests: readonly Manifest[],
  propagationPolicy: PropagationPolicy,
): Generator<Wait, void, void> {
  const { cluster, flags, process } = context;
  if (dryRunOf(context) !== 'none') throw usageError('--dry-run can not be used when --force is set');
  const grace = flags.int('grace-period') ?? -1;
  // A second at least, so that nothing is lost by mistake.
  const options = {
    propagationPolicy,
    ...(grace < 0 ? {} : { gracePeriodSeconds: Math.max(1, grace) }),
  } as const;
  const there: { manifest: Manifest; object: KubeObject }[] = [];
  for (const manifest of manifests) {
    const { kind, namespace, name } = manifest;
    const found = cluster.api.get(kind, namespace, name);
    if (!found.ok) continue;
    cluster.api.delete(kind, namespace, name, options);
    there.push({ manifest, object: found.object });
    const place = kind.namespaced ? ` from ${namespace} namespace` : '';
    const isShort = flags.text('output') === 'name';
    const said = isShort ? `/${name}` : ` ${JSON.stringify(name)} deleted${place}`;
    context.out(`${prefixOf(kind)}${said}\n`);
  }
  const untilMs = process.host.now() + (flags.durationMs('timeout') || GONE_TIMEOUT_MS);
  for (const { manifest, object } of there) {
    const { kind, namespace, name } = manifest;
    const isGone = () => cluster.view.get(kind, namespace, name)?.metadata.uid !== object.metadata.uid;
    while (!isGone()) {
      if (process.host.now() >= untilMs) throw new CommandError('error: timed out waiting for the condition');
      yield { ready: isGone, untilMs };
    }
  }
}

function* putOne(
  context: Context,
  manifest: Manifest,
  how: {
    readonly fieldValidation: FieldValidation;
    readonly print: OutcomePrinter;
    readonly isForced: boolean;
  },
): Generator<Wait, Problem | undefined, void> {
  const { kind, source, origin, name } = manifest;
  const doing = `error when replacing ${JSON.stringify(source)}`;
  if (name === '' && !how.isForced) return { text: `${doing}: resource name may not be empty`, origin };
  const saved = context.flags.bool('save-config') ? withLastApplied(manifest.object) : manifest.object;
  const object = recorded(context, saved);
  const dryRun = dryRunOf(context);
  if (dryRun === 'client') {
    how.print(kind, asObject(object), 'replaced');
    return undefined;
  }
  const subresource = context.flags.text('subresource') ?? '';
  if (subresource !== '' && !hasSubresource(kind, subresource))
    return { status: noSuchResource, doing, origin };
  if (subresource === 'scale')
    throw usageError('petset does not replace the scale of an object; use kubectl scale');
  const options = {
    fieldValidation: how.fieldValidation,
    dryRun: dryRun === 'server',
    ...(subresource === 'status' ? ({ subresource } as const) : {}),
  };
  const answer = how.isForced
    ? yield* createObject(context, kind, object, options)
    : context.cluster.api.update(kind, object, options);
  printWarnings(context, answer);
  if (!answer.ok) {
    return { status: answer.status, origin, ...(how.isForced ? {} : { doing }) };
  }
  how.print(kind, answer.object, 'replaced');
  return undefined;
}
