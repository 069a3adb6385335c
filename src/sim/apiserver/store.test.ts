import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../api/meta.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { Change } from './store.ts';
import { Store } from './store.ts';

function pod(name: string, part: { namespace?: string; owner?: string; node?: string } = {}): Pod {
  const { namespace = 'default', owner, node } = part;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace,
      ...(owner
        ? { ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'rs', uid: owner }] }
        : {}),
    },
    spec: { containers: [], ...(node ? { nodeName: node } : {}) },
  };
}

const names = (objects: readonly KubeObject[]) => objects.map((object) => object.metadata.name);

describe('Store', () => {
  test('gives every write the next resourceVersion [S1]', () => {
    const store = new Store({ freeze: true });
    const first = store.put(PodKind, pod('a'), 0);
    store.put(PodKind, pod('b'), 0);
    const again = store.put(PodKind, first, 1);
    store.remove(PodKind, again, 2);
    expect([first, again].map((it) => it.metadata.resourceVersion)).toEqual(['1', '3']);
    expect(store.resourceVersion).toBe(4);
    expect(store.get(PodKind, 'default', 'a')).toBeUndefined();
  });

  test('freezes what it stores, all the way down, when asked to [S2]', () => {
    const store = new Store({ freeze: true });
    store.put(PodKind, pod('a'), 0);
    const stored = store.get(PodKind, 'default', 'a') as Pod;
    expect(() => {
      stored.spec.containers.push({ name: 'sneaked-in' });
    }).toThrow(TypeError);
  });

  test('tells every write in order, as a value [S3]', () => {
    const store = new Store({ freeze: true });
    const changes: Change[] = [];
    const stop = store.subscribe((change) => changes.push(change));
    const a = store.put(PodKind, pod('a'), 10);
    const bound = store.put(PodKind, { ...a, spec: { containers: [], nodeName: 'node-1' } } as Pod, 20);
    store.remove(PodKind, bound, 30);
    stop();
    store.put(PodKind, pod('b'), 40);
    expect(changes.map(({ type, atMs, resourceVersion }) => [type, atMs, resourceVersion])).toEqual([
      ['ADDED', 10, 1],
      ['MODIFIED', 20, 2],
      ['DELETED', 30, 3],
    ]);
    expect(changes[1]?.before).toBe(a);
    expect(changes[1]?.after).toBe(bound);
  });

  test('indexes say what a scan says, whatever was written [S4]', () => {
    const step = fc.record({
      name: fc.constantFrom('a', 'b', 'c', 'd'),
      namespace: fc.constantFrom('default', 'other'),
      owner: fc.constantFrom('', 'u1', 'u2'),
      node: fc.constantFrom('', 'node-1', 'node-2'),
      isRemoval: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const store = new Store({ freeze: false });
        for (const { name, isRemoval, ...part } of steps) {
          if (isRemoval) store.remove(PodKind, pod(name, part), 0);
          else store.put(PodKind, pod(name, part), 0);
        }
        const all = store.list(PodKind);
        for (const namespace of ['default', 'other']) {
          const want = all.filter((it) => it.metadata.namespace === namespace);
          expect(store.list(PodKind, namespace)).toEqual(want);
        }
        for (const uid of ['u1', 'u2']) {
          const want = all.filter((it) => it.metadata.ownerReferences?.some((owner) => owner.uid === uid));
          expect(new Set(store.ownedBy(PodKind, uid))).toEqual(new Set(want));
        }
        for (const node of ['', 'node-1', 'node-2']) {
          const want = all.filter((it) => (it.spec.nodeName ?? '') === node);
          expect(new Set(store.onNode(PodKind, node))).toEqual(new Set(want));
        }
      }),
    );
  });

  test('lists in order of creation, also after updates [S4]', () => {
    const store = new Store({ freeze: true });
    for (const name of ['c', 'a', 'b']) store.put(PodKind, pod(name, { node: 'node-1' }), 0);
    store.put(PodKind, pod('c', { node: 'node-1' }), 1);
    expect(names(store.list(PodKind))).toEqual(['c', 'a', 'b']);
    expect(names(store.onNode(PodKind, 'node-1'))).toEqual(['c', 'a', 'b']);
  });
});
