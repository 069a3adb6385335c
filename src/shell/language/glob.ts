// Shell patterns: `*`, `?`, `[a-z]`, `[!x]`, `[[:digit:]]`; a backslash takes the next character literally.
// Matching backtracks to the last star only, so its time is bounded by pattern × text.

type Token =
  | { readonly type: 'star' }
  | { readonly type: 'one'; readonly matches: (char: string) => boolean };

/** A compiled pattern. */
export type Pattern = readonly Token[];

const characterClasses: ReadonlyMap<string, RegExp> = new Map([
  ['alpha', /^[A-Za-z]$/],
  ['digit', /^[0-9]$/],
  ['alnum', /^[A-Za-z0-9]$/],
  ['upper', /^[A-Z]$/],
  ['lower', /^[a-z]$/],
  ['space', /^[ \t\n\v\f\r]$/],
  ['blank', /^[ \t]$/],
  ['punct', /^[!-/:-@[-`{-~]$/],
  ['xdigit', /^[0-9A-Fa-f]$/],
  ['word', /^[A-Za-z0-9_]$/],
  ['print', /^[ -~]$/],
  ['graph', /^[!-~]$/],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the class of control characters
  ['cntrl', /^[\u0000-\u001f\u007f]$/],
]);

/** Whether a character is in a POSIX class such as `digit`; false for a class that does not exist. */
export function isInClass(name: string, char: string): boolean {
  return characterClasses.get(name)?.test(char) ?? false;
}

export function isClassName(name: string): boolean {
  return characterClasses.has(name);
}

export function compilePattern(pattern: string): Pattern {
  const tokens: Token[] = [];
  for (let i = 0; i < pattern.length; ) {
    const char = pattern[i] as string;
    if (char === '*') {
      if (tokens.at(-1)?.type !== 'star') tokens.push({ type: 'star' });
      i += 1;
    } else if (char === '?') {
      tokens.push({ type: 'one', matches: () => true });
      i += 1;
    } else if (char === '[') {
      const bracket = readBracket(pattern, i, true);
      tokens.push(bracket === undefined ? literal('[') : { type: 'one', matches: bracket.matches });
      i = bracket?.end ?? i + 1;
    } else {
      const isEscape = char === '\\' && i + 1 < pattern.length;
      tokens.push(literal(isEscape ? (pattern[i + 1] as string) : char));
      i += isEscape ? 2 : 1;
    }
  }
  return tokens;
}

function literal(expected: string): Token {
  return { type: 'one', matches: (char) => char === expected };
}

/** Reads a bracket expression that begins at `start`; undefined where it is never closed. */
export function readBracket(
  pattern: string,
  start: number,
  hasEscapes: boolean,
): { readonly matches: (char: string) => boolean; readonly end: number } | undefined {
  let i = start + 1;
  const isNegated = pattern[i] === '!' || pattern[i] === '^';
  if (isNegated) i += 1;
  const tests: ((char: string) => boolean)[] = [];
  for (let isFirst = true; ; isFirst = false) {
    const char = pattern[i];
    if (char === undefined) return undefined;
    if (char === ']' && !isFirst) break;
    const named = char === '[' && pattern[i + 1] === ':' ? pattern.indexOf(':]', i + 2) : -1;
    if (named > 0) {
      const name = pattern.slice(i + 2, named);
      tests.push((candidate) => isInClass(name, candidate));
      i = named + 2;
      continue;
    }
    const low = readMember(pattern, i, hasEscapes);
    i = low.end;
    if (pattern[i] === '-' && pattern[i + 1] !== undefined && pattern[i + 1] !== ']') {
      const high = readMember(pattern, i + 1, hasEscapes);
      i = high.end;
      tests.push((candidate) => candidate >= low.char && candidate <= high.char);
    } else tests.push((candidate) => candidate === low.char);
  }
  return { matches: (char) => tests.some((test) => test(char)) !== isNegated, end: i + 1 };
}

function readMember(pattern: string, at: number, hasEscapes: boolean): { char: string; end: number } {
  const char = pattern[at] as string;
  if (hasEscapes && char === '\\' && at + 1 < pattern.length)
    return { char: pattern[at + 1] as string, end: at + 2 };
  return { char, end: at + 1 };
}

/** Whether a pattern matches the whole text. */
export function matches(pattern: Pattern, text: string): boolean {
  let p = 0;
  let t = 0;
  let starAt = -1;
  let retryFrom = 0;
  while (t < text.length) {
    const token = pattern[p];
    if (token?.type === 'star') {
      starAt = p++;
      retryFrom = t;
    } else if (token?.type === 'one' && token.matches(text[t] as string)) {
      p += 1;
      t += 1;
    } else if (starAt >= 0) {
      p = starAt + 1;
      t = ++retryFrom;
    } else return false;
  }
  while (pattern[p]?.type === 'star') p += 1;
  return p === pattern.length;
}

/** Writes a text so that it matches only itself. */
export function escapePattern(text: string): string {
  return text.replace(/[\\*?[\]]/g, '\\$&');
}

/** Takes a matching beginning or end off a text, the shortest or the longest there is. */
export function removeMatch(
  text: string,
  pattern: string,
  from: 'start' | 'end',
  isLongest: boolean,
): string {
  const compiled = compilePattern(pattern);
  for (let i = 0; i <= text.length; i++) {
    const size = isLongest ? text.length - i : i;
    if (from === 'start' && matches(compiled, text.slice(0, size))) return text.slice(size);
    if (from === 'end' && matches(compiled, text.slice(text.length - size)))
      return text.slice(0, text.length - size);
  }
  return text;
}

/** Replaces the longest match at each place, from the left; `where` ties it to the beginning or the end. */
export function replaceMatches(
  text: string,
  pattern: string,
  replacement: string,
  where: '/' | '//' | '/#' | '/%',
): string {
  if (pattern === '') return text;
  const compiled = compilePattern(pattern);
  let result = '';
  let at = 0;
  for (let hasReplaced = false; at <= text.length; ) {
    const size = hasReplaced && where !== '//' ? -1 : longestAt(compiled, text, at, where);
    if (size <= 0) {
      result += text[at] ?? '';
      at += 1;
      continue;
    }
    result += replacement;
    at += size;
    hasReplaced = true;
  }
  return result;
}

function longestAt(pattern: Pattern, text: string, at: number, where: string): number {
  if (where === '/#' && at > 0) return -1;
  for (let end = text.length; end > at; end--) {
    if (matches(pattern, text.slice(at, end))) return end - at;
    if (where === '/%') return -1;
  }
  return -1;
}
