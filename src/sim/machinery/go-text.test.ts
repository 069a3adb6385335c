import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareText, goJson, goQuote, goValue, utf8Length } from './go-text.ts';

describe('goQuote', () => {
  test.each([
    ['', '""'],
    ['web-1', '"web-1"'],
    ['a "b" \\c', '"a \\"b\\" \\\\c"'],
    ['a\tb\nc', '"a\\tb\\nc"'],
    ['spletišče', '"spletišče"'],
    ['이름', '"이름"'],
    ['\u0000\u007f', '"\\x00\\x7f"'],
    ['\u00a0\u200b', '"\\u00a0\\u200b"'],
    ['🐳', '"🐳"'],
    ['\u{e0001}', '"\\U000e0001"'],
  ])('%j', (text, quoted) => expect(goQuote(text)).toBe(quoted));
});

test('goJson escapes what matters to HTML and keeps the order of keys', () => {
  expect(goJson({ b: '<a&b>', a: [1, true, null] })).toBe(
    '{"b":"\\u003ca\\u0026b\\u003e","a":[1,true,null]}',
  );
  expect(goJson(undefined)).toBe('null');
});

test('goValue prints maps with sorted keys and lists with spaces', () => {
  expect(goValue({ ports: [80, null], name: 'a b', on: true })).toBe(
    'map[name:a b on:true ports:[80 <nil>]]',
  );
});

test('utf8Length and compareText agree with the bytes', () => {
  const bytes = (text: string) => Buffer.from(text, 'utf8');
  const wellFormed = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(wellFormed, wellFormed, (a, b) => {
      expect(utf8Length(a)).toBe(bytes(a).length);
      expect(Math.sign(compareText(a, b))).toBe(Buffer.compare(bytes(a), bytes(b)));
    }),
  );
});
