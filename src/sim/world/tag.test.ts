import { describe, expect, test } from 'vitest';
import { isBeyond, isUsualTag } from './tag.ts';

describe('tags', () => {
  test.each([
    ...['latest', 'stable', 'alpine', 'stable-alpine', '1', '1.36', '1.36.1', '22.04', '8', 'v1', 'v1.16'],
    ...['3.2-alpine', '1.36-glibc', '3.20.1', '5.34.0', '1.36-uclibc', '12-slim', '8u302', 'bookworm-slim'],
  ])('%s is usual', (tag) => {
    expect(isUsualTag(tag)).toBe(true);
  });

  test.each([
    'nosuchtag',
    'nosuch',
    'lastest',
    'v',
    'newest',
    '1.36_x',
    `1${'a'.repeat(59)}_`,
    '9'.repeat(100),
  ])('%.20s is not', (tag) => {
    expect(isUsualTag(tag)).toBe(false);
  });
});

test.each([
  ...(
    [
      ['1.37', '1.37'],
      ['1.37.4', '1.37'],
      ['1', '1.37'],
      ['1.9-glibc', '1.37'],
      ['0.99', '1.37'],
      ['8.99.1', '8'],
      ['v0.7.3', '0.8'],
      ['latest', '1.37'],
      ['alpine3.99', '1.37'],
    ] as const
  ).map(([tag, newest]) => [tag, newest, false] as const),
  ...(
    [
      ['1.38', '1.37'],
      ['1.63.0', '1.37'],
      ['2', '1.37'],
      ['9-alpine', '8'],
      ['v1.0', '0.8'],
      ['99999999', '26.04'],
    ] as const
  ).map(([tag, newest]) => [tag, newest, true] as const),
])('%s is beyond %s: %s', (tag, newest, expected) => {
  expect(isBeyond(tag, newest)).toBe(expected);
});
