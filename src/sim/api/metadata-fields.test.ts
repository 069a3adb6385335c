import { expect, test } from 'vitest';
import { metadataField } from './metadata-fields.ts';

const metadata = { name: 'web-0', uid: 'u', labels: { b: '2', B: 'say "1"' } };

test.each([
  ['metadata.name', 'web-0'],
  ['metadata.namespace', ''],
  ['metadata.uid', 'u'],
  ['metadata.labels', 'B="say \\"1\\""\nb="2"'],
  ['metadata.annotations', ''],
  ["metadata.labels['b']", undefined],
  ['spec.nodeName', undefined],
])('%s', (path, value) => {
  expect(metadataField(metadata, path)).toBe(value);
});
