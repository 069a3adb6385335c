import { describe, expect, test } from 'vitest';
import { distance, nearest } from './nearest.ts';
import { quantityMeant } from './quantity-meant.ts';

const FIELDS = ['containers', 'env', 'envFrom', 'initContainers', 'matchLabels', 'replicas', 'template'];
const WORDS = ['Always', 'DoesNotExist', 'Exists', 'In', 'NotIn', 'ReadWriteMany', 'ReadWriteOnce'];

describe('the nearest word', () => {
  test.each([
    ['templates', FIELDS, 'template'],
    ['matchlabels', FIELDS, 'matchLabels'],
    ['containrs', FIELDS, 'containers'],
    ['contianers', FIELDS, 'containers'],
    ['initcontainer', FIELDS, 'initContainers'],
    ['envs', FIELDS, 'env'],
    ['replica', FIELDS, 'replicas'],
    ['always', WORDS, 'Always'],
    ['in', WORDS, 'In'],
    ['DoesNotExists', WORDS, 'DoesNotExist'],
    ['Exist', WORDS, 'Exists'],
    ['RWO', WORDS, 'ReadWriteOnce'],
  ])('%s', (word, known, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });

  test.each(['image', 'e', '', 'Skip', 'template', 'x'.repeat(100)])('nothing is like %j', (word) => {
    expect(nearest(word, FIELDS)).toBeUndefined();
  });

  test('does not depend on the order of the words', () => {
    expect(nearest('ba', ['ca', 'aa'])).toBe('aa');
    expect(nearest('ba', ['aa', 'ca'])).toBe('aa');
  });
});

test.each([
  ['', '', 0],
  ['abc', 'abc', 0],
  ['abc', 'acb', 1],
  ['abc', 'ab', 1],
  ['abc', 'xabc', 1],
  ['kitten', 'sitting', 3],
])('from %j to %j it is %d', (a, b, expected) => {
  expect(distance(a, b)).toBe(expected);
  expect(distance(b, a)).toBe(expected);
});

test.each([
  ['64MB', '64M'],
  ['1GiB', '1Gi'],
  ['1gib', '1Gi'],
  ['100K', '100k'],
  ['64 Mi', '64Mi'],
  ['1,5Gi', '1.5Gi'],
  ['2 cores', '2'],
  ['64Mi', undefined],
  ['lots', undefined],
  ['1X', undefined],
  ['', undefined],
])('by %j is meant %j', (written, expected) => {
  expect(quantityMeant(written)).toBe(expected);
});
