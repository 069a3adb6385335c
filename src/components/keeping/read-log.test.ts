import { expect, test } from 'vitest';
import { Place } from './place.ts';
import { readLog } from './read-log.ts';

test.each([
  [{ seed: 1, entries: 'many' }, 'entries is no list'],
  [
    { seed: 1, entries: [{ do: 'run', line: 'a', atMs: 0.5 }] },
    'entries[0].atMs is not in whole milliseconds',
  ],
  [{ seed: 1, entries: [{ do: 'run', line: 'a', atMs: -1 }] }, 'entries[0].atMs is no number'],
  [{ seed: 1, entries: [{ do: 'interrupt' }, { do: 'erase' }] }, 'entries[1].do is nothing that can be done'],
  [
    { seed: 1, entries: [{ do: 'write', path: '../x', text: '' }] },
    'entries[0].path is not made of plain names',
  ],
  [{ seed: {}, entries: [] }, 'seed is no number'],
  [[], 'it is not an object'],
])('refuses the log %j', (log, words) => {
  expect(() => readLog(new Place(log))).toThrow(words);
});

test('what else a log carries is left behind', () => {
  const log = JSON.parse('{"seed":1,"entries":[],"__proto__":{"x":1},"points":100}');
  expect(readLog(new Place(log))).toEqual({ seed: 1, entries: [] });
});
