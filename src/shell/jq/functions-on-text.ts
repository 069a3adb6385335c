// Functions of jq on text.
import type { Regex } from '../regex/regex.ts';
import { compileRegex, RegexError } from '../regex/regex.ts';
import { textOf } from './formats.ts';
import type { JqFunction } from './function-kinds.ts';
import { plain, texts } from './function-kinds.ts';
import { JqError } from './jq-error.ts';
import { described } from './values.ts';

export const textFunctions: readonly (readonly [string, JqFunction])[] = [
  ['tostring/0', plain(textOf)],
  ['tonumber/0', plain(numberOf)],
  ['fromjson/0', plain((input) => parsed(texts(input, 'cannot be parsed as JSON')))],
  [
    'ascii_downcase/0',
    plain((input) => texts(input, 'cannot be lowercased').replace(/[A-Z]/g, (it) => it.toLowerCase())),
  ],
  [
    'ascii_upcase/0',
    plain((input) => texts(input, 'cannot be uppercased').replace(/[a-z]/g, (it) => it.toUpperCase())),
  ],
  ['startswith/1', plain((input, start) => both(input, start, 'startswith') && isStart(input, start))],
  ['endswith/1', plain((input, end) => both(input, end, 'endswith') && isEnd(input, end))],
  [
    'ltrimstr/1',
    plain((input, start) => (isStart(input, start) ? String(input).slice(String(start).length) : input)),
  ],
  [
    'rtrimstr/1',
    plain((input, end) =>
      isEnd(input, end) ? String(input).slice(0, String(input).length - String(end).length) : input,
    ),
  ],
  ['trim/0', plain((input) => texts(input, 'cannot be trimmed').trim())],
  ['ltrim/0', plain((input) => texts(input, 'cannot be trimmed').trimStart())],
  ['rtrim/0', plain((input) => texts(input, 'cannot be trimmed').trimEnd())],
  ['split/1', plain((input, at) => split(input, at))],
  ['explode/0', plain((input) => [...texts(input, 'cannot be exploded')].map((it) => it.codePointAt(0)))],
  ['test/1', plain((input, pattern) => regexOf(pattern, '').test(matchable(input)))],
  ['test/2', plain((input, pattern, flags) => regexOf(pattern, flags).test(matchable(input)))],
  [
    'sub/2',
    plain((input, pattern, by) => replaced(matchable(input), regexOf(pattern, ''), textOf(by), false)),
  ],
  [
    'sub/3',
    plain((input, pattern, by, flags) =>
      replaced(matchable(input), regexOf(pattern, flags), textOf(by), String(flags).includes('g')),
    ),
  ],
  [
    'gsub/2',
    plain((input, pattern, by) => replaced(matchable(input), regexOf(pattern, ''), textOf(by), true)),
  ],
];

function both(a: unknown, b: unknown, name: string): true {
  if (typeof a === 'string' && typeof b === 'string') return true;
  throw new JqError(`${name}() requires string inputs`);
}

const isStart = (input: unknown, start: unknown) =>
  typeof input === 'string' && typeof start === 'string' && input.startsWith(start);
const isEnd = (input: unknown, end: unknown) =>
  typeof input === 'string' && typeof end === 'string' && input.endsWith(end);

function numberOf(input: unknown): number {
  if (typeof input === 'number') return input;
  const text = texts(input, 'cannot be parsed as a number');
  if (/^\s*-?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(text)) return Number(text);
  throw new JqError(`${described(input)} cannot be parsed as a number`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new JqError(`${described(text)} (while parsing '${text}')`);
    throw error;
  }
}

function split(input: unknown, at: unknown): readonly string[] {
  if (typeof input !== 'string' || typeof at !== 'string')
    throw new JqError('split input and separator must be strings');
  return input === '' ? [] : input.split(at);
}

function matchable(input: unknown): string {
  return texts(input, 'cannot be matched, as it is not a string');
}

function regexOf(pattern: unknown, flags: unknown): Regex {
  const source = matchable(pattern).replace(/\\(.)/g, (all, letter: string) => classes.get(letter) ?? all);
  try {
    return compileRegex(source, { syntax: 'extended', isCaseInsensitive: String(flags).includes('i') });
  } catch (error) {
    if (error instanceof RegexError)
      throw new JqError(`${String(pattern)} (at offset 0) is not a valid regex: ${error.message}`);
    throw error;
  }
}

/** Letters that other regular expressions have for classes of characters. */
const classes: ReadonlyMap<string, string> = new Map([
  ['d', '[0-9]'],
  ['D', '[^0-9]'],
]);

function replaced(text: string, regex: Regex, by: string, isGlobal: boolean): string {
  const pieces: string[] = [];
  let at = 0;
  for (let match = regex.exec(text, 0); match; match = regex.exec(text, at)) {
    pieces.push(text.slice(at, match.start), by);
    const isEmpty = match.end === match.start;
    if (isEmpty) pieces.push(text.slice(match.end, match.end + 1));
    at = isEmpty ? match.end + 1 : match.end;
    if (!isGlobal || at > text.length) break;
  }
  return pieces.join('') + text.slice(at);
}
