// kubectl top pod: what pods use, or each of their containers.
import type { Pod, PodMetrics } from '../../../sim/index.ts';
import { formatGoDuration, PodKind, parseRfc3339 } from '../../../sim/index.ts';
import type { Command, Context } from '../../command.ts';
import { CommandError, usageError } from '../../command.ts';
import { allNamespacesFlag, fieldSelectorFlag } from '../../flag-sets.ts';
import { matcherOf, selectorsOf } from '../../selectors.ts';
import type { Usage } from './usage.ts';
import { cpuText, inOrder, memoryText, metricsFor, printRows, topFlags } from './usage.ts';

/** A pod older than this should have been measured. */
const measuredWithinMs = 120_000;
const underline = '________';

export const topPod: Command = {
  words: ['top', 'pod'],
  aliases: ['pods', 'po'],
  summary: 'Display resource (CPU/memory) usage of pods',
  usage: 'kubectl top pod [NAME | -l label] [options]',
  flags: [
    ...topFlags,
    allNamespacesFlag,
    fieldSelectorFlag,
    { name: 'containers', type: 'bool', help: 'Each container by itself' },
    { name: 'sum', type: 'bool', help: 'Add the sum of all pods' },
  ],
  run(context) {
    const metrics = metricsFor(context, topPod, 'selector');
    const pods = podsOf(context);
    const measured = pods.flatMap((pod) => {
      const found = metrics.ofPod(pod);
      const { name, namespace = '' } = pod.metadata;
      return found ? [{ name, namespace, found, usage: sumOf(found.containers) }] : [];
    });
    const [name] = context.args;
    if (name !== undefined && measured.length === 0) {
      const what = `podmetrics.metrics.k8s.io ${JSON.stringify(`${context.namespace}/${name}`)}`;
      throw new CommandError(`Error from server (NotFound): ${what} not found`);
    }
    if (measured.length === 0) {
      refuseUnmeasured(context, pods);
      context.err(
        context.isAllNamespaces
          ? 'No resources found\n'
          : `No resources found in ${context.namespace} namespace.\n`,
      );
      return 0;
    }
    print(context, measured);
    return 0;
  },
};

interface Measured {
  readonly name: string;
  readonly namespace: string;
  readonly found: PodMetrics;
  readonly usage: Usage;
}

function podsOf(context: Context): readonly Pod[] {
  const { args, cluster, namespace, isAllNamespaces } = context;
  const [name] = args;
  const isEverywhere = isAllNamespaces && name === undefined;
  const pods = cluster.api.list(PodKind, isEverywhere ? undefined : namespace);
  if (name !== undefined) return pods.filter(({ metadata }) => metadata.name === name);
  return pods.filter(matcherOf(PodKind, selectorsOf(context)));
}

/** Why nothing is known of pods that there are. Throws `CommandError`. */
function refuseUnmeasured({ process }: Context, pods: readonly Pod[]): void {
  for (const { metadata } of pods) {
    const ageMs = process.host.now() - (parseRfc3339(metadata.creationTimestamp ?? '') ?? 0);
    if (ageMs <= measuredWithinMs) continue;
    const { namespace, name } = metadata;
    throw usageError(`Metrics not available for pod ${namespace}/${name}, age: ${formatGoDuration(ageMs)}`);
  }
  if (pods.length > 0) throw usageError('metrics not available yet');
}

function print(context: Context, measured: readonly Measured[]): void {
  const { flags, isAllNamespaces } = context;
  const hasContainers = flags.bool('containers');
  const header = [
    ...(isAllNamespaces ? ['NAMESPACE'] : []),
    ...(hasContainers ? ['POD'] : []),
    ...['NAME', 'CPU(cores)', 'MEMORY(bytes)'],
  ];
  const isByName = !flags.text('sort-by');
  const sorted = [...inOrder(context, measured)];
  if (isAllNamespaces && isByName) sorted.sort((a, b) => compare(a.namespace, b.namespace));
  const rows = sorted.flatMap(({ name, namespace, found, usage }) => {
    const start = isAllNamespaces ? [namespace] : [];
    if (!hasContainers) return [[...start, name, cpuText(usage), memoryText(usage)]];
    const containers = found.containers.map((own) => ({ name: own.name, usage: own }));
    return inOrder(context, containers).map((own) => [
      ...start,
      ...[name, own.name, cpuText(own.usage), memoryText(own.usage)],
    ]);
  });
  const sum = sumOf(measured.map(({ usage }) => usage));
  const gap = header.slice(2).map(() => '');
  const total = [
    [...gap, underline, underline],
    [...gap, cpuText(sum), memoryText(sum)],
  ];
  printRows(context, header, flags.bool('sum') ? [...rows, ...total] : rows);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sumOf(parts: readonly Usage[]): Usage {
  return {
    cpuMillis: parts.reduce((sum, { cpuMillis }) => sum + cpuMillis, 0),
    memoryBytes: parts.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0),
  };
}
