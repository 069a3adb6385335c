import { describe, expect, test } from 'vitest';
import { nginx, startPod } from '../testing/fake-node.ts';

describe('a deletion', () => {
  test('stops the container, reports its end, and lets the object go', () => {
    const node = startPod({ containers: [nginx] });
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
    const node = startPod({ containers: [nginx] });
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
    const node = startPod({ containers: [nginx] });
    node.run(100);
    node.delete();
    node.run(5000);
    expect(node.story().slice(-2)).toEqual(['0/1 ContainerStatusUnknown 0', '0/1 gone 0']);
  });

  test('by force leaves nothing on the node', () => {
    const node = startPod({ containers: [nginx] });
    node.run(3000);
    const pod = node.pod();
    if (pod) node.store.remove({ plural: 'pods', group: '' } as never, pod, node.nowMs);
    node.run(1000);
    expect(node.acts.at(-1)).toEqual({ do: 'remove-pod', podUid: 'uid-1' });
  });
});

test('a pod that may not be active for longer is ended', () => {
  const node = startPod({ containers: [nginx], activeDeadlineSeconds: 5 });
  node.run(8000);
  expect(node.status()).toMatchObject({
    phase: 'Failed',
    reason: 'DeadlineExceeded',
    message: 'Pod was active on the node longer than the specified deadline',
    containerStatuses: [{ state: { terminated: { exitCode: 0 } } }],
  });
  expect(node.said().slice(3)).toEqual([
    'Normal DeadlineExceeded Pod was active on the node longer than the specified deadline',
    'Normal Killing Stopping container main',
  ]);
});
