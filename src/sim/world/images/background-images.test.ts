import { describe, expect, test } from 'vitest';
import { get, mount, pod, selfNetwork, testWorld } from '../../testing/test-world.ts';
import { digitsOfPi } from './perl.ts';

const lines = (world: ReturnType<typeof testWorld>['world'], uid: string) =>
  world.logs(uid, 'main')?.lines.map(({ text }) => text);

describe('databases', () => {
  test('listen after a while and say so', () => {
    const { world, run, pass } = testWorld();
    run(pod('db', { image: 'mongo:7' }));
    expect(world.connect('10.244.1.2', 27_017)).toBe('refused');
    pass(2000);
    expect(world.connect('10.244.1.2', 27_017)).toBe('open');
    expect(world.connect('10.244.1.2', 80)).toBe('refused');
    expect(lines(world, 'uid-db')).toEqual([expect.stringContaining('Waiting for connections')]);
  });

  test('want a password before they begin, but not a second time', () => {
    const { world, run, pass } = testWorld();
    const disk = [mount('/var/lib/mysql', { type: 'disk', id: 'pv-1' })];
    run(pod('bare', { image: 'mysql:8' }), disk);
    expect(lines(world, 'uid-bare')?.[0]).toContain('Database is uninitialized');
    expect(world.container('uid-bare', 'main')).toMatchObject({ state: 'exited', exitCode: 1 });
    world.disk('pv-1')?.write('/system', 'initialized\n');
    run(pod('old', { image: 'mysql:8' }), disk);
    pass(2000);
    expect(lines(world, 'uid-old')).toEqual([expect.stringContaining('ready for connections')]);
  });

  test.each([
    ['mysql:8', 'MYSQL_ROOT_PASSWORD', ['mysqladmin', 'ping', '-psecret'], 1, 'mysqld is alive\n'],
    ['mysql:8', 'MYSQL_ROOT_PASSWORD', ['mysql', '-h', '127.0.0.1', '-e', 'SELECT 1'], 1, '1\n1\n'],
    [
      'postgres:16',
      'POSTGRES_PASSWORD',
      ['pg_isready'],
      2,
      '/var/run/postgresql:5432 - accepting connections\n',
    ],
  ])('%s with %s: %j asks whether it is there', (image, variable, command, deadCode, alive) => {
    const { world, run, pass } = testWorld({ network: selfNetwork(() => world) });
    run(pod('db', { image }), [], [[variable, 'secret']]);
    const ask = () => {
      const exec = world.exec('uid-db', 'main', command);
      pass(0);
      if (!exec || 'error' in exec) throw new Error(exec?.error ?? 'it does not run');
      return [exec.exitCode(), exec.stdout.text()];
    };
    expect(ask()).toEqual([deadCode, '']);
    pass(10_000);
    expect(ask()).toEqual([0, alive]);
  });

  test('their clients refuse what is more than that', () => {
    const { world, run, pass } = testWorld();
    run(pod('db', { image: 'mysql:8' }), [], [['MYSQL_ROOT_PASSWORD', 'secret']]);
    const exec = world.exec('uid-db', 'main', ['mysql', '-e', 'DROP DATABASE x']);
    pass(0);
    if (!exec || 'error' in exec) throw new Error(exec?.error ?? 'it does not run');
    expect([exec.exitCode(), exec.stderr.text()]).toEqual([
      2,
      expect.stringContaining("petset's mysql only asks"),
    ]);
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
