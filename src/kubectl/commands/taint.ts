// kubectl taint: keeps pods from nodes unless they tolerate it.
import type { Kind, Node } from '../../sim/index.ts';
import { NodeKind } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { helpfulError, report, usageError } from '../command.ts';
import { dryRunOf } from '../dry-run.ts';
import {
  allFlag,
  dryRunFlag,
  fieldManagerFlag,
  printFlags,
  selectorFlag,
  validateFlag,
} from '../flag-sets.ts';
import { outcomePrinter } from '../outcome.ts';
import type { Problem } from '../problems.ts';
import { select } from '../resources.ts';
import type { Taint, TaintChanges } from '../taint-spec.ts';
import { parseTaints, TaintError, taintText } from '../taint-spec.ts';

const NODE_WORDS = ['node', 'nodes', 'no'];

export const taint: Command = {
  words: ['taint'],
  summary: 'Update the taints on one or more nodes',
  usage: 'kubectl taint NODE NAME KEY_1=VAL_1:TAINT_EFFECT_1 ... KEY_N=VAL_N:TAINT_EFFECT_N [options]',
  flags: [
    selectorFlag,
    allFlag,
    dryRunFlag,
    ...printFlags,
    fieldManagerFlag,
    validateFlag,
    { name: 'overwrite', type: 'bool', help: 'Also change taints that are there' },
  ],
  run(context) {
    const { resources, changes } = readArguments(context);
    validate(context, resources, changes);
    const { flags } = context;
    const selector = flags.text('selector');
    const names = flags.bool('all') || selector ? [] : resources.slice(1);
    const { objects, problems } = select(context, { kind: NodeKind as Kind, names });
    const failed: Problem[] = [...problems];
    for (const node of objects) failed.push(...change(context, node as Node, changes));
    return report(context, failed);
  },
};

interface Arguments {
  readonly resources: readonly string[];
  readonly changes: TaintChanges;
}

function readArguments({ args, command }: Context): Arguments {
  const isTaint = (arg: string) => arg.includes('=') || arg.includes(':') || arg.endsWith('-');
  const first = args.findIndex(isTaint);
  const resources = first < 0 ? args : args.slice(0, first);
  const specs = first < 0 ? [] : args.slice(first);
  const late = specs.find((arg) => !isTaint(arg));
  if (late !== undefined) throw usageError(`all resources must be specified before taint changes: ${late}`);
  if (resources.length === 0)
    throw usageError('one or more resources must be specified as <resource> <name>');
  if (specs.length === 0) throw usageError('at least one taint update is required');
  try {
    return { resources, changes: parseTaints(specs) };
  } catch (error) {
    throw error instanceof TaintError ? helpfulError(command, error.message) : error;
  }
}

function validate({ flags }: Context, resources: readonly string[], { add, remove }: TaintChanges): void {
  const [type = ''] = resources;
  if (!NODE_WORDS.includes(type.toLowerCase())) {
    throw usageError(`invalid resource type ${type}, only node types are supported`);
  }
  const conflicts = remove.filter(({ key, effect }) =>
    add.some((it) => it.key === key && (effect === '' || it.effect === effect)),
  );
  if (conflicts.length > 0) {
    const list = conflicts.map(({ key, effect }) => `${key}=${effect}`).join(', ');
    throw usageError(`can not both modify and remove the following taint(s) in the same command: ${list}`);
  }
  const [isAll, selector] = [flags.bool('all'), flags.text('selector')];
  if (isAll && selector) {
    throw usageError("setting 'all' parameter with a non empty selector is prohibited");
  }
  if (!isAll && !selector && resources.length < 2) {
    throw usageError("at least one resource name must be specified since 'all' parameter is not set");
  }
}

function change(context: Context, node: Node, { add, remove }: TaintChanges): Problem[] {
  const { name } = node.metadata;
  const before = node.spec.taints ?? [];
  const overwrites = context.flags.bool('overwrite');
  const there = add.filter((taint) => before.some((it) => isSame(it, taint))).map(({ key }) => key);
  if (there.length > 0 && !overwrites) {
    const why = 'taint(s) with same effect(s) and --overwrite is false';
    return [{ text: `node ${name} already has ${there.join(',')} ${why}` }];
  }
  const kept = before.filter((it) => !add.some((taint) => isSame(it, taint)));
  const all = [...add, ...kept];
  const goes = (it: Taint) =>
    remove.some(({ key, effect }) => it.key === key && (!effect || it.effect === effect));
  const missing = remove.filter(
    ({ key, effect }) => !all.some((it) => it.key === key && (!effect || it.effect === effect)),
  );
  if (missing.length > 0) {
    return missing.map((it) => ({ text: `taint ${JSON.stringify(taintText(it))} not found` }));
  }
  const isAdded = all.length !== before.length;
  const done = (isAdded && remove.length > 0) || overwrites ? 'modified' : isAdded ? 'tainted' : 'untainted';
  const taints = all.filter((it) => !goes(it));
  return write(context, node, taints, done);
}

function isSame(a: Taint, b: Taint): boolean {
  return a.key === b.key && a.effect === b.effect;
}

function write(context: Context, node: Node, taints: readonly Taint[], done: string): Problem[] {
  const print = outcomePrinter(context, { saysDryRun: false });
  const dryRun = dryRunOf(context);
  if (dryRun === 'client') {
    print(NodeKind as Kind, { ...node, spec: { ...node.spec, taints: [...taints] } } as Node, done);
    return [];
  }
  const body = { spec: { taints: taints.length > 0 ? taints : null } };
  const answer = context.cluster.api.patch(
    NodeKind,
    '',
    node.metadata.name,
    { type: 'merge', body },
    { dryRun: dryRun === 'server' },
  );
  if (!answer.ok) return [{ status: answer.status }];
  print(NodeKind as Kind, answer.object, done);
  return [];
}
