// What a plain scalar of YAML means to kubectl: YAML 1.1, as the Go library reads it.
// Source: the YAML 1.1 types of booleans and integers, and recordings of 1.36. Times and base-60 numbers stay texts.

const WORDS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(
    (it) => [it, true] as const,
  ),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
    (it) => [it, false] as const,
  ),
  ...['', '~', 'null', 'Null', 'NULL'].map((it) => [it, null] as const),
]);

const NOT_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...['.nan', '.NaN', '.NAN'].map((it) => [it, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((it) => [it, Number.POSITIVE_INFINITY] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((it) => [it, Number.NEGATIVE_INFINITY] as const),
]);

const INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/;
const FLOAT = /^[-+]?[0-9]*\.?[0-9]+(?:[eE][-+][0-9]+)?$/;
const POINT_FLOAT = /^\.[0-9]+(?:[eE][-+]?[0-9]+)?$/;
const TIME =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)| \d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?)?$/;
const BASE_60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;

/** The value of a scalar that is written without quotes. */
export function resolvePlain(text: string): string | number | boolean | null {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  return numberOf(text) ?? text;
}

/** Whether a text would be taken for something else if it were written without quotes. */
export function isAmbiguous(text: string): boolean {
  return text === '<<' || typeof resolvePlain(text) !== 'string' || TIME.test(text) || BASE_60.test(text);
}

function numberOf(text: string): number | undefined {
  const special = NOT_NUMBERS.get(text);
  if (special !== undefined) return special;
  if (!/^[-+.0-9]/.test(text)) return undefined;
  const digits = text.replaceAll('_', '');
  const parts = INTEGER.exec(digits);
  if (parts) return integerOf(parts[1] === '-', parts[2] ?? '0');
  return FLOAT.test(digits) || POINT_FLOAT.test(text) ? Number(digits) : undefined;
}

function integerOf(isNegative: boolean, digits: string): number {
  const isOldOctal = /^0[0-7]/.test(digits);
  const value = Number(isOldOctal ? `0o${digits.slice(1)}` : digits.toLowerCase());
  return isNegative ? -value + 0 : value;
}
