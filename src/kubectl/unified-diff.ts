// Two texts line by line, in the form of `diff -u`: hunks with three lines around each change.

const CONTEXT = 3;
/** Beyond so many edits the rest of both texts counts as changed: nobody reads such a difference. */
const EDITS_MAX = 4000;

/** `keep` is in both texts; the numbers are its places in them. */
interface Line {
  readonly type: 'keep' | 'remove' | 'add';
  readonly text: string;
  readonly old: number;
  readonly new: number;
}

/** The hunks without the headers that name the files; empty where the texts are equal. */
export function unifiedDiff(before: string, after: string): string {
  const lines = script(linesOf(before), linesOf(after));
  const changed = lines.flatMap(({ type }, at) => (type === 'keep' ? [] : [at]));
  const hunks: { from: number; to: number }[] = [];
  for (const at of changed) {
    const last = hunks.at(-1);
    if (last && at - CONTEXT <= last.to) last.to = Math.min(lines.length, at + CONTEXT + 1);
    else hunks.push({ from: Math.max(0, at - CONTEXT), to: Math.min(lines.length, at + CONTEXT + 1) });
  }
  return hunks.map(({ from, to }) => hunkText(lines.slice(from, to))).join('');
}

function linesOf(text: string): readonly string[] {
  if (text === '') return [];
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}

function hunkText(lines: readonly Line[]): string {
  const [first] = lines as [Line];
  const removed = lines.filter(({ type }) => type !== 'add').length;
  const added = lines.filter(({ type }) => type !== 'remove').length;
  const marks = { keep: ' ', remove: '-', add: '+' } as const;
  const body = lines.map(({ type, text }) => `${marks[type]}${text}\n`).join('');
  return `@@ -${rangeText(first.old, removed)} +${rangeText(first.new, added)} @@\n${body}`;
}

/** Lines are counted from 1; an empty range stands after the line before it. */
function rangeText(start: number, count: number): string {
  if (count === 0) return `${start},0`;
  return count === 1 ? String(start + 1) : `${start + 1},${count}`;
}

/** What takes one text to the other, line by line: removals before additions, each change as late as it can be. */
function script(a: readonly string[], b: readonly string[]): readonly Line[] {
  const kept = commonLines(a, b);
  const [inOld, inNew] = [new Set(kept.map(([i]) => i)), new Set(kept.map(([, j]) => j))];
  const removed = slid(a, (i) => !inOld.has(i));
  const added = slid(b, (j) => !inNew.has(j));
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const place = { old: i, new: j };
    if (i < a.length && removed[i]) lines.push({ type: 'remove', text: a[i++] as string, ...place });
    else if (j < b.length && added[j]) lines.push({ type: 'add', text: b[j++] as string, ...place });
    else {
      lines.push({ type: 'keep', text: a[i] as string, ...place });
      i += 1;
      j += 1;
    }
  }
  return lines;
}

/** Which lines are changed, where each run of them is moved down as far as the text allows. */
function slid(lines: readonly string[], isChanged: (at: number) => boolean): readonly boolean[] {
  const changed = lines.map((_, at) => isChanged(at));
  for (let start = lines.length - 1; start >= 0; start--) {
    if (!changed[start] || changed[start - 1]) continue;
    let [from, end] = [start, start];
    while (changed[end]) end += 1;
    while (end < lines.length && lines[from] === lines[end]) {
      changed[from++] = false;
      changed[end++] = true;
      while (changed[end]) end += 1;
    }
  }
  return changed;
}

/** The places of a longest common subsequence (Myers: the furthest one gets with so many edits, on each diagonal). */
function commonLines(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const furthest: Map<number, number>[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= Math.min(a.length + b.length, EDITS_MAX); edits++) {
    const next = new Map<number, number>();
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = reach.get(diagonal + 1) ?? -1;
      const right = (reach.get(diagonal - 1) ?? -2) + 1;
      let x = diagonal === -edits || (diagonal !== edits && right <= down) ? down : right;
      let y = x - diagonal;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x += 1;
        y += 1;
      }
      next.set(diagonal, x);
      if (x >= a.length && y >= b.length) return wayBack(a, b, [...furthest, next]);
    }
    furthest.push(next);
    reach = next;
  }
  return [];
}

function wayBack(
  a: readonly string[],
  b: readonly string[],
  furthest: readonly Map<number, number>[],
): readonly (readonly [number, number])[] {
  const kept: [number, number][] = [];
  let [x, y] = [a.length, b.length];
  for (let edits = furthest.length - 1; edits >= 0; edits--) {
    const reach = furthest[edits - 1] ?? new Map([[1, 0]]);
    const diagonal = x - y;
    const down = reach.get(diagonal + 1) ?? -1;
    const right = (reach.get(diagonal - 1) ?? -2) + 1;
    const isDown = diagonal === -edits || (diagonal !== edits && right <= down);
    const startX = isDown ? down : right;
    while (x > startX && y > startX - diagonal) kept.push([--x, --y]);
    if (edits > 0) [x, y] = isDown ? [startX, startX - diagonal - 1] : [startX - 1, startX - diagonal];
  }
  return kept.reverse();
}
