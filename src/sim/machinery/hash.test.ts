import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fnv1a, hashedName, safeEncode, sortedJson } from './hash.ts';

describe('sortedJson', () => {
  test('sorts keys at every depth, keeps lists, drops undefined', () => {
    expect(sortedJson({ b: [{ d: 1, c: null }], a: 'x"', gone: undefined })).toBe(
      '{"a":"x\\"","b":[{"c":null,"d":1}]}',
    );
  });

  test('reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(sortedJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

test('fnv1a gives the published values', () => {
  const hashes = ['', 'a', 'foobar'].map((text) => fnv1a([...text].map((it) => it.charCodeAt(0))));
  expect(hashes).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});

test('safeEncode turns digits into bcdf456789', () => {
  expect(safeEncode('0123456789')).toBe('456789bcdf');
});

test('names stay within the limit', () => {
  expect(hashedName('web', '6d4f4d4b4c')).toBe('web-6d4f4d4b4c');
  expect(hashedName('a'.repeat(253), '6d4f4d4b4c').length).toBeLessThanOrEqual(253);
});
