// kubectl get -w: a row or an object for every change, until it is interrupted.
import type { Change, Kind, KubeObject, Wait, Watch } from '../../sim/index.ts';
import { goJson } from '../../sim/index.ts';
import type { Context } from '../command.ts';
import { report, usageError } from '../command.ts';
import type { ObjectPrinter } from '../printers/index.ts';
import { sortKeys } from '../printers/index.ts';
import type { TableOptions } from '../printers/table.ts';
import { TablePrinter } from '../printers/table.ts';
import type { Request } from '../resources.ts';
import { select } from '../resources.ts';
import { matcherOf, selectorsOf } from '../selectors.ts';

/** Shows one object, at the start or with what became of it. */
type Show = (objects: readonly KubeObject[], type: Change['type']) => void;

/** Prints what is there, then every change. Throws `CommandError`. */
export function* watch(
  context: Context,
  requests: readonly Request[],
  printer: ObjectPrinter | undefined,
  tableOptions: (kind: Kind) => TableOptions,
): Generator<Wait, number, void> {
  const [request, ...more] = requests;
  if (!request || more.length > 0) throw usageError('you may only specify a single resource type');
  if (request.names.length > 1) throw usageError('you may only specify a single resource type');
  if (context.flags.text('sort-by')) {
    context.err('warning: --watch requested, --sort-by will be ignored for watch events received\n');
  }
  const includes = watched(context, request);
  const changes: Watch = context.cluster.api.watch(request.kind, includes);
  const show = printer
    ? wholeShow(context, request.kind, printer)
    : tableShow(context, new TablePrinter(request.kind, tableOptions(request.kind)));
  try {
    const selection = select(context, request);
    if (selection.problems.length > 0) return report(context, selection.problems);
    if (!context.flags.bool('watch-only') && selection.objects.length > 0) show(selection.objects, 'ADDED');
    for (;;) {
      for (const change of changes.take()) show([change.after], change.type);
      yield { ready: () => changes.isReady() };
    }
  } finally {
    changes.stop();
  }
}

function tableShow({ out, flags, process }: Context, table: TablePrinter): Show {
  const withEvents = flags.bool('output-watch-events');
  return (objects, type) => {
    const text = table.print(objects, process.host.now());
    out(withEvents ? prefixRows(text, type) : text);
  };
}

const eventWidth = 'EVENT'.length + 6;

function prefixRows(text: string, type: string): string {
  return text.replace(/^(?=.)/gm, (_, at: number) =>
    (at === 0 && text.startsWith('NAME') ? 'EVENT' : type).padEnd(eventWidth),
  );
}

/** Each object by itself. What comes after another as YAML begins with a line of its own. */
function wholeShow(context: Context, kind: Kind, printer: ObjectPrinter): Show {
  const { flags, out } = context;
  const format = (flags.text('output') ?? '').toLowerCase();
  const withEvents = flags.bool('output-watch-events') && format !== 'name';
  let count = 0;
  return (objects, type) => {
    for (const object of objects) {
      const event = { type, object: sortKeys(object) };
      if (format === 'yaml' && count++ > 0) out('---\n');
      if (withEvents && format === 'json') out(`${goJson(event)}\n`);
      else out(printer([{ kind, object: withEvents ? (event as unknown as KubeObject) : object }], false));
    }
  };
}

function watched(context: Context, { kind, names }: Request): (object: KubeObject) => boolean {
  const isSelected = matcherOf(kind, selectorsOf(context));
  const isAnywhere = !kind.namespaced || context.isAllNamespaces;
  return (object) =>
    (isAnywhere || object.metadata.namespace === context.namespace) &&
    (names.length === 0 || names.includes(object.metadata.name)) &&
    isSelected(object);
}
