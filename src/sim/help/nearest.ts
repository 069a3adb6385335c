// "Did you mean": the known word that is most like a misspelt one.

/** How many letters a word of that length may be away from what was meant. */
function reach(word: string): number {
  return Math.min(3, Math.max(1, Math.floor(word.length / 3)));
}

/**
 * The known word that is like `word` but for a slip of the fingers or a capital letter; of several the closest, then the
 * first by letters. Initials count too (`RWO`). Undefined where none is like it, or it is `word` itself.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word === '') return undefined;
  const typed = word.toLowerCase();
  let best: { readonly name: string; readonly rank: number } | undefined;
  for (const name of [...known].sort()) {
    const rank = name.toLowerCase() === typed ? 0 : 1 + distance(typed, name.toLowerCase());
    const isLike = rank <= 1 + reach(word) || initials(name) === word;
    if (isLike && (best === undefined || rank < best.rank)) best = { name, rank };
  }
  return best === undefined || best.name === word ? undefined : best.name;
}

function initials(name: string): string {
  const capitals = name.replace(/[^A-Z]/g, '');
  return capitals.length > 2 ? capitals : '';
}

/** Letters put in, left out, replaced, or swapped with their neighbour. Words of over 64 characters count as far apart. */
export function distance(a: string, b: string): number {
  if (a.length > 64 || b.length > 64) return a === b ? 0 : 64;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const at = (list: readonly number[], index: number): number => list[index] ?? 0;
      const replaced = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(replaced, at(row, j) + 1, at(next, j - 1) + 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) least = Math.min(least, at(before, j - 2) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
