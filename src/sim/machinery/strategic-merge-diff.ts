// Makes strategic merge patches: what `kubectl apply` and `kubectl edit` send.
//
// Source: "How apply calculates differences and merges changes" in the Kubernetes documentation.
import { identity, withoutItems } from './element-order.ts';
import { isEqual } from './equality.ts';
import type { Json, JsonObject } from './json.ts';
import { isJsonObject, member, membersOf, refuseTooDeep } from './json.ts';
import type { MergeLookup } from './merge-lookup.ts';
import { behaviourAt, DELETE_FROM_LIST, DIRECTIVE, ELEMENT_ORDER, RETAIN_KEYS } from './merge-lookup.ts';

/** The patch that takes `from` to `to`; {} if they are equal. */
export function createTwoWayMerge(from: JsonObject, to: JsonObject, lookup: MergeLookup): JsonObject {
  return createThreeWayMerge(from, to, from, lookup);
}

/**
 * The patch that brings `current` (the live object) to `modified` (the manifest): it sets what differs,
 * removes what `original` (the manifest applied before) had and `modified` has not, and leaves alone what
 * neither mentions. {} if there is nothing to do.
 */
export function createThreeWayMerge(
  original: JsonObject,
  modified: JsonObject,
  current: JsonObject,
  lookup: MergeLookup,
): JsonObject {
  return diffObjects({ original, modified, current }, lookup, []);
}

/** The three states of one part of an object. */
interface States<Part> {
  readonly original: Part;
  readonly modified: Part;
  readonly current: Part;
}

type Path = readonly string[];

function diffObjects(states: States<JsonObject>, lookup: MergeLookup, path: Path): JsonObject {
  refuseTooDeep(path.length);
  const { original, modified, current } = states;
  const patch = new Map<string, Json>();
  for (const key of Object.keys(original)) {
    if (member(modified, key) === undefined && member(current, key) !== undefined) patch.set(key, null);
  }
  for (const [key, wanted] of membersOf(modified)) {
    const field = { original: member(original, key), modified: wanted, current: member(current, key) };
    for (const [name, value] of diffField(key, field, lookup, [...path, key])) patch.set(name, value);
  }
  if (patch.size > 0 && behaviourAt(lookup, path).retainsKeys) {
    patch.set(
      RETAIN_KEYS,
      [...membersOf(modified)].filter(([, value]) => value !== null).map(([key]) => key),
    );
  }
  return Object.fromEntries(patch);
}

type Field = { original: Json | undefined; modified: Json; current: Json | undefined };

/** The members of the patch that one field needs. */
function diffField(
  key: string,
  { original, modified, current }: Field,
  lookup: MergeLookup,
  path: Path,
): [string, Json][] {
  if (modified === null) return current === undefined ? [] : [[key, null]];
  if (current !== undefined && isEqual(current, modified)) return [];
  const { merges, replaces, mergeKey } = behaviourAt(lookup, path);
  if (isJsonObject(modified) && isJsonObject(current) && !replaces) {
    const patch = diffObjects(
      { original: isJsonObject(original) ? original : {}, modified, current },
      lookup,
      path,
    );
    return Object.keys(patch).length === 0 ? [] : [[key, patch]];
  }
  if (Array.isArray(modified) && Array.isArray(current) && merges) {
    const lists = { original: Array.isArray(original) ? original : [], modified, current };
    return mergeKey === undefined ? diffValues(key, lists) : diffItems(key, lists, mergeKey, lookup, path);
  }
  return [[key, modified]];
}

/** A merging list of plain values: what to add, what to take out, and the order of all. */
function diffValues(key: string, { original, modified, current }: States<Json[]>): [string, Json][] {
  const added = withoutItems(modified, current);
  const removed = withoutItems(original, modified).filter((item) =>
    current.some((kept) => isEqual(kept, item)),
  );
  const patch: [string, Json][] = [];
  if (added.length > 0) patch.push([key, added]);
  if (removed.length > 0) patch.push([DELETE_FROM_LIST + key, removed]);
  if (patch.length > 0 || !isOrdered(modified, current, undefined))
    patch.push([ELEMENT_ORDER + key, modified]);
  return patch;
}

/** A merging list of objects: what changes in each, and the order of all. */
function diffItems(
  key: string,
  { original, modified, current }: States<Json[]>,
  mergeKey: string,
  lookup: MergeLookup,
  path: Path,
): [string, Json][] {
  const before = byKey(original, mergeKey);
  const after = byKey(modified, mergeKey);
  const live = byKey(current, mergeKey);
  const changes: Json[] = [];
  for (const [id, item] of after) {
    const found = live.get(id);
    const states = { original: before.get(id) ?? {}, modified: item, current: found ?? {} };
    const change = found === undefined ? item : diffObjects(states, lookup, path);
    if (Object.keys(change).length > 0) changes.push({ ...change, [mergeKey]: item[mergeKey] as Json });
  }
  for (const [id, item] of before) {
    if (after.has(id) || !live.has(id)) continue;
    changes.push({ [DIRECTIVE]: 'delete', [mergeKey]: item[mergeKey] as Json });
  }
  const patch: [string, Json][] = changes.length === 0 ? [] : [[key, changes]];
  if (changes.length > 0 || !isOrdered(modified, current, mergeKey)) {
    const order = modified.map((item) => ({ [mergeKey]: (item as JsonObject)[mergeKey] as Json }));
    patch.push([ELEMENT_ORDER + key, order]);
  }
  return patch;
}

/** Of several items with one key, the first. */
function byKey(items: readonly Json[], mergeKey: string): Map<string, JsonObject> {
  return new Map(items.toReversed().map((item) => [identity(item, mergeKey), item as JsonObject]));
}

/** Whether both lists have the same items in the same order. Those that the server added itself count too. */
function isOrdered(
  modified: readonly Json[],
  current: readonly Json[],
  mergeKey: string | undefined,
): boolean {
  const [wanted, found] = [modified, current].map((list) => list.map((item) => identity(item, mergeKey)));
  return isEqual(wanted, found);
}
