/** The happenings before and after a time, among times that stand in order. */

export function momentBefore(momentsMs: readonly number[], atMs: number): number | undefined {
  return momentsMs.findLast((it) => it < atMs);
}

export function momentAfter(momentsMs: readonly number[], atMs: number): number | undefined {
  return momentsMs.find((it) => it > atMs);
}
