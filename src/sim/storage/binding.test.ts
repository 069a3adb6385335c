import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../api/meta.ts';
import { keyOf } from '../api/meta.ts';
import { PersistentVolumeKind } from '../api/persistent-volume.ts';
import { claim, storageClass, TestStorage, volume } from '../testing/test-storage.ts';

describe('which volume a claim gets', () => {
  const table: readonly [what: string, readonly KubeObject[], expected: string | undefined][] = [
    [
      'the smallest that is large enough',
      [
        volume('s'),
        volume('l', { capacity: { storage: '10Gi' } }),
        volume('m', { capacity: { storage: '5Gi' } }),
        claim('c', '3Gi'),
      ],
      'm',
    ],
    ['none that is too small', [volume('s'), claim('c', '50Gi')], undefined],
    ['none of another class', [volume('v', { storageClassName: 'other' }), claim('c')], undefined],
    [
      'none without the access mode',
      [volume('v'), claim('c', '1Gi', { accessModes: ['ReadWriteMany'] })],
      undefined,
    ],
    [
      'one with more access modes than asked, last',
      [
        volume('w', { accessModes: ['ReadWriteOnce', 'ReadWriteMany'] }),
        volume('v', { capacity: { storage: '9Gi' } }),
        claim('c'),
      ],
      'v',
    ],
    ['none of another mode', [volume('v', { volumeMode: 'Block' }), claim('c')], undefined],
    [
      'the one with the labels',
      [
        volume('a'),
        volume('b', {}, { size: 'big' }),
        claim('c', '1Gi', { selector: { matchLabels: { size: 'big' } } }),
      ],
      'b',
    ],
    [
      'the one that names it',
      [
        volume('a'),
        volume('b', { capacity: { storage: '9Gi' }, claimRef: { namespace: 'default', name: 'c' } }),
        claim('c'),
      ],
      'b',
    ],
    [
      'the one it names',
      [volume('a'), volume('b', { capacity: { storage: '9Gi' } }), claim('c', '1Gi', { volumeName: 'b' })],
      'b',
    ],
    ['a volume that comes later', [claim('c'), volume('v')], 'v'],
    [
      'a volume without a class',
      [volume('v', { storageClassName: '' }), claim('c', '1Gi', { storageClassName: '' })],
      'v',
    ],
  ];
  test.each(table)('%s', (_, objects, expected) => {
    const storage = new TestStorage();
    storage.add(...objects);
    const { spec, status } = storage.claim('c');
    expect(status?.phase).toBe(expected === undefined ? 'Pending' : 'Bound');
    if (expected === undefined) expect(spec.volumeName).toBeUndefined();
    else {
      expect(spec.volumeName).toBe(expected);
      expect(storage.volume(expected).status?.phase).toBe('Bound');
    }
  });
});

test('a bound pair, field by field', () => {
  const storage = new TestStorage();
  storage.add(volume('v', { capacity: { storage: '5Gi' } }), claim('c', '3Gi'));
  expect(storage.claim('c')).toMatchObject({
    metadata: {
      annotations: {
        'pv.kubernetes.io/bind-completed': 'yes',
        'pv.kubernetes.io/bound-by-controller': 'yes',
      },
    },
    spec: { volumeName: 'v' },
    status: { phase: 'Bound', accessModes: ['ReadWriteOnce'], capacity: { storage: '5Gi' } },
  });
  expect(storage.volume('v')).toMatchObject({
    metadata: { annotations: { 'pv.kubernetes.io/bound-by-controller': 'yes' } },
    spec: {
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace: 'default',
        name: 'c',
        uid: storage.claim('c').metadata.uid,
      },
    },
    status: { phase: 'Bound', lastPhaseTransitionTime: '2026-01-05T09:00:05Z' },
  });
});

test('a bound pair that the user pointed at each other has fewer annotations', () => {
  const storage = new TestStorage();
  storage.add(
    volume('v', { claimRef: { namespace: 'default', name: 'c' } }),
    claim('c', '1Gi', { volumeName: 'v' }),
  );
  expect(storage.volume('v').metadata.annotations).toBeUndefined();
  expect(storage.claim('c').metadata.annotations).toEqual({ 'pv.kubernetes.io/bind-completed': 'yes' });
});

test('a claim whose volume is gone is lost', () => {
  const storage = new TestStorage();
  storage.add(volume('v'), claim('c'));
  const last = storage.volume('v');
  storage.store.remove(PersistentVolumeKind, last, storage.nowMs);
  storage.add(storageClass('any'));
  expect(storage.claim('c').status).toEqual({ phase: 'Lost' });
  expect(storage.said('c')).toEqual([
    'Warning ClaimLost: Bound claim has lost its PersistentVolume. Data on the volume is lost!',
  ]);
});

test('keys tell claims from volumes', () => {
  expect([keyOf(claim('c')), keyOf(volume('v'))]).toEqual(['default/c', 'v']);
});
