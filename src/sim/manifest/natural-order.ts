// The order of keys in the YAML that kubectl prints: numbers within names count as numbers, and what is no letter comes
// before letters.

const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;

/** a2 before a10, `app.io/x` before `app`-names that go on with a letter. */
export function compareNaturally(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  let isAfterDigits = false;
  for (let i = 0; i < left.length && i < right.length; i++) {
    const [x, y] = [left[i] as string, right[i] as string];
    if (x === y) {
      isAfterDigits = DIGIT.test(x);
      continue;
    }
    const [isXLetter, isYLetter] = [LETTER.test(x), LETTER.test(y)];
    if (isXLetter && isYLetter) return byCodePoint(x, y);
    if (isXLetter || isYLetter) return isXLetter === isAfterDigits ? -1 : 1;
    return compareNumbers(left, right, i) || byCodePoint(x, y);
  }
  return left.length - right.length;
}

/** Compares the numbers that start where two texts part; 0 where neither starts one. */
function compareNumbers(left: readonly string[], right: readonly string[], at: number): number {
  const lead = hasSignificantDigitBefore(left, at) && (left[at] === '0' || right[at] === '0') ? '1' : '';
  const [x, y] = [digitsFrom(left, at), digitsFrom(right, at)];
  const [a, b] = [(lead + x).replace(/^0+/, ''), (lead + y).replace(/^0+/, '')];
  if (a !== b) return a.length - b.length || (a < b ? -1 : 1);
  return x.length - y.length;
}

function hasSignificantDigitBefore(text: readonly string[], at: number): boolean {
  for (let j = at - 1; j >= 0 && DIGIT.test(text[j] as string); j--) if (text[j] !== '0') return true;
  return false;
}

function digitsFrom(text: readonly string[], at: number): string {
  let end = at;
  while (end < text.length && /[0-9]/.test(text[end] as string)) end += 1;
  return text.slice(at, end).join('');
}

function byCodePoint(a: string, b: string): number {
  return (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0);
}
