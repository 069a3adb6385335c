import { expect, test } from 'vitest';
import { formatProblem } from './disk-format.ts';

test.each([
  ['a disk without a word about it', { gcePersistentDisk: { pdName: 'a' } }],
  ['a disk with a file system of disks', { gcePersistentDisk: { pdName: 'a', fsType: 'ext4' } }],
  ['a share', { nfs: { server: 'a', path: '/x' } }],
  ['a driver of its own', { csi: { driver: 'nfs.csi.k8s.io', volumeHandle: 'a', fsType: 'nfs' } }],
])('%s can be mounted', (_, volume) => {
  expect(formatProblem(volume)).toBeUndefined();
});

test('a disk is no share, whatever its volume says', () => {
  expect(formatProblem({ gcePersistentDisk: { pdName: 'a', fsType: 'nfs4' } })).toContain(
    'exec: "mkfs.nfs4": executable file not found in $PATH',
  );
});
