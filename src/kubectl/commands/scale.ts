// kubectl scale: sets how many replicas are wanted, through the scale subresource.
import type { Kind, KubeObject, Wait } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { report, usageError } from '../command.ts';
import { dryRunOf } from '../dry-run.ts';
import { changeFlags, noRecordFlag } from '../flag-sets.ts';
import { outcomePrinter } from '../outcome.ts';
import type { Problem } from '../problems.ts';
import type { Target } from '../targets.ts';
import { findTargets } from '../targets.ts';

export const scale: Command = {
  words: ['scale'],
  summary: 'Set a new size for a deployment, replica set, or replication controller',
  usage:
    'kubectl scale [--resource-version=version] [--current-replicas=count] --replicas=COUNT (-f FILENAME | TYPE NAME) [options]',
  flags: [
    ...changeFlags.filter(({ name }) => name !== 'field-manager'),
    noRecordFlag,
    { name: 'replicas', type: 'int', isRequired: true, help: 'The new desired number of replicas' },
    {
      name: 'current-replicas',
      type: 'int',
      default: '-1',
      help: 'Only scale where this is the current number; -1: whatever it is',
    },
    { name: 'resource-version', type: 'string', help: 'Only scale where this is the resource version' },
    {
      name: 'timeout',
      type: 'duration',
      default: '0s',
      help: 'How long to wait until there are as many; 0: not at all',
    },
  ],
  *run(context) {
    const replicas = context.flags.int('replicas') ?? -1;
    if (replicas < 0) {
      throw usageError('The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0');
    }
    const { targets, problems } = yield* findTargets(context);
    const failed: Problem[] = [...problems];
    if (targets.length === 0 && failed.length === 0) throw usageError('no objects passed to scale');
    const print = outcomePrinter(context);
    for (const target of targets) {
      const outcome = scaleOne(context, target, replicas);
      if ('problem' in outcome) failed.push(outcome.problem);
      else {
        yield* untilScaled(context, target.kind, outcome.object, replicas);
        print(target.kind, outcome.object, 'scaled');
      }
    }
    return report(context, failed);
  },
};

/** With --timeout, waits until there are as many as wanted. Throws `CommandError`. */
function* untilScaled(
  context: Context,
  kind: Kind,
  { metadata: { name, namespace = '' } }: KubeObject,
  replicas: number,
): Generator<Wait, void, void> {
  const { cluster, flags, process } = context;
  const timeoutMs = flags.durationMs('timeout');
  if (timeoutMs === 0 || dryRunOf(context) !== 'none') return;
  const untilMs = process.host.now() + timeoutMs;
  const isScaled = () => {
    const object = cluster.view.get(kind, namespace, name);
    return object === undefined || kind.scale?.get(object).status === replicas;
  };
  while (!isScaled()) {
    if (process.host.now() >= untilMs) throw usageError('timed out waiting for the condition');
    yield { ready: isScaled, untilMs };
  }
}

function scaleOne(
  context: Context,
  { kind, object }: Target,
  replicas: number,
): { readonly object: KubeObject } | { readonly problem: Problem } {
  const { flags, cluster } = context;
  const wanted = flags.int('current-replicas') ?? -1;
  const current = kind.scale?.get(object).spec;
  if (current !== undefined && wanted >= 0 && wanted !== current) {
    return { problem: { text: `Expected replicas to be ${wanted}, was ${current}` } };
  }
  const version = flags.text('resource-version');
  const { name, namespace = '', resourceVersion } = object.metadata;
  if (version && version !== resourceVersion) {
    return { problem: { text: `Expected resource version to be ${version}, was ${resourceVersion}` } };
  }
  const dryRun = dryRunOf(context);
  if (dryRun === 'client' && kind.scale) return { object };
  const answer = cluster.api.scale(kind, namespace, name, replicas, { dryRun: dryRun === 'server' });
  if (!answer.ok) return { problem: { status: answer.status } };
  return { object: answer.object };
}
