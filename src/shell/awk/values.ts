// Values of awk: numbers, texts, and what came from outside, which is a number where it looks like one.

/** A field, or another text from outside. */
export class Given {
  readonly text: string;
  /** Undefined where it does not look like a number. */
  readonly number: number | undefined;

  constructor(text: string) {
    this.text = text;
    this.number = decimal.test(text) ? Number(text) : undefined;
  }
}

/** Undefined: never set, which is 0 and the empty text. */
export type Value = number | string | Given | undefined;

const decimal = /^[ \t\n]*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?[ \t\n]*$/;
const beginning = /^[ \t\n]*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/;

export function numberOf(value: Value): number {
  if (typeof value === 'number') return value;
  if (value === undefined) return 0;
  if (value instanceof Given && value.number !== undefined) return value.number;
  const text = typeof value === 'string' ? value : value.text;
  return Number(beginning.exec(text)?.[1] ?? 0);
}

export function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === undefined) return '';
  return value instanceof Given ? value.text : textOfNumber(value);
}

/** Whole numbers in full, others with six digits, as `%.6g` has it. */
function textOfNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return String(value === 0 ? 0 : value);
  return shortest(value, 6);
}

/** `%g`: so many digits that count, without zeros at the end. */
export function shortest(value: number, precision: number): string {
  if (value === 0) return '0';
  const digits = Math.max(1, Math.min(precision, 100));
  const [mantissa = '', exponent = '0'] = value.toExponential(digits - 1).split('e');
  const power = Number(exponent);
  const trimmed = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
  if (power >= -4 && power < digits) return trimmed(value.toFixed(digits - 1 - power));
  const sign = power < 0 ? '-' : '+';
  return `${trimmed(mantissa)}e${sign}${String(Math.abs(power)).padStart(2, '0')}`;
}

export function isTrue(value: Value): boolean {
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'string') return value !== '';
  if (value === undefined) return false;
  return value.number === undefined ? value.text !== '' : value.number !== 0;
}

/** Below 0, 0 or above: as numbers where both are, else letter by letter. */
export function compare(a: Value, b: Value): number {
  if (isNumber(a) && isNumber(b)) return numberOf(a) - numberOf(b);
  const [left, right] = [textOf(a), textOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function isNumber(value: Value): boolean {
  if (typeof value === 'number' || value === undefined) return true;
  return value instanceof Given && value.number !== undefined;
}
