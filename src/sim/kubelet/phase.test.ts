import { expect, test } from 'vitest';
import type { ContainerStatus, Pod } from '../api/pod.ts';
import { podPhase } from './phase.ts';

const waits = { waiting: { reason: 'ContainerCreating' } };
const runs = { running: {} };
const ended = (exitCode: number) => ({ terminated: { exitCode } });
type State = NonNullable<ContainerStatus['state']>;

const status = (name: string, state: State, lastState: State = {}): ContainerStatus => ({
  name,
  state,
  lastState,
  ready: 'running' in state || state.terminated?.exitCode === 0,
  started: 'running' in state,
  restartCount: 0,
  image: '',
  imageID: '',
});

const pod = (restartPolicy: 'Always' | 'OnFailure' | 'Never', sidecar = false): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p' },
  spec: {
    restartPolicy,
    containers: [{ name: 'a' }, { name: 'b' }],
    initContainers: [sidecar ? { name: 'i', restartPolicy: 'Always' } : { name: 'i' }],
  },
});

test.each<[string, Pod, State, State, State, string]>([
  ['nothing runs yet', pod('Always'), waits, waits, waits, 'Pending'],
  ['the init container runs', pod('Always'), runs, waits, waits, 'Pending'],
  ['the init container failed, and runs again', pod('Always'), ended(1), waits, waits, 'Pending'],
  ['the init container failed for good', pod('Never'), ended(1), waits, waits, 'Failed'],
  ['one of two runs', pod('Always'), ended(0), runs, waits, 'Pending'],
  ['both run', pod('Always'), ended(0), runs, runs, 'Running'],
  ['a sidecar starts', pod('Always', true), runs, waits, waits, 'Pending'],
  ['a sidecar runs along', pod('Never', true), runs, ended(0), ended(0), 'Succeeded'],
  ['one of two ended', pod('Never'), ended(0), runs, ended(1), 'Running'],
  ['both ended, Always', pod('Always'), ended(0), ended(0), ended(0), 'Running'],
  ['both ended well', pod('OnFailure'), ended(0), ended(0), ended(0), 'Succeeded'],
  ['one failed, OnFailure', pod('OnFailure'), ended(0), ended(0), ended(2), 'Running'],
  ['one failed, Never', pod('Never'), ended(0), ended(0), ended(2), 'Failed'],
])('%s', (_, of, init, a, b, phase) => {
  expect(podPhase(of, [status('i', init)], [status('a', a), status('b', b)], false)).toBe(phase);
});

test.each([
  [0, 'Succeeded'],
  [1, 'Failed'],
])('a deleted pod that ended with %i', (exitCode, phase) => {
  const statuses = [status('a', ended(0)), status('b', ended(exitCode))];
  expect(podPhase(pod('Always'), [status('i', ended(0))], statuses, true)).toBe(phase);
});

test('a container that waits for its restart has run', () => {
  const statuses = [status('a', { waiting: { reason: 'CrashLoopBackOff' } }, ended(1)), status('b', runs)];
  expect(podPhase(pod('Always'), [status('i', ended(0))], statuses, false)).toBe('Running');
});
