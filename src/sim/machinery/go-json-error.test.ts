import { expect, test } from 'vitest';
import { jsonObjectError } from './go-json-error.ts';

test.each([
  ['{}', undefined],
  [' {"auths":{"a":{"auth":"eA=="}}}\n', undefined],
  ['null', undefined],
  ['', 'unexpected end of JSON input'],
  ['user:pass', "invalid character 'u' looking for beginning of value"],
  ['{"a":1', 'unexpected end of JSON input'],
  ['{a:1}', "invalid character 'a' looking for beginning of object key string"],
  ['{"a" 1}', "invalid character '1' after object key"],
  ['{"a":1 "b":2}', "invalid character '\"' after object key:value pair"],
  ['{"a":1,}', "invalid character '}' looking for beginning of object key string"],
  ['{"a":[1 2]}', "invalid character '2' after array element"],
  ['{} x', "invalid character 'x' after top-level value"],
  ['{"a":tru}', "invalid character '}' in literal true (expecting 'e')"],
  ['{"a":-}', "invalid character '}' in numeric literal"],
  ['{"a":"\n"}', "invalid character '\\n' in string literal"],
  ['{"a":"\\x"}', "invalid character 'x' in string escape code"],
  ['[1]', 'json: cannot unmarshal array into Go value of type map[string]interface {}'],
  ['12', 'json: cannot unmarshal number into Go value of type map[string]interface {}'],
])('%j: %s', (text, error) => {
  expect(jsonObjectError(text)).toBe(error);
});
