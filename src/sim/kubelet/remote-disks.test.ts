import { expect, test } from 'vitest';
import { isWithoutDriver, remoteDisk } from './remote-disks.ts';

test.each([
  [
    'the same share',
    { nfs: { server: 'a', path: '/x' } },
    { nfs: { server: 'a', path: '/x', readOnly: true } },
    true,
  ],
  ['another path', { nfs: { server: 'a', path: '/x' } }, { nfs: { server: 'a', path: '/y' } }, false],
  [
    'a disk by its name',
    { gcePersistentDisk: { pdName: 'a' } },
    { gcePersistentDisk: { pdName: 'a', fsType: 'ext4' } },
    true,
  ],
  [
    'of another sort',
    { gcePersistentDisk: { pdName: 'a' } },
    { awsElasticBlockStore: { volumeID: 'a' } },
    false,
  ],
])('%s', (_, one, other, isSame) => {
  expect(remoteDisk(one)).toBeDefined();
  expect(remoteDisk(one) === remoteDisk(other)).toBe(isSame);
});

test('a folder of the node, or of the pod, is no such disk', () => {
  expect(remoteDisk({ hostPath: { path: '/x' } })).toBeUndefined();
  expect(remoteDisk({ emptyDir: {} })).toBeUndefined();
});

test('some sorts are in the API and nowhere else', () => {
  expect(isWithoutDriver({ rbd: { image: 'a' } })).toBe(true);
  expect(isWithoutDriver({ nfs: { server: 'a', path: '/x' } })).toBe(false);
});
