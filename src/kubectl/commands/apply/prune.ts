// apply --prune: what was applied once, and stands in no manifest now, goes.
import type { Kind, KubeObject } from '../../../sim/index.ts';
import { kindFor } from '../../../sim/index.ts';
import type { Context } from '../../command.ts';
import { serverError } from '../../command.ts';
import { dryRunSuffix } from '../../dry-run.ts';
import { lastApplied } from '../../last-applied.ts';
import { logLine } from '../../log-line.ts';
import { outcomeLine } from '../../outcome.ts';
import type { Printable } from '../../printers/index.ts';
import { printerFor } from '../../printers/index.ts';
import { matcherOf, selectorsOf } from '../../selectors.ts';
import type { ApplyOptions } from './apply-options.ts';

/** What is pruned where --prune-allowlist says nothing. */
const prunedKinds: readonly (readonly [apiVersion: string, ...kinds: string[]])[] = [
  [
    'v1',
    'ConfigMap',
    'Endpoints',
    'PersistentVolumeClaim',
    'Pod',
    'ReplicationController',
    'Secret',
    'Service',
  ],
  ['batch/v1', 'Job', 'CronJob'],
  ['networking.k8s.io/v1', 'Ingress'],
  ['apps/v1', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
  ['v1', 'Namespace', 'PersistentVolume'],
];

const deprecation =
  'Deprecated: kubectl apply will no longer prune non-namespaced resources by default when used with the --namespace flag in a future release. To preserve the current behaviour, list the resources you want to target explicitly in the --prune-allowlist flag.';

/** Deletes what was applied to the namespaces of `applied` and is not among it. Throws `CommandError`. */
export function prune(context: Context, applied: readonly Printable[], options: ApplyOptions): void {
  const kinds = options.pruned ?? defaultKinds();
  if (!options.pruned && context.flags.has('namespace')) {
    context.err(`${logLine(context.process, 'W', 'prune.go:71', deprecation)}\n`);
  }
  const kept = new Set(applied.map(({ object }) => object.metadata.uid));
  const namespaces = new Set(
    applied.filter(({ kind }) => kind.namespaced).map(({ object }) => object.metadata.namespace ?? ''),
  );
  for (const namespace of namespaces) {
    for (const kind of kinds) if (kind.namespaced) pruneKind(context, kind, namespace, kept, options);
  }
  for (const kind of kinds) if (!kind.namespaced) pruneKind(context, kind, '', kept, options);
}

function defaultKinds(): readonly Kind[] {
  return prunedKinds.flatMap(([apiVersion, ...names]) =>
    names.map((name) => kindFor(apiVersion, name)).filter((kind) => kind !== undefined),
  );
}

function pruneKind(
  context: Context,
  kind: Kind,
  namespace: string,
  kept: ReadonlySet<string | undefined>,
  { dryRun, deletion }: ApplyOptions,
): void {
  const { api } = context.cluster;
  const matches = matcherOf(kind, selectorsOf(context));
  for (const object of api.list(kind, kind.namespaced ? namespace : undefined)) {
    const { name, uid } = object.metadata;
    if (lastApplied(object) === undefined || kept.has(uid) || !matches(object)) continue;
    if (dryRun !== 'client') {
      const answer = api.delete(kind, namespace, name, { ...deletion, dryRun: dryRun === 'server' });
      if (!answer.ok && answer.status.reason !== 'NotFound') throw serverError(answer.status);
    }
    tell(context, kind, object, `pruned${dryRunSuffix(dryRun)}`);
  }
}

function tell(context: Context, kind: Kind, object: KubeObject, operation: string): void {
  const printer = printerFor(context);
  context.out(printer ? printer([{ kind, object }], false) : outcomeLine(kind, object, operation));
}
