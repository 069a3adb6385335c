// kubectl get: objects as a table, or whole with -o; with -w, every change after them.
import type { Kind } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { CommandError, report, usageError } from '../command.ts';
import {
  allNamespacesFlag,
  chunkSizeFlag,
  fieldSelectorFlag,
  filenameFlags,
  printFlags,
  selectorFlag,
} from '../flag-sets.ts';
import type { ObjectPrinter, Printable } from '../printers/index.ts';
import { tableOrPrinterFor } from '../printers/index.ts';
import type { TableOptions } from '../printers/table.ts';
import { TablePrinter } from '../printers/table.ts';
import { getRaw } from '../raw-request.ts';
import type { Request, Selection } from '../resources.ts';
import { readRequests, select } from '../resources.ts';
import { subresourcesOf } from '../subresources.ts';
import { readFileTargets } from '../targets.ts';
import { sortTables, sortWhole } from './get-sorting.ts';
import { watch } from './get-watch.ts';

export const get: Command = {
  words: ['get'],
  summary: 'Display one or many resources',
  usage:
    'kubectl get [(-o|--output=)json|yaml|kyaml|name|go-template|go-template-file|template|templatefile|jsonpath|jsonpath-as-json|jsonpath-file|custom-columns|custom-columns-file|wide] (TYPE[.VERSION][.GROUP] [NAME | -l label] | TYPE[.VERSION][.GROUP]/NAME ...) [flags] [options]',
  flags: [
    ...printFlags.map((flag) =>
      flag.name === 'output'
        ? { ...flag, help: `${flag.help}, custom-columns, custom-columns-file or wide` }
        : flag,
    ),
    { name: 'watch', short: 'w', type: 'bool', help: 'After listing, watch for changes' },
    { name: 'watch-only', type: 'bool', help: 'Watch for changes without listing first' },
    { name: 'output-watch-events', type: 'bool', help: 'With -w, print what kind of change each row is' },
    selectorFlag,
    fieldSelectorFlag,
    allNamespacesFlag,
    { name: 'show-labels', type: 'bool', help: 'Show all labels as the last column' },
    { name: 'label-columns', short: 'L', type: 'list', help: 'Labels to show as columns' },
    { name: 'no-headers', type: 'bool', help: 'Leave out the header row' },
    { name: 'show-kind', type: 'bool', help: 'Show the kind before the name' },
    { name: 'sort-by', type: 'string', help: 'Sort by a JSONPath, such as .metadata.name' },
    { name: 'ignore-not-found', type: 'bool', help: 'Say nothing and exit 0 where an object does not exist' },
    {
      name: 'server-print',
      type: 'bool',
      default: 'true',
      help: "Print the server's columns; =false: name and age only",
    },
    { name: 'subresource', type: 'string', help: 'Show the status or scale subresource of one object' },
    ...filenameFlags,
    {
      name: 'raw',
      type: 'string',
      help: 'A path to ask the server for, as it stands',
    },
    chunkSizeFlag,
  ],
  *run(context) {
    const { flags, args } = context;
    if (flags.text('raw')) return yield* getRaw(context);
    const requests = flags.has('filename') ? (yield* readFileTargets(context)).requests : readArgs(context);
    const printer = tableOrPrinterFor(context);
    checkFlags(context, printer);
    if (flags.bool('watch') || flags.bool('watch-only')) {
      return yield* watch(context, requests, printer, (kind) => tableOptions(context, kind, false));
    }
    const selections = requests.map((request) => selectAll(context, request, printer !== undefined));
    const isSingle = requests.length === 1 && requests[0]?.names.length === 1;
    const hasFailed = selections.some(({ problems }) => problems.length > 0);
    if (printer) {
      printWhole(context, printer, sortWhole(context, selections), { asList: !isSingle, hasFailed });
    } else {
      const sorted = sortTables(context, requests, selections);
      printTables(context, joined(sorted), isOfMany(args, requests, sorted));
    }
    return reportAll(context, selections);
  },
};

function readArgs(context: Context): readonly Request[] {
  if (context.args.length === 0) throw new CommandError(noType);
  return readRequests(context, context.args);
}

const noType = [
  'You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported resources.',
  '',
  'error: Required resource not specified.',
  'Use "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).',
  "See 'kubectl get -h' for help and examples",
].join('\n');

/** Flags that make no sense with each other. */
function checkFlags({ flags }: Context, printer: ObjectPrinter | undefined): void {
  if (flags.bool('show-labels') && printer) {
    throw usageError(`--show-labels option cannot be used with ${flags.text('output')} printer`);
  }
  if (flags.bool('output-watch-events') && !flags.bool('watch') && !flags.bool('watch-only')) {
    throw usageError('--output-watch-events option can only be used with --watch or --watch-only');
  }
}

function selectAll(context: Context, request: Request, isWhole: boolean): Selection {
  const selection = select(context, request);
  // The tables that kubectl gets of what files name have no labels to select by.
  if (!isWhole && request.source !== undefined && context.flags.text('selector')) {
    return { ...selection, objects: [] };
  }
  const subresource = context.flags.text('subresource') ?? '';
  return subresource === '' ? selection : subresourcesOf(request, selection, subresource);
}

/** Objects of one kind that follow each other make one table. */
function joined(selections: readonly Selection[]): readonly Selection[] {
  const tables: Selection[] = [];
  for (const selection of selections) {
    const last = tables.at(-1);
    if (last?.kind !== selection.kind) tables.push(selection);
    else {
      const { kind, objects, problems } = last;
      tables[tables.length - 1] = {
        kind,
        objects: [...objects, ...selection.objects],
        problems: [...problems, ...selection.problems],
      };
    }
  }
  return tables;
}

/** Whether the names of a table need their kind before them. */
function isOfMany(
  args: readonly string[],
  requests: readonly Request[],
  selections: readonly Selection[],
): boolean {
  const isAll = new Set(requests.filter(({ names }) => names.length === 0).map(({ kind }) => kind));
  const shown = selections.filter(({ kind, objects }) => objects.length > 0 || isAll.has(kind));
  return new Set(shown.map(({ kind }) => kind)).size > 1 || args.includes('all');
}

function printWhole(
  context: Context,
  printer: ObjectPrinter,
  items: readonly Printable[],
  { asList, hasFailed }: { readonly asList: boolean; readonly hasFailed: boolean },
): void {
  if (items.length > 0 || (asList && !hasFailed)) context.out(printer(items, asList));
}

function printTables(context: Context, selections: readonly Selection[], isMany: boolean): void {
  const filled = selections.filter(({ objects }) => objects.length > 0);
  const gap = context.flags.bool('no-headers') ? '' : '\n';
  filled.forEach(({ kind, objects }, i) => {
    const table = new TablePrinter(kind, tableOptions(context, kind, isMany));
    context.out((i > 0 ? gap : '') + table.print(objects, context.process.host.now()));
  });
  const hasErrors = selections.some(({ problems }) => problems.length > 0);
  if (filled.length > 0 || hasErrors || context.flags.bool('ignore-not-found')) return;
  const isNamespaced = selections.every(({ kind }) => kind.namespaced) && !context.isAllNamespaces;
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
    onlyNameAndAge: !flags.bool('server-print'),
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
