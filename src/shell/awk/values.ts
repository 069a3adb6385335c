// Values of awk: numbers, texts, and what came from outside, which is a number where it looks like one.
import { shortest } from '../language/shortest.ts';

/** A field, or another text from outside. */
export class Given {
  readonly text: string;
  #number: number | undefined;
  #isRead = false;

  constructor(text: string) {
    this.text = text;
  }

  /** Undefined where it does not look like a number. Most are never asked. */
  get number(): number | undefined {
    if (!this.#isRead) this.#number = decimal.test(this.text) ? Number(this.text) : undefined;
    this.#isRead = true;
    return this.#number;
  }
}

/** Undefined: never set, which is 0 and the empty text. */
export type Value = number | string | Given | undefined;

// Each digit can be read in one way only: `\d+\.?\d*` would take quadratic time where no number follows.
const decimal = /^[ \t\n]*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?[ \t\n]*$/;
const beginning = /^[ \t\n]*([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)/;

export function numberOf(value: Value): number {
  if (typeof value === 'number') return value;
  if (value === undefined) return 0;
  if (value instanceof Given && value.number !== undefined) return value.number;
  const text = typeof value === 'string' ? value : value.text;
  return Number(beginning.exec(text)?.[1] ?? 0);
}

/** A number that is not whole is written as `form` says: CONVFMT, or OFMT where it is printed. */
export function textOf(value: Value, form?: (value: number) => string): string {
  if (typeof value === 'string') return value;
  if (value === undefined) return '';
  return value instanceof Given ? value.text : textOfNumber(value, form);
}

/** Whole numbers in full, others with six digits, as `%.6g` has it, unless there is another form. */
function textOfNumber(value: number, form?: (value: number) => string): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return String(value === 0 ? 0 : value);
  return form ? form(value) : shortest(value, 6);
}

export function isTrue(value: Value): boolean {
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'string') return value !== '';
  if (value === undefined) return false;
  return value.number === undefined ? value.text !== '' : value.number !== 0;
}

/** Below 0, 0 or above: as numbers where both are, else letter by letter. */
export function compare(a: Value, b: Value, form?: (value: number) => string): number {
  if (isNumber(a) && isNumber(b)) return numberOf(a) - numberOf(b);
  const [left, right] = [textOf(a, form), textOf(b, form)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Also what was never set, and what came from outside and looks like one. */
export function isNumber(value: Value): boolean {
  if (typeof value === 'number' || value === undefined) return true;
  return value instanceof Given && value.number !== undefined;
}
