import { describe, expect, test } from 'vitest';
import { box, exit, FakeNode, nginx, startPod } from '../testing/fake-node.ts';

describe('restarts', () => {
  test('first at once, then with a back-off that shows late', () => {
    const node = startPod({ containers: [box] }, { main: [exit(1)] });
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

  test('wait 10, 20, 40 … 300 s, somewhat longer', () => {
    const node = startPod({ containers: [box] }, { main: [exit(1, 100)] });
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
    const node = startPod({ containers: [box] }, { main: [exit(1), exit(1), exit(1, 700_000), exit(1)] });
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
    const node = startPod({ containers: [box] }, { main: [exit(1)] });
    node.run(8000);
    expect(node.status().containerStatuses?.[0]).toMatchObject({
      restartCount: 1,
      lastState: { terminated: { exitCode: 1, reason: 'Error', containerID: 'containerd://main-0' } },
      state: { terminated: { containerID: 'containerd://main-1' } },
    });
  });

  test('a command that cannot start', () => {
    const node = startPod(
      { containers: [box] },
      { main: [{ afterMs: 0, exitCode: 128, reason: 'StartError' }] },
    );
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

  test('another image is named while one is pulled', () => {
    const node = startPod({ containers: [{ name: 'main', image: 'redis:7' }] });
    node.run(600);
    node.edit((pod) => ({ ...pod, spec: { ...pod.spec, containers: [nginx] } }));
    node.run(3000);
    const started = node.acts.filter((act) => act.do === 'start').map((act) => act.container.image);
    expect(started).toEqual(['redis:7', 'nginx:1.24']);
    expect(node.status().containerStatuses?.[0]?.image).toBe('docker.io/library/nginx:1.24');
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
    const node = startPod({ containers: [container] });
    node.run(5000);
    expect(node.story().slice(2)).toEqual([`0/1 ${reason} 0`]);
    const twice = [`Warning ${event}`, `Warning Failed Error: ${reason}`];
    expect(node.said()).toEqual([...twice, ...twice]);
  });
});

function timesOf(node: FakeNode, pattern: RegExp): number[] {
  return node.rows.filter((row) => pattern.test(row)).map((row) => Number(row.split(' ')[0]));
}
