import { expect, test } from 'vitest';
import { dropGatedFields } from './gated-fields.ts';
import type { PodSpec } from './pod-spec.ts';

const preStop = { exec: { command: ['true'] } };

test('stop signals and scheduling groups are dropped, and a life cycle that held nothing else', () => {
  const spec: PodSpec = {
    schedulingGroup: { podGroupName: 'together' },
    initContainers: [{ name: 'first', image: 'busybox:1.36', lifecycle: { stopSignal: 'SIGINT' } }],
    containers: [
      { name: 'both', image: 'nginx:1.25', lifecycle: { stopSignal: 'SIGQUIT', preStop } },
      { name: 'neither', image: 'nginx:1.25', lifecycle: {} },
    ],
  };
  dropGatedFields(spec);
  expect(spec).toEqual({
    initContainers: [{ name: 'first', image: 'busybox:1.36' }],
    containers: [
      { name: 'both', image: 'nginx:1.25', lifecycle: { preStop } },
      { name: 'neither', image: 'nginx:1.25', lifecycle: {} },
    ],
  });
});
