import { describe, expect, test } from 'vitest';
import type { Node } from '../api/node.ts';
import { NodeKind } from '../api/node.ts';
import { PodKind } from '../api/pod.ts';
import type { Change, Store } from '../apiserver/store.ts';
import { node, pod, schedule, storeOf, written } from '../testing/scheduling.ts';
import { scheduler } from './scheduler.ts';

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

  test('of several kept out, the one of the highest priority comes first', () => {
    const other = pod('other', { nodeName: 'n' }, { cpu: '3' });
    const cpu = { cpu: '3' };
    const waits = (name: string, priority: number) => pod(name, { priority, preemptionPolicy: 'Never' }, cpu);
    const waiting = [waits('low', 1), waits('high', 9), waits('later', 9)];
    const store = storeOf([node('n')], other, ...waiting);
    for (const name of ['low', 'high', 'later']) complained(store, name);
    const keys = rung(store, () => store.remove(PodKind, other, 0));
    expect(keys).toEqual(['default/high', 'default/later', 'default/low']);
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
