// Amounts of CPU, memory and storage: `500m`, `1.5Gi`, `2e3`. Exact, and printed in one canonical form.
//
// Source: "Resource units in Kubernetes" and the API reference of Quantity; corner cases (rounding up to
// a nano, the cap of binary amounts, texts that are kept as written) from recordings of 1.36.
// Departs: exponents beyond ±1000 and texts of more than 1000 characters are refused, to bound the work.
import type { Decimal } from './decimal.ts';
import {
  addDecimals,
  compareDecimals,
  decimalOf,
  formatDecimal,
  negated,
  roundedAwayFromZero,
  withoutTrailingZeros,
} from './decimal.ts';
import type { Result } from './result.ts';
import { failure, success } from './result.ts';

/** How a quantity is printed: 12M, 12Mi or 12e6. */
export type QuantityFormat = 'DecimalSI' | 'BinarySI' | 'DecimalExponent';

export interface Quantity extends Decimal {
  readonly format: QuantityFormat;
  /** As it was written, where it is printed like that too. */
  readonly text?: string;
}

export const ZERO_QUANTITY: Quantity = { mantissa: 0, exponent: 0, format: 'DecimalSI' };

const SYNTAX = /^([+-]?)([0-9]*)(?:\.([0-9]*))?([eEinumkKMGTP]*[-+]?[0-9]*)$/;
const SYNTAX_ERROR =
  "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
const SUFFIX_ERROR = "unable to parse quantity's suffix";
const MAX_TEXT_LENGTH = 1000;
const MAX_EXPONENT = 1000;

/** The exponent of the smallest amount there is. */
const NANO = -9;
const INT64_MAX = 2n ** 63n - 1n;
/** Up to this many digits Kubernetes reckons in 64 bits; the last details of what it prints depend on it. */
const FEW_DIGITS = 18;

const DECIMAL_SUFFIXES = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const BINARY_SUFFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL_EXPONENTS = new Map(DECIMAL_SUFFIXES.map((suffix, i) => [suffix, NANO + 3 * i]));
const BINARY_POWERS = new Map(BINARY_SUFFIXES.slice(1).map((suffix, i) => [suffix, 10 * (i + 1)]));

/** Reads a quantity. The error is the API server's. */
export function parseQuantity(text: string): Result<Quantity> {
  const parts = text === '' || text.length > MAX_TEXT_LENGTH ? null : SYNTAX.exec(text);
  if (parts === null) return failure(SYNTAX_ERROR);
  const [, sign, whole = '', fraction = '', suffix = ''] = parts;
  const scale = scaleOf(suffix);
  if (scale === undefined) return failure(SUFFIX_ERROR);
  const written = { text, whole: whole.replace(/^0+/, '') || '0', fraction };
  const magnitude = scale.format === 'BinarySI' ? binary(written, scale) : decimal(written, scale);
  return success(sign === '-' ? { ...magnitude, ...negated(magnitude) } : magnitude);
}

/** The quantity of a text that is known to be one, such as a field of an object the API server accepted. */
export function quantity(text: string): Quantity {
  const parsed = parseQuantity(text);
  if (!parsed.ok) throw new Error(`${parsed.error}: ${text}`);
  return parsed.value;
}

/** mantissa × 10^exponent: `quantityOf(500, -3)` is 500m. The mantissa is a whole number. */
export function quantityOf(
  mantissa: number | bigint,
  exponent = 0,
  format: QuantityFormat = 'DecimalSI',
): Quantity {
  return { ...decimalOf(mantissa, exponent), format };
}

/** The canonical text: no fraction, and the largest suffix that leaves a whole number. */
export function formatQuantity(amount: Quantity): string {
  if (amount.text !== undefined) return amount.text;
  if (isZero(amount)) return '0';
  if (amount.format === 'BinarySI') {
    const shortest = withoutTrailingZeros(amount);
    const whole = roundedAwayFromZero(shortest, 0);
    // Less than a Ki, or not a whole number of bytes: decimal loses nothing.
    if (shortest.exponent >= 0 && (whole >= 1024n || whole <= -1024n)) return formatBytes(whole);
  }
  return formatThousands(amount);
}

/** a + b, in the format of `a` unless that is zero. */
export function addQuantities(a: Quantity, b: Quantity): Quantity {
  const { mantissa, exponent } = addDecimals(a, b);
  return { mantissa, exponent, format: a.mantissa === 0 ? b.format : a.format };
}

/** a − b, in the format of `a` unless that is zero. */
export function subtractQuantities(a: Quantity, b: Quantity): Quantity {
  const { mantissa, exponent } = addDecimals(a, negated(b));
  return { mantissa, exponent, format: a.mantissa === 0 ? b.format : a.format };
}

/** -1, 0 or 1 as `a` is less than, equal to or more than `b`. */
export const compareQuantities: (a: Quantity, b: Quantity) => number = compareDecimals;

