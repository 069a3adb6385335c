import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../api/meta.ts';
import type { Node } from '../api/node.ts';
import { NodeKind } from '../api/node.ts';
import { PersistentVolumeKind } from '../api/persistent-volume.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { PodSpec } from '../api/pod-spec.ts';
import { ServiceKind } from '../api/service.ts';
import { StorageClassKind } from '../api/storage-class.ts';
import type { Change } from '../apiserver/store.ts';
import { Store } from '../apiserver/store.ts';
import type { Request } from '../component.ts';
import { scheduler } from './scheduler.ts';

const NOT_HELPFUL =
  'no new claims to deallocate, preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.';
const NO_VICTIMS =
  'no new claims to deallocate, preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.';

interface NodeOptions {
  readonly labels?: Record<string, string>;
  readonly spec?: Node['spec'];
  readonly allocatable?: Record<string, string>;
}

function node(name: string, { labels, spec = {}, allocatable }: NodeOptions = {}): Node {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, uid: name, labels: { 'kubernetes.io/hostname': name, ...labels } },
    spec,
    status: { allocatable: { cpu: '4', memory: '8Gi', pods: '110', ...allocatable } },
  };
}

/** The status that a reconcile would write. */
function written(requests: readonly Request[]): Pod {
  const update = requests.find((request) => request.verb === 'updateStatus');
  if (update?.verb !== 'updateStatus') throw new Error('no status is written');
  return update.object as Pod;
}

let created = 0;

function pod(name: string, spec: Partial<PodSpec> = {}, requests?: Record<string, string>): Pod {
  created += 1;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-${name}-${created}`,
      generation: 1,
      labels: { app: 'web' },
    },
    spec: {
      containers: [{ name: 'a', image: 'nginx:1.24', ...(requests ? { resources: { requests } } : {}) }],
      ...spec,
    },
    status: { phase: 'Pending' },
  };
}

function storeOf(nodes: readonly Node[], ...objects: readonly KubeObject[]): Store {
  const store = new Store({ freeze: true });
  for (const object of nodes) store.put(NodeKind, object, 0);
  const kinds = [PodKind, PersistentVolumeClaimKind, PersistentVolumeKind, StorageClassKind, ServiceKind];
  for (const object of objects) {
    const kind = kinds.find(({ kind }) => kind === object.kind);
    if (!kind) throw new Error(`no kind ${object.kind}`);
    store.put(kind as typeof PodKind, object, 0);
  }
  return store;
}

const threeNodes = () => ['node-1', 'node-2', 'node-3'].map((name) => node(name));

function schedule(store: Store, name: string): Request[] {
  return scheduler.reconcile(`default/${name}`, store, 1_000_000);
}

/** Makes the binding as the API server would. */
function apply(store: Store, requests: readonly Request[]): string | undefined {
  const bind = requests.find((request) => request.verb === 'bind');
  if (!bind) return undefined;
  const bound = store.get(PodKind, bind.namespace, bind.name) as Pod;
  store.put(PodKind, { ...bound, spec: { ...bound.spec, nodeName: bind.nodeName } } as Pod, 0);
  return bind.nodeName;
}

function complaint(requests: readonly Request[]): string | undefined {
  const event = requests.find((request) => request.verb === 'event');
  return event?.event.reason === 'FailedScheduling' ? event.event.message : undefined;
}

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

describe('a pod with claims', () => {
  const mounting = { volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }] };
  const claim = (extra: object = {}, annotations: Record<string, string> = {}) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data', namespace: 'default', uid: 'c', annotations },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'local',
      resources: { requests: { storage: '1Gi' } },
      ...extra,
    },
    status: { phase: 'Pending' },
  });
  const storageClass = (provisioner: string, volumeBindingMode: string) => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'local' },
    provisioner,
    volumeBindingMode,
  });
  const volume = (host: string, extra: object = {}) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: `pv-${host}`, uid: `pv-${host}` },
    spec: {
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: '1Gi' },
      storageClassName: 'local',
      nodeAffinity: {
        required: {
          nodeSelectorTerms: [
            { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: [host] }] },
          ],
        },
      },
      ...extra,
    },
    status: { phase: 'Available' },
  });

  const refusals: readonly [what: string, readonly KubeObject[], expected: string][] = [
    ['that is not there', [], 'persistentvolumeclaim "data" not found'],
    ['that is not bound', [claim()], 'pod has unbound immediate PersistentVolumeClaims'],
    [
      'that goes',
      [{ ...claim(), metadata: { ...claim().metadata, deletionTimestamp: 'now' } } as KubeObject],
      'persistentvolumeclaim "data" is being deleted',
    ],
    [
      'that lost its volume',
      [{ ...claim({ volumeName: 'v' }), status: { phase: 'Lost' } } as KubeObject],
      'persistentvolumeclaim "data" bound to non-existent persistentvolume "v"',
    ],
  ];
  test.each(refusals)('%s', (_, objects, expected) => {
    const store = storeOf(threeNodes(), pod('p', mounting), ...objects);
    expect(complaint(schedule(store, 'p'))).toBe(`0/3 nodes are available: ${expected}. not found`);
  });

  test('goes where its volume is', () => {
    const bound = claim({ volumeName: 'pv-node-2' }, { 'pv.kubernetes.io/bind-completed': 'yes' });
    const store = storeOf(threeNodes(), pod('p', mounting), bound, volume('node-2'));
    expect(apply(store, schedule(store, 'p'))).toBe('node-2');
  });

  test('chooses the node of a claim that waits for it, then looks again every second', () => {
    const store = storeOf(
      [node('node-1')],
      pod('p', mounting),
      claim(),
      storageClass('x.io/y', 'WaitForFirstConsumer'),
    );
    const [update, wake] = schedule(store, 'p');
    expect(update).toMatchObject({
      verb: 'update',
      object: { metadata: { annotations: { 'volume.kubernetes.io/selected-node': 'node-1' } } },
    });
    expect(wake).toEqual({ verb: 'wake', afterMs: 1000, periodic: true });
    store.put(PersistentVolumeClaimKind, (update as { object: KubeObject }).object, 0);
    expect(schedule(store, 'p')).toEqual([{ verb: 'wake', afterMs: 1000, periodic: true }]);
  });

  test('keeps the cluster from settling only while the volume is ours to make', () => {
    const store = storeOf(
      [node('node-1')],
      pod('p', mounting),
      claim(),
      storageClass('k8s.io/minikube-hostpath', 'WaitForFirstConsumer'),
    );
    expect(schedule(store, 'p')[1]).toEqual({ verb: 'wake', afterMs: 1000, periodic: false });
  });

  test('reserves a volume that is there, on its node', () => {
    const store = storeOf(
      threeNodes(),
      pod('p', mounting),
      claim(),
      storageClass('kubernetes.io/no-provisioner', 'WaitForFirstConsumer'),
      volume('node-3'),
    );
    const [update] = schedule(store, 'p');
    expect(update).toMatchObject({
      verb: 'update',
      object: { metadata: { name: 'pv-node-3' }, spec: { claimRef: { name: 'data', uid: 'c' } } },
    });
  });

  test('without any volume to be had', () => {
    const store = storeOf(
      threeNodes(),
      pod('p', mounting),
      claim(),
      storageClass('kubernetes.io/no-provisioner', 'WaitForFirstConsumer'),
    );
    expect(complaint(schedule(store, 'p'))).toBe(
      `0/3 nodes are available: 3 node(s) didn't find available persistent volumes to bind. ${NOT_HELPFUL}`,
    );
  });
});

