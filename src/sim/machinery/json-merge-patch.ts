// JSON merge patch (RFC 7386, `kubectl patch --type=merge`): objects merge, null removes, all else replaces.

import { isEqual } from './equality.ts';
import type { Json, JsonObject } from './json.ts';
import { isJsonObject, membersOf, refuseTooDeep } from './json.ts';

/** What the patch makes of a value. Neither is changed. Throws PatchError for a patch that is too deep. */
export function applyJsonMergePatch(target: Json | undefined, patch: Json, depth = 0): Json {
  refuseTooDeep(depth);
  if (!isJsonObject(patch)) return patch;
  const merged = isJsonObject(target) ? membersOf(target) : new Map<string, Json>();
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, applyJsonMergePatch(merged.get(key), value, depth + 1));
  }
  return Object.fromEntries(merged);
}

/** The smallest merge patch that takes `from` to `to`. Neither may contain null, which a merge patch cannot say. */
export function createJsonMergePatch(from: JsonObject, to: JsonObject): JsonObject {
  const [before, after] = [membersOf(from), membersOf(to)];
  const patch = new Map<string, Json>();
  for (const key of before.keys()) if (!after.has(key)) patch.set(key, null);
  for (const [key, value] of after) {
    const old = before.get(key);
    if (isEqual(old, value)) continue;
    patch.set(key, isJsonObject(old) && isJsonObject(value) ? createJsonMergePatch(old, value) : value);
  }
  return Object.fromEntries(patch);
}
