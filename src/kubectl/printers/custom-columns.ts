// -o custom-columns=NAME:.metadata.name,… and -o custom-columns-file=FILE: a table of one's own.
import { goValue } from '../../sim/index.ts';
import { usageError } from '../command.ts';
import { find } from '../jsonpath/evaluate.ts';
import type { Node } from '../jsonpath/parse.ts';
import { isRelaxed, JsonPathError, parseRelaxed, UNEXPECTED_PATH } from '../jsonpath/parse.ts';
import { createTableWriter } from './table-writer.ts';
import type { TemplateOptions } from './template-options.ts';
import type { ObjectPrinter } from './whole.ts';

interface CustomColumn {
  readonly header: string;
  /** Read when there is something to print: only then is it found wrong. */
  readonly path: string;
}

export function customColumns(spec: string, options: TemplateOptions): ObjectPrinter {
  if (spec === '') throw usageError('custom-columns format specified but no custom columns given');
  return columnsPrinter(
    spec.split(',').map((column) => {
      const colon = column.indexOf(':');
      if (colon < 0) {
        throw usageError(`unexpected custom-columns spec: ${column}, expected <header>:<json-path-expr>`);
      }
      return { header: column.slice(0, colon), path: checked(column.slice(colon + 1)) };
    }),
    options,
  );
}

/** A file with one line of headers and one of paths. */
export function customColumnsFile(text: string, options: TemplateOptions): ObjectPrinter {
  const [headers, paths] = text.split('\n').map((line) => line.split(/\s+/).filter(Boolean));
  const expected =
    'Expected format is one line of space separated headers, one line of space separated column specs.';
  if (text === '' || headers === undefined) {
    throw usageError(`invalid template, missing header line. ${expected}`);
  }
  if (paths === undefined || (paths.length === 0 && text.split('\n').length < 3)) {
    throw usageError(`invalid template, missing spec line. ${expected}`);
  }
  if (headers.length !== paths.length) {
    throw usageError(
      `number of headers (${headers.length}) and field specifications (${paths.length}) don't match`,
    );
  }
  return columnsPrinter(
    headers.map((header, i) => ({ header, path: checked(paths[i] ?? '') })),
    options,
  );
}

function columnsPrinter(
  columns: readonly CustomColumn[],
  { hasHeaders, out }: TemplateOptions,
): ObjectPrinter {
  const writer = createTableWriter();
  let hasPrinted = !hasHeaders;
  return (items) => {
    const rows: string[][] = hasPrinted ? [] : [columns.map(({ header }) => header)];
    hasPrinted = true;
    try {
      const paths = columns.map(({ path }) => parseRelaxed(path));
      for (const { object } of items) rows.push(paths.map((path) => cell(path, object)));
    } catch (error) {
      if (!(error instanceof JsonPathError)) throw error;
      out(writer.lines(rows));
      throw usageError(error.message);
    }
    return writer.lines(rows);
  };
}

function checked(path: string): string {
  if (!isRelaxed(path)) throw usageError(UNEXPECTED_PATH);
  return path;
}

function cell(path: readonly Node[], object: unknown): string {
  const found = find(path, object);
  return found.length === 0 ? '<none>' : found.map(goValue).join(',');
}
