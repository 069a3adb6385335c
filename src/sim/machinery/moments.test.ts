import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MomentQueue } from './moments.ts';

describe('MomentQueue', () => {
  test('gives moments by time, then in the order of asking [C2]', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (times) => {
        const queue = new MomentQueue<number>();
        times.forEach((atMs, i) => {
          queue.push(atMs, i);
        });
        const got = times.map(() => queue.pop()?.what);
        const want = times.map((atMs, i) => ({ atMs, i })).sort((a, b) => a.atMs - b.atMs || a.i - b.i);
        expect(got).toEqual(want.map(({ i }) => i));
        expect(queue.pop()).toBeUndefined();
      }),
    );
  });

  test('counts what is not periodic [C3]', () => {
    const queue = new MomentQueue<string>();
    queue.push(5, 'heartbeat', true);
    queue.push(3, 'pull');
    expect(queue.lasting).toBe(1);
    expect(queue.pop()?.what).toBe('pull');
    expect(queue.lasting).toBe(0);
    expect(queue.size).toBe(1);
  });
});
