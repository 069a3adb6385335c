// JSON values as jq orders, compares, combines and prints them.
import { JqError } from './jq-error.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

/** null and false are; everything else is not. */
export function isFalse(value: unknown): boolean {
  return value === null || value === false;
}

const ranks = ['null', 'false', 'true', 'number', 'string', 'array', 'object'];

/** Below 0 where a comes first: null, false, true, numbers, strings, arrays, objects. */
export function compareValues(a: unknown, b: unknown): number {
  const rank = (value: unknown) => ranks.indexOf(typeof value === 'boolean' ? String(value) : typeOf(value));
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference;
  if (typeof a === 'number' || typeof a === 'string')
    return a < (b as typeof a) ? -1 : a > (b as typeof a) ? 1 : 0;
  if (Array.isArray(a)) return compareLists(a, b as unknown[]);
  if (!isObject(a) || !isObject(b)) return 0;
  const [keysOfA, keysOfB] = [Object.keys(a).sort(), Object.keys(b).sort()];
  const byKeys = compareLists(keysOfA, keysOfB);
  return byKeys !== 0
    ? byKeys
    : compareLists(
        keysOfA.map((key) => a[key]),
        keysOfB.map((key) => b[key]),
      );
}

function compareLists(a: readonly unknown[], b: readonly unknown[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = compareValues(a[i], b[i]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** JSON on one line, or with this much before each level. */
export function jsonText(value: unknown, indent: string | number = 0, sorts = false): string {
  return JSON.stringify(sorts ? sorted(value) : value, null, indent) ?? 'null';
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

/** `string ("some text...")` as messages name a value. */
export function described(value: unknown): string {
  const text = jsonText(value);
  const short = text.length > 29 ? `${text.slice(0, 26)}...` : text;
  return `${typeOf(value)} (${short})`;
}

/** What an operator makes of two values. Throws `JqError`. */
export function combine(name: string, a: unknown, b: unknown): unknown {
  if (typeof a === 'number' && typeof b === 'number') return arithmetic(name, a, b);
  if (name === '+') {
    if (a === null) return b;
    if (b === null) return a;
    if (typeof a === 'string' && typeof b === 'string') return a + b;
    if (Array.isArray(a) && Array.isArray(b)) return [...a, ...b];
    if (isObject(a) && isObject(b)) return { ...a, ...b };
    throw new JqError(`${described(a)} and ${described(b)} cannot be added`);
  }
  if (name === '-' && Array.isArray(a) && Array.isArray(b)) {
    return a.filter((item) => !b.some((other) => compareValues(item, other) === 0));
  }
  if (name === '*' && isObject(a) && isObject(b)) return merged(a, b);
  if (name === '*' && typeof a === 'string' && typeof b === 'number')
    return b > 0 ? a.repeat(Math.min(b, 10_000)) : null;
  if (name === '/' && typeof a === 'string' && typeof b === 'string') return a === '' ? [] : a.split(b);
  const done = { '-': 'subtracted', '*': 'multiplied', '/': 'divided', '%': 'divided' }[name];
  throw new JqError(`${described(a)} and ${described(b)} cannot be ${done}`);
}

function arithmetic(name: string, a: number, b: number): number {
  if (name === '+') return a + b;
  if (name === '-') return a - b;
  if (name === '*') return a * b;
  if (Math.trunc(b) === 0 && (name === '%' || b === 0)) {
    throw new JqError(`${described(a)} and ${described(b)} cannot be divided because the divisor is zero`);
  }
  return name === '/' ? a / b : Math.trunc(a) % Math.trunc(b);
}

function merged(a: JsonObject, b: JsonObject): JsonObject {
  const both = Object.entries(b).map(([key, value]) => {
    const own = Object.hasOwn(a, key) ? a[key] : undefined;
    return [key, isObject(own) && isObject(value) ? merged(own, value) : value];
  });
  return { ...a, ...Object.fromEntries(both) };
}

/** `.[key]` of a value. Throws `JqError`. */
export function indexed(value: unknown, key: unknown): unknown {
  if (typeof key === 'string' && (value === null || isObject(value))) {
    return value !== null && Object.hasOwn(value, key) ? value[key] : null;
  }
  if (typeof key === 'number' && (value === null || Array.isArray(value))) {
    return (value === null ? undefined : value.at(Math.floor(key))) ?? null;
  }
  const what = typeof key === 'string' ? `string "${key}"` : typeOf(key);
  throw new JqError(`Cannot index ${typeOf(value)} with ${what}`);
}

/** The values in a value. Throws `JqError`. */
export function valuesIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isObject(value)) return Object.values(value);
  throw new JqError(`Cannot iterate over ${value === null ? 'null (null)' : described(value)}`);
}

/** `.[from:to]`. Throws `JqError`. */
export function sliced(value: unknown, from: unknown, to: unknown): unknown {
  if (value === null) return null;
  if (!Array.isArray(value) && typeof value !== 'string') {
    throw new JqError(`Cannot index ${typeOf(value)} with object`);
  }
  const isPlace = (place: unknown) => place === undefined || place === null || typeof place === 'number';
  if (!isPlace(from) || !isPlace(to)) {
    throw new JqError('Start and end indices of an array slice must be numbers');
  }
  const start = typeof from === 'number' ? Math.floor(from) : 0;
  const end = typeof to === 'number' ? Math.ceil(to) : undefined;
  return typeof value === 'string' ? [...value].slice(start, end).join('') : value.slice(start, end);
}
