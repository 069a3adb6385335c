import { describe, expect, test } from 'vitest';
import { get, mount, pod, testWorld } from '../../testing/test-world.ts';
import { digitsOfPi } from './perl.ts';

const lines = (world: ReturnType<typeof testWorld>['world'], uid: string) =>
  world.logs(uid, 'main')?.lines.map(({ text }) => text);

describe('databases', () => {
  test('listen and say so', () => {
    const { world, run } = testWorld();
    run(pod('cache', { image: 'redis:7' }));
    expect(world.connect('10.244.1.2', 6379)).toBe('open');
    expect(world.connect('10.244.1.2', 80)).toBe('refused');
    expect(lines(world, 'uid-cache')).toEqual(['* Ready to accept connections tcp']);
  });

  test('want a password before they begin, but not a second time', () => {
    const { world, run } = testWorld();
    const disk = [mount('/var/lib/mysql', { type: 'disk', id: 'pv-1' })];
    run(pod('bare', { image: 'mysql:8' }), disk);
    expect(lines(world, 'uid-bare')?.[0]).toContain('Database is uninitialized');
    world.disk('pv-1')?.write('/system', 'initialized\n');
    run(pod('old', { image: 'mysql:8' }), disk);
    expect(lines(world, 'uid-old')).toEqual([expect.stringContaining('ready for connections')]);
  });
});

test('the guestbook has a page', () => {
  const { world, run } = testWorld();
  run(pod('gb', { image: 'gcr.io/google_samples/gb-frontend:v3' }));
  expect(world.request('10.244.1.2', 80, get('/'))).toMatchObject({ response: { status: 200 } });
  expect(world.request('10.244.1.2', 80, get('/x'))).toMatchObject({ response: { status: 404 } });
});

test.each([
  [0, '3'],
  [1, '3'],
  [5, '3.1415'],
  [31, '3.141592653589793238462643383279'],
])('pi to %i digits', (count, digits) => {
  expect(digitsOfPi(count)).toBe(digits);
  expect(digitsOfPi(100).startsWith(digits)).toBe(true);
});
