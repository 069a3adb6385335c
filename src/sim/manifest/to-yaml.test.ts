import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseManifests } from './parse-manifests.ts';
import { toYaml } from './to-yaml.ts';

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...' \n\t-:#\'"a1{}[]|>&*!%@`,?~.'), maxLength: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const leaf = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
const { value: json } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(text, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
const jsonObject = fc.record({ key: json, other: json });

describe('toYaml', () => {
  test('keys are in natural order, lists are not indented', () => {
    const object = {
      spec: { ports: [{ port: 80, name: 'http' }], args: [], selector: {}, matrix: [[1, 2], []] },
      apiVersion: 'v1',
      a10: null,
      a2: true,
    };
    expect(toYaml(object)).toBe(
      [
        'a2: true',
        'a10: null',
        'apiVersion: v1',
        'spec:',
        '  args: []',
        '  matrix:',
        '  - - 1',
        '    - 2',
        '  - []',
        '  ports:',
        '  - name: http',
        '    port: 80',
        '  selector: {}',
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['plain text', 'plain text'],
    ['nginx:1.25', 'nginx:1.25'],
    ['', '""'],
    ['5', '"5"'],
    ['yes', '"yes"'],
    ['0644', '"0644"'],
    ['null', '"null"'],
    ['1:30', '"1:30"'],
    ['2026-11-20T10:37:03Z', '"2026-11-20T10:37:03Z"'],
    ['*/1 * * * *', "'*/1 * * * *'"],
    ['@every', "'@every'"],
    ['a: b', "'a: b'"],
    ['a #b', "'a #b'"],
    ['- a', "'- a'"],
    ['-a', '-a'],
    ["it's", "it's"],
    [' a', "' a'"],
    ['tab\there', '"tab\\there"'],
    ['파드', '파드'],
    ['a=1\nb=2\n', '|\n  a=1\n  b=2'],
    ['a\nb', '|-\n  a\n  b'],
    ['a\n\n', '|+\n  a\n'],
    [' a\nb', '|2-\n   a\n  b'],
    ['a \nb', '"a \\nb"'],
    ['a\n\tb', '"a\\n\\tb"'],
  ])('%j', (text, printed) => {
    expect(toYaml({ key: text })).toBe(`key: ${printed}\n`);
  });

  // What a real kubectl prints of these.
  test.each([
    [
      'Used for system critical pods that must run in the cluster, but can be moved elsewhere if need be',
      'Used for system critical pods that must run in the cluster, but can be moved\n    elsewhere if need be',
    ],
    [
      'quoted: Used for system critical pods that must run in the cluster, but can be moved elsewhere',
      "'quoted: Used for system critical pods that must run in the cluster, but can\n    be moved elsewhere'",
    ],
    [
      'a\ttab Used for system critical pods that must run in the cluster, but can be  moved elsewhere',
      '"a\\ttab Used for system critical pods that must run in the cluster, but can be\n    \\ moved elsewhere"',
    ],
    [
      'two spaces Used for system critical pods that must run in the cluster, but can be  moved elsewhere now',
      'two spaces Used for system critical pods that must run in the cluster, but can\n    be  moved elsewhere now',
    ],
    ['a'.repeat(90), 'a'.repeat(90)],
  ])('a long line is folded: %.20s', (text, printed) => {
    expect(toYaml({ data: { a: text } })).toBe(`data:\n  a: ${printed}\n`);
  });

  test('a long key stays on its line', () => {
    const key = 'a '.repeat(60).trim();
    expect(toYaml({ [key]: 'b c' })).toBe(`${key}: b\n  c\n`);
  });

  test('long texts read back as they were', () => {
    const long = fc.string({ unit: fc.constantFrom(...'   abc:\'"\t#\\é파'), minLength: 60, maxLength: 300 });
    fc.assert(
      fc.property(long, (text) => {
        const object = { data: { a: text, b: [text] } };
        expect(parseManifests(toYaml(object)).documents).toEqual([object]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test('what is printed reads back as it was', () => {
    fc.assert(
      fc.property(jsonObject, (object) => {
        const { documents, error } = parseManifests(toYaml(object));
        expect(error).toBeUndefined();
        expect(documents).toEqual([object]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
