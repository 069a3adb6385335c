// kubectl set env: changes the environment variables of containers, or lists them.
import type { ConfigMap, EnvVar, KubeObject } from '../../sim/index.ts';
import { compareText, goQuote } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { report, usageError } from '../command.ts';
import { dryRunOf } from '../dry-run.ts';
import type { EnvChange } from '../env-changes.ts';
import { changeEnv, envNameOf, overwriteProblem, readEnvChange, splitEnvWords } from '../env-changes.ts';
import { listEnv } from '../env-references.ts';
import { changeFlags } from '../flag-sets.ts';
import { localFlag } from '../local.ts';
import type { JsonMap } from '../manifest-files.ts';
import { readAll } from '../manifest-sources.ts';
import { listAt } from '../objects.ts';
import { outcomePrinter } from '../outcome.ts';
import {
  containersFlag,
  objectProblem,
  podSpecOf,
  selectedContainers,
  sendChange,
  withContainers,
} from '../pod-spec-change.ts';
import type { Problem } from '../problems.ts';
import type { Target } from '../targets.ts';
import { findTargets, refuseBesideFiles, requestsOf, targetsOfRequests } from '../targets.ts';

export const setEnv: Command = {
  words: ['set', 'env'],
  summary: 'Update environment variables on a pod template',
  usage: 'kubectl set env RESOURCE/NAME KEY_1=VAL_1 ... KEY_N=VAL_N [options]',
  flags: [
    ...changeFlags,
    containersFlag,
    { name: 'from', type: 'string', help: 'A ConfigMap or Secret whose keys become variables' },
    { name: 'prefix', type: 'string', help: 'What to put before the names of the variables' },
    { name: 'env', short: 'e', type: 'each', help: 'A variable to set, as KEY=VALUE' },
    { name: 'keys', type: 'list', help: 'The keys to take from the object that --from names' },
    { name: 'list', type: 'bool', help: 'Show the variables with all changes, and change nothing' },
    { name: 'resolve', type: 'bool', help: 'With --list, show the values behind references' },
    { name: 'overwrite', type: 'bool', default: 'true', help: 'false: refuse to change values there are' },
    localFlag,
  ],
  *run(context) {
    const { resources, words, isRemovalByFlag } = readCall(context);
    const input = words.includes('-') ? yield* readAll(context.process) : '';
    const given = readEnvChange(words, input);
    const from = readFrom(context);
    if ('problems' in from) return report(context, from.problems);
    const change = withPrefix({ ...given, set: [...given.set, ...from.set] }, context.flags.text('prefix'));
    const { targets, problems } = yield* findTargets(context, resources);
    if (problems.length > 0) return report(context, problems);
    if (context.flags.bool('list')) {
      for (const target of targets) listOrChange(context, target, change);
      return 0;
    }
    return changeAll(context, targets, change, isRemovalByFlag && change.set.length === 0);
  },
};

interface Call {
  readonly resources: readonly string[];
  /** The changes, those of --env first. */
  readonly words: readonly string[];
  /** No change stands among the arguments. */
  readonly isRemovalByFlag: boolean;
}

function readCall(context: Context): Call {
  const { args, flags } = context;
  if (flags.bool('all') && flags.text('selector')) {
    throw usageError('cannot set --all and --selector at the same time');
  }
  const { resources, changes } = splitEnvWords(args);
  dryRunOf(context);
  outcomePrinter(context);
  if (!flags.has('filename') && resources.length === 0) {
    throw usageError('one or more resources must be specified as <resource> <name> or <resource>/<name>');
  }
  if (flags.bool('list') && flags.text('output')) {
    throw usageError('--list and --output may not be specified together');
  }
  if (flags.has('keys') && !flags.text('from')) {
    throw usageError('when specifying --keys, a configmap or secret must be provided with --from');
  }
  return { resources, words: [...flags.list('env'), ...changes], isRemovalByFlag: changes.length === 0 };
}

