// Strategic merge patch, the default of `kubectl patch` and what `kubectl apply` sends: like a JSON merge
// patch, but lists merge item by item where the type says so, and directives say what plain values cannot.
//
// Source: "Update API Objects in Place Using kubectl patch" and the design "Strategic merge patch" of
// sig-api-machinery.

import { identity, orderedAs, refuseUnordered, union, withoutItems } from './element-order.ts';
import { goValue } from './go-text.ts';
import type { Json, JsonObject } from './json.ts';
import { isJsonObject, member, membersOf, PatchError, refuseTooDeep } from './json.ts';
import type { MergeLookup } from './merge-lookup.ts';
import {
  behaviourAt,
  DELETE_FROM_LIST,
  DIRECTIVE,
  ELEMENT_ORDER,
  LIST_DIRECTIVE,
  RETAIN_KEYS,
} from './merge-lookup.ts';

type Path = readonly string[];

/** What the patch makes of an object. Neither is changed. Throws PatchError for a patch that makes no sense. */
export function applyStrategicMergePatch(
  object: JsonObject,
  patch: JsonObject,
  lookup: MergeLookup,
  path: Path = [],
): JsonObject {
  refuseTooDeep(path.length);
  const directive = member(patch, DIRECTIVE);
  if (directive !== undefined) return applyDirective(directive, patch);
  const merged = membersOf(retainedOf(object, patch));
  for (const field of fieldsOf(patch)) {
    const next = mergeField(merged.get(field), patch, field, lookup, [...path, field]);
    if (next === undefined) merged.delete(field);
    else merged.set(field, next);
  }
  return Object.fromEntries(merged);
}

function applyDirective(directive: Json, patch: JsonObject): JsonObject {
  if (directive === 'delete') return {};
  if (directive === 'replace') return withoutDirective(patch);
  throw new PatchError(`Unknown patch type: ${goValue(directive)} in map: ${goValue(patch)}`);
}

function withoutDirective(patch: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(patch).filter(([key]) => key !== DIRECTIVE));
}

/** The object without what `$retainKeys` leaves out. */
function retainedOf(object: JsonObject, patch: JsonObject): JsonObject {
  const retained = member(patch, RETAIN_KEYS);
  if (retained === undefined) return object;
  const keys: ReadonlySet<Json> = new Set(Array.isArray(retained) ? retained : []);
  if (Object.keys(patch).some((key) => !key.startsWith('$') && patch[key] !== null && !keys.has(key))) {
    throw new PatchError('invalid patch format of retainKeys');
  }
  return Object.fromEntries(Object.entries(object).filter(([key]) => keys.has(key)));
}

/** The fields that a patch is about, each once: a list may have a value, removals and an order. */
function fieldsOf(patch: JsonObject): string[] {
  const fields = Object.keys(patch).filter((key) => key !== RETAIN_KEYS);
  return [...new Set(fields.map((key) => key.replace(LIST_DIRECTIVE, '')))];
}

/** What becomes of one field; undefined if it goes. */
function mergeField(
  old: Json | undefined,
  patch: JsonObject,
  field: string,
  lookup: MergeLookup,
  path: Path,
): Json | undefined {
  const value = member(patch, field);
  const removals = member(patch, DELETE_FROM_LIST + field);
  const order = member(patch, ELEMENT_ORDER + field);
  let merged = value === undefined ? old : mergeValue(old, value, lookup, path);
  if (!Array.isArray(merged)) return merged;
  if (Array.isArray(removals)) merged = withoutItems(merged, removals);
  if (!Array.isArray(order)) return merged;
  const { mergeKey } = behaviourAt(lookup, path);
  refuseUnordered(Array.isArray(value) ? value : [], order, field, mergeKey);
  return orderedAs(order, Array.isArray(old) ? old : [], merged, mergeKey);
}

function mergeValue(old: Json | undefined, value: Json, lookup: MergeLookup, path: Path): Json | undefined {
  if (value === null) return undefined;
  const { merges, replaces, mergeKey } = behaviourAt(lookup, path);
  if (isJsonObject(value)) {
    return applyStrategicMergePatch(isJsonObject(old) && !replaces ? old : {}, value, lookup, path);
  }
  if (!Array.isArray(value) || !merges) return value;
  const oldItems = Array.isArray(old) ? old : [];
  const merged =
    mergeKey === undefined ? union(oldItems, value) : mergeItems(oldItems, value, mergeKey, lookup, path);
  return orderedAs(value, oldItems, merged, mergeKey);
}

/** Merges lists of objects, item by item. Of several old items with one key, the first is meant. */
function mergeItems(old: Json[], patch: Json[], mergeKey: string, lookup: MergeLookup, path: Path): Json[] {
  const directives = patch.map(directiveOf);
  let merged = directives.includes('replace') ? [] : old;
  patch.forEach((item, i) => {
    if (directives[i] === 'replace') return;
    const key = identity(item, mergeKey);
    const isSame = (other: Json) => identity(other, mergeKey) === key;
    if (directives[i] === 'delete') {
      merged = merged.filter((other) => !isSame(other));
      return;
    }
    const at = merged.findIndex(isSame);
    const found = at === -1 ? undefined : merged[at];
    const next = applyStrategicMergePatch(isJsonObject(found) ? found : {}, item as JsonObject, lookup, path);
    merged = at === -1 ? [...merged, next] : merged.with(at, next);
  });
  return merged;
}

function directiveOf(item: Json): Json | undefined {
  const directive = isJsonObject(item) ? member(item, DIRECTIVE) : undefined;
  if (directive === undefined || directive === 'delete' || directive === 'replace') return directive;
  throw new PatchError(`Unknown patch type: ${goValue(directive)} in map: ${goValue(item)}`);
}
