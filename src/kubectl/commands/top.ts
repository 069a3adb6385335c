// kubectl top: what nodes and pods use. The figures are a metrics server's to tell, and a plain cluster has none; when
// the cluster has one, `refuseWithoutMetrics` is where they come in.
import type { Command } from '../command.ts';
import { helpfulError, usageError } from '../command.ts';
import { allNamespacesFlag, fieldSelectorFlag, selectorFlag } from '../flag-sets.ts';
import type { FlagSpec } from '../flags.ts';
import { commandGroup } from './command-group.ts';

const topFlags: readonly FlagSpec[] = [
  selectorFlag,
  { name: 'no-headers', type: 'bool', help: 'Leave out the header row' },
  { name: 'sort-by', type: 'string', help: 'cpu or memory' },
  {
    name: 'use-protocol-buffers',
    type: 'bool',
    default: 'true',
    help: 'How to ask the metrics server; the answer is the same',
  },
];

function top(
  word: 'node' | 'pod',
  aliases: readonly string[],
  summary: string,
  selectorWord: string,
  flags: readonly FlagSpec[],
): Command {
  const command: Command = {
    words: ['top', word],
    aliases,
    summary,
    usage: `kubectl top ${word} [NAME | -l label] [options]`,
    flags: [...topFlags, ...flags],
    run({ args, flags: given }) {
      if (args.length > 1) throw helpfulError(command, `${word} [NAME | -l label]`);
      const order = given.text('sort-by') ?? '';
      if (!/^(|cpu|memory)$/.test(order)) throw usageError('--sort-by accepts only cpu or memory');
      if (args.length > 0 && (given.text('selector') || given.text('field-selector'))) {
        throw usageError(`only one of NAME or ${selectorWord} can be provided`);
      }
      return refuseWithoutMetrics();
    },
  };
  return command;
}

function refuseWithoutMetrics(): never {
  throw usageError('Metrics API not available');
}

export const topCommands = commandGroup({
  words: ['top'],
  summary: 'Display resource (CPU/memory) usage',
  members: [
    top('node', ['nodes', 'no'], 'Display resource (CPU/memory) usage of nodes', '--selector', [
      {
        name: 'show-capacity',
        type: 'bool',
        help: 'Reckon in what the nodes have, not in what pods can take',
      },
    ]),
    top('pod', ['pods', 'po'], 'Display resource (CPU/memory) usage of pods', 'selector', [
      allNamespacesFlag,
      fieldSelectorFlag,
      { name: 'containers', type: 'bool', help: 'Each container by itself' },
      { name: 'sum', type: 'bool', help: 'Add the sum of all pods' },
    ]),
  ],
});
