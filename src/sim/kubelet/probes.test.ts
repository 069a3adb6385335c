// Probes and lifecycle hooks in a whole cluster. What is expected was seen in a real one.
import { describe, expect, test } from 'vitest';
import { EndpointsKind } from '../api/endpoints.ts';
import type { Container } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import { ServiceKind } from '../api/service.ts';
import { Stage } from '../testing/stage.ts';

const nginx = { name: 'a', image: 'nginx:1.24' };
const box = (script: string) => ({ name: 'a', image: 'busybox:1.36', command: ['sh', '-c', script] });
const page = (path: string) => ({ httpGet: { path, port: 80 }, periodSeconds: 2 });
const served = '/usr/share/nginx/html';

describe('a liveness probe that fails', () => {
  test.each<[string, Container, string, number]>([
    ['refused', { ...nginx, livenessProbe: { ...page('/'), httpGet: { port: 99 } } }, 'refused', 0],
    ['not found', { ...nginx, livenessProbe: page('/none') }, 'statuscode: 404', 0],
    ['tcp', { ...nginx, livenessProbe: { tcpSocket: { port: 81 }, periodSeconds: 2 } }, 'dial tcp', 0],
    [
      'a script with a trap',
      {
        ...box('trap 143 TERM; sleep 99'),
        livenessProbe: { exec: { command: ['false'] }, periodSeconds: 2 },
      },
      '',
      143,
    ],
  ])('restarts its container, which ends by itself: %s', (_, container, words, exitCode) => {
    const stage = new Stage({ containers: [container] }).run(14);
    expect(stage.story).toEqual(['1/1 Running 0', '1/1 Running 1', '1/1 Running 2']);
    expect(stage.lastState).toMatchObject({ exitCode, reason: exitCode === 0 ? 'Completed' : 'Error' });
    expect(stage.firstMs('1/1', 'Running', 1)).toBeLessThan(7000);
    expect(stage.said(/Unhealthy/)).toEqual([expect.stringContaining(words)]);
    expect(stage.said(/Killing/)).toEqual(['2 Killing Container a failed liveness probe, will be restarted']);
    expect(stage.run(6).story.at(-1)).toBe('0/1 CrashLoopBackOff 2');
  });

  test('kills what ignores SIGTERM after the grace period of the probe, or the pod', () => {
    const livenessProbe = { exec: { command: ['false'] }, periodSeconds: 2 };
    for (const [own, of, graceSeconds] of [
      [undefined, 5, 5],
      [3, 60, 3],
    ] as const) {
      const probe =
        own === undefined ? livenessProbe : { ...livenessProbe, terminationGracePeriodSeconds: own };
      const container = { ...box('sleep 99'), livenessProbe: probe };
      const stage = new Stage({ containers: [container], terminationGracePeriodSeconds: of }).run(15);
      expect(stage.lastState).toMatchObject({ exitCode: 137, reason: 'Error' });
      expect(stage.firstMs('1/1', 'Running', 1)).toBeGreaterThan(6000 + graceSeconds * 1000);
      expect(stage.firstMs('1/1', 'Running', 1)).toBeLessThan(7500 + graceSeconds * 1000);
    }
  });

  test('ends a pod whose only container is never restarted', () => {
    const livenessProbe = { ...page('/none'), failureThreshold: 1 };
    const stage = new Stage({ containers: [{ ...nginx, livenessProbe }], restartPolicy: 'Never' }).run(10);
    expect(stage.story).toEqual(['1/1 Running 0', '0/1 Completed 0']);
    expect(stage.said(/Killing/)).toEqual(['1 Killing Stopping container a']);
  });

  test('ends the sidecars with the last container of such a pod, and starts none of them again', () => {
    const livenessProbe = { ...page('/none'), failureThreshold: 1 };
    const sidecar = { ...box('sleep 999'), name: 's', restartPolicy: 'Always' as const };
    const done = { ...box('exit 3'), name: 'b' };
    const stage = new Stage({
      initContainers: [sidecar],
      containers: [{ ...nginx, livenessProbe }, done],
      restartPolicy: 'Never',
      terminationGracePeriodSeconds: 4,
    }).run(15);
    expect(stage.said(/Killing/)).toEqual([
      '1 Killing Stopping container s',
      '1 Killing Stopping container a',
    ]);
    expect(stage.pod.status?.phase).toBe('Failed');
    expect(stage.pod.status?.initContainerStatuses?.[0]).toMatchObject({
      restartCount: 0,
      state: { terminated: { exitCode: 137 } },
    });
  });

  test('says nothing about a container where it cannot be carried out', () => {
    const livenessProbe = { exec: { command: ['nosuch'] }, periodSeconds: 2, failureThreshold: 1 };
    const stage = new Stage({ containers: [{ ...nginx, livenessProbe }] }).run(9);
    expect(stage.story).toEqual(['1/1 Running 0']);
    expect(stage.said(/Unhealthy/)).toHaveLength(4);
    expect(stage.said(/Unhealthy/)[0]).toMatch(
      /^1 Unhealthy Liveness probe errored and resulted in unknown state: rpc/,
    );
  });
});

