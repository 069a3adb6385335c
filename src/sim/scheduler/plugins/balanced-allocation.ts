// A node whose CPU and memory would fill up evenly is better than one that runs out of the one first.
import type { ScorePlugin } from '../framework.ts';
import { MAX_NODE_SCORE } from '../framework.ts';
import { requestsOf } from '../pod-requests.ts';

export const balancedAllocation: ScorePlugin = {
  name: 'NodeResourcesBalancedAllocation',
  weight: 1,
  score({ pod }, feasible) {
    const wanted = requestsOf(pod);
    // A pod that requests nothing fills nothing.
    if (!wanted.get('cpu') && !wanted.get('memory')) return undefined;
    return feasible.map((state) => {
      const [cpu, memory] = ['cpu', 'memory'].map((name) => {
        const capacity = state.allocatable().get(name) ?? 0;
        const used = (state.requested().get(name) ?? 0) + (wanted.get(name) ?? 0);
        return capacity === 0 ? 0 : Math.min(1, used / capacity);
      }) as [number, number];
      // The standard deviation of two fractions is half their distance.
      return Math.floor((1 - Math.abs(cpu - memory) / 2) * MAX_NODE_SCORE);
    });
  },
};
