// Text aligned at its tabs. A column lasts as long as the lines below have a cell in it, so every block has widths of its own.
// Source: the documentation of Go's text/tabwriter, which kubectl describe prints through.

const padding = 2;

/** Replaces the tabs of a text by blanks. What stands after the last tab of a line is in no column. */
export function alignTabs(text: string): string {
  const lines = text.split('\n').map((line) => line.split('\t'));
  const widths: number[] = [];
  const out: string[] = [];
  layOut(lines, 0, lines.length, widths, out);
  return out.join('\n');
}

function layOut(lines: readonly string[][], from: number, to: number, widths: number[], out: string[]): void {
  const column = widths.length;
  let printed = from;
  for (let at = from; at < to; at++) {
    if (!hasCell(lines[at], column)) continue;
    print(lines, printed, at, widths, out);
    let end = at;
    let width = 0;
    for (; end < to && hasCell(lines[end], column); end++) {
      width = Math.max(width, [...(lines[end]?.[column] ?? '')].length + padding);
    }
    layOut(lines, at, end, [...widths, width], out);
    printed = end;
    at = end - 1;
  }
  print(lines, printed, to, widths, out);
}

function hasCell(line: readonly string[] | undefined, column: number): boolean {
  return line !== undefined && column < line.length - 1;
}

function print(
  lines: readonly string[][],
  from: number,
  to: number,
  widths: readonly number[],
  out: string[],
): void {
  for (const line of lines.slice(from, to)) {
    out.push(line.map((cell, i) => (i < line.length - 1 ? pad(cell, widths[i] ?? 0) : cell)).join(''));
  }
}

function pad(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - [...cell].length));
}