describe('a readiness probe', () => {
  test('is asked at once, and makes the pod ready', () => {
    const stage = new Stage({ containers: [{ ...nginx, readinessProbe: page('/') }] }).run(5);
    expect(stage.story).toEqual(['0/1 Running 0', '1/1 Running 0']);
    expect(stage.firstMs('1/1', 'Running')).toBeLessThan(900);
  });

  test('waits for its initial delay', () => {
    const readinessProbe = { ...page('/'), initialDelaySeconds: 5 };
    const stage = new Stage({ containers: [{ ...nginx, readinessProbe }] }).run(9);
    expect(stage.firstMs('1/1', 'Running')).toBeGreaterThan(5000);
    expect(stage.firstMs('1/1', 'Running')).toBeLessThan(7700);
  });

  test('takes the pod out of its Service and back, and never restarts it', () => {
    const stage = new Stage({ containers: [{ ...nginx, readinessProbe: page('/up') }] });
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'default' } };
    const spec = { selector: { app: 'web' }, ports: [{ port: 80 }] };
    stage.cluster.api.create(ServiceKind, { ...service, spec } as never);
    const addresses = () => {
      const [subset] = stage.cluster.store.get(EndpointsKind, 'default', 'web')?.subsets ?? [];
      return [subset?.addresses?.length ?? 0, subset?.notReadyAddresses?.length ?? 0];
    };
    expect(stage.run(5) && addresses()).toEqual([0, 1]);
    stage.write(`${served}/up`);
    expect(stage.run(3) && addresses()).toEqual([1, 0]);
    stage.remove(`${served}/up`);
    expect(stage.run(3.5) && addresses()).toEqual([1, 0]);
    expect(stage.run(4) && addresses()).toEqual([0, 1]);
    expect(stage.run(60).story).toEqual(['0/1 Running 0', '1/1 Running 0', '0/1 Running 0']);
    expect(stage.pod.status?.conditions?.find(({ type }) => type === 'Ready')).toMatchObject({
      status: 'False',
      reason: 'ContainersNotReady',
      message: 'containers with unready status: [a]',
    });
  });

  test('of a command that takes too long fails', () => {
    const readinessProbe = { exec: { command: ['sleep', '5'] }, periodSeconds: 2 };
    const stage = new Stage({ containers: [{ ...nginx, readinessProbe }] }).run(14.1);
    expect(stage.story).toEqual(['0/1 Running 0']);
    expect(stage.said(/Unhealthy/)).toEqual([
      '7 Unhealthy Readiness probe failed: command timed out: "sleep 5" timed out after 1s',
    ]);
  });
});

