import { expect, test } from 'vitest';
import type { Node } from '../api/node.ts';
import { NodeKind } from '../api/node.ts';
import { Store } from '../apiserver/store.ts';
import type { NodeView, Request } from '../component.ts';
import { initialNode } from './initial-node.ts';
import { nodeStatus } from './node-status.ts';

const startMs = 1_800_000_000_000;
const wake: Request = { verb: 'wake', afterMs: 10_000, periodic: true };

function join() {
  const store = new Store({ freeze: true });
  store.put(NodeKind, initialNode('node-2', 1, { cpu: '4', memory: '8Gi', pods: '110' }), startMs);
  let isConnected = true;
  const view = {
    world: { reachesApi: () => isConnected },
    get: store.get.bind(store),
    list: store.list.bind(store),
  } as unknown as NodeView;
  /** Looks at the node, stores the status if one is written, and returns it. */
  const look = (atMs: number): Node | undefined => {
    const requests = nodeStatus.reconcile('node-2', view, atMs);
    expect(requests.at(-1)).toEqual(wake);
    const [write] = requests;
    if (write?.verb !== 'updateStatus') return undefined;
    return store.put(NodeKind, write.object, atMs) as Node;
  };
  return { store, view, look, connect: (connected: boolean) => (isConnected = connected) };
}

const ready = (node: Node | undefined) => node?.status?.conditions?.find(({ type }) => type === 'Ready');

test('a node joins with its addresses and capacity', () => {
  const { store, view } = join();
  expect(nodeStatus.startKeys?.(view)).toEqual(['node-2']);
  expect(store.get(NodeKind, '', 'node-2')).toMatchObject({
    metadata: { labels: { 'kubernetes.io/hostname': 'node-2', 'kubernetes.io/os': 'linux' } },
    spec: {},
    status: {
      addresses: [
        { type: 'InternalIP', address: '192.168.49.12' },
        { type: 'Hostname', address: 'node-2' },
      ],
      allocatable: { cpu: '4', 'ephemeral-storage': '20Gi', memory: '8Gi', pods: '110' },
      nodeInfo: { machineID: '00000000000000000000000000abc002', kubeletVersion: 'v1.36.2' },
    },
  });
});

test('it is Ready at once, and says so again every five minutes', () => {
  const { look } = join();
  const first = look(startMs);
  expect(first?.status?.conditions?.map(({ type, status }) => `${type}=${status}`)).toEqual([
    'MemoryPressure=False',
    'DiskPressure=False',
    'PIDPressure=False',
    'Ready=True',
  ]);
  expect(look(startMs + 10_000)).toBeUndefined();
  expect(look(startMs + 290_000)).toBeUndefined();
  expect(ready(look(startMs + 300_000))).toMatchObject({
    lastHeartbeatTime: '2027-01-15T08:05:00Z',
    lastTransitionTime: '2027-01-15T08:00:00Z',
  });
});

test('cut off it says nothing; back again it corrects what others wrote', () => {
  const { store, look, connect } = join();
  const node = look(startMs) as Node;
  connect(false);
  const conditions = node.status?.conditions?.map((condition) => ({
    ...condition,
    status: 'Unknown' as const,
  }));
  store.put(NodeKind, { ...node, status: { ...node.status, conditions } } as Node, startMs + 50_000);
  expect(look(startMs + 60_000)).toBeUndefined();
  connect(true);
  expect(ready(look(startMs + 70_000))).toMatchObject({
    status: 'True',
    reason: 'KubeletReady',
    lastTransitionTime: '2027-01-15T08:01:10Z',
  });
});

test('it says which conditions somebody else had written', () => {
  const { store, view, look } = join();
  const node = look(startMs) as Node;
  const conditions = node.status?.conditions?.map((it) => ({ ...it, status: 'Unknown' as const }));
  store.put(NodeKind, { ...node, status: { ...node.status, conditions } } as Node, startMs + 50_000);
  const said = nodeStatus.reconcile('node-2', view, startMs + 60_000).flatMap((request) => {
    return request.verb === 'event' ? [`${request.event.reason}: ${request.event.message}`] : [];
  });
  expect(said).toEqual([
    'NodeHasSufficientMemory: Node node-2 status is now: NodeHasSufficientMemory',
    'NodeHasNoDiskPressure: Node node-2 status is now: NodeHasNoDiskPressure',
    'NodeHasSufficientPID: Node node-2 status is now: NodeHasSufficientPID',
    'NodeReady: Node node-2 status is now: NodeReady',
  ]);
});
