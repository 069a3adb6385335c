import { beforeEach, describe, expect, test } from 'vitest';
import { LeaseKind } from '../api/lease.ts';
import type { KubeObject, ObjectMeta } from '../api/meta.ts';
import { NamespaceKind } from '../api/namespace.ts';
import type { Node, Taint } from '../api/node.ts';
import { NodeKind } from '../api/node.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { Component, View } from '../component.ts';
import { formatRfc3339, formatRfc3339Micro } from '../machinery/time.ts';
import { readyConditions, somePod, startMs, TestCluster } from '../testing/test-cluster.ts';
import { nodeLifecycleController } from './nodelifecycle/index.ts';
import { outOfServiceCollector, podGarbageCollector } from './podgc/index.ts';
import { taintEvictionController } from './tainteviction/index.ts';

const dead = new Set<string>();
beforeEach(() => dead.clear());

/** Kubelets that do nothing but say that they live. */
const hearts: Component = {
  name: 'hearts',
  latencyMs: 0,
  doorbells: [],
  startKeys: () => ['node-1', 'node-2', 'node-3'],
  reconcile(name, view, nowMs) {
    if (dead.has(name)) return [{ verb: 'wake', afterMs: 10_000, periodic: true }];
    const spec = { holderIdentity: name, renewTime: formatRfc3339Micro(nowMs) };
    const metadata: ObjectMeta = { name, namespace: 'kube-node-lease' };
    const fresh = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata };
    const lease: KubeObject = view.get(LeaseKind, 'kube-node-lease', name) ?? fresh;
    const verb = lease.metadata.uid ? 'update' : 'create';
    const node = view.get(NodeKind, '', name) as Node;
    return [
      { verb, kind: LeaseKind, object: { ...lease, spec } as Node },
      { verb: 'updateStatus', kind: NodeKind, object: withReady(node, nowMs) },
      { verb: 'wake', afterMs: 10_000, periodic: true },
    ];
  },
};

function withReady(node: Node, nowMs: number): Node {
  if (node.status?.conditions?.some((it) => it.type === 'Ready' && it.status === 'True')) return node;
  const time = formatRfc3339(nowMs);
  const types = [
    ['MemoryPressure', 'False'],
    ['DiskPressure', 'False'],
    ['PIDPressure', 'False'],
    ['Ready', 'True'],
  ] as const;
  const conditions = types.map(([type, status]) => ({
    type,
    status,
    lastHeartbeatTime: time,
    lastTransitionTime: time,
  }));
  return { ...node, status: { ...node.status, conditions } };
}

function createPod(
  cluster: TestCluster,
  name: string,
  part: Partial<Pod['spec']> = {},
  nodeName = 'node-3',
): void {
  cluster.create(PodKind, somePod({ name }, { nodeName, ...part }));
  cluster.change(PodKind, name, (pod) => ({
    ...pod,
    status: { phase: 'Running' as const, conditions: readyConditions(true, cluster.nowMs) },
  }));
}

const bears = (tolerationSeconds?: number) => ({
  tolerations: [
    {
      key: 'node.kubernetes.io/unreachable',
      operator: 'Exists',
      effect: 'NoExecute',
      ...(tolerationSeconds === undefined ? {} : { tolerationSeconds }),
    },
  ],
});

function cluster(...more: Component[]): TestCluster {
  const made = new TestCluster(nodeLifecycleController, taintEvictionController, hearts, ...more);
  const metadata = { name: 'kube-node-lease' };
  made.create(NamespaceKind, { apiVersion: 'v1', kind: 'Namespace', metadata });
  for (const name of ['node-1', 'node-2', 'node-3']) {
    made.create(NodeKind, { apiVersion: 'v1', kind: 'Node', metadata: { name }, spec: {} } as Node);
  }
  made.pass(1000);
  return made;
}

function passUntil(made: TestCluster, holds: () => boolean, atMost: number): number {
  const fromMs = made.nowMs;
  while (!holds() && made.nowMs - fromMs < atMost) made.pass(100);
  return (made.nowMs - fromMs) / 1000;
}

