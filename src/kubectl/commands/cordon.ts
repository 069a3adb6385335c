// kubectl cordon and uncordon: whether new pods may come to a node.
import type { Kind, Node } from '../../sim/index.ts';
import { NodeKind } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { helpfulError, report } from '../command.ts';
import { dryRunOf } from '../dry-run.ts';
import { dryRunFlag, selectorFlag } from '../flag-sets.ts';
import { outcomePrinter } from '../outcome.ts';
import type { Problem } from '../problems.ts';
import { select } from '../resources.ts';

function command(word: 'cordon' | 'uncordon', summary: string): Command {
  const isCordon = word === 'cordon';
  return {
    words: [word],
    summary,
    usage: `kubectl ${word} NODE [options]`,
    flags: [selectorFlag, dryRunFlag],
    run(context) {
      const { nodes, problems } = selectNodes(context);
      if (problems.length > 0) return report(context, problems);
      return report(context, setAll(context, nodes, isCordon));
    },
  };
}

/** The nodes that a command's arguments or -l name. Throws `CommandError`. */
export function selectNodes(context: Context): {
  readonly nodes: readonly Node[];
  readonly problems: readonly Problem[];
} {
  const { args, flags, command } = context;
  const selector = flags.text('selector');
  if (args.length === 0 && !selector) {
    throw helpfulError(command, `USAGE: ${command.words.join(' ')} NODE [flags]`);
  }
  if (args.length > 0 && selector) {
    throw helpfulError(command, 'error: cannot specify both a node name and a --selector option');
  }
  const names = args.map((arg) => arg.replace(/^nodes?\//, ''));
  const { objects, problems } = select(context, { kind: NodeKind as Kind, names });
  return { nodes: objects as readonly Node[], problems };
}

/** Lets new pods come to the nodes or keeps them away, and says of each what was done. */
export function setAll(context: Context, nodes: readonly Node[], isCordon: boolean): Problem[] {
  return nodes.flatMap((node) => setUnschedulable(context, node, isCordon) ?? []);
}

function setUnschedulable(context: Context, node: Node, isCordon: boolean): Problem | undefined {
  const print = outcomePrinter(context);
  const done = isCordon ? 'cordoned' : 'uncordoned';
  if ((node.spec?.unschedulable ?? false) === isCordon) {
    print(NodeKind as Kind, node, `already ${done}`);
    return undefined;
  }
  if (dryRunOf(context) !== 'client') {
    const body = { spec: { unschedulable: isCordon ? true : null } };
    const answer = context.cluster.api.patch(
      NodeKind,
      '',
      node.metadata.name,
      { type: 'merge', body },
      { dryRun: dryRunOf(context) === 'server' },
    );
    if (!answer.ok) return { status: answer.status };
  }
  print(NodeKind as Kind, node, done);
  return undefined;
}

export const cordon = command('cordon', 'Mark node as unschedulable');
export const uncordon = command('uncordon', 'Mark node as schedulable');
