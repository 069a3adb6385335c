import { describe, expect, test } from 'vitest';
import { ControllerRevisionKind } from '../../api/controller-revision.ts';
import { DaemonSetKind, noStatus } from '../../api/daemon-set.ts';
import type { Kind } from '../../api/kind.ts';
import type { Taint } from '../../api/node.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import { refusal } from '../../apiserver/status.ts';
import { somePod } from '../../testing/test-cluster.ts';
import { daemonTolerations } from './daemon-pod.ts';
import { remainingMs, rememberFailure } from './failed-pods.ts';
import {
  addNode,
  daemonSet,
  empty,
  label,
  labels,
  podOn,
  started,
  status,
  taint,
  template,
  where,
} from './testdata/daemon-set.ts';

const everywhere = ['node-1 nginx:1.24', 'node-2 nginx:1.24', 'node-3 nginx:1.24'];

describe('where pods run', () => {
  test('one on every node, of the revision, bound by affinity, with the tolerations of a daemon', () => {
    const cluster = started();
    expect(where(cluster)).toEqual(everywhere);
    const [revision] = cluster.store.list(ControllerRevisionKind);
    const hash = revision?.metadata.labels?.['controller-revision-hash'] ?? '';
    expect(revision?.metadata.name).toBe(`agent-${hash}`);
    const pod = cluster.get(PodKind, podOn(cluster, 'node-2'));
    expect(pod.metadata).toMatchObject({
      generateName: 'agent-',
      labels: { ...labels, 'controller-revision-hash': hash, 'pod-template-generation': '1' },
      ownerReferences: [{ kind: 'DaemonSet', name: 'agent', controller: true }],
    });
    expect(pod.spec.affinity).toEqual({
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [
            { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['node-2'] }] },
          ],
        },
      },
    });
    expect(pod.spec.tolerations?.map(({ key, operator, effect }) => `${key} ${operator} ${effect}`)).toEqual([
      'node.kubernetes.io/not-ready Exists NoExecute',
      'node.kubernetes.io/unreachable Exists NoExecute',
      'node.kubernetes.io/disk-pressure Exists NoSchedule',
      'node.kubernetes.io/memory-pressure Exists NoSchedule',
      'node.kubernetes.io/pid-pressure Exists NoSchedule',
      'node.kubernetes.io/unschedulable Exists NoSchedule',
    ]);
    expect(status(cluster)).toEqual({
      currentNumberScheduled: 3,
      desiredNumberScheduled: 3,
      numberAvailable: 3,
      numberMisscheduled: 0,
      numberReady: 3,
      observedGeneration: 1,
      updatedNumberScheduled: 3,
    });
  });

  test('tolerations of the template stay, but not their ends', () => {
    const own = { key: 'a', operator: 'Exists' };
    const ends = {
      key: 'node.kubernetes.io/not-ready',
      operator: 'Exists',
      effect: 'NoExecute',
      tolerationSeconds: 5,
    };
    const tolerations = daemonTolerations({ containers: [], tolerations: [own, ends], hostNetwork: true });
    const { tolerationSeconds: _, ...endless } = ends;
    expect(tolerations.slice(0, 2)).toEqual([own, endless]);
    expect(tolerations.map(({ key }) => key?.replace('node.kubernetes.io/', ''))).toEqual([
      'a',
      'not-ready',
      'unreachable',
      'disk-pressure',
      'memory-pressure',
      'pid-pressure',
      'unschedulable',
      'network-unavailable',
    ]);
  });

  test('preferences of the template stay, its required terms have been asked', () => {
    const preferred = [{ weight: 1, preference: { matchExpressions: [{ key: 'a', operator: 'Exists' }] } }];
    const nodeAffinity = {
      preferredDuringSchedulingIgnoredDuringExecution: preferred,
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [
          { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: ['node-3'] }] },
        ],
      },
    };
    const cluster = started({ template: template('nginx:1.24', { affinity: { nodeAffinity } }) });
    expect(where(cluster)).toEqual(['node-3 nginx:1.24']);
    expect(cluster.get(PodKind, podOn(cluster, 'node-3')).spec.affinity).toMatchObject({
      nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: preferred },
    });
  });

  test('only on nodes with the label; a label that comes and goes brings a pod and takes it', () => {
    const cluster = started({ template: template('nginx:1.24', { nodeSelector: { disk: 'ssd' } }) });
    expect(where(cluster)).toEqual([]);
    expect(status(cluster)).toMatchObject({ desiredNumberScheduled: 0 });
    label(cluster, 'node-2', { disk: 'ssd' });
    expect(where(cluster)).toEqual(['node-2 nginx:1.24']);
    label(cluster, 'node-2', { disk: 'hdd' });
    expect(where(cluster)).toEqual([]);
    expect(cluster.events('agent').map((it) => it.split(':')[0])).toEqual([
      'x1 Normal SuccessfulCreate',
      'x1 Normal SuccessfulDelete',
    ]);
  });

  test('only on the node that the template names', () => {
    const cluster = started({ template: template('nginx:1.24', { nodeName: 'node-2' }) });
    expect(where(cluster)).toEqual(['node-2 nginx:1.24']);
  });

  test('on a node that joins', () => {
    const cluster = started();
    addNode(cluster, 'node-4');
    cluster.pass(3000);
    expect(where(cluster)).toEqual([...everywhere, 'node-4 nginx:1.24']);
  });

  test.each<[string, Taint, string[], object]>([
    [
      'NoExecute empties a node',
      { key: 'a', effect: 'NoExecute' },
      everywhere.slice(1),
      { desiredNumberScheduled: 2, numberMisscheduled: 0 },
    ],
    [
      'NoSchedule leaves the pod that is there',
      { key: 'a', effect: 'NoSchedule' },
      everywhere,
      { desiredNumberScheduled: 2, currentNumberScheduled: 2, numberMisscheduled: 1 },
    ],
    [
      'PreferNoSchedule is nothing',
      { key: 'a', effect: 'PreferNoSchedule' },
      everywhere,
      { desiredNumberScheduled: 3 },
    ],
    [
      'a lost node keeps its pod, but is no longer counted',
      { key: 'node.kubernetes.io/unreachable', effect: 'NoSchedule' },
      everywhere,
      { desiredNumberScheduled: 2, numberMisscheduled: 1 },
    ],
    [
      'a cordoned node is like any other',
      { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' },
      everywhere,
      { desiredNumberScheduled: 3 },
    ],
  ])('%s', (_, repelling, pods, counts) => {
    const cluster = started();
    taint(cluster, 'node-1', repelling);
    expect(where(cluster)).toEqual(pods);
    expect(status(cluster)).toMatchObject(counts);
    taint(cluster, 'node-1');
    expect(where(cluster)).toEqual(everywhere);
    expect(status(cluster)).toMatchObject({ desiredNumberScheduled: 3, numberReady: 3 });
  });
});

