// kubectl get: objects as a table, or whole with -o; with -w, every change after them.
import type { Change, Kind, KubeObject, Wait, Watch } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { CommandError, report, usageError } from '../command.ts';
import { fieldMatcher } from '../field-selector.ts';
import type { ObjectPrinter, Printable } from '../printers/index.ts';
import { printerFor } from '../printers/index.ts';
import type { TableOptions } from '../printers/table.ts';
import { TablePrinter } from '../printers/table.ts';
import type { Request, Selection } from '../resources.ts';
import { readRequests, select, selectorMatcher } from '../resources.ts';
import { sortObjects } from '../sort-by.ts';
import { readFileTargets } from '../targets.ts';

export const get: Command = {
  words: ['get'],
  summary: 'Display one or many resources',
  usage:
    'kubectl get [(-o|--output=)json|yaml|name|wide|…] (TYPE[.VERSION][.GROUP] [NAME | -l label] | TYPE[.VERSION][.GROUP]/NAME ...) [flags] [options]',
  flags: [
    {
      name: 'output',
      short: 'o',
      type: 'string',
      help: 'Output format: json, yaml, name, wide, jsonpath, custom-columns, go-template',
    },
    { name: 'watch', short: 'w', type: 'bool', help: 'After listing, watch for changes' },
    { name: 'watch-only', type: 'bool', help: 'Watch for changes without listing first' },
    { name: 'output-watch-events', type: 'bool', help: 'With -w, print what kind of change each row is' },
    { name: 'selector', short: 'l', type: 'string', help: 'Label selector, such as key1=value1,key2=value2' },
    { name: 'field-selector', type: 'string', help: 'Field selector, such as status.phase=Running' },
    { name: 'all-namespaces', short: 'A', type: 'bool', help: 'The objects of all namespaces' },
    { name: 'show-labels', type: 'bool', help: 'Show all labels as the last column' },
    { name: 'label-columns', short: 'L', type: 'list', help: 'Labels to show as columns' },
    { name: 'no-headers', type: 'bool', help: 'Leave out the header row' },
    { name: 'show-kind', type: 'bool', help: 'Show the kind before the name' },
    { name: 'sort-by', type: 'string', help: 'Sort by a JSONPath, such as .metadata.name' },
    { name: 'ignore-not-found', type: 'bool', help: 'Say nothing and exit 0 where an object does not exist' },
    { name: 'filename', short: 'f', type: 'list', help: 'Files that name the objects' },
    {
      name: 'recursive',
      short: 'R',
      type: 'bool',
      help: 'Read directories given with -f with all below them',
    },
    {
      name: 'raw',
      type: 'string',
      unsupported: 'use kubectl get with a kind and a name',
      help: 'A path to ask the server for',
    },
    {
      name: 'chunk-size',
      type: 'int',
      default: '500',
      help: 'How many objects to ask for at once; has no effect here',
    },
  ],
  *run(context) {
    const { flags, args } = context;
    const requests = flags.has('filename') ? (yield* readFileTargets(context)).requests : readArgs(context);
    const printer = printerFor(flags.text('output'), { hasHeaders: !flags.bool('no-headers') });
    const isMany = new Set(requests.map((request) => request.kind)).size > 1 || args[0] === 'all';
    if (flags.bool('watch') || flags.bool('watch-only')) return yield* watch(context, requests, printer);
    const selections = requests.map((request) => selectAll(context, request));
    const isSingle = requests.length === 1 && requests[0]?.names.length === 1;
    if (printer) printWhole(context, printer, selections, !isSingle);
    else printTables(context, selections, isMany);
    return reportAll(context, selections);
  },
};

function readArgs(context: Context): readonly Request[] {
  if (context.args.length === 0) throw new CommandError(noType);
  return readRequests(context.args);
}

const noType = [
  'You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported resources.',
  '',
  'error: Required resource not specified.',
  'Use "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).',
  "See 'kubectl get -h' for help and examples",
].join('\n');

function selectAll(context: Context, request: Request): Selection {
  const { flags } = context;
  const selection = select(context, request, { selector: flags.text('selector') });
  const fields = flags.text('field-selector');
  const objects = fields ? selection.objects.filter(fieldMatcher(fields)) : selection.objects;
  const sortBy = flags.text('sort-by');
  return { ...selection, objects: sortBy ? sortObjects(objects, sortBy) : objects };
}

