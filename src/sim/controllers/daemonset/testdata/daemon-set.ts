// DaemonSets to test with, in a small cluster of nodes.
import type { DaemonSet, DaemonSetSpec, DaemonSetStatus } from '../../../api/daemon-set.ts';
import { DaemonSetKind } from '../../../api/daemon-set.ts';
import type { Kind } from '../../../api/kind.ts';
import { keyOf } from '../../../api/meta.ts';
import type { Node, Taint } from '../../../api/node.ts';
import { NodeKind } from '../../../api/node.ts';
import type { Pod } from '../../../api/pod.ts';
import { PodKind } from '../../../api/pod.ts';
import type { Change } from '../../../apiserver/store.ts';
import type { Component } from '../../../component.ts';
import { compareText } from '../../../machinery/go-text.ts';
import { TestCluster, toyKubelet } from '../../../testing/test-cluster.ts';
import { targetNodeOf } from '../daemon-pod.ts';
import { daemonSetController } from '../index.ts';

export const labels = { app: 'agent' };

export function template(image: string, spec: Partial<DaemonSetSpec['template']['spec']> = {}): DaemonSetSpec['template'] {
  return {
    metadata: { labels },
    spec: { containers: [{ name: 'main', image }], terminationGracePeriodSeconds: 10, ...spec },
  };
}

export function daemonSet(spec: Partial<DaemonSetSpec> = {}): DaemonSet {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'agent', namespace: 'default' },
    spec: { selector: { matchLabels: labels }, template: template('nginx:1.24'), ...spec },
  };
}

export function rolling(maxUnavailable: number | string, maxSurge: number | string = 0): Partial<DaemonSetSpec> {
  return { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable, maxSurge } } };
}

/** Puts pods where they are meant to be. */
const toyScheduler: Component = {
  name: 'toy-scheduler',
  latencyMs: 1,
  doorbells: [{ kind: PodKind as Kind, keys: ({ after }: Change) => [keyOf(after)] }],
  reconcile(key, view) {
    const [namespace = '', name = ''] = key.split('/');
    const pod = view.get(PodKind, namespace, name);
    const nodeName = pod && targetNodeOf(pod);
    if (!pod || pod.spec.nodeName || !nodeName || !view.get(NodeKind, '', nodeName)) return [];
    return [{ verb: 'bind', namespace, name, uid: pod.metadata.uid ?? '', nodeName }];
  },
};

/** A cluster of three nodes, without a DaemonSet. */
export function empty(): TestCluster {
  const cluster = new TestCluster(daemonSetController, toyScheduler, toyKubelet);
  for (const name of ['node-1', 'node-2', 'node-3']) addNode(cluster, name);
  return cluster;
}

/** A DaemonSet on its three nodes, all its pods ready. */
export function started(spec: Partial<DaemonSetSpec> = {}): TestCluster {
  const cluster = empty();
  cluster.create(DaemonSetKind, daemonSet(spec));
  cluster.pass(3000);
  cluster.pods.length = 0;
  return cluster;
}

export function addNode(cluster: TestCluster, name: string): void {
  const metadata = { name, labels: { 'kubernetes.io/hostname': name } };
  cluster.create(NodeKind, { apiVersion: 'v1', kind: 'Node', metadata, spec: {} } as Node);
}

export function taint(cluster: TestCluster, node: string, ...taints: Taint[]): void {
  cluster.change(NodeKind, node, (it) => ({ ...it, spec: { ...it.spec, taints } }));
  cluster.pass(3000);
}

export function label(cluster: TestCluster, node: string, more: Record<string, string>): void {
  cluster.change(NodeKind, node, (it) => ({
    ...it,
    metadata: { ...it.metadata, labels: { ...it.metadata.labels, ...more } },
  }));
  cluster.pass(3000);
}

export function respec(cluster: TestCluster, spec: Partial<DaemonSetSpec>): void {
  cluster.change(DaemonSetKind, 'agent', (set) => ({ ...set, spec: { ...set.spec, ...spec } }));
  cluster.pass(20_000);
}

/** Which node has which images: `node-1 nginx:1.24`, sorted. */
export function where(cluster: TestCluster): string[] {
  return cluster.store
    .list<Pod>(PodKind)
    .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
    .map((pod) => `${targetNodeOf(pod)} ${pod.spec.containers[0]?.image}`)
    .sort(compareText);
}

export function podOn(cluster: TestCluster, node: string): string {
  const pod = cluster.store.list<Pod>(PodKind).find((it) => targetNodeOf(it) === node);
  return pod?.metadata.name ?? '';
}

export function status(cluster: TestCluster): DaemonSetStatus | undefined {
  return cluster.get(DaemonSetKind, 'agent').status;
}
