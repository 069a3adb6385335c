// "Did you mean": the known words like a misspelt one.

/** Known words within two edits of `word`, or that begin with it, whatever the case; in the order they came. */
export function closest(word: string, known: readonly string[]): readonly string[] {
  const typed = word.toLowerCase();
  return known.filter((candidate) => {
    const name = candidate.toLowerCase();
    return name.startsWith(typed) || editDistance(typed, name) <= 2;
  });
}

/** Levenshtein distance; words of over 64 characters count as far apart. */
export function editDistance(a: string, b: string): number {
  if (a.length > 64 || b.length > 64) return Math.max(a.length, b.length);
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
