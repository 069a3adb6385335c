// One scalar as YAML: plain where that is safe, else in single quotes, in double quotes, or as a literal block.
import type { Place, Style } from './fold.ts';
import { folded } from './fold.ts';
import { isAmbiguous } from './scalars.ts';

const UNPRINTABLE = /[^\t\n\r\x20-\x7e\x85\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]|\u{feff}/u;
/** Tabs and carriage returns can be printed, but not in every style. */
const SPECIAL = /[\t\r\x85\u{2028}\u{2029}]/u;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\0', '\\0'],
  ['\x07', '\\a'],
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\v', '\\v'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['\x1b', '\\e'],
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\x85', '\\N'],
  ['\u2028', '\\L'],
  ['\u2029', '\\P'],
]);

/** A value that is no map or list, and begins at `place`. */
export function scalarText(value: unknown, place: Place): string {
  if (typeof value === 'string') return stringText(value, place, false);
  return simpleText(value);
}

/** A key, which stays on its line whatever its length. */
export function keyText(key: string): string {
  return stringText(key, { column: Number.NEGATIVE_INFINITY, indent: 0 }, true);
}

function simpleText(value: unknown): string {
  if (typeof value === 'number') return numberText(value);
  return String(value ?? null);
}

/** As Go prints a float: an exponent from 10^21 on, with two digits at least. */
function numberText(value: number): string {
  return String(value).replace(/e([-+])(\d)$/, 'e$10$2');
}

function stringText(text: string, place: Place, isKey: boolean): string {
  const hasSpecial = UNPRINTABLE.test(text);
  if (text.includes('\n')) {
    const isBlock = !isKey && !hasSpecial && !/ \n| $|[\t\r\x85\u{2028}\u{2029}]/u.test(text);
    return isBlock ? literal(text, place.indent) : folded(text, place, doubleQuoted);
  }
  if (isAmbiguous(text) || hasSpecial || SPECIAL.test(text)) return folded(text, place, doubleQuoted);
  return folded(text, place, isPlain(text) ? plain : singleQuoted);
}

const plain: Style = { quote: '', write: (character) => character };
const singleQuoted: Style = {
  quote: "'",
  write: (character) => (character === "'" ? "''" : character),
};
const doubleQuoted: Style = {
  quote: '"',
  beforeSpace: '\\',
  write: (character) => ESCAPES.get(character) ?? escaped(character),
};

/** Whether YAML reads the text as it is, outside of flow collections. */
function isPlain(text: string): boolean {
  if (/^ | $/.test(text) || /^(?:---|\.\.\.)/.test(text)) return false;
  if (/^[#,[\]{}&*!|>'"%@`]/.test(text)) return false;
  if (/^[-?](?: |$)/.test(text)) return false;
  return !/:(?: |$)| #/.test(text);
}

function literal(text: string, indent: number): string {
  const hint = /^[ \n]/.test(text) ? '2' : '';
  const ending = !text.endsWith('\n') ? '-' : text === '\n' || text.endsWith('\n\n') ? '+' : '';
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  const margin = ' '.repeat(indent);
  const lines = body.split('\n').map((line) => (line === '' ? '' : margin + line));
  return `|${hint}${ending}\n${lines.join('\n')}`;
}

function escaped(character: string): string {
  if (!UNPRINTABLE.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
