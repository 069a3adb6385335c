import { describe, expect, test } from 'vitest';
import type { PersistentVolume } from '../api/persistent-volume.ts';
import { PersistentVolumeKind } from '../api/persistent-volume.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
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
});
