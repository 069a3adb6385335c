// --sort-by: objects in the order of one of their fields.
import type { KubeObject } from '../sim/index.ts';
import { find } from './jsonpath/evaluate.ts';
import { readPath } from './printers/custom-columns.ts';

/** A sorted copy; objects without the field come first, equal ones keep their order. Throws `CommandError`. */
export function sortObjects(objects: readonly KubeObject[], path: string): readonly KubeObject[] {
  const steps = readPath(path);
  const rated = objects.map((object) => ({ object, value: find(steps, object)[0] }));
  return rated.sort((a, b) => compare(a.value, b.value)).map(({ object }) => object);
}

function compare(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [x, y] = [String(a), String(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}
