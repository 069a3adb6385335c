// What changed between two values, as the API server shows it: both as JSON, and the changed lines in the unified form of
// diff, without its file header. The lines are matched as Python's difflib matches them, whose Go version Kubernetes uses:
// the longest common run first, then what is before and after it.

const CONTEXT = 3;
/** From this many lines on, lines that come up in more than one of a hundred places are not worth starting from. */
const LONG = 200;

/** The lines that differ between the JSON of two values, with three around them; '' if nothing differs. */
export function jsonDiff(before: unknown, after: unknown): string {
  return unifiedDiff(toJson(before), toJson(after));
}

function toJson(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(
    /[<>&\u2028\u2029]/g,
    (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Lines that are the same before and after a change are shown, three of them; '' if nothing changed. */
export function unifiedDiff(before: string, after: string): string {
  const [a, b] = [before.split('\n'), after.split('\n')];
  return groups(changes(a, b))
    .map((group) => hunk(a, b, group))
    .join('');
}

/** Lines `i1` to `i2` of the first text became lines `j1` to `j2` of the second. */
interface Change {
  readonly isSame: boolean;
  readonly i1: number;
  readonly i2: number;
  readonly j1: number;
  readonly j2: number;
}

function hunk(a: readonly string[], b: readonly string[], group: readonly Change[]): string {
  const [first, last] = [group[0] as Change, group.at(-1) as Change];
  const lines = [`@@ -${range(first.i1, last.i2)} +${range(first.j1, last.j2)} @@`];
  for (const { isSame, i1, i2, j1, j2 } of group) {
    if (isSame) lines.push(...a.slice(i1, i2).map((line) => ` ${line}`));
    else lines.push(...a.slice(i1, i2).map((it) => `-${it}`), ...b.slice(j1, j2).map((it) => `+${it}`));
  }
  return lines.map((line) => `${line}\n`).join('');
}

function range(start: number, stop: number): string {
  const length = stop - start;
  if (length === 1) return String(start + 1);
  return `${length === 0 ? start : start + 1},${length}`;
}

/** Changes that are near each other, each group with the lines around it. */
function groups(all: readonly Change[]): Change[][] {
  if (all.every(({ isSame }) => isSame)) return [];
  const found: Change[][] = [];
  let group: Change[] = [];
  for (const [n, change] of all.entries()) {
    const { isSame, i1, i2, j1, j2 } = change;
    if (!isSame) {
      group.push(change);
      continue;
    }
    const [head, tail] = [Math.min(CONTEXT, i2 - i1), Math.min(CONTEXT, i2 - i1)];
    const start = { isSame, i1, i2: i1 + head, j1, j2: j1 + head };
    const end = { isSame, i1: i2 - tail, i2, j1: j2 - tail, j2 };
    if (n === 0) group.push(end);
    else if (n === all.length - 1) group.push(start);
    else if (i2 - i1 > 2 * CONTEXT) {
      found.push([...group, start]);
      group = [end];
    } else group.push(change);
  }
  return [...found, group];
}

function changes(a: readonly string[], b: readonly string[]): Change[] {
  const all: Change[] = [];
  let [i, j] = [0, 0];
  for (const { i: si, j: sj, size } of [...matches(a, b), { i: a.length, j: b.length, size: 0 }]) {
    if (i < si || j < sj) all.push({ isSame: false, i1: i, i2: si, j1: j, j2: sj });
    [i, j] = [si + size, sj + size];
    if (size > 0) all.push({ isSame: true, i1: si, i2: i, j1: sj, j2: j });
  }
  return all;
}

interface Match {
  readonly i: number;
  readonly j: number;
  readonly size: number;
}

/** The runs of lines that both have, in order; runs that touch are one. */
function matches(a: readonly string[], b: readonly string[]): Match[] {
  const places = placesOf(b);
  const found: Match[] = [];
  const open: [number, number, number, number][] = [[0, a.length, 0, b.length]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [i1, i2, j1, j2] = next;
    const { i, j, size } = longest(a, b, places, next);
    if (size === 0) continue;
    found.push({ i, j, size });
    open.push([i1, i, j1, j], [i + size, i2, j + size, j2]);
  }
  found.sort((x, y) => x.i - y.i);
  const joined: Match[] = [];
  for (const match of found) {
    const last = joined.at(-1);
    if (last && last.i + last.size === match.i && last.j + last.size === match.j) {
      joined[joined.length - 1] = { ...last, size: last.size + match.size };
    } else joined.push(match);
  }
  return joined;
}

function placesOf(b: readonly string[]): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [j, line] of b.entries()) {
    const known = places.get(line);
    if (known) known.push(j);
    else places.set(line, [j]);
  }
  const most = Math.floor(b.length / 100) + 1;
  if (b.length < LONG) return places;
  return new Map([...places].filter(([, at]) => at.length <= most));
}

function longest(
  a: readonly string[],
  b: readonly string[],
  places: ReadonlyMap<string, number[]>,
  [i1, i2, j1, j2]: readonly [number, number, number, number],
): Match {
  let [i, j, size] = [i1, j1, 0];
  let lengths = new Map<number, number>();
  for (let x = i1; x < i2; x++) {
    const next = new Map<number, number>();
    for (const y of places.get(a[x] as string) ?? []) {
      if (y < j1 || y >= j2) continue;
      const length = (lengths.get(y - 1) ?? 0) + 1;
      next.set(y, length);
      if (length > size) [i, j, size] = [x - length + 1, y - length + 1, length];
    }
    lengths = next;
  }
  while (i > i1 && j > j1 && a[i - 1] === b[j - 1]) [i, j, size] = [i - 1, j - 1, size + 1];
  while (i + size < i2 && j + size < j2 && a[i + size] === b[j + size]) size += 1;
  return { i, j, size };
}
