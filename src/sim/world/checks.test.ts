import { describe, expect, test } from 'vitest';
import { pod, startOfTimeMs, testWorld } from '../testing/test-world.ts';
import type { CheckAction, CheckOutcome } from './check.ts';
import { isGood } from './check.ts';

const http = (more: Partial<CheckAction & { by: 'http' }> = {}): CheckAction => ({
  by: 'http',
  isTls: false,
  port: 80,
  path: '/',
  headers: [],
  ...more,
});

function start(container: Parameters<typeof pod>[1] = { image: 'nginx:1.24' }) {
  const it = testWorld();
  it.run(pod('p', container));
  const check = (action: CheckAction, more: { timeoutMs?: number; isNewsOnly?: boolean } = {}) =>
    it.world.act({
      do: 'check',
      podUid: 'uid-p',
      container: 'main',
      purpose: 'liveness',
      action,
      timeoutMs: 1000,
      isPeriodic: true,
      ...more,
    });
  const found = () => it.world.check('uid-p', 'main', 'liveness');
  const rings = () => it.changes.filter(({ what }) => what === 'check').length;
  return { ...it, check, found, rings };
}

describe('a check', () => {
  test.each<[CheckAction, number, CheckOutcome]>([
    [http(), 0, { what: 'answered', status: 200 }],
    [http({ path: '/none' }), 0, { what: 'answered', status: 404 }],
    [http({ port: 81 }), 0, { what: 'refused' }],
    [http({ isTls: true }), 0, { what: 'plain-text' }],
    [http({ host: '127.0.0.1' }), 0, { what: 'refused' }],
    [http({ host: 'web' }), 0, { what: 'no-such-host' }],
    [http({ host: '10.244.9.9' }), 1000, { what: 'timed-out' }],
    [{ by: 'tcp', port: 80 }, 0, { what: 'connected' }],
    [{ by: 'tcp', port: 81 }, 0, { what: 'refused' }],
    [{ by: 'grpc', port: 80, service: '' }, 1000, { what: 'timed-out' }],
    [{ by: 'grpc', port: 81, service: '' }, 1000, { what: 'timed-out' }],
    [{ by: 'sleep', ms: 500 }, 500, { what: 'slept' }],
    [{ by: 'sleep', ms: 1500 }, 1000, { what: 'timed-out' }],
    [{ by: 'exec', command: ['true'] }, 0, { what: 'exited', code: 0, output: '' }],
    [
      { by: 'exec', command: ['sh', '-c', 'echo no; exit 3'] },
      0,
      { what: 'exited', code: 3, output: 'no\n' },
    ],
    [{ by: 'exec', command: ['sleep', '5'] }, 1000, { what: 'timed-out' }],
  ])('%j takes %i ms: %j', (action, tookMs, outcome) => {
    const { check, found, pass, rings } = start();
    check(action);
    if (tookMs > 0) pass(tookMs - 1);
    if (tookMs > 0) expect(found()).not.toHaveProperty('outcome');
    pass(tookMs > 0 ? 1 : 0);
    expect(found()).toEqual({
      containerId: expect.stringMatching(/^containerd:/),
      sinceMs: startOfTimeMs + 650,
      outcome,
    });
    expect(rings()).toBe(1);
  });

  test('of a program that is not there is impossible', () => {
    const { check, found } = start();
    check({ by: 'exec', command: ['nosuch'] });
    expect(found()?.outcome).toMatchObject({
      what: 'impossible',
      message: expect.stringContaining('exec: "nosuch": executable file not found in $PATH'),
    });
  });

  test('that hangs is cut off; its command is killed', () => {
    const { world, check, pass } = start();
    check({ by: 'exec', command: ['sleep', '100'] });
    pass(1000);
    expect(world.nextMs()).toBeUndefined();
  });

  test('gives way to the next one for the same purpose', () => {
    const { check, found, pass, rings } = start();
    check({ by: 'sleep', ms: 900 });
    pass(500);
    check({ by: 'sleep', ms: 100 });
    pass(1000);
    expect(found()).toMatchObject({ sinceMs: startOfTimeMs + 1150, outcome: { what: 'slept' } });
    expect(rings()).toBe(1);
  });

  test('rings nothing where good is no news, and keeps nobody waiting where it is periodic', () => {
    const { world, check, rings } = start();
    check(http(), { isNewsOnly: true });
    expect(rings()).toBe(0);
    check(http({ path: '/none' }), { isNewsOnly: true });
    expect(rings()).toBe(1);
    check({ by: 'sleep', ms: 500 });
    expect(world.nextControlMs()).toBeUndefined();
    expect(world.nextMs()).toBe(startOfTimeMs + 1150);
  });

  test('ends with its pod', () => {
    const { world, check, pass, rings } = start();
    check({ by: 'sleep', ms: 500 });
    world.act({ do: 'remove-pod', podUid: 'uid-p' });
    pass(1000);
    expect(rings()).toBe(0);
  });

  test.each<[CheckOutcome, boolean]>([
    [{ what: 'answered', status: 199 }, false],
    [{ what: 'answered', status: 200 }, true],
    [{ what: 'answered', status: 399 }, true],
    [{ what: 'answered', status: 400 }, false],
    [{ what: 'exited', code: 1, output: '' }, false],
    [{ what: 'connected' }, true],
    [{ what: 'plain-text' }, false],
  ])('%j is good: %s', (outcome, is) => expect(isGood(outcome)).toBe(is));
});

describe('a stop with a hook', () => {
  const sleeping = { command: ['sh', '-c', 'sleep 1000'] };

  test.each<[string, CheckAction, number, number, number]>([
    ['runs it before the signal', { by: 'exec', command: ['sleep', '3'] }, 30_000, 3200, 0],
    ['waits for a sleep', { by: 'sleep', ms: 4000 }, 30_000, 4200, 0],
    ['cuts it off with the grace period', { by: 'exec', command: ['sleep', '60'] }, 5000, 5200, 0],
    ['goes on where it fails', { by: 'exec', command: ['false'] }, 30_000, 200, 0],
  ])('%s', (_, preStop, graceMs, tookMs, exitCode) => {
    const { world, pass } = start();
    world.act({ do: 'stop', podUid: 'uid-p', container: 'main', graceMs, preStop });
    pass(tookMs - 1);
    expect(world.container('uid-p', 'main')?.state).toBe('running');
    pass(1);
    expect(world.container('uid-p', 'main')).toMatchObject({ state: 'exited', exitCode });
  });

  test('counts it in the grace period, but leaves two seconds', () => {
    for (const [hookMs, killedMs] of [
      [3000, 10_000],
      [9500, 11_500],
      [20_000, 12_000],
    ] as const) {
      const { world, pass, run } = testWorld();
      run(pod('p', sleeping));
      const preStop: CheckAction = { by: 'sleep', ms: hookMs };
      world.act({ do: 'stop', podUid: 'uid-p', container: 'main', graceMs: 10_000, preStop });
      pass(killedMs - 1);
      expect(world.container('uid-p', 'main')?.state).toBe('running');
      pass(1);
      expect(world.container('uid-p', 'main')).toMatchObject({ state: 'exited', exitCode: 137 });
    }
  });

  test('passes it over where there is no time', () => {
    const { world } = start(sleeping);
    const preStop: CheckAction = { by: 'sleep', ms: 1000 };
    world.act({ do: 'stop', podUid: 'uid-p', container: 'main', graceMs: 0, preStop });
    expect(world.container('uid-p', 'main')).toMatchObject({ state: 'exited', exitCode: 137 });
  });
});
