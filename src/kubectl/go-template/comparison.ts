// eq, ne, lt, le, gt and ge, with Go's rules of what can be compared.
import { compareText } from '../../sim/index.ts';
import { sprintf } from './format.ts';
import type { Value } from './values.ts';
import { basicKind, numberOf, typeOfData } from './values.ts';

/** Why a function cannot be carried out. */
export class CallError extends Error {}

/** Whether the first equals one of the others. Throws `CallError`. */
export function equalsAny([first, ...others]: readonly (Value | undefined)[]): boolean {
  if (others.length === 0) throw new CallError('missing argument for comparison');
  return others.some((other) => isEqual(first, other));
}

function isEqual(a: Value | undefined, b: Value | undefined): boolean {
  const [x, y] = [a?.data ?? undefined, b?.data ?? undefined];
  const [kind, other] = [basicKind(x), basicKind(y)];
  if (kind !== other) {
    if (x === undefined || y === undefined) return false;
    throw new CallError('incompatible types for comparison');
  }
  if (kind === undefined) {
    if (x === undefined && y === undefined) return true;
    if (x === undefined || y === undefined) return false;
    throw new CallError(`non-comparable type ${sprintf('%s', [x])}: ${typeOfData(x)}`);
  }
  return kind === 'bool' || kind === 'string' ? x === y : numberOf(x) === numberOf(y);
}

/** Whether the first comes before the second. Throws `CallError`. */
export function isLess(a: Value | undefined, b: Value | undefined): boolean {
  const [kind, other] = [basicKind(a?.data), basicKind(b?.data)];
  if (kind === undefined || other === undefined) throw new CallError('invalid type for comparison');
  if (kind !== other) throw new CallError('incompatible types for comparison');
  if (kind === 'bool') throw new CallError('invalid type for comparison');
  if (kind === 'string') return compareText(String(a?.data), String(b?.data)) < 0;
  return numberOf(a?.data) < numberOf(b?.data);
}
