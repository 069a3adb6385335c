import { describe, expect, test } from 'vitest';
import { changeEnv, envNameOf, overwriteProblem, readEnvChange, splitEnvWords } from './env-changes.ts';

describe('the words of set env', () => {
  test.each([
    [
      ['deploy', 'web', 'A=1', 'B-'],
      ['deploy', 'web'],
      ['A=1', 'B-'],
    ],
    [['deploy/web', '-'], ['deploy/web'], ['-']],
    [['deploy/web', 'A='], ['deploy/web'], ['A=']],
    [['deploy/web', '=1'], ['deploy/web', '=1'], []],
  ])('%j', (words, resources, changes) => {
    expect(splitEnvWords(words)).toEqual({ resources, changes });
  });

  test('a resource after the first change', () => {
    expect(() => splitEnvWords(['deploy/web', 'A=1', 'sts/db'])).toThrow(
      'error: all resources must be specified before environment changes: deploy/web A=1 sts/db',
    );
  });
});

describe('what the words ask for', () => {
  test('values to set and names to remove, with the lines of standard input in their place', () => {
    expect(readEnvChange(['A=x=y', '-', 'B-', 'C='], 'D=1 # one\r\nplain\n#E=2\nF=3')).toEqual({
      set: [
        { name: 'A', value: 'x=y' },
        { name: 'D', value: '1 ' },
        { name: 'F', value: '3' },
        { name: 'C', value: '' },
      ],
      remove: ['B'],
    });
  });

  test.each([
    [['A=1', 'A-'], 'can not both modify and remove the same environment variable in the same command'],
    [['A'], 'unknown environment variable: A'],
    [['1A=1'], '"1A" is not a valid key name: '],
  ])('%j is refused', (words, message) => {
    expect(() => readEnvChange(words, '')).toThrow(`error: ${message}`);
  });

  test('lines of standard input may set what a word removes', () => {
    expect(readEnvChange(['-', 'A-'], 'A=1')).toEqual({ set: [{ name: 'A', value: '1' }], remove: ['A'] });
  });
});

describe('the variables of a container', () => {
  const existing = [
    { name: 'A', value: '1' },
    { name: 'B', value: '2' },
    { name: 'A', value: '3' },
  ];

  test.each([
    ['keep their places', ['B=4'], ['A=1', 'B=4', 'A=3']],
    ['are one where they were two, once set', ['A=5'], ['A=5', 'B=2']],
    ['are followed by new ones as given', ['D=1', 'C=2'], ['A=1', 'B=2', 'A=3', 'D=1', 'C=2']],
    ['take the first of two values', ['C=1', 'C=2', 'B=8', 'B=9'], ['A=1', 'B=8', 'A=3', 'C=1']],
    ['go by name', ['A-', 'NONE-'], ['B=2']],
  ])('%s', (_, words, expected) => {
    const changed = changeEnv(existing, readEnvChange(words, ''));
    expect(changed.map(({ name, value }) => `${name}=${value}`)).toEqual(expected);
  });

  test.each([
    [['A=1', 'C=1', 'B-'], undefined],
    [['C=1', 'B=1'], "'B' already has a value (2), and --overwrite is false"],
  ])('%j without --overwrite', (words, problem) => {
    expect(overwriteProblem(existing, readEnvChange(words, ''))).toBe(problem);
  });
});

test.each([
  ['cache.size', 'CACHE_SIZE'],
  ['a-b_C9', 'A_B_C9'],
])('the key %s is the variable %s', (key, name) => {
  expect(envNameOf(key)).toBe(name);
});
