// The patches that kubectl works out itself, from an object's states.
import type { Kind } from '../sim/index.ts';
import { createThreeWayMerge, createTwoWayMerge, mergeKeyLookup, PatchError } from '../sim/index.ts';

export type JsonObject = Parameters<typeof createThreeWayMerge>[0];

/** The three states that meet when a manifest is applied. */
export interface States {
  /** What was applied before. */
  readonly original: JsonObject;
  /** What the manifest says now. */
  readonly modified: JsonObject;
  /** The object as it is. */
  readonly current: JsonObject;
}

/** What takes the object to its manifest, or why that cannot be said: the items of a list may lack the key that tells them apart. */
export function threeWayPatch(states: States, { schema }: Kind): JsonObject | PatchError {
  return attempt(() =>
    createThreeWayMerge(states.original, states.modified, states.current, mergeKeyLookup(schema)),
  );
}

/** What takes one state to the other, or why that cannot be said. */
export function twoWayPatch(from: JsonObject, to: JsonObject, { schema }: Kind): JsonObject | PatchError {
  return attempt(() => createTwoWayMerge(from, to, mergeKeyLookup(schema)));
}

function attempt(make: () => JsonObject): JsonObject | PatchError {
  try {
    return make();
  } catch (error) {
    if (error instanceof PatchError) return error;
    throw error;
  }
}
