import { describe, expect, test } from 'vitest';
import type { Pod } from '../api/pod.ts';
import {
  apply,
  complaint,
  NO_VICTIMS,
  node,
  pod,
  schedule,
  storeOf,
  threeNodes,
} from '../testing/scheduling.ts';

describe('pods of one workload', () => {
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'default', uid: 's' },
    spec: { selector: { app: 'web' } },
  };
  test('spread over the nodes', () => {
    const names = Array.from({ length: 9 }, (_, i) => `web-${i}`);
    const store = storeOf(threeNodes(), service, ...names.map((name) => pod(name)));
    const counts = new Map<string, number>();
    for (const name of names) {
      const chosen = apply(store, schedule(store, name)) ?? '';
      counts.set(chosen, (counts.get(chosen) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual([3, 3, 3]);
  });

  test('with anti-affinity have a node each, and no more', () => {
    const affinity = {
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [
          { labelSelector: { matchLabels: { app: 'web' } }, topologyKey: 'kubernetes.io/hostname' },
        ],
      },
    };
    const names = ['a', 'b', 'c', 'd'];
    const store = storeOf(threeNodes(), ...names.map((name) => pod(name, { affinity })));
    const chosen = names.slice(0, 3).map((name) => apply(store, schedule(store, name)));
    expect(new Set(chosen).size).toBe(3);
    expect(complaint(schedule(store, 'd'))).toBe(
      `0/3 nodes are available: 3 node(s) didn't match pod anti-affinity rules. ${NO_VICTIMS}`,
    );
  });

  test('hold to the constraint that they must spread', () => {
    const topologySpreadConstraints = [
      {
        maxSkew: 1,
        topologyKey: 'zone',
        whenUnsatisfiable: 'DoNotSchedule',
        labelSelector: { matchLabels: { app: 'web' } },
      },
    ];
    const nodes = [
      node('a', { labels: { zone: 'z1' } }),
      node('b', { labels: { zone: 'z2' }, spec: { unschedulable: true } }),
      node('c'),
    ];
    const store = storeOf(
      nodes,
      pod('p1', { topologySpreadConstraints }),
      pod('p2', { topologySpreadConstraints }),
    );
    expect(apply(store, schedule(store, 'p1'))).toBe('a');
    expect(complaint(schedule(store, 'p2'))).toMatch(
      "1 node(s) didn't match pod topology spread constraints, 1 node(s) didn't match pod topology spread constraints (missing required label), 1 node(s) were unschedulable.",
    );
  });

  test('the same uid chooses the same node', () => {
    const choose = () => {
      const store = storeOf(threeNodes(), {
        ...pod('p'),
        metadata: { name: 'p', namespace: 'default', uid: 'fixed' },
      } as Pod);
      return apply(store, schedule(store, 'p'));
    };
    expect(choose()).toBe(choose());
  });
});
