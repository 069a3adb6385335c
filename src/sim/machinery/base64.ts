// Base64 and UTF-8, as Go reads and writes them: the bytes of Secrets and of a ConfigMap's binaryData.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES: ReadonlyMap<string, number> = new Map([...ALPHABET].map((letter, value) => [letter, value]));
const REPLACEMENT = '\ufffd';

export type Bytes = readonly number[];

/** Bytes as base64 with padding. */
export function encodeBase64(bytes: Bytes): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(i, i + 3);
    const quantum = (a << 16) | (b << 8) | c;
    const letters = [18, 12, 6, 0].map((shift) => ALPHABET[(quantum >> shift) & 63]).join('');
    const left = bytes.length - i;
    text += left >= 3 ? letters : letters.slice(0, left + 1).padEnd(4, '=');
  }
  return text;
}

/** The bytes of a text without mistakes; line breaks in it are skipped. */
export function decodeBase64(text: string): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text) {
    const value = VALUES.get(letter);
    if (value === undefined) continue;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
  }
  return bytes;
}

/** The byte at which Go gives a text up as base64, or -1 if it reads it. Line breaks are skipped. */
export function wrongBase64At(text: string): number {
  let held = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string;
    if (letter === '\n' || letter === '\r') continue;
    if (VALUES.has(letter)) held = (held + 1) % 4;
    else if (letter === '=' && held >= 2) return wrongPaddingAt(text, at, held);
    else return byteAt(text, at);
  }
  // What is left over began `held` letters before the end.
  return held === 0 ? -1 : byteAt(text, text.length) - held;
}

/** After the first `=`: one more where two letters are missing, and nothing behind. */
function wrongPaddingAt(text: string, first: number, held: number): number {
  let at = skipBreaks(text, first + 1);
  if (held === 2) {
    if (at === text.length) return byteAt(text, at);
    if (text[at] !== '=') return byteAt(text, at - 1);
    at = skipBreaks(text, at + 1);
  }
  return at === text.length ? -1 : byteAt(text, at);
}

function skipBreaks(text: string, from: number): number {
  let at = from;
  while (text[at] === '\n' || text[at] === '\r') at += 1;
  return at;
}

/** Go counts bytes, this language counts code units. */
function byteAt(text: string, at: number): number {
  return utf8Bytes(text.slice(0, at)).length;
}

/** A text in UTF-8. Half a surrogate pair becomes the replacement character. */
export function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const given = character.codePointAt(0) ?? 0;
    const point = given >= 0xd800 && given <= 0xdfff ? 0xfffd : given;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), ...tail(point, 6, 0));
    else bytes.push(0xf0 | (point >> 18), ...tail(point, 12, 6, 0));
  }
  return bytes;
}

function tail(point: number, ...shifts: readonly number[]): number[] {
  return shifts.map((shift) => 0x80 | ((point >> shift) & 63));
}

/** The text that bytes spell in UTF-8; each byte that spells nothing becomes the replacement character. */
export function utf8Text(bytes: Bytes): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const point = pointAt(bytes, at);
    text += point === undefined ? REPLACEMENT : String.fromCodePoint(point);
    at += point === undefined ? 1 : sizeOf(point);
  }
  return text;
}

/** The code point that begins there; undefined where none does. */
function pointAt(bytes: Bytes, at: number): number | undefined {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return first;
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return undefined;
  let point = first & (0xff >> (size + 1));
  for (let i = 1; i < size; i++) {
    const next = bytes[at + i];
    if (next === undefined || (next & 0xc0) !== 0x80) return undefined;
    point = (point << 6) | (next & 63);
  }
  const isLegal = sizeOf(point) === size && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return isLegal ? point : undefined;
}

function sizeOf(point: number): number {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

/** A text as base64 of its UTF-8. */
export function textToBase64(text: string): string {
  return encodeBase64(utf8Bytes(text));
}

/** What base64 spells in UTF-8. */
export function base64ToText(base64: string): string {
  return utf8Text(decodeBase64(base64));
}

/** How many bytes base64 without mistakes stands for. */
export function base64Length(base64: string): number {
  const letters = base64.replace(/[\r\n=]/g, '').length;
  return Math.floor((letters * 3) / 4);
}
