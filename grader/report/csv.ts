// Tables as CSV. A cell that a spreadsheet would run is made plain text.

export interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: string;
  readonly lineEnd: string;
}

/** One line of CSV, with its end. */
export function csvLine(cells: readonly (string | number)[], delimiter = ',', lineEnd = '\n'): string {
  return `${cells.map((cell) => quoted(typeof cell === 'number' ? String(cell) : plainCell(cell), delimiter)).join(delimiter)}${lineEnd}`;
}

export function csvText({ rows, delimiter, lineEnd }: Table): string {
  return rows.map((row) => csvLine(row, delimiter, lineEnd)).join('');
}

/** A text that no spreadsheet takes for a formula: `=1+1` gets an apostrophe before it. Numbers, and a dash alone, stay as they are. */
export function plainCell(text: string): string {
  if (text === '-' || /^[+-]?\d+([.,]\d+)?%?$/.test(text)) return text;
  // A spreadsheet skips the space before a sign, and takes the wide signs of East Asian keyboards as well.
  return formula.test(text) ? `'${text}` : text;
}

const formula = /^(?:[\s\p{Cc}\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/u;

function quoted(text: string, delimiter: string): string {
  const needsQuotes = /["\r\n]/.test(text) || text.includes(delimiter) || /^\s|\s$/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
