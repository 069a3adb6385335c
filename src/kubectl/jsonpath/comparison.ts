// How the operators of JSONPath filters compare: values of different kinds cannot be.
import { JsonPathError } from './parse.ts';

function kindOf(value: unknown): 'bool' | 'int' | 'float' | 'string' {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  throw new JsonPathError('invalid type for comparison');
}

/** Throws `JsonPathError`. */
export function isTheSame(a: unknown, b: unknown): boolean {
  if (kindOf(a) !== kindOf(b)) throw new JsonPathError('incompatible types for comparison');
  return a === b;
}

/** Throws `JsonPathError`. */
export function isSmaller(a: unknown, b: unknown): boolean {
  const kind = kindOf(a);
  if (kind !== kindOf(b)) throw new JsonPathError('incompatible types for comparison');
  if (kind === 'bool') throw new JsonPathError('invalid type for comparison');
  return kind === 'string' ? String(a) < String(b) : Number(a) < Number(b);
}
