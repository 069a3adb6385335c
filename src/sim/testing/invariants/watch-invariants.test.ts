import { expect, test, vi } from 'vitest';
import type { Kind } from '../../api/kind.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import type { Cluster } from '../../cluster.ts';
import { createCluster } from '../../cluster.ts';
import type { Program } from '../../world/process.ts';
import { somePod } from '../test-cluster.ts';
import type { Invariant, Moment } from './moment.ts';
import { InvariantBroken, watchInvariants } from './watch-invariants.ts';

// Every other test's clusters are watched from the start.
vi.unmock('../../cluster.ts');

const idle: Program = function* () {
  for (;;) yield {};
};

function start(): Cluster {
  const cluster = createCluster({ seed: 1, programs: new Map(), shell: idle, freeze: true });
  cluster.api.create(PodKind, somePod({ name: 'a', namespace: 'default' }));
  return cluster;
}

function pass(cluster: Cluster, ms: number): void {
  cluster.loop.advanceTo(cluster.loop.nowMs + ms);
}

/** Puts a pod on another node, as nobody can who asks the API server. */
function move(cluster: Cluster): void {
  const pod = cluster.store.get(PodKind, 'default', 'a') as Pod;
  const moved = { ...pod, spec: { ...pod.spec, nodeName: 'node-9' } };
  cluster.store.put(PodKind as Kind, moved, cluster.loop.nowMs);
}

/** Keeps what an invariant is shown. */
function recorder(seen: Moment[]): Invariant {
  return {
    name: 'everything is as it is',
    broken(moment) {
      seen.push(moment);
      return [];
    },
  };
}

test('an invariant that breaks ends the run, and says when and what', () => {
  const cluster = start();
  watchInvariants(cluster);
  pass(cluster, 5_000);
  move(cluster);
  expect(() => pass(cluster, 5_000)).toThrow(InvariantBroken);
  expect(() => pass(start(), 5_000)).not.toThrow();
});

test('nobody watches any longer', () => {
  const cluster = start();
  const stop = watchInvariants(cluster);
  pass(cluster, 5_000);
  stop();
  move(cluster);
  expect(() => pass(cluster, 100)).not.toThrow();
});

test('a moment shows what was written, by whom, and comes to rest once', () => {
  const cluster = start();
  const seen: Moment[] = [];
  const stop = watchInvariants(cluster, [recorder(seen)]);
  cluster.api.create(PodKind, somePod({ name: 'b', namespace: 'default' }));
  pass(cluster, 60_000);
  stop();
  const writesToB = seen
    .flatMap(({ writes }) => writes)
    .filter(({ kind, after }) => kind === (PodKind as Kind) && after.metadata.name === 'b');
  expect([...new Set(writesToB.map(({ by }) => by))]).toEqual([undefined, 'default-scheduler', 'kubelet']);
  expect(seen.filter(({ isAtRest }) => isAtRest)).toHaveLength(1);
});

test('a pod that its node has done with was not taken by force; one that is deleted at once was', () => {
  const cluster = start();
  const seen: Moment[] = [];
  watchInvariants(cluster, [recorder(seen)]);
  pass(cluster, 5_000);
  const { uid } = cluster.store.get(PodKind, 'default', 'a')?.metadata ?? {};
  cluster.api.delete(PodKind, 'default', 'a', { gracePeriodSeconds: 1 });
  const b = cluster.api.create(PodKind, somePod({ name: 'b', namespace: 'default' }));
  pass(cluster, 10_000);
  expect(cluster.store.list(PodKind, 'default')).toHaveLength(1);
  cluster.api.delete(PodKind, 'default', 'b', { gracePeriodSeconds: 0 });
  pass(cluster, 5_000);
  const last = seen.at(-1);
  expect([...(last?.forced ?? [])]).toEqual([b.ok && b.object.metadata.uid]);
  expect(last?.pods.has(uid ?? '')).toBe(true);
});
