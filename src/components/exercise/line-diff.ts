/** Two texts, line by line: what both have, what only one has. */

export interface DiffLine {
  readonly is: 'same' | 'yours' | 'theirs';
  readonly text: string;
}

/** Beyond so many lines a comparison would take too long; the rest is shown as different. */
const LINES_MAX = 600;

/** The fewest changes that make one text of the other (the longest common subsequence of lines stays). */
export function lineDiff(yours: string, theirs: string): readonly DiffLine[] {
  const a = linesOf(yours);
  const b = linesOf(theirs);
  const lengths = commonLengths(a.slice(0, LINES_MAX), b.slice(0, LINES_MAX));
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [mine, its] = [a[i], b[j]];
    if (mine !== undefined && mine === its) {
      lines.push({ is: 'same', text: mine });
      i += 1;
      j += 1;
    } else if (its === undefined || (mine !== undefined && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      lines.push({ is: 'yours', text: mine ?? '' });
      i += 1;
    } else {
      lines.push({ is: 'theirs', text: its });
      j += 1;
    }
  }
  return lines;
}

function linesOf(text: string): string[] {
  const trimmed = text.trimEnd();
  return trimmed === '' ? [] : trimmed.split('\n').map((line) => line.trimEnd());
}

/** By place in each text, how many lines the rests have in common. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row)
        row[j] =
          a[i] === b[j]
            ? at(lengths, i + 1, j + 1) + 1
            : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

function at(lengths: readonly (readonly number[])[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}
