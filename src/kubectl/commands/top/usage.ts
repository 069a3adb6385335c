// What `kubectl top` has in common for nodes and pods: its flags, whether there is anything to ask, and how amounts look.
import type { ResourceMetrics } from '../../../sim/index.ts';
import { resourceMetrics } from '../../../sim/index.ts';
import type { Command, Context } from '../../command.ts';
import { CommandError, helpfulError, usageError } from '../../command.ts';
import { selectorFlag } from '../../flag-sets.ts';
import type { FlagSpec } from '../../flags.ts';
import { createTableWriter } from '../../printers/table-writer.ts';

export interface Usage {
  readonly cpuMillis: number;
  readonly memoryBytes: number;
}

type Served = Extract<ResourceMetrics, { readonly state: 'served' }>;

export const topFlags: readonly FlagSpec[] = [
  selectorFlag,
  { name: 'no-headers', type: 'bool', help: 'Leave out the header row' },
  { name: 'sort-by', type: 'string', help: 'cpu or memory' },
  { name: 'show-swap', type: 'bool', help: 'Swapped memory', unsupported: 'the nodes here have no swap' },
  {
    name: 'use-protocol-buffers',
    type: 'bool',
    default: 'true',
    help: 'How to ask the metrics server; the answer is the same',
  },
];

/** Checks the call and finds who tells. Throws `CommandError`. */
export function metricsFor(context: Context, command: Command, selectorWord: string): Served {
  const { args, flags, cluster } = context;
  const word = command.words[1] ?? '';
  if (args.length > 1) throw helpfulError(command, `${word} [NAME | -l label]`);
  if (!/^(|cpu|memory)$/.test(flags.text('sort-by') ?? '')) {
    throw usageError('--sort-by accepts only cpu or memory');
  }
  if (args.length > 0 && (flags.text('selector') || flags.text('field-selector'))) {
    throw usageError(`only one of NAME or ${selectorWord} can be provided`);
  }
  const metrics = resourceMetrics(cluster.view);
  if (metrics.state === 'served') return metrics;
  if (metrics.state === 'absent') throw usageError('Metrics API not available');
  const asked = `get ${word}s.metrics.k8s.io`;
  throw new CommandError(
    `Error from server (ServiceUnavailable): the server is currently unable to handle the request (${asked})`,
  );
}

/** The greedy first where --sort-by asks for them, else by name. */
export function inOrder<Row extends { readonly name: string; readonly usage: Usage }>(
  { flags }: Context,
  rows: readonly Row[],
): readonly Row[] {
  const sortBy = flags.text('sort-by') ?? '';
  const amount = ({ usage }: Row) => (sortBy === 'cpu' ? usage.cpuMillis : usage.memoryBytes);
  const byName = [...rows].sort((a, b) => (a.name < b.name ? -1 : 1));
  return sortBy === '' ? byName : byName.sort((a, b) => amount(b) - amount(a));
}

export function cpuText({ cpuMillis }: Usage): string {
  return `${Math.ceil(cpuMillis)}m`;
}

export function memoryText({ memoryBytes }: Usage): string {
  return `${Math.floor(memoryBytes / 1024 ** 2)}Mi`;
}

/** Prints rows as kubectl top does: every cell ends in a tab, the last one too. */
export function printRows(
  context: Context,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const all = context.flags.bool('no-headers') ? rows : [header, ...rows];
  context.out(createTableWriter().lines(all.map((row) => [...row, ''])));
}
