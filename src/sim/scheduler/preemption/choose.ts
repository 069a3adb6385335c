// Of several nodes where others could leave: the one where that costs least.
import { compareText } from '../../machinery/go-text.ts';
import { priorityOf, startOf } from './priority.ts';
import type { Victims } from './victims.ts';

/** Lowest cost first. What is equal in one is decided by the next; at last, the first node wins. */
const costs: readonly ((a: Victims, b: Victims) => number)[] = [
  (a, b) => a.violations - b.violations,
  (a, b) => highestPriority(a) - highestPriority(b),
  (a, b) => sumOfPriorities(a) - sumOfPriorities(b),
  (a, b) => a.pods.length - b.pods.length,
  // The youngest of the pods that matter most.
  (a, b) => compareText(earliestStart(b), earliestStart(a)),
];

export function cheapest(candidates: readonly Victims[]): Victims | undefined {
  const [first, ...others] = candidates;
  if (first === undefined) return undefined;
  return others.reduce((best, other) => (compare(other, best) < 0 ? other : best), first);
}

function compare(a: Victims, b: Victims): number {
  for (const cost of costs) {
    const difference = cost(a, b);
    if (difference !== 0) return difference;
  }
  return 0;
}

function highestPriority({ pods: [first] }: Victims): number {
  return first ? priorityOf(first) : Number.NEGATIVE_INFINITY;
}

/** Moved above zero, so that fewer pods of negative priority are cheaper than many. */
function sumOfPriorities({ pods }: Victims): number {
  return pods.reduce((sum, pod) => sum + priorityOf(pod) + 2 ** 31, 0);
}

function earliestStart(victims: Victims): string {
  const highest = highestPriority(victims);
  const starts = victims.pods.filter((pod) => priorityOf(pod) === highest).map(startOf);
  return starts.sort(compareText)[0] ?? '';
}
