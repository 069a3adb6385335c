// kubectl drain: cordons nodes and takes their pods away.
import type { Kind, Node, Pod, Wait } from '../../sim/index.ts';
import { NodeKind, PodKind, parseSelector } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { report, usageError } from '../command.ts';
import type { DrainRules } from '../drain/pod-filters.ts';
import { filterPods } from '../drain/pod-filters.ts';
import type { DrainFailure, TakeAwayOptions } from '../drain/take-away.ts';
import { takeAway } from '../drain/take-away.ts';
import { dryRunOf } from '../dry-run.ts';
import { dryRunFlag, selectorFlag } from '../flag-sets.ts';
import { outcomePrinter } from '../outcome.ts';
import { selectNodes, setAll } from './cordon.ts';

export const drain: Command = {
  words: ['drain'],
  summary: 'Drain node in preparation for maintenance',
  usage: 'kubectl drain NODE [options]',
  flags: [
    selectorFlag,
    dryRunFlag,
    { name: 'force', type: 'bool', help: 'Also take pods away that no controller will replace' },
    { name: 'ignore-daemonsets', type: 'bool', help: 'Leave the pods of DaemonSets where they are' },
    { name: 'delete-emptydir-data', type: 'bool', help: 'Also take pods away that lose an emptyDir' },
    { name: 'disable-eviction', type: 'bool', help: 'Delete pods, without asking disruption budgets' },
    { name: 'grace-period', type: 'int', default: '-1', help: 'Seconds for each pod to end; -1: its own' },
    { name: 'timeout', type: 'duration', help: 'How long to try; 0: for ever' },
    { name: 'pod-selector', type: 'string', help: 'Label selector: only these pods' },
    {
      name: 'skip-wait-for-delete-timeout',
      type: 'int',
      default: '0',
      help: 'Do not wait for pods that should have been gone for so many seconds',
    },
    { name: 'chunk-size', type: 'int', default: '500', help: 'Has no effect here' },
  ],
  *run(context) {
    const podSelector = readPodSelector(context);
    const { nodes, problems } = selectNodes(context);
    if (problems.length > 0) return report(context, problems);
    const failed = setAll(context, nodes, true);
    if (failed.length > 0) return report(context, failed);
    const pending: { readonly node: Node; readonly failure: DrainFailure }[] = [];
    for (const node of nodes) {
      const failure = yield* drainNode(context, node, podSelector);
      if (!failure) {
        outcomePrinter(context)(NodeKind as Kind, node, 'drained');
        continue;
      }
      const name = JSON.stringify(node.metadata.name);
      context.err(
        `error: unable to drain node ${name} due to error: ${together(failure)}, continuing command...\n`,
      );
      pending.push({ node, failure });
    }
    if (pending.length === 0) return 0;
    context.err('There are pending nodes to be drained:\n');
    for (const { node } of pending) context.err(` ${node.metadata.name}\n`);
    context.err(lastWords(pending.map(({ failure }) => failure)));
    return 1;
  },
};

function readPodSelector({ flags }: Context): (pod: Pod) => boolean {
  const parsed = parseSelector(flags.text('pod-selector') ?? '');
  if (!parsed.ok) throw usageError('--pod-selector=<pod_selector> must be a valid label selector');
  return ({ metadata }) => parsed.value.matches(metadata.labels ?? {});
}

function* drainNode(
  context: Context,
  node: Node,
  includes: (pod: Pod) => boolean,
): Generator<Wait, DrainFailure | undefined, void> {
  const { flags, cluster, process } = context;
  const rules: DrainRules = {
    force: flags.bool('force'),
    ignoresDaemonSets: flags.bool('ignore-daemonsets'),
    deletesEmptyDirs: flags.bool('delete-emptydir-data'),
    skipAfterSeconds: flags.int('skip-wait-for-delete-timeout') ?? 0,
  };
  const { name } = node.metadata;
  const filtered = () => {
    const pods = cluster.api.list(PodKind).filter((pod) => pod.spec.nodeName === name && includes(pod));
    return filterPods(pods, rules, cluster.view, process.host.now());
  };
  const { pods, warnings, errors } = filtered();
  if (errors.length > 0) return { messages: errors, isList: true };
  if (warnings) context.err(`Warning: ${warnings}\n`);
  const dryRun = dryRunOf(context);
  if (dryRun === 'client') {
    for (const { metadata } of pods) {
      context.out(`evicting pod ${metadata.namespace}/${metadata.name} (dry run)\n`);
    }
    return undefined;
  }
  const failure = yield* takeAway(context, pods, optionsOf(context, rules, dryRun === 'server'));
  if (!failure) return undefined;
  tellRest(context, name, failure, filtered());
  return failure;
}

function optionsOf({ flags }: Context, rules: DrainRules, isDryRun: boolean): TakeAwayOptions {
  const grace = flags.int('grace-period') ?? -1;
  return {
    deletion: grace >= 0 ? { gracePeriodSeconds: grace } : {},
    isDryRun,
    evicts: !flags.bool('disable-eviction'),
    timeoutMs: flags.durationMs('timeout'),
    skipAfterSeconds: rules.skipAfterSeconds,
  };
}

/** The pods that are still to go after something went wrong. */
function tellRest(
  context: Context,
  node: string,
  failure: DrainFailure,
  { pods, errors }: ReturnType<typeof filterPods>,
): void {
  if (pods.length > 0) {
    const name = JSON.stringify(node);
    context.err(`There are pending pods in node ${name} when an error occurred: ${together(failure)}\n`);
    for (const { metadata } of pods) context.err(`pod/${metadata.name}\n`);
  }
  if (errors.length > 0) {
    const list = together({ messages: errors, isList: true });
    context.err(`Following errors occurred while getting the list of pods to delete:\n${list}`);
  }
}

/** One error as it is, several as `[a, b]`. */
function together({ messages }: DrainFailure): string {
  return messages.length === 1 ? (messages[0] ?? '') : `[${messages.join(', ')}]`;
}

/** What kubectl ends with: the errors of one node a line each; those of several, a line a node. */
function lastWords(failures: readonly DrainFailure[]): string {
  const [first] = failures;
  const isOne = failures.length === 1 && first !== undefined;
  if (isOne && !first.isList) return `error: ${together(first)}\n`;
  const lines = isOne ? first.messages : failures.map(together);
  return lines.map((line) => `${line}\n`).join('');
}