export function isZero({ mantissa }: Quantity): boolean {
  return mantissa === 0;
}

export function isNegative({ mantissa }: Quantity): boolean {
  return mantissa < 0;
}

/** The amount rounded away from zero to a whole number: bytes of memory, whole CPUs. */
export function quantityValue(amount: Quantity): number {
  if (amount.exponent === 0 && typeof amount.mantissa === 'number') return amount.mantissa;
  return Number(scaledValue(amount, 0));
}

/** Thousandths of the amount, rounded away from zero: CPU as the scheduler counts it. */
export function quantityMilliValue(amount: Quantity): number {
  if (amount.exponent === -3 && typeof amount.mantissa === 'number') return amount.mantissa;
  return Number(scaledValue(amount, -3));
}

/**
 * The amount in units of 10^exponent, rounded away from zero, exactly. What does not fit into 64 bits is
 * as wrong as in Kubernetes: 0 if it was written in few digits, else its lowest 64 bits.
 */
export function scaledValue(amount: Quantity, exponent: number): bigint {
  const scaled = roundedAwayFromZero(amount, exponent);
  const kept = BigInt.asIntN(64, scaled);
  return kept !== scaled && String(amount.mantissa).length <= FEW_DIGITS ? 0n : kept;
}

/** The amount in plain digits, not shortened: `0.010` for 10m. */
export const formatExactly: (amount: Quantity) => string = formatDecimal;

interface Scale {
  readonly format: QuantityFormat;
  /** Of 10, or of 2 where the format is binary. */
  readonly power: number;
}

interface WrittenNumber {
  readonly text: string;
  /** At least one digit, and no leading zeros. */
  readonly whole: string;
  readonly fraction: string;
}

function scaleOf(suffix: string): Scale | undefined {
  const exponent = DECIMAL_EXPONENTS.get(suffix);
  if (exponent !== undefined) return { format: 'DecimalSI', power: exponent };
  const power = BINARY_POWERS.get(suffix);
  if (power !== undefined) return { format: 'BinarySI', power };
  if (!/^[eE][+-]?\d+$/.test(suffix)) return undefined;
  const written = Number(suffix.slice(1));
  return Math.abs(written) > MAX_EXPONENT ? undefined : { format: 'DecimalExponent', power: written };
}

function decimal({ text, whole, fraction }: WrittenNumber, { format, power }: Scale): Quantity {
  const digits = whole + fraction;
  const exponent = power - fraction.length;
  const exact = decimalOf(BigInt(digits), exponent);
  if (digits.length > FEW_DIGITS || exponent < NANO) return { ...inNanos(exact), format };
  const isCanonical = exponent % 3 === 0 && !digits.endsWith('000') && !digits.startsWith('0');
  return isCanonical ? { ...exact, format, text } : { ...exact, format };
}

function binary({ text, whole, fraction }: WrittenNumber, { format, power }: Scale): Quantity {
  const written = BigInt(whole + fraction);
  const exact = decimalOf(written << BigInt(power), -fraction.length);
  const isShort = fraction === '' && whole.length + (power * 3) / 10 < 15;
  if (isShort) return (written & 7n) === 0n ? { ...exact, format } : { ...exact, format, text };
  if (compareDecimals(exact, { mantissa: INT64_MAX, exponent: 0 }) > 0) {
    return { mantissa: INT64_MAX, exponent: 0, format };
  }
  const isBelowOne = compareDecimals(exact, { mantissa: 1, exponent: 0 }) < 0 && exact.mantissa !== 0;
  return { ...inNanos(exact), format: isBelowOne ? 'DecimalSI' : format };
}

/** Whoever asks for less than a nano gets a nano. */
function inNanos(exact: Decimal): Decimal {
  if (exact.mantissa === 0) return { mantissa: 0, exponent: Math.max(exact.exponent, NANO) };
  return decimalOf(roundedAwayFromZero(exact, NANO), NANO);
}

function formatThousands(amount: Quantity): string {
  const { mantissa, exponent } = withoutTrailingZeros(amount);
  const thousands = Math.floor(exponent / 3);
  const number = BigInt(mantissa) * 10n ** BigInt(exponent - 3 * thousands);
  const suffix = amount.format === 'DecimalExponent' ? undefined : DECIMAL_SUFFIXES[thousands - NANO / 3];
  return `${number}${suffix ?? (thousands === 0 ? '' : `e${3 * thousands}`)}`;
}

function formatBytes(bytes: bigint): string {
  let number = bytes;
  let suffix = 0;
  while (number % 1024n === 0n && suffix < BINARY_SUFFIXES.length - 1) {
    number /= 1024n;
    suffix++;
  }
  return `${number}${BINARY_SUFFIXES[suffix]}`;
}
