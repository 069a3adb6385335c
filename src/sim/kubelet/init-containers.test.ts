import { describe, expect, test } from 'vitest';
import { box, exit, nginx, startPod } from '../testing/fake-node.ts';

describe('init containers', () => {
  test('run one after the other before the others', () => {
    const initContainers = ['i1', 'i2'].map((name) => ({ ...box, name }));
    const node = startPod({ initContainers, containers: [nginx] }, { i1: [exit(0)], i2: [exit(0)] });
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
    const node = startPod({ ...spec, restartPolicy: 'Never' }, { i1: [exit(1)] });
    node.run(8000);
    expect(node.status()).toMatchObject({ phase: 'Failed' });
    expect(node.status().containerStatuses?.[0]?.state).toEqual({ waiting: { reason: 'PodInitializing' } });
    const other = startPod(spec, { i1: [exit(1), exit(0)] });
    other.run(12_000);
    expect(other.status()).toMatchObject({ phase: 'Running', initContainerStatuses: [{ restartCount: 1 }] });
  });

  test('that are sidecars run along and are stopped last', () => {
    const sidecar = { ...box, name: 'log', restartPolicy: 'Always' };
    const node = startPod(
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
