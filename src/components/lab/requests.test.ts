import { describe, expect, test } from 'vitest';
import { readRequest } from './requests.ts';

const OPEN = { do: 'open', seed: 1, nodes: 3, files: [['web.yaml', 'a']], startScript: '', settleMs: 0 };

describe('what may be asked of the worker', () => {
  test.each([
    OPEN,
    {
      ...OPEN,
      locale: 'ko',
      bounds: { moments: 10, objects: 10 },
      log: {
        seed: 'x',
        entries: [
          { do: 'run', line: 'sh', tty: true },
          { do: 'type', line: 'exit' },
          { do: 'end' },
          { atMs: 3, do: 'interrupt' },
          { do: 'close' },
          { do: 'close', text: 'saved' },
        ],
        untilMs: 9,
      },
    },
    { do: 'run', line: 'kubectl get pods' },
    { do: 'run', line: 'hostname', isTyped: true },
    { do: 'end' },
    { do: 'close' },
    { do: 'close', text: 'saved' },
    { do: 'write', path: 'folder/web.yaml', text: '' },
    { do: 'play', rate: 60 },
    { do: 'step' },
    { do: 'shown' },
    { do: 'check', id: 4, text: 'a: b' },
    { do: 'hint', id: 5, wants: 'completions', text: 'kind: ', offset: 6 },
    { do: 'grade', id: 0, exercise: [], submission: '{}', locale: 'ko' },
    { do: 'answer', id: 1, exercise: [], question: 'q', answer: ['a', 'b'] },
  ])('%j', (message) => {
    expect(readRequest(message)).toEqual(message);
  });

  test.each([
    ['nothing', null, 'not an object'],
    ['a list', [], 'not an object'],
    ['something unknown', { do: 'format' }, 'something unknown'],
    ['a path upwards', { do: 'write', path: '../x', text: '' }, 'plain names'],
    ['a path from the root', { do: 'write', path: '/etc/passwd', text: '' }, 'plain names'],
    ['a line that is no text', { do: 'run', line: 3 }, 'no text'],
    ['a line without end', { do: 'run', line: 'x'.repeat(1_000_001) }, 'no text'],
    ['a saved text that is no text', { do: 'close', text: 3 }, 'no text'],
    ['a rate beyond reason', { do: 'play', rate: 1e9 }, 'no number'],
    ['nodes beyond reason', { ...OPEN, nodes: 1e6 }, 'no number'],
    ['files beyond reason', { ...OPEN, files: Array.from({ length: 201 }, () => ['a', 'b']) }, 'at most 200'],
  ])('refuses %s', (_, message, words) => {
    expect(() => readRequest(message)).toThrow(words);
  });
});
