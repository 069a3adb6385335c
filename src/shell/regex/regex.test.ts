import { describe, expect, test } from 'vitest';
import type { RegexOptions } from './regex.ts';
import { compileRegex, RegexError } from './regex.ts';

describe('matches', () => {
  // pattern, text, what matches (undefined: nothing), groups
  const extended: [string, string, string | undefined, (string | undefined)[]?][] = [
    ['abc', 'xabcx', 'abc'],
    ['a|ab', 'ab', 'ab'],
    ['(a|ab)(c|bcd)', 'abcd', 'abcd', ['a', 'bcd']],
    ['a*', 'baa', ''],
    ['a+', 'baa', 'aa'],
    ['^a', 'ba', undefined],
    ['a$', 'ba', 'a'],
    ['a{2,3}', 'aaaa', 'aaa'],
    ['a{2}', 'a', undefined],
    ['[[:digit:]]+', 'ab12', '12'],
    ['[^a-c]', 'abcd', 'd'],
    ['[]x]', ']', ']'],
    ['[a\\]', '\\', '\\'],
    ['\\.', 'a.b', '.'],
    ['\\bb', 'a b', 'b'],
    ['\\<foo\\>', 'a foo b', 'foo'],
    ['(a)?b', 'b', 'b', [undefined]],
    ['(a*)*b', 'aab', 'aab', ['aa']],
    ['()', 'x', '', ['']],
    ['a{x', 'a{x', 'a{x'],
    ['v([0-9]+)\\.([0-9]+)', 'v1.25', 'v1.25', ['1', '25']],
  ];
  test.each(extended)('extended %s in %s', (pattern, text, whole, groups = []) => {
    const match = compileRegex(pattern, { syntax: 'extended' }).exec(text);
    expect(match === undefined ? undefined : text.slice(match.start, match.end)).toBe(whole);
    if (match !== undefined) expect(match.groups).toEqual(groups);
  });

  const basic: [string, string, string | undefined][] = [
    ['a+', 'aa+', 'a+'],
    ['a\\+', 'aa+', 'aa'],
    ['a\\|b', 'b', 'b'],
    ['*a', '*a', '*a'],
    ['^*a', '*a', '*a'],
    ['\\(a\\)b', 'ab', 'ab'],
    ['a\\{2\\}', 'aaa', 'aa'],
    ['a^b$c', 'a^b$c', 'a^b$c'],
    ['(x)', '(x)', '(x)'],
  ];
  test.each(basic)('basic %s in %s', (pattern, text, whole) => {
    const match = compileRegex(pattern, { syntax: 'basic' }).exec(text);
    expect(match === undefined ? undefined : text.slice(match.start, match.end)).toBe(whole);
  });

  const others: [string, RegexOptions, string, boolean][] = [
    ['a.c', { syntax: 'fixed' }, 'abc', false],
    ['ABC', { syntax: 'basic', isCaseInsensitive: true }, 'xabc', true],
    ['foo', { syntax: 'basic', whole: 'word' }, 'foobar', false],
    ['foo', { syntax: 'basic', whole: 'word' }, 'a foo', true],
    ['foo', { syntax: 'basic', whole: 'line' }, 'a foo', false],
    ['x\ny', { syntax: 'basic' }, 'y', true],
  ];
  test.each(others)('%s %j in %s', (pattern, options, text, expected) => {
    expect(compileRegex(pattern, options).test(text)).toBe(expected);
  });
});

describe('refused', () => {
  test.each([
    ['(a', 'Unmatched ( or \\('],
    ['[a', 'Unmatched [, [^, [:, [., or [='],
    ['a\\', 'Trailing backslash'],
    ['[[:no:]]', 'Invalid character class name'],
    ['(a)\\1', 'back-references within a pattern are not supported here'],
    ['a{3,1}', 'Invalid content of \\{\\}'],
    ['((a{200}){200}){200}', 'Regular expression too big'],
  ])('%s', (pattern, message) => {
    expect(() => compileRegex(pattern, { syntax: 'extended' })).toThrow(new RegexError(message));
  });
});
