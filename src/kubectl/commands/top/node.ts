// kubectl top node: what nodes use of what they have.
import type { Node } from '../../../sim/index.ts';
import { NodeKind, parseQuantity, quantityMilliValue } from '../../../sim/index.ts';
import type { Command, Context } from '../../command.ts';
import { CommandError, usageError } from '../../command.ts';
import { matcherOf, selectorsOf } from '../../selectors.ts';
import type { Usage } from './usage.ts';
import { cpuText, inOrder, memoryText, metricsFor, printRows, topFlags } from './usage.ts';

const header = ['NAME', 'CPU(cores)', 'CPU(%)', 'MEMORY(bytes)', 'MEMORY(%)'];
const unknown = '<unknown>';

export const topNode: Command = {
  words: ['top', 'node'],
  aliases: ['nodes', 'no'],
  summary: 'Display resource (CPU/memory) usage of nodes',
  usage: 'kubectl top node [NAME | -l label] [options]',
  flags: [
    ...topFlags,
    {
      name: 'show-capacity',
      type: 'bool',
      help: 'Reckon in what the nodes have, not in what pods can take',
    },
  ],
  run(context) {
    const metrics = metricsFor(context, topNode, '--selector');
    const { args, cluster } = context;
    const [name] = args;
    const includes = matcherOf(NodeKind, selectorsOf(context));
    const nodes = cluster.api
      .list(NodeKind)
      .filter((node) => (name === undefined ? includes(node) : node.metadata.name === name));
    const measured = nodes.flatMap((node) => {
      const usage = metrics.ofNode(node.metadata.name);
      return usage ? [{ name: node.metadata.name, node, usage }] : [];
    });
    if (name !== undefined && measured.length === 0) {
      const what = `nodemetrics.metrics.k8s.io ${JSON.stringify(name)}`;
      throw new CommandError(`Error from server (NotFound): ${what} not found`);
    }
    if (measured.length === 0) throw usageError('metrics not available yet');
    const others = nodes.filter((node) => !measured.some((own) => own.node === node));
    printRows(context, header, [
      ...inOrder(context, measured).map((own) => row(context, own.node, own.usage)),
      ...others.map(({ metadata }) => [metadata.name, ...header.slice(1).map(() => unknown)]),
    ]);
    return 0;
  },
};

function row({ flags }: Context, { metadata, status }: Node, usage: Usage): readonly string[] {
  const whole = flags.bool('show-capacity') ? status?.capacity : status?.allocatable;
  return [
    metadata.name,
    cpuText(usage),
    percentText(usage.cpuMillis, whole?.cpu),
    memoryText(usage),
    percentText(usage.memoryBytes * 1000, whole?.memory),
  ];
}

function percentText(milli: number, whole: string | undefined): string {
  const amount = parseQuantity(whole ?? '');
  if (!amount.ok) return '';
  return `${Math.trunc((milli / quantityMilliValue(amount.value)) * 100)}%`;
}
