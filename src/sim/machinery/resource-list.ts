// Amounts of several resources at once (`requests`, `limits`, `hard`, `used`), and sums of them.
import { compareText } from './go-text.ts';
import type { Quantity } from './quantity.ts';
import {
  addQuantities,
  compareQuantities,
  formatQuantity,
  isNegative,
  isZero,
  quantity,
  subtractQuantities,
  ZERO_QUANTITY,
} from './quantity.ts';

/** By name of the resource. */
export type ResourceList = ReadonlyMap<string, Quantity>;

/** The amounts of a field of an object that the API server accepted. */
export function readResources(amounts: Readonly<Record<string, string>> | undefined): ResourceList {
  return new Map(Object.entries(amounts ?? {}).map(([name, text]) => [name, quantity(text)]));
}

/** As a field of an object holds them: sorted by name, in their canonical form. */
export function writeResources(list: ResourceList): Record<string, string> {
  return Object.fromEntries(sorted(list).map(([name, amount]) => [name, formatQuantity(amount)]));
}

/** As messages print them: `cpu=200m,memory=1Gi`. */
export function describeResources(list: ResourceList): string {
  return sorted(list)
    .map(([name, amount]) => `${name}=${formatQuantity(amount)}`)
    .join(',');
}

/** What is in one of them is in the sum. */
export function addResources(a: ResourceList, b: ResourceList): ResourceList {
  return combined(a, b, addQuantities);
}

/** The larger amount of each. */
export function maxResources(a: ResourceList, b: ResourceList): ResourceList {
  return combined(a, b, (x, y) => (compareQuantities(x, y) < 0 ? y : x));
}

/** How much more `a` is than `b`, at least nothing. */
export function excessOf(a: ResourceList, b: ResourceList): ResourceList {
  const entries = [...a].map(([name, amount]) => {
    const more = subtractQuantities(amount, b.get(name) ?? ZERO_QUANTITY);
    return [name, isNegative(more) ? { ...more, mantissa: 0 } : more] as const;
  });
  return new Map(entries);
}

/** Those of some names only. */
export function pickResources(list: ResourceList, includes: (name: string) => boolean): ResourceList {
  return new Map([...list].filter(([name]) => includes(name)));
}

export function withoutZeros(list: ResourceList): ResourceList {
  return new Map([...list].filter(([, amount]) => !isZero(amount)));
}

/** Whether both hold the same amounts, however they are written. */
export function areSameResources(a: ResourceList, b: ResourceList): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([name, amount]) => {
    const other = b.get(name);
    return other !== undefined && compareQuantities(amount, other) === 0;
  });
}

function combined(
  a: ResourceList,
  b: ResourceList,
  combine: (a: Quantity, b: Quantity) => Quantity,
): ResourceList {
  const result = new Map(a);
  for (const [name, amount] of b) {
    const other = result.get(name);
    result.set(name, other === undefined ? amount : combine(other, amount));
  }
  return result;
}

function sorted(list: ResourceList): [string, Quantity][] {
  return [...list].sort(([a], [b]) => compareText(a, b));
}
