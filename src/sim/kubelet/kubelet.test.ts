import { describe, expect, test } from 'vitest';
import type { Run } from '../testing/fake-node.ts';
import { box, exit, FakeNode, nginx, startPod } from '../testing/fake-node.ts';

describe('a start', () => {
  test('reports the pod, the sandbox and the running container, one after the other', () => {
    const node = startPod({ containers: [nginx] });
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
    const node = startPod({ containers: [nginx] });
    node.run(5000);
    const { resourceVersion } = node.store;
    node.run(600_000);
    expect(node.store.resourceVersion).toBe(resourceVersion);
  });

  test('pulls an image that is not there', () => {
    const node = startPod({ containers: [{ name: 'main', image: 'redis:7' }] });
    node.run(2000);
    expect(node.said().slice(0, 2)).toEqual([
      'Normal Pulling Pulling image "redis:7"',
      'Normal Pulled Successfully pulled image "redis:7" in 401ms (410ms including waiting). Image size: 95284000 bytes.',
    ]);
    expect(node.status().phase).toBe('Running');
  });

  test('starts two containers in one go', () => {
    const node = startPod({ containers: [nginx, { ...box, name: 'side' }] });
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
    const node = startPod({ containers: [box], restartPolicy }, { main: [run] });
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
    const node = startPod({ containers: [box], restartPolicy: 'Never' }, { main: [exit(0)] });
    node.run(10_000);
    const atMs = Number(node.rows.find((row) => row.includes('Completed'))?.split(' ')[0]);
    const endedAtMs = 10 + 440 + 10 + 120 + 2000;
    expect(atMs).toBeGreaterThanOrEqual(endedAtMs);
    expect(atMs).toBeLessThan(endedAtMs + 1000);
  });
});

describe('what containers need', () => {
  test('a ConfigMap for the environment that comes late', () => {
    const envFrom = [{ configMapRef: { name: 'none' } }];
    const node = startPod({ containers: [{ ...nginx, envFrom }] });
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
    const node = startPod({ containers: [{ ...nginx, volumeMounts }], volumes });
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
      mounts: [
        { path: '/etc/cfg', isReadOnly: true, source: { type: 'files', name: 'cfg', files: [['A', '1']] } },
      ],
    });
  });

  test('another image, while one runs', () => {
    const node = startPod({ containers: [box] });
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

describe('a node that is cut off', () => {
  test('says nothing, goes on, and catches up', () => {
    const node = startPod({ containers: [box] }, { main: [exit(1, 5000), 'runs'] });
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
    const node = startPod({ containers: [nginx] });
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
