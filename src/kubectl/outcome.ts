// What commands that change objects say of each: `pod/web labeled`, or the object itself with -o.
import type { Kind, KubeObject } from '../sim/index.ts';
import { toYaml } from '../sim/index.ts';
import type { Context } from './command.ts';
import { dryRunOf, dryRunSuffix } from './dry-run.ts';
import { goOrderPrinter, holdsStructs } from './printers/go-order.ts';
import type { Printable } from './printers/index.ts';
import { printerFor, shownName, sortKeys } from './printers/index.ts';
import { withZeros } from './printers/struct-zeros.ts';
import { prefixOf } from './printers/table.ts';

/** Tells of one object what was done to it: `operation` is e.g. `created`. */
export type OutcomePrinter = (kind: Kind, object: KubeObject, operation: string) => void;

/** The printer that -o and --dry-run ask for; some commands do not say of a dry run that it is one. Throws `CommandError` for a format there is not. */
export function outcomePrinter(
  context: Context,
  { saysDryRun = true }: { readonly saysDryRun?: boolean } = {},
): OutcomePrinter {
  const format = context.flags.text('output');
  const chosen = printerFor(context);
  const isStruct = holdsStructs(context);
  const printer = isStruct && format?.toLowerCase() === 'json' ? goOrderPrinter : chosen;
  const dryRun = dryRunOf(context);
  const suffix = saysDryRun ? dryRunSuffix(dryRun) : '';
  let count = 0;
  return (kind, object, operation) => {
    if (!printer) {
      context.out(outcomeLine(kind, object, operation + suffix));
      return;
    }
    if (format === 'yaml' && count++ > 0) context.out('---\n');
    context.out(printer([{ kind, object: isStruct ? withZeros(kind, object) : object }], false));
  };
}

/** `statefulset.apps/web scaled`. */
export function outcomeLine(kind: Kind, object: KubeObject, operation: string): string {
  return `${prefixOf(kind)}/${shownName(object)} ${operation}\n`;
}

/** Prints objects at once, as `apply -o` does: several as one List, which is a struct and has no resource version. */
export function printTogether(context: Context, items: readonly Printable[]): void {
  const printer = printerFor(context);
  if (!printer || items.length === 0) return;
  const list = {
    kind: 'List',
    apiVersion: 'v1',
    metadata: {},
    items: items.map(({ object }) => sortKeys(object)),
  };
  const format = context.flags.text('output')?.toLowerCase();
  if (items.length === 1) context.out(printer(items, false));
  else if (format === 'json') context.out(`${JSON.stringify(list, null, 4)}\n`);
  else if (format === 'yaml') context.out(toYaml(sortKeys(list)));
  else context.out(printer(items, true));
}
