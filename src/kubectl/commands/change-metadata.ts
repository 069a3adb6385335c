// What label and annotate share: they set and remove entries of a map in metadata.
import type { KubeObject, Wait } from '../../sim/index.ts';
import { isEqual } from '../../sim/index.ts';
import type { Context } from '../command.ts';
import { report, usageError } from '../command.ts';
import { dryRunOf } from '../dry-run.ts';
import { allNamespacesFlag, changeFlags, fieldSelectorFlag, noRecordFlag } from '../flag-sets.ts';
import type { FlagSpec } from '../flags.ts';
import { localFlag, staysHere } from '../local.ts';
import { outcomePrinter } from '../outcome.ts';
import type { MetadataChange } from '../pairs.ts';
import type { Problem } from '../problems.ts';
import type { Target } from '../targets.ts';
import { findTargets } from '../targets.ts';

export const changeMetadataFlags: readonly FlagSpec[] = [
  ...changeFlags,
  noRecordFlag,
  allNamespacesFlag,
  { name: 'overwrite', type: 'bool', help: 'Change values that are there already' },
  { name: 'list', type: 'bool', help: 'Show what is there' },
  { name: 'resource-version', type: 'string', help: 'Only change an object of this resource version' },
  fieldSelectorFlag,
  localFlag,
];

export interface MetadataCommand {
  readonly field: 'labels' | 'annotations';
  /** `label` or `annotation`, as messages say it. */
  readonly noun: string;
  /** What is said of an object: `labeled`, `not labeled` … */
  operation(change: MetadataChange, isChanged: boolean): string;
  /** The refusal to overwrite what an object has; undefined: there is nothing to overwrite. */
  conflict(taken: readonly (readonly [key: string, value: string])[]): readonly Problem[];
  /** What is printed for a key that is to go but is not there. */
  missing?(key: string): string;
}

/** Changes what `resources` name. */
export function* changeMetadata(
  context: Context,
  kindOfChange: MetadataCommand,
  resources: readonly string[],
  change: MetadataChange,
): Generator<Wait, number, void> {
  const { flags } = context;
  const { field, noun } = kindOfChange;
  const isListing = flags.bool('list');
  if (resources.length === 0 && !flags.has('filename')) {
    throw usageError('one or more resources must be specified as <resource> <name> or <resource>/<name>');
  }
  if (change.set.size === 0 && change.remove.length === 0 && !isListing) {
    throw usageError(`at least one ${noun} update is required`);
  }
  const { targets, problems } = yield* findTargets(context, resources);
  const failed: Problem[] = [...problems];
  const isMany = targets.length > 1;
  const print = outcomePrinter(context);
  for (const target of targets) {
    const outcome = changeOne(context, kindOfChange, target, change);
    if ('problems' in outcome) failed.push(...outcome.problems);
    else if (isListing) listEntries(context, target, outcome.object.metadata[field] ?? {}, isMany);
    else print(target.kind, outcome.object, kindOfChange.operation(change, outcome.isChanged));
  }
  return report(context, failed);
}

function changeOne(
  context: Context,
  { field, conflict, missing }: MetadataCommand,
  { kind, object }: Target,
  change: MetadataChange,
): { readonly object: KubeObject; readonly isChanged: boolean } | { readonly problems: readonly Problem[] } {
  const { flags, cluster } = context;
  const entries = new Map(Object.entries(object.metadata[field] ?? {}));
  if (!flags.bool('overwrite')) {
    const taken = [...change.set.keys()].flatMap((key) => {
      const value = entries.get(key);
      return value === undefined || value === change.set.get(key) ? [] : [[key, value] as const];
    });
    if (taken.length > 0) return { problems: conflict(taken) };
  }
  for (const key of change.remove) {
    if (!entries.delete(key) && missing) context.out(missing(key));
  }
  for (const [key, value] of change.set) entries.set(key, value);
  const dryRun = dryRunOf(context);
  const next = { ...object, metadata: { ...object.metadata, [field]: Object.fromEntries(entries) } };
  const isChanged = !isEqual(Object.fromEntries(entries), object.metadata[field] ?? {});
  if (staysHere(context) || flags.bool('list')) return { object: next, isChanged };
  const { name, namespace = '' } = object.metadata;
  const version = flags.text('resource-version');
  const body = {
    metadata: {
      ...(version ? { resourceVersion: version } : {}),
      [field]: Object.fromEntries([...change.remove.map((key) => [key, null] as const), ...change.set]),
    },
  };
  const answer = cluster.api.patch(
    kind,
    namespace,
    name,
    { type: 'merge', body },
    { dryRun: dryRun === 'server' },
  );
  if (!answer.ok) return { problems: [{ status: answer.status }] };
  return { object: answer.object, isChanged };
}

function listEntries(
  context: Context,
  { kind, object }: Target,
  entries: Readonly<Record<string, string>>,
  isMany: boolean,
): void {
  if (isMany)
    context.out(
      `Listing ${context.command.words[0] === 'label' ? 'labels' : 'annotations'} for ${kind.kind}.${kind.group}/${object.metadata.name}:\n`,
    );
  for (const key of Object.keys(entries).sort()) context.out(`${isMany ? ' ' : ''}${key}=${entries[key]}\n`);
}
