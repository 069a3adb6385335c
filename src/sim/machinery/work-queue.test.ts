import { describe, expect, test } from 'vitest';
import { WorkQueue } from './work-queue.ts';

function drain(queue: WorkQueue): string[] {
  const taken: string[] = [];
  for (let atMs = queue.nextMs(); atMs !== undefined; atMs = queue.nextMs()) {
    const work = queue.take();
    taken.push(`${atMs} ${work?.component} ${work?.key}`);
  }
  return taken;
}

describe('WorkQueue', () => {
  test('holds a key once, at the earliest time asked for [L1]', () => {
    const queue = new WorkQueue();
    queue.ring(0, 'a', 50);
    queue.ring(0, 'a', 20);
    queue.ring(0, 'a', 70);
    queue.ring(1, 'a', 30);
    expect(drain(queue)).toEqual(['20 0 a', '30 1 a']);
  });

  test('doubles the delay with each failure and forgets it after a success [L3] [L4]', () => {
    const queue = new WorkQueue();
    const delays: (number | undefined)[] = [];
    const fail = () => {
      queue.retry(0, 'a', 0);
      delays.push(queue.nextMs());
      queue.take();
    };
    for (let i = 0; i < 4; i++) fail();
    queue.forget(0, 'a');
    fail();
    expect(delays).toEqual([5, 10, 20, 40, 5]);
    for (let i = 0; i < 40; i++) fail();
    expect(delays.at(-1)).toBe(1_000_000);
  });

  test('is busy while something waits that is not periodic, also when an earlier ring replaced it [C3]', () => {
    const queue = new WorkQueue();
    queue.ring(0, 'node', 10_000, true);
    expect(queue.isBusy()).toBe(false);
    queue.ring(0, 'pod', 900);
    expect(queue.isBusy()).toBe(true);
    queue.ring(0, 'pod', 100, true);
    expect(queue.isBusy()).toBe(false);
    queue.ring(0, 'node', 5);
    expect(queue.isBusy()).toBe(true);
    queue.take();
    expect(queue.isBusy()).toBe(false);
    expect(drain(queue)).toEqual(['100 0 pod']);
    expect(queue.isBusy()).toBe(false);
  });

  test('is busy while a periodic look stands for one that is not [C3]', () => {
    const queue = new WorkQueue();
    queue.ring(0, 'probe', 100, true);
    queue.ring(0, 'probe', 200);
    expect(queue.isBusy()).toBe(true);
    expect(drain(queue)).toEqual(['100 0 probe']);
    expect(queue.isBusy()).toBe(false);
  });
});