describe('a startup probe', () => {
  test('holds the others back until it succeeds', () => {
    const probes = { startupProbe: { ...page('/up'), failureThreshold: 10 }, livenessProbe: page('/up') };
    const stage = new Stage({ containers: [{ ...nginx, ...probes, readinessProbe: page('/') }] }).run(9);
    expect(stage.story).toEqual(['0/1 Running 0']);
    expect(stage.pod.status?.containerStatuses?.[0]).toMatchObject({ started: false, ready: false });
    expect(stage.said(/Unhealthy/)).toEqual([
      '4 Unhealthy Startup probe failed: HTTP probe failed with statuscode: 404',
    ]);
    stage.write(`${served}/up`);
    expect(stage.run(3).story).toEqual(['0/1 Running 0', '1/1 Running 0']);
    stage.remove(`${served}/up`);
    expect(stage.run(8).pod.status?.containerStatuses?.[0]?.restartCount).toBe(1);
  });

  test('that fails too often restarts the container', () => {
    const stage = new Stage({ containers: [{ ...nginx, startupProbe: page('/up') }] }).run(8);
    expect(stage.story).toEqual(['0/1 Running 0', '0/1 Running 1']);
    expect(stage.said(/Killing/)).toEqual(['1 Killing Container a failed startup probe, will be restarted']);
  });

  test('of a sidecar holds the other containers back', () => {
    const sidecar = {
      ...nginx,
      restartPolicy: 'Always',
      startupProbe: { ...page('/up'), failureThreshold: 9 },
    };
    const stage = new Stage({ initContainers: [sidecar], containers: [{ ...box('sleep 99'), name: 'b' }] });
    expect(stage.run(5).story.at(-1)).toBe('0/2 Init:0/1 0');
    stage.write(`${served}/up`);
    expect(stage.run(4).story.at(-1)).toBe('2/2 Running 0');
  });
});

describe('settle', () => {
  test.each<[string, Partial<Container>, number, boolean]>([
    [
      'does not wait for probes that succeed',
      { livenessProbe: page('/'), readinessProbe: page('/') },
      4,
      true,
    ],
    ['waits for the first answer', { readinessProbe: { ...page('/'), initialDelaySeconds: 20 } }, 10, false],
    ['waits while failures are counted', { readinessProbe: page('/none') }, 3, false],
    ['does not wait where they go on for ever', { readinessProbe: page('/none') }, 8, true],
    [
      'does not wait for a server that hangs',
      { readinessProbe: page('/'), env: [{ name: 'SIM_HTTP_MODE', value: 'hang' }] },
      9.8,
      true,
    ],
  ])('%s', (_, container, seconds, is) => {
    const { cluster } = new Stage({ containers: [{ ...nginx, ...container }] }).run(seconds);
    expect(cluster.loop.isSettled()).toBe(is);
  });
});

describe('a hook before the end', () => {
  test('runs first, and its time is part of the grace period', () => {
    const lifecycle = { preStop: { exec: { command: ['sleep', '3'] } } };
    const stage = new Stage({ containers: [{ ...nginx, lifecycle }] }).run(3).delete();
    expect(stage.run(2.5).story.at(-1)).toBe('1/1 Terminating 0');
    expect(stage.run(1.8).story.at(-1)).toBe('0/1 Completed 0');
    expect(stage.said(/Killing|Hook/)).toEqual(['1 Killing Stopping container a']);
  });

  test('that fails is told, and the end goes on', () => {
    const lifecycle = { preStop: { exec: { command: ['false'] } } };
    const stage = new Stage({ containers: [{ ...nginx, lifecycle }] }).run(3).delete().run(4);
    expect(stage.said(/Killing|Hook/)).toEqual([
      '1 Killing Stopping container a',
      '1 FailedPreStopHook PreStopHook failed',
    ]);
    expect(stage.cluster.store.get(PodKind, 'default', 'p')).toBeUndefined();
  });
});

describe('a hook after the start', () => {
  test('holds Running back', () => {
    const lifecycle = { postStart: { sleep: { seconds: 5 } } };
    const stage = new Stage({ containers: [{ ...nginx, lifecycle }] }).run(5);
    expect(stage.story).toEqual([]);
    expect(stage.cluster.loop.isSettled()).toBe(false);
    expect(stage.run(2).story).toEqual(['1/1 Running 0']);
  });

  test('that fails ends the container, which starts again like one that crashes', () => {
    const lifecycle = { postStart: { exec: { command: ['sh', '-c', 'exit 3'] } } };
    const stage = new Stage({ containers: [{ ...nginx, lifecycle }] }).run(8);
    expect(stage.said(/Hook|Killing/)).toEqual([
      '2 FailedPostStartHook PostStartHook failed',
      '2 Killing FailedPostStartHook',
    ]);
    expect(stage.story.some((line) => line.startsWith('0/1 PostStartHookError'))).toBe(true);
    expect(stage.story.some((line) => line.startsWith('1/1'))).toBe(false);
  });
});
