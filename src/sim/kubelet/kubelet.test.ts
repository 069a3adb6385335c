import { describe, expect, test } from 'vitest';
import type { Container } from '../api/pod.ts';
import type { Run } from './fake-node.ts';
import { FakeNode } from './fake-node.ts';

const nginx: Container = { name: 'main', image: 'nginx:1.24' };
const box: Container = { name: 'main', image: 'busybox:1.36' };
const exit = (exitCode: number, afterMs = 2000): Run => ({ afterMs, exitCode });

function play(
  spec: Parameters<FakeNode['create']>[0]['spec'],
  runs: Record<string, readonly Run[]> = {},
): FakeNode {
  const node = new FakeNode();
  for (const [name, run] of Object.entries(runs)) node.runs.set(name, run);
  node.create({ spec });
  return node;
}

describe('a start', () => {
  test('reports the pod, the sandbox and the running container, one after the other', () => {
    const node = play({ containers: [nginx] });
    const sandboxReady = () =>
      node.status().conditions?.find(({ type }) => type === 'PodReadyToStartContainers')?.status;
    node.run(100);
    expect(sandboxReady()).toBe('False');
    expect(node.status()).toMatchObject({ phase: 'Pending', hostIP: '192.168.49.11' });
    node.run(400);
    expect(sandboxReady()).toBe('True');
    expect(node.status()).toMatchObject({ phase: 'Pending', podIP: '10.244.1.5' });
    node.run(300);
    expect(node.story()).toEqual(['0/1 Pending 0', '0/1 ContainerCreating 0', '1/1 Running 0']);
    expect(node.status().conditions?.map(({ type, status }) => `${type} ${status}`)).toEqual([
      'PodReadyToStartContainers True',
      'Initialized True',
      'Ready True',
      'ContainersReady True',
      'PodScheduled True',
    ]);
    expect(node.said()).toEqual([
      'Normal Pulled Container image "nginx:1.24" already present on machine and can be accessed by the pod',
      'Normal Created Container created',
      'Normal Started Container started',
    ]);
  });

  test('comes to rest', () => {
    const node = play({ containers: [nginx] });
    node.run(5000);
    const { resourceVersion } = node.store;
    node.run(600_000);
    expect(node.store.resourceVersion).toBe(resourceVersion);
  });

  test('pulls an image that is not there', () => {
    const node = play({ containers: [{ name: 'main', image: 'redis:7' }] });
    node.run(2000);
    expect(node.said().slice(0, 2)).toEqual([
      'Normal Pulling Pulling image "redis:7"',
      'Normal Pulled Successfully pulled image "redis:7" in 401ms (410ms including waiting). Image size: 95284000 bytes.',
    ]);
    expect(node.status().phase).toBe('Running');
  });

  test('starts two containers in one go', () => {
    const node = play({ containers: [nginx, { ...box, name: 'side' }] });
    node.run(2000);
    expect(node.story()).toEqual(['0/2 Pending 0', '0/2 ContainerCreating 0', '2/2 Running 0']);
  });
});

describe('an end', () => {
  test.each<[string, 'Never' | 'OnFailure', Run, string, string]>([
    ['success, never', 'Never', exit(0), 'Succeeded', '0/1 Completed 0'],
    ['failure, never', 'Never', exit(3), 'Failed', '0/1 Error 0'],
    ['success, on failure', 'OnFailure', exit(0), 'Succeeded', '0/1 Completed 0'],
  ])('%s', (_, restartPolicy, run, phase, last) => {
    const node = play({ containers: [box], restartPolicy }, { main: [run] });
    node.run(10_000);
    expect(node.status().phase).toBe(phase);
    expect(node.story()).toEqual(['0/1 Pending 0', '0/1 ContainerCreating 0', '1/1 Running 0', last]);
    const conditions = new Map(node.status().conditions?.map((condition) => [condition.type, condition]));
    expect(conditions.get('PodReadyToStartContainers')?.status).toBe('False');
    expect(conditions.get('Ready')).toMatchObject({
      status: 'False',
      reason: phase === 'Succeeded' ? 'PodCompleted' : 'PodFailed',
    });
  });

  test('is noticed at a whole second of the node, and not before', () => {
    const node = play({ containers: [box], restartPolicy: 'Never' }, { main: [exit(0)] });
    node.run(10_000);
    const atMs = Number(node.rows.find((row) => row.includes('Completed'))?.split(' ')[0]);
    const endedAtMs = 10 + 440 + 10 + 120 + 2000;
    expect(atMs).toBeGreaterThanOrEqual(endedAtMs);
    expect(atMs).toBeLessThan(endedAtMs + 1000);
  });
});

