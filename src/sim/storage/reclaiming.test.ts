import { describe, expect, test } from 'vitest';
import type { PersistentVolume } from '../api/persistent-volume.ts';
import { PersistentVolumeKind } from '../api/persistent-volume.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import { PodKind } from '../api/pod.ts';
import { claim, TestStorage, volume } from '../testing/test-storage.ts';

describe('a volume whose claim is gone', () => {
  const table: readonly [
    what: string,
    Partial<PersistentVolume['spec']>,
    left: string[],
    events: string[],
  ][] = [
    ['is kept', { persistentVolumeReclaimPolicy: 'Retain' }, ['v Released c'], []],
    ['is deleted', { persistentVolumeReclaimPolicy: 'Delete' }, [], []],
    [
      'is deleted only under /tmp',
      { persistentVolumeReclaimPolicy: 'Delete', hostPath: { path: '/data' } },
      ['v Failed c'],
      ['Warning VolumeFailedDelete: host_path deleter only supports /tmp/.+ but received provided /data'],
    ],
  ];
  test.each(table)('%s', (_, spec, left, events) => {
    const storage = new TestStorage();
    storage.add(volume('v', spec), claim('c'));
    storage.remove(PersistentVolumeClaimKind, 'c');
    expect(storage.lines()).toEqual(left);
    expect(storage.said('v')).toEqual(events);
  });

  test('is not given to the next claim, until it is set free by hand', () => {
    const storage = new TestStorage();
    storage.add(volume('v'), claim('c'));
    storage.remove(PersistentVolumeClaimKind, 'c');
    storage.add(claim('d'));
    expect(storage.lines()).toEqual(['v Released c', 'd Pending']);
    storage.edit(PersistentVolumeKind, 'v', (released) => {
      const { claimRef: _, ...spec } = released.spec;
      return { ...released, spec };
    });
    expect(storage.lines()).toEqual(['v Bound d', 'd Bound v']);
  });

  describe('and that is to be recycled', () => {
    const recycled = { persistentVolumeReclaimPolicy: 'Recycle' } as const;

    function released(spec: Partial<PersistentVolume['spec']> = {}) {
      const storage = new TestStorage();
      storage.add(volume('v', { ...recycled, ...spec }), claim('c'));
      storage.remove(PersistentVolumeClaimKind, 'c');
      return storage;
    }

    const end = (storage: TestStorage, phase: string) => {
      storage.change(PodKind, 'recycler-for-v', (pod) => ({ ...pod, status: { phase } }) as typeof pod);
      storage.pass(5000);
    };

    test('is emptied by a pod, and free for the next claim', () => {
      const storage = released();
      const { spec } = storage.get(PodKind, 'recycler-for-v');
      expect([spec.activeDeadlineSeconds, spec.restartPolicy]).toEqual([60, 'Never']);
      expect(spec.volumes?.[0]).toEqual({ name: 'vol', hostPath: { path: '/tmp/v', type: '' } });
      expect(storage.lines()).toEqual(['v Released c']);
      end(storage, 'Succeeded');
      expect(storage.lines()).toEqual(['v Available']);
      expect(storage.said('v')).toEqual(['Normal VolumeRecycled: Volume recycled']);
      expect(storage.store.list(PodKind)).toEqual([]);
      storage.add(claim('d'));
      expect(storage.lines()).toEqual(['v Bound d', 'd Bound v']);
    });

    test('has longer for a larger share', () => {
      const nfs = { server: 'nfs.example.com', path: '/' };
      const storage = released({ nfs, hostPath: undefined, capacity: { storage: '20Gi' } } as never);
      expect(storage.get(PodKind, 'recycler-for-v').spec.activeDeadlineSeconds).toBe(600);
    });

    test('fails while its pod does, and is tried again', () => {
      const storage = released();
      end(storage, 'Failed');
      expect(storage.lines()).toEqual(['v Failed c']);
      const said = ['Warning VolumeFailedRecycle: Recycle failed: pod failed, pod.Status.Message unknown'];
      expect(storage.said('v')).toEqual(said);
      expect(storage.store.list(PodKind)).toEqual([]);
      storage.pass(15_000);
      expect(storage.store.list(PodKind)).toHaveLength(1);
      end(storage, 'Succeeded');
      expect(storage.lines()).toEqual(['v Available']);
    });

    test('fails for ever where nobody can empty it', () => {
      const disk = { gcePersistentDisk: { pdName: 'pd' }, hostPath: undefined };
      const storage = released(disk as never);
      expect(storage.lines()).toEqual(['v Failed c']);
      expect(storage.said('v')).toEqual([
        'Warning VolumeFailedRecycle: No recycler plugin found for the volume!',
      ]);
    });
  });
});