const ready = (made: TestCluster, name = 'node-3') =>
  made.get(NodeKind, name).status?.conditions?.find(({ type }) => type === 'Ready');
const taints = (made: TestCluster, name = 'node-3') =>
  (made.get(NodeKind, name).spec.taints ?? []).map(
    ({ key, effect }) => `${key.split('/')[1] ?? key}:${effect}`,
  );

describe('a node that is not heard of', () => {
  test('a short outage is not noticed', () => {
    const made = cluster();
    dead.add('node-3');
    made.pass(35_000);
    dead.clear();
    made.pass(60_000);
    expect(ready(made)?.status).toBe('True');
  });

  test('is lost after 40 to 55 s: conditions, taints, events, pods not ready', () => {
    const made = cluster();
    createPod(made, 'solo', bears(20));
    dead.add('node-3');
    const seconds = passUntil(made, () => ready(made)?.status === 'Unknown', 100_000);
    expect(seconds).toBeGreaterThan(40);
    expect(seconds).toBeLessThanOrEqual(55);
    made.pass(100);
    for (const it of made.get(NodeKind, 'node-3').status?.conditions ?? []) {
      expect(it).toMatchObject({
        status: 'Unknown',
        reason: 'NodeStatusUnknown',
        message: 'Kubelet stopped posting node status.',
      });
    }
    expect(taints(made)).toEqual(['unreachable:NoSchedule', 'unreachable:NoExecute']);
    expect(made.events('node-3')).toEqual([
      'x1 Normal RegisteredNode: Node node-3 event: Registered Node node-3 in Controller',
      'x1 Normal NodeNotReady: Node node-3 status is now: NodeNotReady',
    ]);
    expect(made.events('solo')).toEqual(['x1 Warning NodeNotReady: Node is not ready']);
    const pod = made.get(PodKind, 'solo');
    expect(pod.status?.phase).toBe('Running');
    expect(pod.status?.conditions).toMatchObject([{ type: 'Ready', status: 'False' }]);
    expect(ready(made, 'node-1')?.status).toBe('True');
  });

  test('loses its taints when it is back', () => {
    const made = cluster();
    dead.add('node-3');
    made.pass(70_000);
    expect(taints(made)).toHaveLength(2);
    dead.clear();
    made.pass(11_000);
    expect(made.get(NodeKind, 'node-3').spec.taints).toBeUndefined();
    expect(ready(made)?.status).toBe('True');
  });

  test('with all nodes lost, nothing is emptied', () => {
    const made = cluster();
    createPod(made, 'solo', bears(5));
    for (const name of ['node-1', 'node-2', 'node-3']) dead.add(name);
    made.pass(120_000);
    expect(taints(made)).toEqual(['unreachable:NoSchedule']);
    expect(made.get(PodKind, 'solo').metadata.deletionTimestamp).toBeUndefined();
  });
});

describe('cordon', () => {
  test('becomes a taint, and the taints of others stay', () => {
    const made = cluster();
    const mine: Taint = { key: 'dedicated', value: 'db', effect: 'NoSchedule' };
    made.change(NodeKind, 'node-3', (node) => ({ ...node, spec: { unschedulable: true, taints: [mine] } }));
    made.pass(100);
    expect(taints(made)).toEqual(['dedicated:NoSchedule', 'unschedulable:NoSchedule']);
    made.change(NodeKind, 'node-3', (node) => ({ ...node, spec: { ...node.spec, unschedulable: false } }));
    made.pass(100);
    expect(made.get(NodeKind, 'node-3').spec.taints).toEqual([mine]);
  });
});

