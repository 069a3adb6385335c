// Exact decimals: mantissa × 10^exponent. The mantissa is a number as long as that is exact and a bigint
// beyond; nearly every sum of a simulation adds two small numbers of the same exponent.

export interface Decimal {
  /** A safe integer, or a bigint that is not one. */
  readonly mantissa: number | bigint;
  readonly exponent: number;
}

/** The decimal of a whole mantissa, stored as small as it can be. */
export function decimalOf(mantissa: number | bigint, exponent: number): Decimal {
  return { mantissa: narrowed(mantissa), exponent };
}

export function negated({ mantissa, exponent }: Decimal): Decimal {
  return { mantissa: mantissa === 0 ? 0 : -mantissa, exponent };
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.mantissa === 0) return b;
  if (b.mantissa === 0) return a;
  if (a.exponent === b.exponent && typeof a.mantissa === 'number' && typeof b.mantissa === 'number') {
    const sum = a.mantissa + b.mantissa;
    if (Number.isSafeInteger(sum)) return { mantissa: sum, exponent: a.exponent };
  }
  const exponent = Math.min(a.exponent, b.exponent);
  return decimalOf(finer(a, exponent) + finer(b, exponent), exponent);
}

/** -1, 0 or 1 as `a` is less than, equal to or more than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.exponent === b.exponent || a.mantissa === 0 || b.mantissa === 0) {
    return order(a.mantissa, b.mantissa);
  }
  const exponent = Math.min(a.exponent, b.exponent);
  return order(finer(a, exponent), finer(b, exponent));
}

/** The decimal in units of 10^exponent, rounded away from zero. */
export function roundedAwayFromZero(decimal: Decimal, exponent: number): bigint {
  if (decimal.exponent >= exponent) return finer(decimal, exponent);
  const unit = 10n ** BigInt(exponent - decimal.exponent);
  const mantissa = BigInt(decimal.mantissa);
  const quotient = mantissa / unit;
  if (mantissa % unit === 0n) return quotient;
  return mantissa > 0n ? quotient + 1n : quotient - 1n;
}

/** The same decimal with no zeros at the end of its mantissa. */
export function withoutTrailingZeros(decimal: Decimal): Decimal {
  let mantissa = BigInt(decimal.mantissa);
  let exponent = decimal.exponent;
  while (mantissa !== 0n && mantissa % 10n === 0n) {
    mantissa /= 10n;
    exponent++;
  }
  return decimalOf(mantissa, exponent);
}

/** The digits, not shortened: `0.010` for 10 × 10^-3. */
export function formatDecimal(decimal: Decimal): string {
  const { mantissa, exponent } = decimal;
  if (exponent >= 0) return String(finer(decimal, 0));
  const digits = String(mantissa)
    .replace('-', '')
    .padStart(1 - exponent, '0');
  return `${mantissa < 0 ? '-' : ''}${digits.slice(0, exponent)}.${digits.slice(exponent)}`;
}

/** The mantissa at an exponent that is no larger. */
function finer({ mantissa, exponent: from }: Decimal, exponent: number): bigint {
  return BigInt(mantissa) * 10n ** BigInt(from - exponent);
}

function narrowed(mantissa: number | bigint): number | bigint {
  if (typeof mantissa === 'number') return mantissa;
  const small = Number(mantissa);
  return Number.isSafeInteger(small) ? small : mantissa;
}

function order(a: number | bigint, b: number | bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
