import { describe, expect, test } from 'vitest';
import type { ObjectMeta } from '../../api/meta.ts';
import { PodKind } from '../../api/pod.ts';
import type { PodDisruptionBudget, PodDisruptionBudgetSpec } from '../../api/pod-disruption-budget.ts';
import { PodDisruptionBudgetKind } from '../../api/pod-disruption-budget.ts';
import type { ReplicaSet } from '../../api/replica-set.ts';
import { ReplicaSetKind } from '../../api/replica-set.ts';
import { somePod, TestCluster, toyKubelet } from '../../testing/test-cluster.ts';
import { replicaSetController } from '../replicaset/index.ts';
import { disruptionController } from './index.ts';

const SPENT = "429 Cannot evict pod as it would violate the pod's disruption budget.";

function budget(spec: PodDisruptionBudgetSpec, name = 'b'): PodDisruptionBudget {
  const selector = { matchLabels: { app: 'web' } };
  const metadata = { name };
  return { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec: { selector, ...spec } };
}

function clusterWith(spec: PodDisruptionBudgetSpec, pods: readonly string[]): TestCluster {
  const cluster = new TestCluster(disruptionController, toyKubelet);
  for (const name of pods) cluster.create(PodKind, web({ name }));
  cluster.create(PodDisruptionBudgetKind, budget(spec));
  cluster.pass(5000);
  return cluster;
}

function web(metadata: ObjectMeta, image = 'nginx:1.24') {
  const labels = { app: 'web' };
  return somePod({ ...metadata, labels }, { containers: [{ name: 'main', image }] });
}

function replicaSet(replicas: number): ReplicaSet {
  const labels = { app: 'web' };
  const template = { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'nginx:1.24' }] } };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name: 'web' },
    spec: { replicas, selector: { matchLabels: labels }, template },
  };
}

/** healthy/desired of expected: allowed, and why. */
function summary(cluster: TestCluster): string {
  const { status } = cluster.get(PodDisruptionBudgetKind, 'b');
  const [condition] = status?.conditions ?? [];
  const numbers = `${status?.currentHealthy}/${status?.desiredHealthy} of ${status?.expectedPods}`;
  return `${numbers}: ${status?.disruptionsAllowed} ${condition?.status} ${condition?.reason}`;
}

describe('a budget', () => {
  test.each<[PodDisruptionBudgetSpec, string]>([
    [{ minAvailable: 2 }, '3/2 of 3: 1 True SufficientPods'],
    [{ minAvailable: 3 }, '3/3 of 3: 0 False InsufficientPods'],
    [{ minAvailable: 5 }, '3/5 of 3: 0 False InsufficientPods'],
    [{ selector: { matchLabels: { app: 'other' } }, minAvailable: 0 }, '0/0 of 0: 0 False InsufficientPods'],
  ])('%j', (spec, text) => {
    expect(summary(clusterWith(spec, ['a', 'b', 'c']))).toBe(text);
  });

  test.each<[PodDisruptionBudgetSpec, string]>([
    [{ maxUnavailable: 1 }, '3/2 of 3: 1 True SufficientPods'],
    [{ maxUnavailable: '50%' }, '3/1 of 3: 2 True SufficientPods'],
    [{ minAvailable: '50%' }, '3/2 of 3: 1 True SufficientPods'],
  ])('that knows from their controller how many pods there should be: %j', (spec, text) => {
    const cluster = new TestCluster(disruptionController, replicaSetController, toyKubelet);
    cluster.create(ReplicaSetKind, replicaSet(3));
    cluster.create(PodDisruptionBudgetKind, budget(spec));
    cluster.pass(5000);
    expect(summary(cluster)).toBe(text);
  });

  test('counts no pods that nobody manages, and says so', () => {
    const cluster = clusterWith({ maxUnavailable: 1 }, ['a']);
    expect(summary(cluster)).toBe('1/0 of 0: 0 False InsufficientPods');
    expect(cluster.events('b').at(-1)).toMatch(
      /Warning UnmanagedPods: Pods selected by this PodDisruptionBudget \(selector: &LabelSelector\{MatchLabels:map\[string\]string\{app: web,\},MatchExpressions:\[\]LabelSelectorRequirement\{\},\}\) were found to be unmanaged\./,
    );
  });

  test('says that it selects nothing', () => {
    const cluster = clusterWith({ minAvailable: 1 }, []);
    expect(cluster.events('b')).toEqual(['x2 Normal NoPods: No matching pods found']);
  });
});

describe('eviction', () => {
  test('takes pods as long as the budget allows', () => {
    const cluster = clusterWith({ minAvailable: 1 }, ['a', 'b', 'c']);
    expect(['a', 'b', 'c'].map((name) => cluster.evict(name))).toEqual(['', '', SPENT]);
    const condition = cluster
      .get(PodKind, 'a')
      .status?.conditions?.find((it) => it.type === 'DisruptionTarget');
    expect(condition).toMatchObject({ status: 'True', reason: 'EvictionByEvictionAPI' });
    cluster.pass(5000);
    expect(cluster.names(PodKind)).toEqual(['c']);
    expect(summary(cluster)).toBe('1/1 of 1: 0 False InsufficientPods');
    expect(cluster.get(PodDisruptionBudgetKind, 'b').status?.disruptedPods).toBeUndefined();
  });

  test('asks no budget about pods that do not run', () => {
    const cluster = new TestCluster(disruptionController);
    cluster.create(PodKind, web({ name: 'a' }));
    cluster.create(PodDisruptionBudgetKind, budget({ minAvailable: 1 }));
    cluster.pass(1000);
    expect(cluster.evict('a')).toBe('');
  });

  test('cannot choose between two budgets', () => {
    const cluster = clusterWith({ minAvailable: 0 }, ['a']);
    cluster.create(PodDisruptionBudgetKind, budget({ minAvailable: 0 }, 'second'));
    cluster.pass(1000);
    expect(cluster.evict('a')).toBe(
      '500 This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.',
    );
  });

  test('waits for a budget that has not been looked at', () => {
    const cluster = clusterWith({ minAvailable: 0 }, ['a']);
    cluster.change(PodDisruptionBudgetKind, 'b', (it) => ({ ...it, spec: { ...it.spec, minAvailable: 1 } }));
    expect(cluster.evict('a')).toBe(SPENT);
  });

  test.each<[string | undefined, string]>([
    [undefined, SPENT],
    ['AlwaysAllow', ''],
  ])('of a pod that is not ready, with policy %s', (policy, said) => {
    const cluster = new TestCluster(disruptionController, toyKubelet);
    cluster.create(PodKind, web({ name: 'a' }, 'broken'));
    const spec = { minAvailable: 1, ...(policy ? { unhealthyPodEvictionPolicy: policy } : {}) };
    cluster.create(PodDisruptionBudgetKind, budget(spec));
    cluster.pass(5000);
    expect(cluster.evict('a')).toBe(said);
  });
});
