import { describe, expect, test } from 'vitest';
import { readPairs, splitPairs } from './pairs.ts';

describe('label and annotate words', () => {
  test.each([
    [
      ['pod', 'a', 'x=1', 'y-'],
      ['pod', 'a'],
      ['x=1', 'y-'],
    ],
    [['pod/a', 'x='], ['pod/a'], ['x=']],
    [['pod', 'a', 'k'], ['pod', 'a', 'k'], []],
    [['pod', '-'], ['pod', '-'], []],
  ])('%j', (words, resources, pairs) => {
    expect(splitPairs(words, 'label')).toEqual({ resources, pairs });
  });

  test('a resource after the first change', () => {
    expect(() => splitPairs(['pod', 'x=1', 'b'], 'label')).toThrow(
      'error: all resources must be specified before label changes: b',
    );
  });

  test('the last value of a key counts', () => {
    const change = readPairs(['x=1', 'x=2', 'y-', 'z=a=b'], 'label');
    expect([...change.set]).toEqual([
      ['x', '2'],
      ['z', 'a=b'],
    ]);
    expect(change.remove).toEqual(['y']);
  });

  test('setting and removing one key', () => {
    expect(() => readPairs(['x=1', 'x-'], 'label')).toThrow(
      'error: can not both modify and remove a label in the same command',
    );
  });
});
