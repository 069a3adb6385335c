// Brace expansion: `a{b,c}d` and `{1..5}`, on the text of a word before anything else.

const maxResults = 10_000;

/** The texts that a word stands for; the word itself where it holds no braces that expand. */
export function expandBraces(text: string): readonly string[] {
  for (let open = findOpen(text, 0); open >= 0; open = findOpen(text, open + 1)) {
    const alternatives = readBraces(text, open);
    if (alternatives === undefined) continue;
    const before = text.slice(0, open);
    const after = expandBraces(text.slice(alternatives.end));
    const middle = alternatives.texts.flatMap((alternative) =>
      alternatives.isSequence ? [alternative] : expandBraces(alternative),
    );
    const results = middle.flatMap((piece) => after.map((rest) => before + piece + rest));
    return results.slice(0, maxResults);
  }
  return [text];
}

/** The next `{` that is neither quoted nor part of an expansion. */
function findOpen(text: string, from: number): number {
  for (let i = 0; i < text.length; ) {
    if (text[i] === '{' && i >= from && text[i - 1] !== '$') return i;
    i = skip(text, i);
  }
  return -1;
}

/** The index after the character, quotation or expansion at `i`. */
function skip(text: string, i: number): number {
  const char = text[i];
  if (char === '\\') return i + 2;
  if (char === "'") return endOf(text, i + 1, "'");
  if (char === '"' || char === '`') return endOfQuoted(text, i + 1, char);
  if (char === '$' && (text[i + 1] === '{' || text[i + 1] === '(')) {
    const close = text[i + 1] === '{' ? '}' : ')';
    let k = i + 2;
    while (k < text.length && text[k] !== close) k = skip(text, k);
    return k + 1;
  }
  return i + 1;
}

function endOf(text: string, from: number, quote: string): number {
  const end = text.indexOf(quote, from);
  return end < 0 ? text.length : end + 1;
}

function endOfQuoted(text: string, from: number, quote: string): number {
  let i = from;
  while (i < text.length && text[i] !== quote) i += text[i] === '\\' ? 2 : 1;
  return i + 1;
}

function readBraces(
  text: string,
  open: number,
): { readonly texts: readonly string[]; readonly end: number; readonly isSequence: boolean } | undefined {
  const texts: string[] = [];
  let start = open + 1;
  let depth = 0;
  for (let i = open + 1; i < text.length; ) {
    const char = text[i];
    if (char === '}' && depth === 0) {
      texts.push(text.slice(start, i));
      if (texts.length > 1) return { texts, end: i + 1, isSequence: false };
      const sequence = readSequence(texts[0] as string);
      return sequence === undefined ? undefined : { texts: sequence, end: i + 1, isSequence: true };
    }
    if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    else if (char === ',' && depth === 0) {
      texts.push(text.slice(start, i));
      start = i + 1;
    }
    i = char === '{' ? i + 1 : skip(text, i);
  }
  return undefined;
}

function readSequence(text: string): readonly string[] | undefined {
  const parts = /^(-?\d+|[A-Za-z])\.\.(-?\d+|[A-Za-z])(?:\.\.(-?\d+))?$/.exec(text);
  if (parts === null) return undefined;
  const [, first = '', last = '', stepText] = parts;
  const areLetters = /^[A-Za-z]$/.test(first);
  if (areLetters !== /^[A-Za-z]$/.test(last)) return undefined;
  const valueAt = (end: string) => (areLetters ? end.charCodeAt(0) : Number(end));
  const [from, to] = [valueAt(first), valueAt(last)];
  const step = Math.abs(Number(stepText ?? 1)) || 1;
  const width = [first, last].some((end) => /^-?0\d/.test(end)) ? Math.max(first.length, last.length) : 0;
  const results: string[] = [];
  for (let i = from; from <= to ? i <= to : i >= to; i += from <= to ? step : -step) {
    if (results.length >= maxResults) break;
    const digits = String(Math.abs(i)).padStart(i < 0 ? width - 1 : width, '0');
    results.push(areLetters ? String.fromCharCode(i) : `${i < 0 ? '-' : ''}${digits}`);
  }
  return results;
}
