/** Which rows of the curriculum the lessons claim, and what is wrong with the claims. */

export interface Claims {
  /** The rows that each page says it teaches, by its path. */
  readonly claimed: ReadonlyMap<string, readonly string[]>;
  /** Every row there is. */
  readonly rows: readonly string[];
}

/** One line a fault. */
export function coverageFaults({ claimed, rows }: Claims): string[] {
  const known = new Set(rows);
  const taught = new Set([...claimed.values()].flat());
  return [
    ...[...claimed].flatMap(([path, ids]) => [
      ...ids.filter((id) => !known.has(id)).map((id) => `${path}: "${id}" is no row of the curriculum`),
      ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${path}: "${id}" is claimed twice`),
    ]),
    ...rows.filter((id) => !taught.has(id)).map((id) => `no lesson teaches "${id}"`),
  ];
}
