import { describe, expect, test } from 'vitest';
import { writeResources } from '../machinery/resource-list.ts';
import { podResources } from './pod-resources.ts';
import type { Container } from './pod-spec.ts';

function container(cpu: string | undefined, restartPolicy?: string): Container {
  const resources = cpu === undefined ? {} : { resources: { requests: { cpu } } };
  return { name: 'c', ...resources, ...(restartPolicy ? { restartPolicy } : {}) };
}

const sidecar = (cpu: string) => container(cpu, 'Always');

describe('what a pod requests', () => {
  test.each<[string, Parameters<typeof podResources>[0], Record<string, string>]>([
    ['nothing', { containers: [container(undefined)] }, {}],
    ['the sum of its containers', { containers: [container('100m'), container('1')] }, { cpu: '1100m' }],
    [
      'what starting takes, if that is more',
      { containers: [container('100m')], initContainers: [container('1'), container('500m')] },
      { cpu: '1' },
    ],
    [
      'its sidecars all the time',
      { containers: [container('1')], initContainers: [sidecar('200m'), container('500m')] },
      { cpu: '1200m' },
    ],
    [
      'a start beside the sidecars before it',
      { containers: [container('1')], initContainers: [sidecar('200m'), container('2'), sidecar('1')] },
      { cpu: '2200m' },
    ],
    [
      'what it says as a whole',
      { containers: [container('1')], resources: { requests: { cpu: '3', memory: '1Gi' } } },
      { cpu: '3', memory: '1Gi' },
    ],
  ])('%s', (_, spec, amounts) => {
    expect(writeResources(podResources(spec, 'requests'))).toEqual(amounts);
  });
});
