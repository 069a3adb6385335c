// How Go writes a value into a message. Kubernetes' errors quote what was wrong with them, so they can
// only be reproduced with Go's quoting and Go's JSON.

const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
const PLAIN = /^[ !#-[\]-~]*$/; // printable ASCII but for " and \

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\x07', '\\a'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\v', '\\v'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);

/** A text in double quotes, as `%q` writes it: letters of any script stay, what cannot be seen is escaped. */
export function goQuote(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  let quoted = '"';
  for (const character of text) {
    quoted += ESCAPES.get(character) ?? (PRINTABLE.test(character) ? character : escaped(character));
  }
  return `${quoted}"`;
}

function escaped(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x80) return `\\x${codePoint.toString(16).padStart(2, '0')}`;
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return '\\ufffd'; // half a surrogate pair
  if (codePoint < 0x10000) return `\\u${codePoint.toString(16).padStart(4, '0')}`;
  return `\\U${codePoint.toString(16).padStart(8, '0')}`;
}

/**
 * JSON as Go's encoder writes it: no spaces, and the characters that matter to HTML escaped. Keys keep
 * their order (Go prints a struct in the order it was declared); pass maps with sorted keys.
 */
export function goJson(value: unknown): string {
  const json = JSON.stringify(value) ?? 'null';
  return json.replace(/[<>&\u2028\u2029]/g, (character) => `\\u${hex4(character)}`);
}

/** A JSON value as `%v` writes it: `map[name:web ports:[80 443]]`, keys sorted, nothing quoted. */
export function goValue(value: unknown): string {
  if (value === null || value === undefined) return '<nil>';
  if (Array.isArray(value)) return `[${value.map(goValue).join(' ')}]`;
  if (typeof value !== 'object') return String(value);
  const members = Object.entries(value).sort(([a], [b]) => compareText(a, b));
  return `map[${members.map(([key, member]) => `${key}:${goValue(member)}`).join(' ')}]`;
}

function hex4(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0');
}

/** Compares by UTF-8 bytes, Go's order of strings: like code units, but characters beyond U+FFFF come last. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (left !== right) return codePointRank(left) - codePointRank(right);
  }
  return a.length - b.length;
}

/** A surrogate stands for a character beyond U+FFFF, so it ranks after every other code unit. */
function codePointRank(codeUnit: number): number {
  return codeUnit >= 0xd800 && codeUnit <= 0xdfff ? codeUnit + 0x10000 : codeUnit;
}

/** How many bytes a text takes in UTF-8: what Kubernetes counts where it limits a length. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const codeUnit = text.charCodeAt(i);
    // A surrogate pair is two units and four bytes.
    if (codeUnit > 0x7f) bytes += codeUnit > 0x7ff && (codeUnit < 0xd800 || codeUnit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