describe('restarts', () => {
  test('first at once, then with a back-off that shows late', () => {
    const node = play({ containers: [box] }, { main: [exit(1)] });
    node.run(90_000);
    expect(node.story().slice(2, 12)).toEqual([
      '1/1 Running 0',
      '0/1 Error 0',
      '1/1 Running 1',
      '0/1 Error 1',
      '0/1 CrashLoopBackOff 1',
      '1/1 Running 2',
      '0/1 Error 2',
      '0/1 CrashLoopBackOff 2',
      '1/1 Running 3',
      '0/1 Error 3',
    ]);
    const backOffs = node.said().filter((line) => line.includes('BackOff'));
    expect(new Set(backOffs)).toEqual(
      new Set(['Warning BackOff Back-off restarting failed container main in pod p_default(uid-1)']),
    );
    expect(backOffs).toHaveLength(3);
  });

  test('wait 10, 20, 40 … 300 s, up to half as long again', () => {
    const node = play({ containers: [box] }, { main: [exit(1, 100)] });
    node.run(2_400_000);
    const ends = timesOf(node, / Error /);
    const starts = timesOf(node, / CrashLoopBackOff /);
    const waits = starts.map((atMs, i) => (atMs - (ends[i + 1] ?? 0)) / 1000);
    [10, 20, 40, 80, 160, 300, 300].forEach((seconds, i) => {
      expect(waits[i]).toBeGreaterThan(seconds - 1.5);
      expect(waits[i]).toBeLessThan(seconds * 1.5 + 1.5);
    });
  });

  test('begin anew after ten minutes of running', () => {
    const node = play({ containers: [box] }, { main: [exit(1), exit(1), exit(1, 700_000), exit(1)] });
    node.run(800_000);
    const story = node.story();
    const third = story.indexOf('0/1 Error 2');
    expect(story.slice(third, third + 4)).toEqual([
      '0/1 Error 2',
      '1/1 Running 3',
      '0/1 Error 3',
      '0/1 CrashLoopBackOff 3',
    ]);
  });

  test('show the last state and count', () => {
    const node = play({ containers: [box] }, { main: [exit(1)] });
    node.run(8000);
    expect(node.status().containerStatuses?.[0]).toMatchObject({
      restartCount: 1,
      lastState: { terminated: { exitCode: 1, reason: 'Error', containerID: 'containerd://main-0' } },
      state: { terminated: { containerID: 'containerd://main-1' } },
    });
  });

  test('a command that cannot start', () => {
    const node = play({ containers: [box] }, { main: [{ afterMs: 0, exitCode: 128, reason: 'StartError' }] });
    node.run(8000);
    expect(node.story().slice(2)).toEqual(['0/1 RunContainerError 0', '0/1 RunContainerError 1']);
    node.run(10_000);
    expect(node.story().slice(4, 5)).toEqual(['0/1 CrashLoopBackOff 1']);
  });
});

describe('images that cannot be had', () => {
  test('a tag that does not exist, corrected later', () => {
    const node = new FakeNode();
    node.noSuchImages.add('nginx:nosuchtag');
    node.create({ spec: { containers: [{ name: 'main', image: 'nginx:nosuchtag' }] } });
    node.run(16_500);
    expect(node.story()).toEqual([
      '0/1 Pending 0',
      '0/1 ContainerCreating 0',
      '0/1 ErrImagePull 0',
      '0/1 ImagePullBackOff 0',
    ]);
    expect(node.said().slice(0, 5)).toEqual([
      'Normal Pulling Pulling image "nginx:nosuchtag"',
      'Warning Failed Failed to pull image "nginx:nosuchtag": nginx:nosuchtag: not found',
      'Warning Failed Error: ErrImagePull',
      'Normal BackOff Back-off pulling image "nginx:nosuchtag"',
      'Warning Failed Error: ImagePullBackOff',
    ]);
    node.edit((pod) => ({ ...pod, spec: { ...pod.spec, containers: [nginx] } }));
    node.run(2000);
    expect(node.story().slice(4)).toEqual(['0/1 ErrImagePull 0', '1/1 Running 0']);
  });

  test.each([
    [
      { name: 'c', image: 'absent/image:1', imagePullPolicy: 'Never' as const },
      'ErrImageNeverPull',
      'ErrImageNeverPull Container image "absent/image:1" is not present with pull policy of Never',
    ],
    [
      { name: 'c', image: 'Nginx:UPPER CASE' },
      'InvalidImageName',
      'InspectFailed Failed to apply default image tag "Nginx:UPPER CASE": couldn\'t parse image name "Nginx:UPPER CASE": invalid reference format: repository name (library/Nginx) must be lowercase',
    ],
  ])('%o', (container, reason, event) => {
    const node = play({ containers: [container] });
    node.run(5000);
    expect(node.story().slice(2)).toEqual([`0/1 ${reason} 0`]);
    const twice = [`Warning ${event}`, `Warning Failed Error: ${reason}`];
    expect(node.said()).toEqual([...twice, ...twice]);
  });
});

