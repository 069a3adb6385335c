import { describe, expect, test } from 'vitest';
import { get, pod, testWorld } from '../testing/test-world.ts';
import { throttledMs } from './container-meter.ts';
import { MemoryMeter } from './memory-meter.ts';

const mebibyte = 1024 * 1024;

describe('what a container takes', () => {
  test('is nothing where it does not run', () => {
    const { world, run } = testWorld();
    run(pod('p', { command: ['true'] }));
    expect(world.usage('uid-p', 'main')).toBeUndefined();
    expect(world.usage('uid-p', 'nosuch')).toBeUndefined();
    expect(world.usage('nosuch', 'main')).toBeUndefined();
  });

  test('is what its image says while nobody asks anything', () => {
    const { world, run, pass } = testWorld();
    run(pod('web', { image: 'nginx:1.24' }));
    pass(60_000);
    const usage = world.usage('uid-web', 'main');
    expect(usage?.cpuMillis).toBeCloseTo(0.02);
    expect(usage?.memoryBytes).toBe(4.5 * mebibyte);
  });

  test('rises with the requests it answers, and falls when they are over', () => {
    const { world, run, pass } = testWorld();
    run(pod('php', { image: 'registry.k8s.io/hpa-example' }));
    pass(60_000);
    const idle = world.usage('uid-php', 'main')?.cpuMillis ?? 0;
    for (let i = 0; i < 50; i++) {
      pass(200);
      world.request('10.244.1.2', 80, get('/'));
    }
    // 50 requests of 90 ms within 10 s.
    expect(world.usage('uid-php', 'main')?.cpuMillis).toBeCloseTo(idle + 450, 0);
    pass(5000);
    expect(world.usage('uid-php', 'main')?.cpuMillis).toBeCloseTo(idle + 225, 0);
    pass(5001);
    expect(world.usage('uid-php', 'main')?.cpuMillis).toBe(idle);
  });

  test('rises with requests that are only said to arrive', () => {
    const { world, run, pass } = testWorld();
    run(pod('php', { image: 'registry.k8s.io/hpa-example' }));
    pass(60_000);
    world.act({ do: 'load', podUid: 'uid-php', requestsPerSecond: 5 });
    pass(5000);
    expect(world.usage('uid-php', 'main')?.cpuMillis).toBeCloseTo(1 + 225);
    pass(10_000);
    expect(world.usage('uid-php', 'main')?.cpuMillis).toBeCloseTo(1 + 450);
    world.act({ do: 'load', podUid: 'uid-php', port: 80, requestsPerSecond: 2 });
    world.act({ do: 'load', podUid: 'uid-php', port: 81, requestsPerSecond: 2000 });
    world.act({ do: 'load', podUid: 'uid-php', requestsPerSecond: 0 });
    pass(10_000);
    expect(world.usage('uid-php', 'main')?.cpuMillis).toBeCloseTo(1 + 180);
    expect(world.logs('uid-php', 'main')?.lines).toEqual([]);
  });

  test('goes to the container that listens on the port', () => {
    const { world, run, pass } = testWorld();
    const containers = [
      { name: 'idle', image: 'busybox:1.36', command: ['sleep', '3600'] },
      { name: 'web', image: 'registry.k8s.io/hpa-example' },
    ];
    run(pod('p', containers));
    world.act({ do: 'load', podUid: 'uid-p', requestsPerSecond: 1 });
    pass(20_000);
    expect(world.usage('uid-p', 'idle')?.cpuMillis).toBe(0);
    expect(world.usage('uid-p', 'web')?.cpuMillis).toBeCloseTo(91);
  });

  test('is capped by its limit on CPU, which makes answers slower', () => {
    const { world, run, pass } = testWorld();
    const resources = { limits: { cpu: '500m' } };
    run(pod('php', { image: 'registry.k8s.io/hpa-example', resources }));
    world.act({ do: 'load', podUid: 'uid-php', requestsPerSecond: 100 });
    pass(20_000);
    expect(world.usage('uid-php', 'main')?.cpuMillis).toBe(500);
    expect(world.request('10.244.1.2', 80, get('/'))).toMatchObject({ response: { delayMs: 140 } });
  });

  test.each([
    [90, 1000, 90],
    [90, 500, 140],
    [50, 500, 50],
    [100, 500, 150],
    [10, 100, 10],
    [11, 100, 101],
    [0, 100, 0],
  ])('%i ms of work with %i thousandths of a core take %i ms', (cpuMs, limitMillis, tookMs) => {
    expect(throttledMs(cpuMs, limitMillis)).toBeCloseTo(tookMs);
  });

  test('is a core for each worker of stress', () => {
    const { world, run, pass } = testWorld();
    run(
      pod('hog', { image: 'polinux/stress', command: ['stress'], args: ['--cpu', '2', '--timeout', '30'] }),
    );
    run(pod('vish', { image: 'vish/stress', args: ['-cpus', '3'] }));
    pass(15_300);
    expect(world.usage('uid-hog', 'main')?.cpuMillis).toBe(2000);
    expect(world.usage('uid-vish', 'main')?.cpuMillis).toBe(3000);
    pass(15_000);
    expect(world.container('uid-hog', 'main')).toMatchObject({ state: 'exited', exitCode: 0 });
    expect(world.logs('uid-hog', 'main')?.lines.map(({ text }) => text)).toEqual([
      'stress: info: [1] dispatching hogs: 2 cpu, 0 io, 0 vm, 0 hdd',
      'stress: info: [1] successful run completed in 30s',
    ]);
  });

  test.each([
    [['--bogus'], 'stress: FAIL: [1] (244) unrecognized option: --bogus'],
    [['--cpu', 'x'], 'stress: FAIL: [1] (244) not a number: x'],
    [['--cpu'], "stress: FAIL: [1] (244) missing argument to option '--cpu'"],
  ])('stress %j', (args, complaint) => {
    const { world, run } = testWorld();
    run(pod('hog', { image: 'polinux/stress', command: ['stress'], args }));
    expect(world.container('uid-hog', 'main')).toMatchObject({ exitCode: 1 });
    expect(world.logs('uid-hog', 'main')?.lines.map(({ text }) => text)).toEqual([complaint]);
  });
});