describe('keeping one pod on each node', () => {
  test('a deleted pod is replaced when it is gone', () => {
    const cluster = started();
    cluster.delete(PodKind, podOn(cluster, 'node-1'));
    cluster.pass(3000);
    expect(cluster.pods.map((it) => it[0]).join('')).toBe('~-+!');
    expect(where(cluster)).toEqual(everywhere);
  });

  test('or as soon as it has ended', () => {
    const cluster = started();
    const name = podOn(cluster, 'node-1');
    cluster.delete(PodKind, name);
    cluster.change(PodKind, name, (pod) => ({
      ...pod,
      status: { ...pod.status, phase: 'Succeeded' as const },
    }));
    cluster.pass(100);
    expect(cluster.pods.map((it) => it[0]).join('')).toBe('~+');
    expect(status(cluster)).toMatchObject({ currentNumberScheduled: 3, numberReady: 2 });
  });

  test('of several pods on a node the oldest stays', () => {
    const cluster = started();
    const name = podOn(cluster, 'node-1');
    cluster.create(PodKind, somePod({ name: 'stray', labels }, { nodeName: 'node-1' }));
    cluster.pass(3000);
    expect(cluster.names(PodKind)).toHaveLength(3);
    expect(podOn(cluster, 'node-1')).toBe(name);
  });

  test('adopts the pods and the revision of a set that left them behind', () => {
    const cluster = started();
    const names = cluster.names(PodKind);
    for (const kind of [PodKind, ControllerRevisionKind]) {
      for (const name of cluster.names(kind as typeof PodKind)) {
        cluster.change(
          kind as typeof PodKind,
          name,
          ({ metadata: { ownerReferences: _, ...metadata }, ...rest }) => ({
            ...rest,
            metadata,
          }),
        );
      }
    }
    cluster.delete(DaemonSetKind as Kind, 'agent');
    cluster.create(DaemonSetKind, daemonSet());
    cluster.pass(3000);
    expect(cluster.names(PodKind)).toEqual(names);
    expect(cluster.store.list<Pod>(PodKind).every((pod) => pod.metadata.ownerReferences?.length === 1)).toBe(
      true,
    );
    expect(cluster.store.list(ControllerRevisionKind).map(({ revision }) => revision)).toEqual([1]);
  });

  test('lets go of a pod whose label moves', () => {
    const cluster = started();
    const name = podOn(cluster, 'node-1');
    cluster.change(PodKind, name, (pod) => ({ ...pod, metadata: { ...pod.metadata, labels: { app: 'x' } } }));
    cluster.pass(3000);
    expect(cluster.get(PodKind, name).metadata.ownerReferences).toBeUndefined();
    expect(cluster.names(PodKind)).toHaveLength(4);
  });

  test('says why a pod cannot be created, and tries again', () => {
    const cluster = empty();
    let isFull = true;
    cluster.refuse = (verb, { kind }) =>
      isFull && verb === 'create' && kind === 'Pod' ? refusal('Forbidden', 'exceeded quota') : undefined;
    cluster.create(DaemonSetKind, daemonSet());
    cluster.pass(30);
    expect(cluster.events('agent')[0]).toMatch(/^x\d Warning FailedCreate: Error creating: exceeded quota$/);
    expect(status(cluster)).toMatchObject({
      desiredNumberScheduled: 3,
      currentNumberScheduled: 0,
      numberUnavailable: 3,
    });
    isFull = false;
    cluster.pass(5000);
    expect(where(cluster)).toEqual(everywhere);
  });

  test('a pod is available when it has been ready long enough', () => {
    const cluster = empty();
    cluster.create(DaemonSetKind, daemonSet({ minReadySeconds: 10 }));
    cluster.pass(5000);
    expect(status(cluster)).toMatchObject({ numberReady: 3, numberUnavailable: 3 });
    cluster.pass(10_000);
    expect(status(cluster)).toMatchObject({ numberReady: 3, numberAvailable: 3 });
  });
});