describe('what containers need', () => {
  test('a ConfigMap for the environment that comes late', () => {
    const envFrom = [{ configMapRef: { name: 'none' } }];
    const node = play({ containers: [{ ...nginx, envFrom }] });
    node.run(5000);
    expect(node.story().slice(2)).toEqual(['0/1 CreateContainerConfigError 0']);
    expect(node.status().containerStatuses?.[0]?.state?.waiting?.message).toBe('configmap "none" not found');
    expect(node.said().at(-1)).toBe('Warning Failed Error: configmap "none" not found');
    node.putConfigMap('none', { A: '1' });
    node.run(20_000);
    expect(node.status().phase).toBe('Running');
    expect(node.acts.find((act) => act.do === 'start')).toMatchObject({ env: [['A', '1']] });
  });

  test('a ConfigMap to mount that comes late', () => {
    const volumes = [{ name: 'cfg', configMap: { name: 'none' } }];
    const volumeMounts = [{ name: 'cfg', mountPath: '/etc/cfg' }];
    const node = play({ containers: [{ ...nginx, volumeMounts }], volumes });
    node.run(10_000);
    expect(node.story().slice(1)).toEqual(['0/1 ContainerCreating 0']);
    expect(new Set(node.said())).toEqual(
      new Set(['Warning FailedMount MountVolume.SetUp failed for volume "cfg" : configmap "none" not found']),
    );
    expect(node.said()).toHaveLength(5);
    node.putConfigMap('none', { A: '1' });
    node.run(20_000);
    expect(node.status().phase).toBe('Running');
    expect(node.acts.find((act) => act.do === 'start')).toMatchObject({
      mounts: [{ path: '/etc/cfg', isReadOnly: true, source: { type: 'files', files: [['A', '1']] } }],
    });
  });

  test('another image, while one runs', () => {
    const node = play({ containers: [box] });
    node.run(3000);
    node.edit((pod) => ({ ...pod, spec: { ...pod.spec, containers: [nginx] } }));
    node.run(2000);
    expect(node.said().slice(3)).toEqual([
      'Normal Killing Container main definition changed, will be restarted',
      'Normal Pulled Container image "nginx:1.24" already present on machine and can be accessed by the pod',
      'Normal Created Container created',
      'Normal Started Container started',
    ]);
    expect(node.status().containerStatuses?.[0]).toMatchObject({
      image: 'docker.io/library/nginx:1.24',
      restartCount: 1,
    });
  });

  test('a node: without one nothing happens', () => {
    const node = new FakeNode();
    node.create({ spec: { containers: [nginx], nodeName: 'nosuch' } });
    node.run(5000);
    expect(node.acts).toEqual([]);
    expect(node.status()).toEqual({ phase: 'Pending', qosClass: 'BestEffort' });
  });
});

describe('a deletion', () => {
  test('stops the container, reports its end, and lets the object go', () => {
    const node = play({ containers: [nginx] });
    node.run(3000);
    node.delete();
    node.run(3000);
    expect(node.story().slice(2)).toEqual([
      '1/1 Running 0',
      '1/1 Terminating 0',
      '0/1 Completed 0',
      '0/1 gone 0',
    ]);
    expect(node.said().at(-1)).toBe('Normal Killing Stopping container main');
    expect(node.acts.at(-1)).toEqual({ do: 'remove-pod', podUid: 'uid-1' });
    expect(node.world.memory('uid-1')).toBeUndefined();
  });

  test('gives a container its grace period, which a second one may shorten', () => {
    const node = play({ containers: [nginx] });
    node.stubborn.add('main');
    node.run(3000);
    node.delete(30);
    node.run(10_000);
    expect(node.pod()).toBeDefined();
    node.delete(2);
    node.run(4000);
    expect(node.pod()).toBeUndefined();
    expect(node.acts.filter((act) => act.do === 'stop')).toMatchObject([
      { graceMs: 30_000 },
      { graceMs: 2000 },
    ]);
    expect(node.said().filter((line) => line.includes('Killing'))).toHaveLength(1);
  });

  test('of a pod that never started ends it as Failed', () => {
    const node = play({ containers: [nginx] });
    node.run(100);
    node.delete();
    node.run(5000);
    expect(node.story().slice(-2)).toEqual(['0/1 ContainerStatusUnknown 0', '0/1 gone 0']);
  });

  test('by force leaves nothing on the node', () => {
    const node = play({ containers: [nginx] });
    node.run(3000);
    const pod = node.pod();
    if (pod) node.store.remove({ plural: 'pods', group: '' } as never, pod, node.nowMs);
    node.run(1000);
    expect(node.acts.at(-1)).toEqual({ do: 'remove-pod', podUid: 'uid-1' });
  });
});

