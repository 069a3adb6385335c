// A container's own restart policy, and its rules, beside the pod's policy.
import { expect, test } from 'vitest';
import type { Container } from '../api/pod.ts';
import { Stage } from '../testing/stage.ts';

const box = (script: string, more: Partial<Container> = {}): Container => ({
  name: 'a',
  image: 'busybox:1.36',
  command: ['sh', '-c', script],
  ...more,
});
const onlyAfter42 = {
  restartPolicy: 'Never' as const,
  restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [42] } }],
};
const butAfter1 = {
  restartPolicy: 'Never' as const,
  restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'NotIn', values: [1] } }],
};

test.each<[string, 'Always' | 'OnFailure' | 'Never', Partial<Container>, number, string]>([
  ['restarts where its pod does not', 'Never', { restartPolicy: 'OnFailure' }, 1, 'Running 1'],
  ['restarts whatever comes', 'Never', { restartPolicy: 'Always' }, 0, 'Running 1'],
  ['is done where its pod restarts all', 'Always', { restartPolicy: 'OnFailure' }, 0, 'Succeeded 0'],
  ['has failed where its pod restarts all', 'Always', { restartPolicy: 'Never' }, 1, 'Failed 0'],
  ['restarts after the exit code of a rule', 'Always', onlyAfter42, 42, 'Running 1'],
  ['and after no other', 'Always', onlyAfter42, 41, 'Failed 0'],
  ['restarts after all exit codes but those of a rule', 'Never', butAfter1, 2, 'Running 1'],
  ['which is for its policy to say', 'Never', butAfter1, 1, 'Failed 0'],
])('a container %s', (_what, restartPolicy, own, exitCode, expected) => {
  const stage = new Stage({ containers: [box(`sleep 2; exit ${exitCode}`, own)], restartPolicy }).run(4.9);
  const { phase, containerStatuses = [] } = stage.pod.status ?? {};
  expect(`${phase} ${containerStatuses[0]?.restartCount}`).toBe(expected);
});

test('an init container restarts by its own policy', () => {
  const init = (restartPolicy: 'OnFailure' | 'Never') => ({ ...box('exit 1'), name: 'i', restartPolicy });
  const after = (policy: 'OnFailure' | 'Never', restartPolicy: 'Always' | 'Never') =>
    new Stage({ initContainers: [init(policy)], containers: [box('sleep 9')], restartPolicy }).run(5).pod
      .status;
  expect(after('OnFailure', 'Never')).toMatchObject({
    phase: 'Pending',
    initContainerStatuses: [{ restartCount: 1 }],
  });
  expect(after('Never', 'Always')).toMatchObject({
    phase: 'Failed',
    initContainerStatuses: [{ restartCount: 0 }],
  });
});

test('a probe asks for the policy of the container only', () => {
  const livenessProbe = { exec: { command: ['false'] }, periodSeconds: 3, failureThreshold: 1 };
  const killed = (own: Partial<Container>, restartPolicy: 'Always' | 'Never') => {
    const containers = [
      box('trap 42 TERM; sleep 99', { livenessProbe, ...own }),
      box('sleep 99', { name: 'b' }),
    ];
    return new Stage({ containers, restartPolicy }).run(5).said(/Killing/);
  };
  expect(killed({ restartPolicy: 'OnFailure' }, 'Never')).toEqual([
    '1 Killing Container a failed liveness probe, will be restarted',
  ]);
  expect(killed(onlyAfter42, 'Always')).toEqual(['1 Killing Container a failed liveness probe']);
});
