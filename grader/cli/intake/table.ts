// CSV files of an instructor: rosters and gradebooks, with whatever delimiter and encoding a spreadsheet gave them.
import { parse } from 'csv-parse/sync';
import type { Parsed } from '../../parse-exercise.ts';
import type { Table } from '../../report/csv.ts';
import { readBounded } from './read-bounded.ts';
import { tableTextOf } from './text-of.ts';

const bytesMax = 64 * 1024 ** 2;
const delimiters = [',', ';', '\t'];

/** Reads a table; problems name the file. */
export function readTable(path: string): Parsed<Table> {
  const read = readBounded(path, path, bytesMax);
  if (!read.ok) return { ok: false, problems: [`${path}: it cannot be read (${read.why.id})`] };
  const text = tableTextOf(read.bytes);
  if (text === undefined) return { ok: false, problems: [`${path}: it is no text: save it as CSV in UTF-8`] };
  const parsed = parseTable(text);
  return parsed.ok
    ? parsed
    : { ok: false, problems: parsed.problems.map((problem) => `${path}: ${problem}`) };
}

/** Parses CSV, with the delimiter that gives its first line the most cells. */
export function parseTable(text: string): Parsed<Table> {
  const [head = ''] = text.split(/\r?\n/, 1);
  const [delimiter = ','] = [...delimiters].sort((a, b) => head.split(b).length - head.split(a).length);
  try {
    const rows = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true, bom: true });
    if (rows.length === 0) return { ok: false, problems: ['it is empty'] };
    return { ok: true, value: { rows, delimiter, lineEnd: text.includes('\r\n') ? '\r\n' : '\n' } };
  } catch (error) {
    return {
      ok: false,
      problems: [`it is no CSV: ${((error as Error).message.split('\n')[0] ?? '').slice(0, 200)}`],
    };
  }
}
