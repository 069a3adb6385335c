import { describe, expect, test } from 'vitest';
import { mismatch } from './match.ts';

const pod = {
  metadata: { name: 'web-0', labels: { app: 'web' } },
  spec: {
    containers: [
      { name: 'side', image: 'busybox' },
      { name: 'nginx', image: 'nginx:1', ports: [{ containerPort: 80 }], args: ['a', 'b'] },
    ],
    claims: [{ metadata: { name: 'www' }, size: 1 }],
  },
  status: {
    conditions: [
      { type: 'PodScheduled', status: 'True' },
      { type: 'Ready', status: 'False', lastProbeTime: null, reason: 'Deaf' },
    ],
  },
};

describe('a partial tree', () => {
  test.each([
    [{}],
    [{ metadata: { labels: { app: 'web' } } }],
    [{ spec: { containers: [{ name: 'nginx', image: 'nginx:1' }] } }],
    [{ spec: { containers: [{ image: 'busybox' }] } }],
    [{ spec: { containers: [{ name: 'nginx', args: ['b'] }] } }],
    [{ spec: { claims: [{ metadata: { name: 'www' }, size: 1 }] } }],
    [{ spec: { nodeName: null } }],
  ])('%j matches', (tree) => expect(mismatch(tree, pod)).toBeUndefined());

  test.each([
    [{ metadata: { labels: { app: 'db' } } }, 'metadata.labels.app', '"db"', '"web"'],
    [
      { spec: { containers: [{ name: 'nginx', image: 'nginx:2' }] } },
      'spec.containers[nginx].image',
      '"nginx:2"',
      '"nginx:1"',
    ],
    [{ spec: { containers: [{ name: 'none' }] } }, 'spec.containers[none]', '{"name":"none"}', ''],
    [{ spec: { claims: [{ size: 2 }] } }, 'spec.claims[0].size', '2', '1'],
    [
      { status: { conditions: [{ type: 'Ready', status: 'True' }] } },
      'status.conditions[Ready].status',
      '"True"',
      '"False"',
    ],
    [
      { status: { conditions: [{ type: 'Odd', status: 'True' }] } },
      'status.conditions',
      '{"type":"Odd","status":"True"}',
      '[{"type":"PodScheduled","status":"True"},{"type":"Ready","status":"False","reason":"Deaf"}]',
    ],
    [{ metadata: { name: null } }, 'metadata.name', 'nothing', '"web-0"'],
    [{ metadata: { name: { x: 1 } } }, 'metadata.name', '{"x":1}', '"web-0"'],
    [{ metadata: { constructor: { name: 'Object' } } }, 'metadata.constructor', '{"name":"Object"}', ''],
    [{ spec: { replicas: '3' } }, 'spec.replicas', '"3"', ''],
  ])('%j differs at %s', (tree, path, wanted, found) => {
    expect(mismatch(tree, pod)).toEqual({ path, wanted, found });
  });
});
