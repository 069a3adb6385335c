import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../api/meta.ts';
import type { Node } from '../api/node.ts';
import type { Pod } from '../api/pod.ts';
import type { PodSpec } from '../api/pod-spec.ts';
import type { Request } from '../component.ts';
import { apply, node, pod, schedule, storeOf, threeNodes } from '../testing/scheduling.ts';

describe('a pod that is not to be placed', () => {
  const table: readonly [string, Partial<PodSpec>][] = [
    ['has a node', { nodeName: 'node-9' }],
    ['is another scheduler’s', { schedulerName: 'mine' }],
    ['is gated', { schedulingGates: [{ name: 'x' }] }],
  ];
  test.each(table)('%s', (_, spec) => {
    expect(schedule(storeOf(threeNodes(), pod('p', spec)), 'p')).toEqual([]);
  });
  test('is on its way out', () => {
    const going = pod('p');
    const store = storeOf(threeNodes(), {
      ...going,
      metadata: { ...going.metadata, deletionTimestamp: 'now' },
    } as Pod);
    expect(schedule(store, 'p')).toEqual([]);
  });
  test('is gone', () => expect(schedule(storeOf(threeNodes()), 'p')).toEqual([]));
});

describe('a pod that finds a node', () => {
  test('is bound, then says so', () => {
    const store = storeOf([node('node-1')], pod('p'));
    const [bind, ...rest] = schedule(store, 'p');
    expect(rest).toEqual([]);
    expect(bind).toMatchObject({ verb: 'bind', namespace: 'default', name: 'p', nodeName: 'node-1' });
    const then = (bind as { then: (answer: KubeObject) => Request[] }).then(pod('p'));
    expect(then).toMatchObject([
      {
        verb: 'event',
        event: { type: 'Normal', reason: 'Scheduled', message: 'Successfully assigned default/p to node-1' },
      },
    ]);
  });

  const table: readonly [what: string, readonly Node[], Partial<PodSpec>, expected: string][] = [
    [
      'by its label',
      [node('a'), node('b', { labels: { disk: 'ssd' } })],
      { nodeSelector: { disk: 'ssd' } },
      'b',
    ],
    ['that is not cordoned', [node('a', { spec: { unschedulable: true } }), node('b')], {}, 'b'],
    [
      'whose taint it tolerates',
      [
        node('a', { spec: { taints: [{ key: 'k', value: 'v', effect: 'NoSchedule' }] } }),
        node('b', { allocatable: { cpu: '0', pods: '0' } }),
      ],
      { tolerations: [{ key: 'k', operator: 'Equal', value: 'v', effect: 'NoSchedule' }] },
      'a',
    ],
    ['with more room', [node('a', { allocatable: { cpu: '1', memory: '1Gi' } }), node('b')], {}, 'b'],
    [
      'without a soft taint',
      [node('a', { spec: { taints: [{ key: 'k', effect: 'PreferNoSchedule' }] } }), node('b')],
      {},
      'b',
    ],
    [
      'that it is named for',
      [node('a'), node('b')],
      {
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['b'] }] }],
            },
          },
        },
      },
      'b',
    ],
  ];
  test.each(table)('%s', (_, nodes, spec, expected) => {
    const store = storeOf(nodes, pod('p', spec));
    expect(apply(store, schedule(store, 'p'))).toBe(expected);
  });
});

test('a thousand pods on fifty nodes take well under a second', () => {
  const nodes = Array.from({ length: 50 }, (_, i) => node(`node-${i}`));
  const names = Array.from({ length: 1000 }, (_, i) => `web-${i}`);
  const store = storeOf(nodes, ...names.map((name) => pod(name, {}, { cpu: '50m', memory: '64Mi' })));
  const counts = new Map<string, number>();
  const startedAt = performance.now();
  for (const name of names) {
    const chosen = apply(store, schedule(store, name)) ?? '';
    counts.set(chosen, (counts.get(chosen) ?? 0) + 1);
  }
  expect(performance.now() - startedAt).toBeLessThan(4000);
  expect([...counts.values()].every((count) => count === 20)).toBe(true);
});
