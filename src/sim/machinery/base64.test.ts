import { describe, expect, test } from 'vitest';
import { base64Length, base64ToText, decodeBase64, textToBase64, utf8Text, wrongBase64At } from './base64.ts';

describe('base64', () => {
  test.each([
    ['', ''],
    ['a', 'YQ=='],
    ['ab', 'YWI='],
    ['abc', 'YWJj'],
    ['pässwörd', 'cMOkc3N3w7ZyZA=='],
    ['한국 🦊', '7ZWc6rWtIPCfpoo='],
  ])('%j is %j', (text, base64) => {
    expect(textToBase64(text)).toBe(base64);
    expect(base64ToText(base64)).toBe(text);
    expect(base64Length(base64)).toBe(decodeBase64(base64).length);
  });

  // What Go's decoder says of each: the byte in `illegal base64 data at input byte N`.
  test.each([
    ['cGFzcw==', -1],
    ['cGFz\ncw==\n', -1],
    ['pass', -1],
    ['s3cret', 4],
    ['a', 0],
    ['pass-word', 4],
    ['hello world!', 5],
    ['ab=', 3],
    ['ab=c', 2],
    ['a===', 1],
    ['YQ==YQ==', 4],
    ['YWI==', 4],
    ['é', 0],
    ['abécd', 2],
  ])('%j is wrong at byte %d', (text, at) => {
    expect(wrongBase64At(text)).toBe(at);
  });

  test.each([
    [[0xff, 0x41], '\ufffdA'],
    [[0xc3], '\ufffd'],
    [[0xed, 0xa0, 0x80], '\ufffd\ufffd\ufffd'],
    [[0xc0, 0x80], '\ufffd\ufffd'],
  ])('%j spells %j', (bytes, text) => {
    expect(utf8Text(bytes)).toBe(text);
  });
});