describe('pods that ended', () => {
  test('a failed pod makes room, ever more slowly', () => {
    const cluster = started();
    const first = podOn(cluster, 'node-1');
    const replacedAtMs: number[] = [];
    for (let i = 0; i < 5; i++) {
      const name = podOn(cluster, 'node-1');
      cluster.change(PodKind, name, (pod) => ({
        ...pod,
        status: { ...pod.status, phase: 'Failed' as const },
      }));
      while ([name, ''].includes(podOn(cluster, 'node-1'))) cluster.pass(100);
      replacedAtMs.push(cluster.nowMs);
    }
    expect(replacedAtMs.slice(1).map((atMs, i) => atMs - (replacedAtMs[i] ?? 0))).toEqual([
      1000, 2000, 4000, 8000,
    ]);
    expect(cluster.events('agent')).toContain(
      `x1 Warning FailedDaemonPod: Found failed daemon pod default/${first} on node node-1, will try to kill it`,
    );
    expect(where(cluster)).toEqual(everywhere);
  });

  test('a pod that succeeded makes room at once', () => {
    const cluster = started();
    const name = podOn(cluster, 'node-1');
    cluster.change(PodKind, name, (pod) => ({
      ...pod,
      status: { ...pod.status, phase: 'Succeeded' as const },
    }));
    cluster.pass(3000);
    expect(cluster.events('agent')).toContain(
      `x1 Normal SucceededDaemonPod: Found succeeded daemon pod default/${name} on node node-1, will try to delete it`,
    );
    expect(where(cluster)).toEqual(everywhere);
  });

  test('the wait grows up to a quarter of an hour, and is forgotten after twice as long', () => {
    const set = daemonSet();
    let memory = {};
    let nowMs = 0;
    const waits = Array.from({ length: 12 }, () => {
      memory = rememberFailure(memory, set, 'node-1', nowMs);
      const waitMs = remainingMs(memory, set, 'node-1', nowMs);
      nowMs += waitMs;
      return waitMs / 1000;
    });
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
    expect(remainingMs(memory, set, 'node-2', nowMs)).toBe(0);
    const newer = { ...set, status: { ...noStatus(), observedGeneration: 2 } };
    expect(remainingMs(memory, newer, 'node-1', nowMs - 1)).toBe(0);
    nowMs += 1_800_001;
    memory = rememberFailure(memory, set, 'node-1', nowMs);
    expect(remainingMs(memory, set, 'node-1', nowMs)).toBe(1000);
  });
});
