import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { hashOf } from './hash.ts';

describe('canonical JSON', () => {
  test.each([
    [{ b: 1, a: [2, { d: 3, c: 4 }] }, '{"a":[2,{"c":4,"d":3}],"b":1}'],
    [{ a: undefined, b: null }, '{"b":null}'],
    [[undefined, 'é'], '[null,"é"]'],
    ['\u2028"', JSON.stringify('\u2028"')],
  ])('%j', (value, expected) => expect(canonicalJson(value)).toBe(expected));

  test('refuses what JSON has no word for, and what is too deep', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100; i++) deep = [deep];
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, () => 1, 1n, deep]) {
      expect(() => canonicalJson(value)).toThrow(RangeError);
    }
  });

  test('the hash does not depend on the order of keys, and takes any script', () => {
    expect(hashOf({ a: '파드', b: 1 })).toBe(hashOf({ b: 1, a: '파드' }));
    expect(hashOf({ a: '파드' })).not.toBe(hashOf({ a: '포드' }));
    expect(hashOf('')).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});
