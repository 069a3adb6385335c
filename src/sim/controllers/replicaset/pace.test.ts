import { expect, test } from 'vitest';
import type { Pod } from '../../api/pod.ts';
import { formatRfc3339 } from '../../machinery/time.ts';
import { somePod, startMs } from '../../testing/test-cluster.ts';
import { paceOf } from './pace.ts';

function pods(count: number, phase: 'Running' | 'Failed', ageMs = 0): Pod[] {
  const creationTimestamp = formatRfc3339(startMs - ageMs);
  return Array.from({ length: count }, (_, i) => {
    const pod = somePod({ name: `p${i}`, creationTimestamp });
    return { ...pod, status: { phase } } as Pod;
  });
}

test.each<[string, Pod[], number, ReturnType<typeof paceOf>]>([
  ['nothing failed: all at once', pods(100, 'Running'), 400, { creations: 400 }],
  ['a few failed', pods(3, 'Failed'), 3, { creations: 3 }],
  ['some more than the rate', pods(18, 'Failed'), 3, { creations: 2, waitMs: 750 }],
  ['as many as the rate', pods(20, 'Failed'), 3, { creations: 0, waitMs: 750 }],
  ['more than the rate', pods(30, 'Failed'), 3, { creations: 0, waitMs: 750 }],
  ['they failed a second ago', pods(30, 'Failed', 1000), 3, { creations: 3 }],
])('%s', (_, young, missing, pace) => {
  expect(paceOf(young, missing, startMs + 250)).toEqual(pace);
});
