import { describe, expect, test } from 'vitest';
import type { PodTemplateSpec } from '../api/pod-spec.ts';
import { podTemplateHash } from './pod-template-hash.ts';
import recorded from './testdata/pod-template-hashes.json' with { type: 'json' };

const rows = recorded.rows as unknown as { hash: string; template: PodTemplateSpec }[];

describe('the hashes that a real cluster gave to templates', () => {
  test.each(rows)('$hash', ({ hash, template }) => {
    expect(podTemplateHash(template, undefined)).toBe(hash);
  });
});

describe('templates that differ have hashes that differ', () => {
  const container = { name: 'c', image: 'nginx' };
  const cases: [string, PodTemplateSpec['spec']][] = [
    ['nothing', { containers: [container] }],
    ['a text beyond ASCII', { containers: [{ ...container, args: ['하나', '\ud800'] }] }],
    ['a pointer to nothing', { containers: [container], automountServiceAccountToken: false }],
    ['a volume', { containers: [container], volumes: [{ name: 'v', emptyDir: {} }] }],
    [
      'a bound of a volume',
      { containers: [container], volumes: [{ name: 'v', emptyDir: { sizeLimit: '1Gi' } }] },
    ],
    ['a fraction', { containers: [{ ...container, resources: { limits: { cpu: '1500m' } } }] }],
    ['an exponent', { containers: [{ ...container, resources: { limits: { cpu: '1e3' } } }] }],
    ['a port by name', { containers: [{ ...container, livenessProbe: { httpGet: { port: 'http' } } }] }],
    ['a port by number', { containers: [{ ...container, livenessProbe: { httpGet: { port: 80 } } }] }],
  ];

  test('one by one', () => {
    const hashes = cases.map(([, spec]) => podTemplateHash({ spec }, undefined));
    expect(new Set(hashes).size).toBe(cases.length);
  });

  test('and so does each count of collisions', () => {
    const template = rows[0]?.template as PodTemplateSpec;
    const hashes = [undefined, 0, 1, 256].map((count) => podTemplateHash(template, count));
    expect(new Set(hashes).size).toBe(4);
  });

  test('but empty lists and maps are as good as none', () => {
    const [first, second] = [
      { containers: [container] },
      { containers: [container], volumes: [], nodeSelector: {} },
    ];
    expect(podTemplateHash({ metadata: { labels: {} }, spec: second }, undefined)).toBe(
      podTemplateHash({ spec: first }, undefined),
    );
  });
});
