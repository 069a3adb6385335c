import { describe, expect, test } from 'vitest';
import { positionIn } from './json-places.ts';

const TEXT = `{
 "log": {
  "entries": [
   {"do": "run", "line": "a \\"quoted\\" word"},
   {"do": "erase"}
  ]
 },
 "한글": -1.5e3
}
`;

describe('where something stands', () => {
  test.each([
    [[], 1, 1],
    [['log', 'entries', 1, 'do'], 5, 11],
    [['log', 'entries', 0, 'line'], 4, 26],
    [['한글'], 8, 8],
    // As much of the path as there is.
    [['log', 'seed'], 2, 9],
    [['log', 'entries', 7, 'do'], 3, 14],
  ] as const)('%j', (path, line, column) => {
    expect(positionIn(TEXT, path)).toEqual({ line, column });
  });
});

describe('from where on it is no JSON', () => {
  test.each([
    ['', 1, 1],
    ['{', 1, 2],
    ['{"a": tru}', 1, 7],
    ['{"a": 1,\n "b" 2}', 2, 6],
    ['[1, 2', 1, 6],
    ['[1] x', 1, 5],
    ['["a\nb"]', 1, 2],
    ['{a: 1}', 1, 2],
    [`${'['.repeat(100)}`, 1, 62],
  ])('%j', (text, line, column) => {
    expect(positionIn(text, [])).toEqual({ line, column });
  });
});
