import { describe, expect, test } from 'vitest';
import { MANIFEST_LIMITS, parseManifests } from './parse-manifests.ts';

const YAML = 'error converting YAML to JSON: yaml: ';

describe('values', () => {
  test.each([
    ['0644', 420],
    ['0o17', 15],
    ['0x1F', 31],
    ['0b101', 5],
    ['1_000', 1000],
    ['08', 8],
    ['+1', 1],
    ['-0', 0],
    ['1.5', 1.5],
    ['1e+3', 1000],
    ['1e3', '1e3'],
    ['1.2.3', '1.2.3'],
    ['yes', true],
    ['NO', false],
    ['on', true],
    ['y', true],
    ['yEs', 'yEs'],
    ['~', null],
    ['', null],
    ['"yes"', 'yes'],
    ["'5'", '5'],
    ['!!str 5', '5'],
    ['2026-01-01', '2026-01-01'],
    ['2026-01-01T10:00:00Z', '2026-01-01T10:00:00Z'],
    ['1:30', '1:30'],
    ['nginx:1.25', 'nginx:1.25'],
    ['-', [null]],
  ])('%s', (text, value) => {
    expect(parseManifests(`a: ${text === '-' ? '\n- ' : text}\n`).documents).toEqual([{ a: value }]);
  });

  test('keys are texts, and y and n are booleans first', () => {
    const { documents } = parseManifests('labels: {n: a, yes: b, 1: c}\n');
    expect(documents).toEqual([{ labels: { false: 'a', true: 'b', 1: 'c' } }]);
  });

  test('the last of equal keys counts; aliases are written out; << merges', () => {
    const { documents } = parseManifests('a: 1\na: 2\nb: &x {c: 1}\nd: *x\ne: {<<: *x, f: 2}\n');
    expect(documents).toEqual([{ a: 2, b: { c: 1 }, d: { c: 1 }, e: { c: 1, f: 2 } }]);
  });

  test('JSON, CRLF and a byte order mark are read too', () => {
    expect(parseManifests('{"a": [1, true]}').documents).toEqual([{ a: [1, true] }]);
    expect(parseManifests('{"a": "\\ud83d\\ude00 \\ud800"}').documents).toEqual([{ a: '\u{1f600} \ufffd' }]);
    expect(parseManifests('\u{feff}a: b\r\nc: d\r\n').documents).toEqual([{ a: 'b', c: 'd' }]);
  });
});

describe('documents', () => {
  test('empty ones are left out', () => {
    expect(parseManifests('---\n---\na: 1\n--- # next\n\n---\nb: 2\n...\n---\n').documents).toEqual([
      { a: 1 },
      { b: 2 },
    ]);
    expect(parseManifests('').documents).toEqual([]);
  });

  test('those before a mistake are read, and lines are counted in the document', () => {
    const parsed = parseManifests('a: 1\n---\nb: 2\nc: [Foo\n---\nd: 3\n');
    expect(parsed.documents).toEqual([{ a: 1 }]);
    expect(parsed.error).toBe(`${YAML}line 2: did not find expected ',' or ']'`);
    expect(parsed.problem).toMatchObject({ line: 5, column: 1 });
  });

  test('every field has a place', () => {
    const { placeOf } = parseManifests(
      'a: 1\n---\nspec:\n  containers:\n  - name: x\n    image: y\n  labels: {a: b}\n',
    );
    expect(placeOf(1, 'spec.containers[0].image')).toEqual({ line: 6, column: 5 });
    expect(placeOf(1, 'spec.containers[0].images')).toEqual({ line: 5, column: 5 });
    expect(placeOf(1, 'spec.labels[a]')).toEqual({ line: 7, column: 12 });
    expect(placeOf(1, 'metadata.name')).toEqual({ line: 3, column: 1 });
    expect(placeOf(2, 'spec')).toBeUndefined();
  });
});

describe('mistakes', () => {
  test.each([
    ['a: b: c', 'mapping values are not allowed in this context'],
    ['x: 1\na: @b', 'line 2: found character that cannot start any token'],
    ['a:\n\tb: c', 'line 2: found character that cannot start any token'],
    ['s:\n   c:\n  - d: 1', 'line 2: did not find expected key'],
    ['a:\n  - b\n c: d', 'line 2: did not find expected key'],
    ['a: 1\nkind:Pod\nb:\n  c: d', "line 3: could not find expected ':'"],
    ['a: {b: c\nd: e', "line 1: did not find expected ',' or '}'"],
    ['a: *b', "unknown anchor 'b' referenced"],
    ['x: 1\ns: */5 * * * *', 'line 2: did not find expected alphabetic or numeric character'],
    ['x: 1\ns: * * * * *', 'line 2: did not find expected alphabetic or numeric character'],
    ['x: 1\n- host: *.example.com', 'line 2: did not find expected alphabetic or numeric character'],
    ['x: 1\nh:\n- *.example.com', 'line 3: did not find expected alphabetic or numeric character'],
    ['x: &a.b c', 'did not find expected alphabetic or numeric character'],
    ['a: &b {c: *b}', "anchor 'b' value contains itself"],
    ['a: {{ .n }}', 'invalid map key: map[interface {}]interface {}{".n":interface {}(nil)}'],
    ['a: - b', 'block sequence entries are not allowed in this context'],
    ['- a\nb: c', "line 1: did not find expected '-' indicator"],
    ['"a": "\\q"', 'found unknown escape character'],
    ['a: \0', 'control characters are not allowed'],
    ['b: 1\na: "\\ud800"', 'line 2: found invalid Unicode character escape code'],
  ])('%j', (text, message) => {
    expect(parseManifests(`${text}\n`).error).toBe(YAML + message);
  });
});

describe('hostile files', () => {
  const levels = 'abcdefghij';
  const bomb = [...levels]
    .map((name, i) => {
      const item = i === 0 ? 'x' : `*${levels[i - 1]}`;
      return `${name}: &${name} [${Array(10).fill(item).join(', ')}]\n`;
    })
    .join('');

  test.each([
    ['an alias bomb', bomb, /excessive aliasing$/],
    ['deep brackets', '['.repeat(1e5), /exceeded max depth/],
    ['deep dashes', '- '.repeat(1e5), /exceeded max depth/],
    ['deep keys', '? '.repeat(1e5), /exceeded max depth/],
    ['many keys', Array.from({ length: 70_000 }, (_, i) => `${i}:`).join('\n'), /more than 100000 values$/],
    ['many documents', 'a: 1\n---\n'.repeat(2000), /at most 1000 documents/],
    ['a long file', 'x'.repeat(MANIFEST_LIMITS.bytes + 1), /at most 1048576 bytes/],
    ['an infinite number', 'a: .inf', /unsupported value/],
  ])('%s ends in an error', (_, text, message) => {
    expect(parseManifests(text).error).toMatch(message);
  });

  test('names that objects inherit are keys like others', () => {
    const [document] = parseManifests('__proto__: {a: 1}\nconstructor: 2\n').documents;
    expect(Object.keys(document as object)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });
});
