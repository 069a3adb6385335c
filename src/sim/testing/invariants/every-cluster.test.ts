import { expect, test } from 'vitest';
import type { Kind } from '../../api/kind.ts';
import type { KubeObject } from '../../api/meta.ts';
import { PodKind } from '../../api/pod.ts';
import { createCluster } from '../../cluster.ts';
import type { Program } from '../../world/process.ts';
import { somePod, TestCluster } from '../test-cluster.ts';

const bound = (nodeName: string): KubeObject =>
  somePod({ name: 'a', namespace: 'default', uid: 'a' }, { nodeName });

test('a cluster that a test creates is watched', () => {
  // biome-ignore lint/correctness/useYield: nobody starts it
  const shell: Program = function* () {
    return 0;
  };
  const { store, loop } = createCluster({ seed: 1, programs: new Map(), shell });
  for (const node of ['node-1', 'node-2']) store.put(PodKind as Kind, bound(node), loop.nowMs);
  expect(() => loop.advanceTo(loop.nowMs + 1_000)).toThrow(/^a pod is on one node at most/);
});

test('and so is one without a world', () => {
  const cluster = new TestCluster({
    name: 'looker',
    latencyMs: 1,
    doorbells: [{ kind: PodKind, keys: () => ['a'] }],
    reconcile: () => [],
  });
  for (const node of ['node-1', 'node-2']) cluster.store.put(PodKind as Kind, bound(node), cluster.nowMs);
  expect(() => cluster.pass(1_000)).toThrow(/^a pod is on one node at most/);
});