describe('init containers', () => {
  test('run one after the other before the others', () => {
    const initContainers = ['i1', 'i2'].map((name) => ({ ...box, name }));
    const node = play({ initContainers, containers: [nginx] }, { i1: [exit(0)], i2: [exit(0)] });
    node.run(1500);
    expect(node.status()).toMatchObject({ phase: 'Pending' });
    expect(node.status().initContainerStatuses).toMatchObject([
      { started: true, ready: false, state: { running: {} } },
      { state: { waiting: { reason: 'PodInitializing' } } },
    ]);
    node.run(8000);
    expect(node.status()).toMatchObject({ phase: 'Running' });
    expect(node.status().initContainerStatuses).toMatchObject([{ ready: true }, { ready: true }]);
    expect(node.acts.map((act) => (act.do === 'start' ? act.container.name : ''))).toEqual([
      '',
      'i1',
      'i2',
      'main',
    ]);
  });

  test('that fail are restarted, or end the pod', () => {
    const spec = { initContainers: [{ ...box, name: 'i1' }], containers: [nginx] };
    const node = play({ ...spec, restartPolicy: 'Never' }, { i1: [exit(1)] });
    node.run(8000);
    expect(node.status()).toMatchObject({ phase: 'Failed' });
    expect(node.status().containerStatuses?.[0]?.state).toEqual({ waiting: { reason: 'PodInitializing' } });
    const other = play(spec, { i1: [exit(1), exit(0)] });
    other.run(12_000);
    expect(other.status()).toMatchObject({ phase: 'Running', initContainerStatuses: [{ restartCount: 1 }] });
  });

  test('that are sidecars run along and are stopped last', () => {
    const sidecar = { ...box, name: 'log', restartPolicy: 'Always' };
    const node = play(
      { initContainers: [sidecar], containers: [box], restartPolicy: 'Never' },
      { main: [exit(0)] },
    );
    node.run(2000);
    expect(node.status()).toMatchObject({
      phase: 'Running',
      initContainerStatuses: [{ ready: true, started: true }],
    });
    node.run(6000);
    expect(node.status().phase).toBe('Succeeded');
    expect(node.said().at(-1)).toBe('Normal Killing Stopping container log');
  });
});

describe('a node that is cut off', () => {
  test('says nothing, goes on, and catches up', () => {
    const node = play({ containers: [box] }, { main: [exit(1, 5000), 'runs'] });
    node.run(3000);
    node.connect(false);
    node.run(10_000);
    expect(node.story().at(-1)).toBe('1/1 Running 0');
    const events = node.events.length;
    node.connect(true);
    node.run(1000);
    expect(node.story().at(-1)).toBe('1/1 Running 1');
    expect(node.events.length).toBe(events);
  });

  test('corrects what others wrote meanwhile', () => {
    const node = play({ containers: [nginx] });
    node.run(3000);
    node.connect(false);
    node.run(1000);
    const pod = node.pod();
    const conditions = pod?.status?.conditions?.map((condition) =>
      condition.type === 'Ready' ? { ...condition, status: 'False' as const } : condition,
    );
    if (pod)
      node.store.put(
        { plural: 'pods', group: '', kind: 'Pod' } as never,
        { ...pod, status: { ...pod.status, conditions } } as never,
        node.nowMs,
      );
    node.run(1000);
    node.connect(true);
    node.run(1000);
    expect(node.status().conditions?.find(({ type }) => type === 'Ready')?.status).toBe('True');
  });
});

function timesOf(node: FakeNode, pattern: RegExp): number[] {
  return node.rows.filter((row) => pattern.test(row)).map((row) => Number(row.split(' ')[0]));
}
