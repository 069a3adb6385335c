import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cloneJson } from './clone.ts';
import { isEqual } from './equality.ts';

test.each<[unknown, unknown, boolean]>([
  [1, 1, true],
  [1, '1', false],
  [null, {}, false],
  [[1, 2], [1, 2], true],
  [[1, 2], [2, 1], false],
  [{ a: 1 }, { a: 1, b: undefined }, true],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{}, [], false],
  [{ constructor: 1 }, {}, false],
])('isEqual(%j, %j) is %j', (a, b, want) => {
  expect(isEqual(a, b)).toBe(want);
});

test('a clone is equal to its original and shares nothing with it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const copy = cloneJson(value);
      expect(isEqual(copy, value)).toBe(true);
      if (typeof value === 'object' && value !== null) expect(copy).not.toBe(value);
    }),
  );
});

test('a clone keeps a key named __proto__ as data', () => {
  const copy = cloneJson(JSON.parse('{"__proto__": {"polluted": true}}'));
  expect(Object.keys(copy)).toEqual(['__proto__']);
  expect(Reflect.deleteProperty(copy, '__proto__')).toBe(true);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
