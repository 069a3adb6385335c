import { describe, expect, test } from 'vitest';
import { findKind, kindFor, kindsOfCategory } from './discovery.ts';

describe('discovery', () => {
  test.each([
    ...['sts', 'STS', 'statefulset', 'StatefulSet', 'statefulsets.apps', 'sts.apps', 'statefulsets.v1.apps'],
  ])('%s', (word) => {
    expect(findKind(word)?.kind).toBe('StatefulSet');
  });

  test.each(['', '.', 'statefulsets.batch', 'statefulsets.v2.apps', '__proto__', 'constructor', 'foo'])(
    '"%s" is nothing',
    (word) => {
      expect(findKind(word)).toBeUndefined();
    },
  );

  test('core kinds have no group but a version', () => {
    expect(findKind('po')?.kind).toBe('Pod');
    expect(findKind('pods.v1.')?.kind).toBe('Pod');
  });

  test('a manifest names its kind exactly', () => {
    expect(kindFor('apps/v1', 'StatefulSet')?.plural).toBe('statefulsets');
    expect(kindFor('apps/v1beta1', 'StatefulSet')).toBeUndefined();
    expect(kindFor('apps/v1', 'Statefulset')).toBeUndefined();
    expect(kindFor('v1', 'StatefulSet')).toBeUndefined();
  });

  test('the category all comes in the order of the server', () => {
    const plurals = kindsOfCategory('all').map(({ plural }) => plural);
    expect(plurals.filter((it) => ['pods', 'services', 'replicasets', 'statefulsets'].includes(it))).toEqual([
      'pods',
      'services',
      'replicasets',
      'statefulsets',
    ]);
    expect(kindsOfCategory('constructor')).toEqual([]);
  });
});
