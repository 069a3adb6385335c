import { expect, test } from 'vitest';
import { NamespaceKind } from './api/namespace.ts';
import { EventRecorder } from './apiserver/events.ts';
import { Store } from './apiserver/store.ts';
import type { Cluster } from './cluster.ts';
import { recordEvents } from './event-history.ts';
import { createRandom } from './machinery/random.ts';

test('a row for every time an event is counted; of combined ones the last words are left', () => {
  const store = new Store({ freeze: true });
  store.put(NamespaceKind, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } }, 0);
  const rows = recordEvents({ store, startMs: 1000 } as unknown as Cluster);
  const events = new EventRecorder(store, createRandom(1));
  const regarding = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', namespace: 'default', uid: 'u' },
  };
  const say = (reason: string, message: string, atMs: number) =>
    events.record('kubelet', { regarding, type: 'Normal', reason, message }, 1000 + atMs);
  say('Pulling', 'again', 0);
  say('Pulling', 'again', 5);
  for (let i = 1; i <= 12; i++) say('Created', `number ${i}`, 10 * i);
  expect(rows.slice(0, 2)).toEqual(
    [1, 2].map((count) => ({
      atMs: count === 1 ? 0 : 5,
      type: 'Normal',
      reason: 'Pulling',
      message: 'again',
      kind: 'Pod',
      name: 'web',
      count,
    })),
  );
  expect(rows.slice(2).map(({ atMs, message, count }) => `${atMs} ${message} ${count}`)).toEqual([
    ...Array.from({ length: 9 }, (_, i) => `${10 * (i + 1)} number ${i + 1} 1`),
    '120 (combined from similar events): number 12 3',
  ]);
  const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'node-1', uid: 'node-1' } };
  events.record('kubelet', { regarding: node, type: 'Normal', reason: 'Starting', message: 'Now' }, 2000);
  expect(rows).toHaveLength(12);
});
