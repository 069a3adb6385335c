/** Keeps the list of the project's own words in order: sorted, each once, and none that nobody uses. */

/** One line a fault. `unused`: words of the list that no text has. */
export function listFaults(path: string, words: readonly string[], unused: ReadonlySet<string>): string[] {
  return words.flatMap((word, index) => {
    const where = `${path}:${index + 1}`;
    const before = words[index - 1];
    const faults: string[] = [];
    if (before !== undefined && compare(before, word) >= 0) {
      faults.push(`${where}: "${word}" belongs before "${before}", once`);
    }
    if (unused.has(word)) faults.push(`${where}: no text has "${word}": take it out`);
    return faults;
  });
}

/** By letters, capitals among the others. */
function compare(a: string, b: string): number {
  const [low, other] = [a.toLowerCase(), b.toLowerCase()];
  if (low !== other) return low < other ? -1 : 1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
