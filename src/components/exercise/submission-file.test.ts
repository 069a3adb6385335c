import { describe, expect, test } from 'vitest';
import { readSubmission, writeSubmission } from './submission-file.ts';

const ABOUT = { id: 'name-each-pod', revision: 3 };
const LOG = { seed: 1, nodes: 3, entries: [{ atMs: 5, do: 'run', line: 'ls' }], untilMs: 900 } as const;

test('a submission holds what was done and nothing beside', () => {
  expect(JSON.parse(writeSubmission(ABOUT, { log: LOG }))).toEqual({
    format: 'petset/submission',
    version: 1,
    exercise: 'name-each-pod',
    revision: 3,
    log: { seed: 1, entries: LOG.entries },
  });
});

test('what was written is read', () => {
  const text = writeSubmission(ABOUT, { log: LOG, answers: { q: 'a' } });
  expect(readSubmission(ABOUT, text)).toEqual({
    log: { seed: 1, entries: LOG.entries },
    answers: { q: 'a' },
  });
});

describe('what is refused', () => {
  test.each([
    ['no JSON', 'kind: Pod', 'not a submission'],
    ['something else', '{"format": "x"}', 'not a submission'],
    [
      'a later version',
      writeSubmission(ABOUT, {}).replace('"version": 1', '"version": 2'),
      'not a submission',
    ],
    ['another exercise', writeSubmission({ id: 'other', revision: 3 }, {}), 'about "other"'],
    ['null', 'null', 'not a submission'],
  ])('%s', (_, text, words) => {
    expect(() => readSubmission(ABOUT, text)).toThrow(words);
  });
});
