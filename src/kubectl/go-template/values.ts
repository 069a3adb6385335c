// The values of a Go template: JSON's, with Go's difference between whole numbers and others.
import { compareText, goValue } from '../../sim/index.ts';

/** A number whose type is not that of JSON's numbers: the constants of a template, lengths, bytes of a text. */
export class Typed {
  readonly type: 'int' | 'float64' | 'uint8';
  readonly value: number;

  constructor(type: Typed['type'], value: number) {
    this.type = type;
    this.value = value;
  }
}

/** `isBoxed`: found in a map or list, whose members are of any type; it only shows in messages. */
export interface Value {
  readonly data: unknown;
  readonly isBoxed: boolean;
}

export function plain(data: unknown): Value {
  return { data, isBoxed: false };
}

/** A value out of its box; nil comes out as nothing. */
export function unboxed(value: Value | undefined): Value | undefined {
  return value === undefined || value.data === null || value.data === undefined
    ? undefined
    : plain(value.data);
}

export type Basic = 'bool' | 'int' | 'float' | 'string';

export function basicKind(data: unknown): Basic | undefined {
  if (typeof data === 'boolean') return 'bool';
  if (typeof data === 'string') return 'string';
  if (data instanceof Typed) return data.type === 'float64' ? 'float' : 'int';
  if (typeof data === 'number') return Number.isInteger(data) ? 'int' : 'float';
  return undefined;
}

export function numberOf(data: unknown): number {
  return data instanceof Typed ? data.value : Number(data);
}

/** The whole number that a value is; undefined for all else. */
export function integerOf(data: unknown): number | undefined {
  return basicKind(data) === 'int' ? numberOf(data) : undefined;
}

/** The name of a value's type. */
export function typeText(value: Value): string {
  return value.isBoxed ? 'interface {}' : typeOfData(value.data);
}

export function typeOfData(data: unknown): string {
  if (data instanceof Typed) return data.type;
  const kind = basicKind(data);
  if (kind === 'int') return 'int64';
  if (kind === 'float') return 'float64';
  if (kind !== undefined) return kind;
  if (data === null || data === undefined) return '<nil>';
  return Array.isArray(data) ? '[]interface {}' : 'map[string]interface {}';
}

export function isMapping(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data) && !(data instanceof Typed);
}

/** The members of a map in the order in which Go goes through them. */
export function membersOf(map: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(map)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => compareText(a, b));
}

/** What `if` and `and` take a value for. */
export function isTrue(value: Value | undefined): boolean {
  const data = value?.data;
  if (data === undefined || data === null) return false;
  if (Array.isArray(data)) return data.length > 0;
  if (isMapping(data)) return membersOf(data).length > 0;
  return data instanceof Typed ? data.value !== 0 : Boolean(data);
}

/** As `%v` prints it. */
export function valueText(data: unknown): string {
  const kind = basicKind(data);
  if (kind === 'float') return floatText(numberOf(data));
  if (kind === 'int') return String(numberOf(data));
  if (Array.isArray(data)) return `[${data.map(valueText).join(' ')}]`;
  if (!isMapping(data)) return goValue(data);
  return `map[${membersOf(data)
    .map(([key, member]) => `${key}:${valueText(member)}`)
    .join(' ')}]`;
}

/** The shortest text of a number; from a million on, and for very small ones, with an exponent. */
function floatText(value: number): string {
  const [digits, exponent] = value.toExponential().split('e') as [string, string];
  const power = Number(exponent);
  if (power >= -4 && power < 21 && (power < 6 || Number.isNaN(power))) return String(value);
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