describe('more memory than the limit', () => {
  const limited = (memory: string, image: string, args: string[]) =>
    pod('hog', { image, args, resources: { limits: { memory } } });
  const stress = ['stress', '--vm', '1', '--vm-bytes', '250M', '--vm-hang', '1'];

  test('ends a container as OOMKilled', () => {
    const { world, run } = testWorld();
    run(limited('100Mi', 'polinux/stress', stress));
    expect(world.container('uid-hog', 'main')).toMatchObject({
      state: 'exited',
      exitCode: 137,
      reason: 'OOMKilled',
    });
  });

  test('does not where the limit is enough', () => {
    const { world, run, pass } = testWorld();
    run(limited('300Mi', 'polinux/stress', stress));
    pass(60_000);
    expect(world.usage('uid-hog', 'main')?.memoryBytes).toBe(251 * mebibyte);
  });

  test('counts what is started beside the first process', () => {
    const { world, run, pass } = testWorld();
    const resources = { limits: { memory: '100Mi' } };
    run(pod('hog', { image: 'polinux/stress', command: ['sleep', '600'], resources }));
    world.exec('uid-hog', 'main', stress);
    pass(0);
    expect(world.container('uid-hog', 'main')).toMatchObject({ exitCode: 137, reason: 'OOMKilled' });
  });

  test('comes when it is reached, where it grows', () => {
    const { world, run, pass } = testWorld();
    const args = ['-mem-total', '400Mi', '-mem-alloc-size', '10Mi', '-mem-alloc-sleep', '1s'];
    run(limited('100Mi', 'vish/stress', args));
    pass(5000);
    expect(world.usage('uid-hog', 'main')?.memoryBytes).toBeGreaterThan(50 * mebibyte);
    pass(4500);
    expect(world.container('uid-hog', 'main')?.state).toBe('running');
    pass(1000);
    expect(world.container('uid-hog', 'main')).toMatchObject({ exitCode: 137, reason: 'OOMKilled' });
  });
});

describe('a meter of memory', () => {
  test('knows when growing processes will have too much together', () => {
    const meter = new MemoryMeter();
    meter.hold(1, { memoryBytes: 100 }, 0);
    meter.hold(2, { memoryBytesPerSecond: 10, memoryMaxBytes: 50 }, 0);
    meter.hold(3, { memoryBytesPerSecond: 20 }, 1000);
    expect([0, 1000, 5000, 6000].map((atMs) => meter.bytesAt(atMs))).toEqual([80, 110, 230, 250]);
    expect(meter.exceedsAtMs(229, 1000)).toBe(4967);
    expect(meter.exceedsAtMs(270, 1000)).toBe(7001);
    expect(meter.exceedsAtMs(100, 1000)).toBe(1000);
    meter.free(3);
    expect(meter.exceedsAtMs(150, 1000)).toBeUndefined();
  });
});
