import { describe, expect, test } from 'vitest';
import { PersistentVolumeKind } from '../api/persistent-volume.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import { PodKind } from '../api/pod.ts';
import { claim, pod, TestStorage, volume } from '../testing/test-storage.ts';

describe('what is in use stays Terminating', () => {
  test('a claim, until its pod is gone', () => {
    const storage = new TestStorage();
    storage.add(volume('v'), claim('c'), pod('p', 'c', 'node-1'), pod('waiting', 'c'));
    storage.remove(PersistentVolumeClaimKind, 'c');
    expect(storage.claim('c').metadata.deletionTimestamp).toBeDefined();
    expect(storage.volume('v').status?.phase).toBe('Bound');
    storage.remove(PodKind, 'p');
    expect(storage.lines()).toEqual(['v Released c']);
  });

  test('a volume, until its claim is gone', () => {
    const storage = new TestStorage();
    storage.add(volume('v'), claim('c'));
    storage.remove(PersistentVolumeKind, 'v');
    expect(storage.lines()).toEqual(['v Bound c', 'c Bound v']);
    storage.remove(PersistentVolumeClaimKind, 'c');
    expect(storage.lines()).toEqual([]);
  });
});
