import { expect, test } from 'vitest';
import type { Taint } from '../../api/node.ts';
import type { Toleration } from '../../api/pod-spec.ts';
import { tolerance } from './tolerations.ts';

const lost: Taint = { key: 'node.kubernetes.io/unreachable', effect: 'NoExecute' };
const maint: Taint = { key: 'maint', value: 'yes', effect: 'NoExecute' };

test.each<[string, Taint[], Toleration[] | undefined, number]>([
  ['nothing to bear', [], undefined, Number.POSITIVE_INFINITY],
  ['no tolerations', [lost], undefined, 0],
  ['for ever', [lost], [{ key: lost.key, operator: 'Exists' }], Number.POSITIVE_INFINITY],
  ['for a while', [lost], [{ key: lost.key, operator: 'Exists', tolerationSeconds: 20 }], 20],
  ['negative seconds are none', [lost], [{ key: lost.key, operator: 'Exists', tolerationSeconds: -1 }], 0],
  [
    'the shortest time counts',
    [lost, maint],
    [
      { key: lost.key, operator: 'Exists', tolerationSeconds: 20 },
      { key: 'maint', operator: 'Exists', tolerationSeconds: 5 },
    ],
    5,
  ],
  ['one taint that is not borne', [lost, maint], [{ key: lost.key, operator: 'Exists' }], 0],
  [
    'the first that fits counts',
    [lost],
    [
      { operator: 'Exists', tolerationSeconds: 7 },
      { key: lost.key, operator: 'Exists' },
    ],
    7,
  ],
  ['another effect', [lost], [{ key: lost.key, operator: 'Exists', effect: 'NoSchedule' }], 0],
  ['an equal value', [maint], [{ key: 'maint', value: 'yes' }], Number.POSITIVE_INFINITY],
  ['another value', [maint], [{ key: 'maint', operator: 'Equal', value: 'no' }], 0],
  ['everything', [lost, maint], [{ operator: 'Exists' }], Number.POSITIVE_INFINITY],
])('%s', (_, taints, tolerations, seconds) => {
  expect(tolerance(taints, tolerations)).toBe(seconds);
});
