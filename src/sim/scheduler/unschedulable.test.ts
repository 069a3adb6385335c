import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../api/meta.ts';
import type { Node } from '../api/node.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { PodSpec } from '../api/pod-spec.ts';
import {
  complaint,
  NO_VICTIMS,
  NOT_HELPFUL,
  node,
  pod,
  schedule,
  storeOf,
  threeNodes,
  written,
} from '../testing/scheduling.ts';

describe('a pod that no node takes', () => {
  const affinityTo = (key: string, ...values: string[]) => ({
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'In', values }] }],
        },
      },
    },
  });
  const hostPort = { containers: [{ name: 'a', ports: [{ containerPort: 80, hostPort: 8080 }] }] };
  const onEach = (spec: Partial<PodSpec>, requests?: Record<string, string>) =>
    [1, 2, 3].map((i) => pod(`other-${i}`, { ...spec, nodeName: `node-${i}` }, requests));
  const tainted = (effect: 'NoSchedule' | 'NoExecute') => ({
    spec: { taints: [{ key: 'a', value: 'b', effect }] },
  });

  const table: readonly [what: string, Pod, readonly KubeObject[], readonly Node[], expected: string][] = [
    [
      'too much CPU',
      pod('p', {}, { cpu: '100' }),
      [],
      threeNodes(),
      `0/3 nodes are available: 3 Insufficient cpu. ${NOT_HELPFUL}`,
    ],
    [
      'too much memory',
      pod('p', {}, { memory: '100Gi' }),
      [],
      threeNodes(),
      `0/3 nodes are available: 3 Insufficient memory. ${NOT_HELPFUL}`,
    ],
    [
      'a device nobody has',
      pod('p', {}, { 'nvidia.com/gpu': '1' }),
      [],
      threeNodes(),
      `0/3 nodes are available: 3 Insufficient nvidia.com/gpu. ${NOT_HELPFUL}`,
    ],
    [
      'CPU that others have',
      pod('p', {}, { cpu: '3' }),
      onEach({}, { cpu: '3' }),
      threeNodes(),
      `0/3 nodes are available: 3 Insufficient cpu. ${NO_VICTIMS}`,
    ],
    [
      'a label nobody has',
      pod('p', { nodeSelector: { disk: 'ssd' } }),
      [],
      threeNodes(),
      `0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector. ${NOT_HELPFUL}`,
    ],
    [
      'affinity to nothing',
      pod('p', affinityTo('zone', 'a')),
      [],
      threeNodes(),
      `0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector. ${NOT_HELPFUL}`,
    ],
    [
      'label before CPU',
      pod('p', { nodeSelector: { disk: 'ssd' } }, { cpu: '100' }),
      [],
      threeNodes(),
      `0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector. ${NOT_HELPFUL}`,
    ],
    [
      'a port in use',
      pod('p', hostPort),
      onEach(hostPort),
      threeNodes(),
      `0/3 nodes are available: 3 node(s) didn't have free ports for the requested pod ports. ${NO_VICTIMS}`,
    ],
    [
      'no room for one more',
      pod('p'),
      [pod('other', { nodeName: 'n' })],
      [node('n', { allocatable: { pods: '1' } })],
      '0/1 nodes are available: 1 Too many pods. no new claims to deallocate, preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod.',
    ],
    [
      'each node for its own reason',
      pod('p', { nodeSelector: { disk: 'ssd' } }, { cpu: '3', memory: '7Gi' }),
      [pod('other', { nodeName: 'd' }, { cpu: '2', memory: '2Gi' })],
      [
        node('a', tainted('NoSchedule')),
        node('b', { spec: { unschedulable: true } }),
        node('c'),
        node('d', { labels: { disk: 'ssd' } }),
      ],
      "0/4 nodes are available: 1 Insufficient cpu, 1 Insufficient memory, 1 node(s) didn't match Pod's node affinity/selector, 1 node(s) had untolerated taint(s), 1 node(s) were unschedulable. no new claims to deallocate, preemption: 0/4 nodes are available: 1 No preemption victims found for incoming pod, 3 Preemption is not helpful for scheduling.",
    ],
    [
      'that may not preempt',
      pod('p', { preemptionPolicy: 'Never' }, { cpu: '9' }),
      [],
      [node('n')],
      '0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: not eligible due to preemptionPolicy=Never.',
    ],
    ['no nodes', pod('p'), [], [], 'no nodes available to schedule pods'],
  ];
  test.each(table)('%s', (_, waiting, others, nodes, expected) => {
    const store = storeOf(nodes, ...others, waiting);
    const requests = schedule(store, 'p');
    expect(complaint(requests)).toBe(expected);
    expect(written(requests).status?.conditions).toEqual([
      {
        type: 'PodScheduled',
        status: 'False',
        reason: 'Unschedulable',
        message: expected,
        observedGeneration: 1,
        lastProbeTime: null,
        lastTransitionTime: '1970-01-01T00:16:40Z',
      },
    ]);
  });

  test('comes to rest: a second look writes no status', () => {
    const store = storeOf([node('n')], pod('p', {}, { cpu: '9' }));
    store.put(PodKind, written(schedule(store, 'p')), 0);
    expect(schedule(store, 'p').map(({ verb }) => verb)).toEqual(['event', 'wake']);
  });
});