describe('eviction', () => {
  const isGoing = (made: TestCluster, name: string) =>
    made.get(PodKind, name).metadata.deletionTimestamp !== undefined;

  test('comes after the seconds that the pod bears', () => {
    const made = cluster();
    createPod(made, 'solo', bears(20));
    createPod(made, 'patient', bears(300));
    createPod(made, 'forever', bears());
    dead.add('node-3');
    passUntil(made, () => taints(made).length === 2, 100_000);
    expect(passUntil(made, () => isGoing(made, 'solo'), 100_000)).toBeCloseTo(20, 0);
    expect(made.events('solo')).toEqual([
      'x1 Warning NodeNotReady: Node is not ready',
      'x1 Normal TaintManagerEviction: Marking for deletion Pod default/solo',
    ]);
    expect(made.get(PodKind, 'solo').status?.conditions?.at(-1)).toMatchObject({
      type: 'DisruptionTarget',
      status: 'True',
      reason: 'DeletionByTaintManager',
      message: 'Taint manager: deleting due to NoExecute taint',
    });
    expect(isGoing(made, 'patient')).toBe(false);
    made.pass(281_000);
    expect(isGoing(made, 'patient')).toBe(true);
    expect(isGoing(made, 'forever')).toBe(false);
  });

  test('is called off when the node is back in time', () => {
    const made = cluster();
    createPod(made, 'solo', bears(120));
    createPod(made, 'forever', bears());
    dead.add('node-3');
    made.pass(70_000);
    dead.clear();
    made.pass(200_000);
    expect(isGoing(made, 'solo')).toBe(false);
    expect(made.events('solo').at(-1)).toBe(
      'x1 Normal TaintManagerEviction: Cancelling deletion of Pod default/solo',
    );
    expect(made.events('forever')).toEqual(['x1 Warning NodeNotReady: Node is not ready']);
  });

  test('a NoExecute taint by hand drives away at once what does not bear it', () => {
    const made = cluster();
    createPod(made, 'solo');
    createPod(made, 'tough', { tolerations: [{ operator: 'Exists' }] });
    const maintenance: Taint = { key: 'maint', value: 'yes', effect: 'NoExecute' };
    made.change(NodeKind, 'node-3', (node) => ({ ...node, spec: { taints: [maintenance] } }));
    made.pass(100);
    expect(isGoing(made, 'solo')).toBe(true);
    expect(isGoing(made, 'tough')).toBe(false);
    const briefly = { key: 'maint', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 5 };
    createPod(made, 'late', { tolerations: [briefly] });
    made.pass(4000);
    expect(isGoing(made, 'late')).toBe(false);
    made.pass(2000);
    expect(isGoing(made, 'late')).toBe(true);
  });
});

describe('pods of nodes that are gone', () => {
  test('go at last, as failed', () => {
    const seen: string[] = [];
    const made = cluster(podGarbageCollector, {
      name: 'witness',
      latencyMs: 0,
      doorbells: [
        {
          kind: PodKind,
          keys: ({ type, after }: { type: string; after: unknown }, _: View) => {
            const { phase, conditions } = (after as Pod).status ?? {};
            seen.push(`${type} ${phase} ${conditions?.at(-1)?.reason ?? ''}`);
            return [];
          },
        },
      ],
      reconcile: () => [],
    });
    createPod(made, 'solo', bears());
    dead.add('node-3');
    made.delete(NodeKind, 'node-3');
    made.pass(61_000);
    expect(made.names(PodKind)).toEqual(['solo']);
    made.pass(20_000);
    expect(made.names(PodKind)).toEqual([]);
    expect(seen.at(-1)).toBe('DELETED Failed DeletionByPodGC');
    expect(made.nowMs).toBeGreaterThan(startMs);
  });

  test('and those that are on their way out on a node out of service', () => {
    const made = cluster(outOfServiceCollector);
    createPod(made, 'solo', bears(10));
    createPod(made, 'forever', bears());
    dead.add('node-3');
    made.pass(90_000);
    const outOfService: Taint = { key: 'node.kubernetes.io/out-of-service', effect: 'NoSchedule' };
    made.change(NodeKind, 'node-3', (node) => ({
      ...node,
      spec: { ...node.spec, taints: [...(node.spec.taints ?? []), outOfService] },
    }));
    made.pass(20_000);
    expect(made.names(PodKind)).toEqual(['forever']);
  });
});
