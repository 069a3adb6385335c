import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { areaOf, departuresIn, departuresOf } from './departures.ts';

test.each<[string, string, readonly string[]]>([
  ['a line', '// What it is.\n//\n// Departs: it is slow.\nimport x;', ['it is slow.']],
  ['lines that go on', '// Departs: it is\n// slow.\n//\n// More.', ['it is slow.']],
  ['the end of a sentence before', '// It is. Departs: it is slow.\n', ['it is slow.']],
  ['a docstring', '/** Reads. Departs: not all. */\nfunction', ['not all.']],
  ['a docstring of many lines', '/**\n * Reads.\n *\n * Departs: not\n * all.\n */', ['not all.']],
  ['two in one file', '// Departs: a.\nx();\n// Departs: b.\n', ['a.', 'b.']],
  ['a source behind it', '// Departs: a.\n// Source: the documentation.\n', ['a.']],
  ['a text that is no comment', "const it = 'Departs: never';", []],
])('finds %s', (_, source, texts) => {
  expect(departuresIn(source)).toEqual(texts);
});

test('every departure of the source is a sentence and has its part of the page', () => {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' });
  const departures = departuresOf(paths, (path) => readFileSync(`src/${path}`, 'utf8'));
  expect(departures.length).toBeGreaterThan(50);
  for (const { place, text } of departures) {
    expect(areaOf(place)).toBeTruthy();
    expect(text, place).toMatch(/[.)]$/);
  }
  expect(() => areaOf('pages/x')).toThrow('src/pages/x belongs to no part');
});
