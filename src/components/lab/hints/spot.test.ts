import { describe, expect, test } from 'vitest';
import { chainTo } from './level.ts';
import { spotAt } from './spot.ts';

/** The spot where `|` stands in a text: what it is, where it lies, its word, and what else the map has. */
function at(marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const spot = spotAt(text, offset);
  if (!spot) return 'nothing';
  expect(text.slice(spot.from, spot.to)).toBe(spot.word);
  const path = chainTo(spot.level)
    .slice(1)
    .map(({ step }) => step);
  return `${spot.is} ${path.join('.') || '.'} ${JSON.stringify(spot.word)} beside ${[...spot.level.members.keys()].join(' ')}`;
}

const WEB = `apiVersion: v1
kind: Pod
spec:
  containers:
    - name: web
      image: "nginx:1.27" # the server
      args: [a, b]
  nodeSelector: {disk: ssd}
`;

describe('what is at a place', () => {
  test.each([
    ['an empty file', '|', 'key . "" beside '],
    ['a word at the top', 'ki|', 'key . "ki" beside '],
    ['a key', 'kind|: Pod\nspec:\n', 'key . "kind" beside kind spec'],
    ['behind a colon', 'kind: |', 'value kind "" beside '],
    ['right behind a colon', 'kind:|', 'nothing'],
    ['a value', 'kind: Po|d\n', 'value kind "Pod" beside '],
    ['a quoted value', 'kind: "Po|d"\n', 'value kind "Pod" beside '],
    ['a value with a comment', 'kind: Po|d # a pod\n', 'value kind "Pod" beside '],
    ['in a comment', 'kind: Pod # a p|od\n', 'nothing'],
    ['in a comment of its own', '# a |pod\n', 'nothing'],
    ['an empty line within', 'a:\n  b: 1\n  |\n  c: 2\n', 'key a "" beside b c'],
    ['an empty line before its map', 'a:\n  |\n  c: 2\n', 'key a "" beside c'],
    ['an empty line further out', 'a:\n  b: 1\n|\nd: 2\n', 'key . "" beside a d'],
    ['a half word between others', 'a:\n  b: 1\n  x|\n  c: 2\n', 'key a "x" beside b c'],
    ['below a key without value', 'a:\n  b:\n    |\n', 'key a.b "" beside '],
    ['behind a dash', 'a:\n  - |\n', 'key a.- "" beside '],
    ['a word behind a dash', 'a:\n  - x|\n', 'key a.- "x" beside '],
    ['in an item', 'a:\n  - b: 1\n    |\n    c: 2\n', 'key a.- "" beside b c'],
    ['in the second item', 'a:\n  - b: 1\n  - c: 1\n    d|\n', 'key a.- "d" beside c'],
    ['below a list, as far out as its key', 'a:\n- b: 1\n|\n', 'key . "" beside a'],
    ['a list as far out as its key', 'x:\n  a:\n  - b: 1\n    |\n', 'key x.a.- "" beside b'],
    ['deeper than a value', 'a: 1\n  |\n', 'key a "" beside '],
    ['a dash within a dash', 'a:\n- - b: |\n', 'value a.-.-.b "" beside '],
    ['in a text of several lines', 'a: |-\n  b: |\nc: 1\n'.replace('|-', '>-'), 'nothing'],
    ['after such a text', 'a: >-\n  b: x\n|\nc: 1\n', 'key . "" beside a c'],
    ['a key in braces', 'a: {b|: 1, c: 2}\n', 'key a "b" beside b c'],
    ['a value in braces', 'a: {b: x|, c: 2}\n', 'value a.b "x" beside '],
    ['a new key in braces', 'a: {b: 1, |}\n', 'key a "" beside b'],
    ['a half key in braces', 'a: {b: 1, c|}\n', 'key a "c" beside b'],
    ['in braces that are not closed', 'a: {b: 1, c|\nd: 2\n', 'key a "c" beside b'],
    ['below braces that are not closed', 'a: {b: 1\nd|: 2\n', 'key . "d" beside a d'],
    ['braces in braces', 'a: {b: {c: |}}\n', 'value a.b.c "" beside '],
    ['a list in brackets', 'a: [x, y|]\n', 'value a.- "y" beside '],
    ['JSON', '{"kind": "Pod", "spec": {"|": 1}}', 'key spec "" beside '],
    [
      'JSON over several lines',
      '{\n  "kind": "Pod",\n  "spec": {\n    "host|"\n  }\n}',
      'key spec "host" beside ',
    ],
    ['the second document', 'a: 1\n---\nb: 1\n|', 'key . "" beside b'],
    ['before a separator', 'a: 1\n|\n---\nb: 1\n', 'key . "" beside a'],
    ['on a separator', 'a: 1\n--|-\nb: 1\n', 'nothing'],
    ['a name of several words', 'a:\n  b: hello wor|ld\n', 'value a.b "hello world" beside '],
    ['a key in quotes', '"a|b": 1\n', 'key . "ab" beside ab'],
    ['with Windows line ends', 'a:\r\n  b: 1\r\n  c|\r\n', 'key a "c" beside b'],
  ])('%s', (_, marked, expected) => {
    expect(at(marked)).toBe(expected);
  });

  test('every place of a manifest has one answer or none, and never throws', () => {
    for (const text of [WEB, WEB.replaceAll(':', ''), WEB.replaceAll(/[\]}]/g, '')]) {
      for (let offset = 0; offset <= text.length; offset += 1) {
        const spot = spotAt(text, offset);
        if (spot) expect(text.slice(spot.from, spot.to)).toBe(spot.word);
      }
    }
  });

  test.each([
    ['brackets without end', '['.repeat(100_000)],
    ['braces without end', `a: ${'{a: '.repeat(50_000)}`],
    ['dashes without end', '- '.repeat(100_000)],
    ['keys without end', Array.from({ length: 20_000 }, (_, i) => `${' '.repeat(i % 50)}a${i}:`).join('\n')],
    ['lines of braces', '{ \n'.repeat(20_000)],
  ])('%s do not take long', (_, text) => {
    expect(() => spotAt(text, text.length)).not.toThrow();
  });
});
