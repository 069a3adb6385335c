// The more of a node would stay free, the better it is.
import type { ScorePlugin } from '../framework.ts';
import { MAX_NODE_SCORE } from '../framework.ts';
import { scoredRequestsOf } from '../pod-requests.ts';

const COUNTED = ['cpu', 'memory'];

export const leastAllocated: ScorePlugin = {
  name: 'NodeResourcesFit',
  weight: 1,
  score({ pod }, feasible) {
    const wanted = scoredRequestsOf(pod);
    return feasible.map((state) => {
      let sum = 0;
      let count = 0;
      for (const name of COUNTED) {
        const capacity = state.allocatable().get(name) ?? 0;
        if (capacity === 0) continue;
        const used = (state.scoredRequested().get(name) ?? 0) + (wanted.get(name) ?? 0);
        sum += used > capacity ? 0 : Math.floor(((capacity - used) * MAX_NODE_SCORE) / capacity);
        count += 1;
      }
      return count === 0 ? 0 : Math.floor(sum / count);
    });
  },
};
