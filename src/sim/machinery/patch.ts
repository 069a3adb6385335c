// The four ways to change an object by a patch, and the making of patches.

export type { Json, JsonObject } from './json.ts';
export { PatchError } from './json.ts';
export { applyJsonMergePatch, createJsonMergePatch } from './json-merge-patch.ts';
export { applyJsonPatch } from './json-patch.ts';
export type { MergeLookup, MergeRule } from './merge-lookup.ts';
export { createThreeWayMerge, createTwoWayMerge } from './strategic-merge-diff.ts';
export { applyStrategicMergePatch } from './strategic-merge-patch.ts';
