// -o kyaml: YAML that leaves nothing to guess: braces and brackets, every text in double quotes, commas everywhere.
// Source: the documentation of the package sigs.k8s.io/yaml/kyaml and KEP-5295.

/** One document, with the line that begins it. */
export function toKyaml(value: unknown): string {
  return `---\n${nodeText(value, 0)}\n`;
}

function nodeText(value: unknown, depth: number): string {
  if (Array.isArray(value)) return listText(value, depth);
  if (typeof value === 'string') return quoted(value, depth + 1);
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length === 0) return '{}';
  const lines = members.map(
    ([key, member]) => `${margin(depth + 1)}${keyText(key)}: ${nodeText(member, depth + 1)},\n`,
  );
  return `{\n${lines.join('')}${margin(depth)}}`;
}

/** Lists of maps and of lists share their brackets with them. */
function listText(items: readonly unknown[], depth: number): string {
  if (items.length === 0) return '[]';
  const isCuddled = items.every((item) => typeof item === 'object' && item !== null);
  if (isCuddled) return `[${items.map((item) => nodeText(item, depth)).join(', ')}]`;
  const lines = items.map((item) => `${margin(depth + 1)}${nodeText(item, depth + 1)},\n`);
  return `[\n${lines.join('')}${margin(depth)}]`;
}

function margin(depth: number): string {
  return '  '.repeat(depth);
}

function keyText(key: string): string {
  return isPlain(key) ? key : `"${[...key].map(escaped).join('')}"`;
}

/** Texts with line breaks have one line of their own for each of theirs, folded so that they read the same. */
function quoted(text: string, depth: number): string {
  const lines = text.split('\n');
  if (lines.length === 1) return `"${[...text].map(escaped).join('')}"`;
  const isEnded = lines.at(-1) === '';
  const shown = (isEnded ? lines.slice(0, -1) : lines).map((line, i, all) => {
    // A space at the start of a line would be lost.
    const start = /^[\p{Z}\t\v\f\r]/u.test(line) ? '\\' : ' ';
    const end = isEnded || i < all.length - 1 ? '\\n' : '';
    return `${margin(depth)}${start}${[...line].map(escaped).join('')}${end}\\\n`;
  });
  return `"\\\n${shown.join('')}${margin(depth)}"`;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\x07', '\\a'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\v', '\\v'],
  ['\0', '\\0'],
  ['\x1b', '\\e'],
  ['\x85', '\\N'],
  ['\xa0', '\\_'],
  ['\u2028', '\\L'],
  ['\u2029', '\\P'],
]);

function escaped(character: string): string {
  const name = NAMED.get(character);
  if (name !== undefined) return name;
  if (/^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000
    ? `\\u${code.toString(16).padStart(4, '0')}`
    : `\\U${code.toString(16).padStart(8, '0')}`;
}

/** Keys need no quotes where no reader of YAML could take them for something else. */
function isPlain(key: string): boolean {
  if (!/^[\p{L}\p{N}_]([\p{L}\p{N}_./-]*[\p{L}\p{N}_])?$/u.test(key)) return false;
  return !(isWord(key) || isNumber(key.replaceAll('_', '')) || isDate(key));
}

function isWord(key: string): boolean {
  return /^(null|true|false|t|f|y|n|yes|no|on|off)$/i.test(key);
}

function isNumber(key: string): boolean {
  return (
    /^(0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|\d+)$/.test(key) ||
    /^(\d+\.?\d*|\.\d+)([eE]\d+)?$/.test(key) ||
    /^(inf|infinity|nan)$/i.test(key)
  );
}

function isDate(key: string): boolean {
  return /^\d{4}-\d{1,2}-\d{1,2}(t|$)/i.test(key);
}