function printWhole(
  context: Context,
  printer: ObjectPrinter,
  selections: readonly Selection[],
  asList: boolean,
): void {
  const items = selections.flatMap(({ kind, objects }) =>
    objects.map((object): Printable => ({ kind, object })),
  );
  if (!asList && items.length === 0) return;
  context.out(printer(items, asList));
}

function printTables(context: Context, selections: readonly Selection[], isMany: boolean): void {
  const filled = selections.filter(({ objects }) => objects.length > 0);
  filled.forEach(({ kind, objects }, i) => {
    const table = new TablePrinter(kind, tableOptions(context, kind, isMany));
    context.out((i > 0 ? '\n' : '') + table.print(objects, context.process.host.now()));
  });
  const hasErrors = selections.some(({ problems }) => problems.length > 0);
  if (filled.length > 0 || hasErrors) return;
  const isNamespaced = selections.some(({ kind }) => kind.namespaced) && !context.isAllNamespaces;
  context.err(
    isNamespaced ? `No resources found in ${context.namespace} namespace.\n` : 'No resources found\n',
  );
}

function tableOptions({ flags, isAllNamespaces }: Context, kind: Kind, isMany: boolean): TableOptions {
  return {
    isWide: flags.text('output') === 'wide',
    hasHeaders: !flags.bool('no-headers'),
    withNamespace: isAllNamespaces && kind.namespaced,
    withKind: isMany || flags.bool('show-kind'),
    showLabels: flags.bool('show-labels'),
    labelColumns: flags.list('label-columns'),
  };
}

function reportAll(context: Context, selections: readonly Selection[]): number {
  const problems = selections.flatMap((selection) => selection.problems);
  const isIgnored = context.flags.bool('ignore-not-found');
  return report(
    context,
    problems.filter((problem) => !(isIgnored && 'status' in problem && problem.status.reason === 'NotFound')),
  );
}

/** Prints what is there, then a row for every change, until it is interrupted. */
function* watch(
  context: Context,
  requests: readonly Request[],
  printer: ObjectPrinter | undefined,
): Generator<Wait, number, void> {
  const [request, ...more] = requests;
  if (!request || more.length > 0) throw usageError('you may only specify a single resource type');
  const { flags, process } = context;
  const includes = watched(context, request);
  const changes: Watch = context.cluster.api.watch(request.kind, includes);
  const table = new TablePrinter(request.kind, tableOptions(context, request.kind, false));
  const withEvents = flags.bool('output-watch-events');
  const show = (objects: readonly KubeObject[], type: Change['type']) => {
    if (printer) for (const object of objects) context.out(printer([{ kind: request.kind, object }], false));
    else context.out(prefixRows(table.print(objects, process.host.now()), withEvents ? type : undefined));
  };
  try {
    const selection = selectAll(context, request);
    if (selection.problems.length > 0) return reportAll(context, [selection]);
    if (!flags.bool('watch-only') && selection.objects.length > 0) show(selection.objects, 'ADDED');
    for (;;) {
      for (const change of changes.take()) show([change.after], change.type);
      yield { ready: () => changes.isReady() };
    }
  } finally {
    changes.stop();
  }
}

function prefixRows(text: string, type: string | undefined): string {
  if (type === undefined) return text;
  return text.replace(/^(?=.)/gm, (_, at: number) =>
    at === 0 && text.startsWith('NAME') ? 'EVENT      ' : type.padEnd(11),
  );
}

function watched(context: Context, { kind, names }: Request): (object: KubeObject) => boolean {
  const bySelector = selectorMatcher(kind, context.flags.text('selector'));
  const fields = context.flags.text('field-selector');
  const byFields = fields ? fieldMatcher(fields) : () => true;
  const isAnywhere = !kind.namespaced || context.isAllNamespaces;
  return (object) =>
    (isAnywhere || object.metadata.namespace === context.namespace) &&
    (names.length === 0 || names.includes(object.metadata.name)) &&
    bySelector(object) &&
    byFields(object);
}
