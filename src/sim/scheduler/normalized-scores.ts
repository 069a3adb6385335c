// Brings a rule's raw scores into the range that all rules share.
import { MAX_NODE_SCORE } from './framework.ts';

/** Scales so that the highest becomes 100; reversed, the highest becomes 0 and none at all 100. */
export function normalizedScores(
  raw: readonly number[],
  { isReversed = false }: { readonly isReversed?: boolean } = {},
): readonly number[] {
  const highest = Math.max(...raw);
  if (highest === 0) return raw.map(() => (isReversed ? MAX_NODE_SCORE : 0));
  return raw.map((score) => {
    const scaled = Math.floor((score * MAX_NODE_SCORE) / highest);
    return isReversed ? MAX_NODE_SCORE - scaled : scaled;
  });
}
