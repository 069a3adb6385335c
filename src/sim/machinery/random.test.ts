import { describe, expect, test } from 'vitest';
import { createRandom } from './random.ts';

const draws = (seed: string | number, count = 5) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.int(1000));
};

describe('createRandom', () => {
  test('a seed fixes the stream, on every machine', () => {
    expect(draws('petset')).toEqual(draws('petset'));
    expect(draws('petset')).toEqual([748, 882, 242, 744, 818]);
    expect(draws(7)).toEqual(draws('7'));
    expect(draws('petset')).not.toEqual(draws('petsets'));
  });

  test('a fork depends on its name only, not on what was drawn before', () => {
    const untouched = createRandom(1).fork('scheduler');
    const drawn = createRandom(1);
    drawn.next();
    drawn.fork('kubelet').next();
    expect(drawn.fork('scheduler').hex(32)).toBe(untouched.hex(32));
    expect(createRandom(1).fork('a').fork('b').hex(32)).not.toBe(createRandom(1).fork('b').fork('a').hex(32));
  });

  test('next is spread evenly over [0, 1)', () => {
    const random = createRandom('even');
    const buckets = new Array(10).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const value = random.next();
      buckets[Math.floor(value * 10)]++;
    }
    expect(buckets).toHaveLength(10);
    for (const count of buckets) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  test('int stays below its bound and reaches every value', () => {
    const random = createRandom('int');
    const seen = new Set(Array.from({ length: 500 }, () => random.int(7)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test('pick returns a member and refuses an empty list', () => {
    const random = createRandom('pick');
    expect(['a', 'b']).toContain(random.pick(['a', 'b']));
    expect(() => random.pick([])).toThrow(RangeError);
  });

  test('uuid has the shape of version 4', () => {
    const random = createRandom('uuid');
    const uuids = Array.from({ length: 1000 }, () => random.uuid());
    for (const uuid of uuids)
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(uuids).size).toBe(1000);
  });
});
