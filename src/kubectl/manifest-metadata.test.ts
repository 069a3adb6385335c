import { expect, test } from 'vitest';
import { metadataProblem } from './manifest-metadata.ts';

const field = (name: string) => `json: cannot unmarshal ${name}`;

test.each([
  ['none', {}, undefined],
  ['all in order', { metadata: { name: 'a', labels: { a: 'b' }, annotations: {} } }, undefined],
  ['null', { metadata: { name: null, labels: null } }, undefined],
  [
    'a number for a name',
    { metadata: { name: 1 } },
    field('number into Go struct field ObjectMeta.metadata.name of type string'),
  ],
  [
    'a bool for a label',
    { metadata: { labels: { a: true } } },
    field('bool into Go struct field ObjectMeta.metadata.labels of type string'),
  ],
  [
    'a list of labels',
    { metadata: { labels: ['a'] } },
    field('array into Go struct field ObjectMeta.metadata.labels of type map[string]string'),
  ],
  [
    'a text for metadata',
    { metadata: 'web' },
    field('string into Go struct field metadataOnlyObject.metadata of type v1.ObjectMeta'),
  ],
])('%s', (_, object, problem) => {
  expect(metadataProblem(object)).toBe(problem);
});