describe('doorbells', () => {
  /** The keys that ring for a change made by `act`. */
  function rung(store: Store, act: () => void): readonly string[] {
    const keys: string[] = [];
    const stop = store.subscribe((change: Change) => {
      for (const doorbell of scheduler.doorbells) {
        if ('kind' in doorbell && doorbell.kind === change.kind) keys.push(...doorbell.keys(change, store));
      }
    });
    act();
    stop();
    return keys;
  }
  const complained = (store: Store, name: string) => {
    store.put(PodKind, written(schedule(store, name)), 0);
  };

  test('a new pod rings, its own status does not', () => {
    const store = storeOf([node('n')]);
    expect(rung(store, () => store.put(PodKind, pod('p', {}, { cpu: '9' }), 0))).toEqual(['default/p']);
    expect(rung(store, () => complained(store, 'p'))).toEqual([]);
  });

  test('a pod that leaves rings for those it kept out', () => {
    const other = pod('other', { nodeName: 'n' }, { cpu: '3' });
    const store = storeOf(
      [node('n')],
      other,
      pod('p', {}, { cpu: '3' }),
      pod('q', { nodeSelector: { a: 'b' } }),
    );
    complained(store, 'p');
    complained(store, 'q');
    expect(rung(store, () => store.remove(PodKind, other, 0))).toEqual(['default/p']);
  });

  test('a node rings for the pods that it would take', () => {
    const store = storeOf(
      [node('n')],
      pod('p', { nodeSelector: { disk: 'ssd' } }),
      pod('q', {}, { cpu: '9' }),
    );
    const labelled = node('n', { labels: { disk: 'ssd' } });
    expect(rung(store, () => store.put(NodeKind, labelled, 0))).toEqual(['default/p']);
    const beating = { ...labelled, status: { ...labelled.status, conditions: [] } } as Node;
    expect(rung(store, () => store.put(NodeKind, beating, 0))).toEqual([]);
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
