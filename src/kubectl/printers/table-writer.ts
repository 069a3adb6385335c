// Columns as kubectl aligns them: three spaces between, at least six wide, and in a watch they only ever grow.

const padding = 3;
const widthMin = 6;

export interface TableWriter {
  /** The lines of some rows; the last cell of a row is not padded. */
  lines(rows: readonly (readonly string[])[]): string;
}

/** A writer that remembers how wide its columns have become. */
export function createTableWriter(): TableWriter {
  const widths: number[] = [];
  return {
    lines(rows) {
      for (const row of rows) {
        row.slice(0, -1).forEach((cell, i) => {
          widths[i] = Math.max(widths[i] ?? widthMin, cellWidth(cell) + padding);
        });
      }
      return rows.map((row) => `${row.map((cell, i) => pad(cell, i, row.length)).join('')}\n`).join('');
    },
  };

  function pad(cell: string, i: number, length: number): string {
    return i === length - 1 ? cell : cell + ' '.repeat(Math.max(0, (widths[i] ?? 0) - cellWidth(cell)));
  }
}

/** Characters, as Go's tabwriter counts them. */
function cellWidth(cell: string): number {
  return [...cell].length;
}