/** The variables that --from asks for. Departs: they come in the order of their keys, in Kubernetes in no order. */
function readFrom(
  context: Context,
): { readonly set: readonly EnvVar[] } | { readonly problems: readonly Problem[] } {
  const { flags } = context;
  const from = flags.text('from');
  if (!from) return { set: [] };
  if (flags.has('filename')) refuseBesideFiles(context, [from]);
  if (flags.text('selector') && from.includes('/')) {
    throw usageError('selectors and the all flag cannot be used when passing resource/name arguments');
  }
  const { targets, problems } = targetsOfRequests(context, requestsOf(context, [from]));
  if (problems.length > 0) return { problems };
  const wanted = flags.list('keys');
  return {
    set: targets.flatMap(({ kind, object }) => {
      const ref =
        kind.kind === 'Secret' ? 'secretKeyRef' : kind.kind === 'ConfigMap' ? 'configMapKeyRef' : undefined;
      if (!ref) throw usageError('unsupported resource specified in --from');
      return Object.keys((object as ConfigMap).data ?? {})
        .filter((key) => wanted.length === 0 || wanted.includes(key))
        .sort(compareText)
        .map((key) => {
          const name = envNameOf(key);
          if (name !== key) context.err(`Warning: key ${key} transferred to ${name}\n`);
          return { name, valueFrom: { [ref]: { name: object.metadata.name, key } } };
        });
    }),
  };
}

function withPrefix(change: EnvChange, prefix = ''): EnvChange {
  return { ...change, set: change.set.map((variable) => ({ ...variable, name: prefix + variable.name })) };
}

function changeAll(
  context: Context,
  targets: readonly Target[],
  change: EnvChange,
  isNothingGiven: boolean,
): number {
  const print = outcomePrinter(context);
  const failed: Problem[] = [];
  for (const target of targets) {
    const next = listOrChange(context, target, change);
    if ('problem' in next) {
      failed.push(next.problem);
      continue;
    }
    const sent = sendChange(context, target, next.object, 'failed to patch env update to pod template:');
    if ('problem' in sent) failed.push(sent.problem);
    else if (sent.isChanged) {
      // Kubernetes sees only after the patch that --env asks for nothing but a removal.
      if (isNothingGiven && dryRunOf(context) !== 'client') {
        throw usageError('at least one environment variable must be provided');
      }
      print(target.kind, sent.object, 'env updated');
    }
  }
  return report(context, failed);
}

/** The object with its variables changed; with --list they are printed, problems are not. */
function listOrChange(
  context: Context,
  target: Target,
  change: EnvChange,
): { readonly object: KubeObject } | { readonly problem: Problem } {
  const { kind, object } = target;
  const { flags } = context;
  const path = podSpecOf(target);
  if ('text' in path || 'status' in path) return { problem: path };
  const pattern = flags.text('containers') ?? '*';
  const containers = selectedContainers(object, path, pattern);
  if (containers.length === 0) {
    const place = `${kind.kind}/${object.metadata.name}`;
    context.err(`Warning: ${place} does not have any containers matching ${goQuote(pattern)}\n`);
  }
  for (const container of containers) {
    const problem = flags.bool('overwrite') ? undefined : overwriteProblem(envOf(container), change);
    if (problem !== undefined) return { problem: objectProblem(target, problem) };
    if (flags.bool('list')) listEnv(context, target, container, changeEnv(envOf(container), change));
  }
  return { object: withContainers(object, path, pattern, (container) => withEnv(container, change)) };
}

function envOf(container: JsonMap): readonly EnvVar[] {
  return listAt(container, 'env') as readonly EnvVar[];
}

function withEnv(container: JsonMap, change: EnvChange): JsonMap {
  const { env: _, ...rest } = container;
  const env = changeEnv(envOf(container), change);
  return env.length > 0 ? { ...rest, env } : rest;
}
