// --sort-by: objects in the order of one of their fields.
//
// Departs: of up to twelve objects, those that are equal are put as kubectl puts them; of more they keep their order,
// where kubectl's order follows from nothing a person could know.
import type { KubeObject } from '../sim/index.ts';
import { compareQuantities, compareText, parseQuantity } from '../sim/index.ts';
import { find } from './jsonpath/evaluate.ts';
import { isRelaxed, JsonPathError, parseRelaxed, UNEXPECTED_PATH } from './jsonpath/parse.ts';

/** Why objects could not be sorted, in kubectl's words. */
export class SortError extends Error {
  /** True where kubectl gives up with a line of its log instead of a message. */
  readonly isFatal: boolean;

  constructor(message: string, isFatal = false) {
    super(message);
    this.isFatal = isFatal;
  }
}

interface Rated {
  readonly object: KubeObject;
  readonly value: unknown;
}

/** Go sorts so few by insertion: what is not less than its neighbour stays behind it. */
const insertionMax = 12;

/** A sorted copy; objects without the field come first. Throws `SortError`. */
export function sortObjects(objects: readonly KubeObject[], path: string): readonly KubeObject[] {
  const field = relaxed(path);
  const rated = objects.map((object) => ({ object, value: valueAt(object, path) }));
  if (rated.length > 0 && rated.every(({ value }) => value === undefined)) {
    throw new SortError(noSuchField(path));
  }
  const isBefore = (a: Rated, b: Rated) => isLess(a.value, b.value, field);
  const sorted =
    rated.length > insertionMax ? sortedStably(rated, isBefore) : sortedByInsertion(rated, isBefore);
  return sorted.map(({ object }) => object);
}

/** What is said where no object has the field. */
export function noSuchField(path: string): string {
  return `couldn't find any field with path ${JSON.stringify(relaxed(path))} in the list of objects`;
}

function relaxed(path: string): string {
  if (!isRelaxed(path)) throw new SortError(UNEXPECTED_PATH);
  return `{.${path.replace(/^\{(.*)\}$/, '$1').replace(/^\./, '')}}`;
}

function valueAt(object: KubeObject, path: string): unknown {
  try {
    return find(parseRelaxed(path), object)[0];
  } catch (error) {
    if (!(error instanceof JsonPathError)) throw error;
    throw new SortError(error.message);
  }
}

function sortedByInsertion(items: readonly Rated[], isBefore: (a: Rated, b: Rated) => boolean): Rated[] {
  const sorted: Rated[] = [];
  for (const item of items) {
    let at = sorted.length;
    while (at > 0 && isBefore(item, sorted[at - 1] as Rated)) at -= 1;
    sorted.splice(at, 0, item);
  }
  return sorted;
}

function sortedStably(items: readonly Rated[], isBefore: (a: Rated, b: Rated) => boolean): Rated[] {
  return [...items].sort((a, b) => Number(isBefore(b, a)) - Number(isBefore(a, b)));
}

/** Whoever has no value comes before everybody, another without one included. */
function isLess(a: unknown, b: unknown, field: string): boolean {
  if (a === undefined) return true;
  if (b === undefined) return false;
  if (a === null || b === null) return a === null && b !== null;
  if (typeof a === 'string' && typeof b === 'string') return isTextLess(a, b);
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  const type =
    typeof a === 'object' ? (Array.isArray(a) ? '[]interface {}' : 'map[string]interface {}') : typeof a;
  throw new SortError(
    `Field ${field} in [][][]reflect.Value is an unsortable type: interface, err: unsortable type: ${type}`,
    true,
  );
}

/** Quantities by size, all other texts letter by letter: web-10 before web-2. */
function isTextLess(a: string, b: string): boolean {
  const [x, y] = [parseQuantity(a), parseQuantity(b)];
  if (x.ok && y.ok) return compareQuantities(x.value, y.value) < 0;
  return compareText(a, b) < 0;
}
