// What changed between two texts, in the unified form of diff, without its file header.

const CONTEXT = 3;

/** Lines that are the same before and after a change are shown, three of them; '' if nothing changed. */
export function unifiedDiff(before: string, after: string): string {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const edits = editsOf(a, b);
  const changed = edits.flatMap((edit, i) => (edit.mark === ' ' ? [] : [i]));
  const out: string[] = [];
  for (let k = 0; k < changed.length; ) {
    const first = changed[k] as number;
    let last = first;
    while (k < changed.length && (changed[k] as number) <= last + 2 * CONTEXT) last = changed[k++] as number;
    out.push(...hunk(edits, Math.max(0, first - CONTEXT), Math.min(edits.length, last + CONTEXT + 1)));
  }
  return out.map((line) => `${line}\n`).join('');
}

interface Edit {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

function hunk(edits: readonly Edit[], from: number, to: number): string[] {
  const count = (marks: string, list: readonly Edit[]) =>
    list.filter(({ mark }) => marks.includes(mark)).length;
  const [before, within] = [edits.slice(0, from), edits.slice(from, to)];
  const range = (marks: string) => `${count(marks, before) + 1},${count(marks, within)}`;
  return [`@@ -${range(' -')} +${range(' +')} @@`, ...within.map(({ mark, text }) => mark + text)];
}

/** The shortest way from one list of lines to the other. The texts are short: one object's spec. */
function editsOf(a: readonly string[], b: readonly string[]): Edit[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const middle = lcsEdits(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const same = (text: string): Edit => ({ mark: ' ', text });
  return [...a.slice(0, start).map(same), ...middle, ...a.slice(a.length - end).map(same)];
}

const MAX_CELLS = 1_000_000;

function lcsEdits(a: readonly string[], b: readonly string[]): Edit[] {
  const removed = (text: string): Edit => ({ mark: '-', text });
  const added = (text: string): Edit => ({ mark: '+', text });
  const width = b.length + 1;
  if ((a.length + 1) * width > MAX_CELLS) return [...a.map(removed), ...b.map(added)];
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const edits: Edit[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      edits.push({ mark: ' ', text: a[i] as string });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1)))
      edits.push(removed(a[i++] as string));
    else edits.push(added(b[j++] as string));
  }
  return edits;
}
