// -o custom-columns=NAME:.metadata.name,…: a table of one's own.
import { usageError } from '../command.ts';
import { find, toText } from '../jsonpath/evaluate.ts';
import type { Step } from '../jsonpath/parse.ts';
import { JsonPathError, parsePath } from '../jsonpath/parse.ts';
import { createTableWriter } from './table-writer.ts';
import type { ObjectPrinter } from './whole.ts';

interface CustomColumn {
  readonly header: string;
  readonly steps: readonly Step[];
}

export function customColumns(
  spec: string | undefined,
  options: { readonly hasHeaders?: boolean } = {},
): ObjectPrinter {
  if (!spec) throw usageError('custom-columns format specified but no custom columns given');
  const columns = spec.split(',').map((column) => parseColumn(column, spec));
  const writer = createTableWriter();
  let hasPrinted = options.hasHeaders === false;
  return (items) => {
    const rows = items.map(({ object }) => columns.map(({ steps }) => cell(steps, object)));
    const header = hasPrinted ? [] : [columns.map((column) => column.header)];
    hasPrinted = true;
    return writer.lines([...header, ...rows]);
  };
}

function parseColumn(column: string, spec: string): CustomColumn {
  const colon = column.indexOf(':');
  if (colon < 0) {
    const want = 'expected <header>:<json-path-expr>';
    throw usageError(`unexpected custom-columns spec: ${column}, ${want} (in ${JSON.stringify(spec)})`);
  }
  return { header: column.slice(0, colon), steps: readPath(column.slice(colon + 1)) };
}

/** A path with or without braces and leading dot. */
export function readPath(text: string): readonly Step[] {
  const bare = /^\{(.*)\}$/s.exec(text.trim())?.[1] ?? text.trim();
  try {
    return parsePath(bare);
  } catch (error) {
    if (!(error instanceof JsonPathError)) throw error;
    throw usageError(error.message);
  }
}

function cell(steps: readonly Step[], object: unknown): string {
  try {
    const found = find(steps, object);
    return found.length === 0 ? '<none>' : found.map(cellText).join(',');
  } catch (error) {
    if (!(error instanceof JsonPathError)) throw error;
    return '<none>';
  }
}

/** Lists and maps as Go prints them. */
function cellText(value: unknown): string {
  if (value === null) return '<none>';
  if (Array.isArray(value)) return `[${value.map(cellText).join(' ')}]`;
  if (typeof value !== 'object') return toText(value);
  const keys = Object.keys(value).sort();
  return `map[${keys.map((key) => `${key}:${cellText((value as Record<string, unknown>)[key])}`).join(' ')}]`;
}
