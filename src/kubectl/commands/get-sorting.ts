// --sort-by of kubectl get: of a table, or of objects that are printed whole.
import type { Kind, KubeObject } from '../../sim/index.ts';
import type { Context } from '../command.ts';
import { CommandError, usageError } from '../command.ts';
import { logLine } from '../log-line.ts';
import type { Printable } from '../printers/index.ts';
import type { Request, Selection } from '../resources.ts';
import { noSuchField, SortError, sortObjects } from '../sort-by.ts';

/**
 * Tables are sorted where there is one list only. One that cannot be sorted comes out empty; several are a mistake.
 * Throws `CommandError`.
 */
export function sortTables(
  context: Context,
  requests: readonly Request[],
  selections: readonly Selection[],
): readonly Selection[] {
  const path = context.flags.text('sort-by') ?? '';
  if (path === '') return selections;
  const counts = requests.map(({ names }, i) =>
    names.length > 0 ? (selections[i]?.objects.length ?? 0) : 1,
  );
  if (counts.reduce((sum, count) => sum + count, 0) > 1) throw usageError(noSuchField(path));
  if (requests.every(({ names }) => names.length > 0)) return selections;
  return selections.map((selection) => {
    const objects = sorted(context, selection.objects, path);
    return { ...selection, objects: typeof objects === 'string' ? [] : objects };
  });
}

/** Objects that are printed whole, all together, whatever their kinds. Throws `CommandError`. */
export function sortWhole(context: Context, selections: readonly Selection[]): readonly Printable[] {
  const items = selections.flatMap(({ kind, objects }) =>
    objects.map((object): Printable => ({ kind, object })),
  );
  const path = context.flags.text('sort-by') ?? '';
  if (path === '' || items.length < 2) return items;
  const kinds = new Map<KubeObject, Kind>(items.map(({ kind, object }) => [object, kind]));
  const objects = sorted(context, [...kinds.keys()], path);
  if (typeof objects === 'string') throw usageError(objects);
  return objects.map((object) => ({ kind: kinds.get(object) as Kind, object }));
}

/** The objects in order, or why there is none. Throws `CommandError` where kubectl itself gives up. */
function sorted(
  context: Context,
  objects: readonly KubeObject[],
  path: string,
): readonly KubeObject[] | string {
  try {
    return sortObjects(objects, path);
  } catch (error) {
    if (!(error instanceof SortError)) throw error;
    if (!error.isFatal) return error.message;
    throw new CommandError(logLine(context.process, 'F', 'sorter.go:375', error.message));
  }
}
