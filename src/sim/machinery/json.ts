// JSON values as the patches see them.

export type Json = null | boolean | number | string | Json[] | JsonObject;

export type JsonObject = { [key: string]: Json };

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of an object's own; never one that objects inherit. */
export function member(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The members of an object, to be changed; `Object.fromEntries` makes an object of them, whatever their keys. */
export function membersOf(object: JsonObject): Map<string, Json> {
  return new Map(Object.entries(object).filter(([, value]) => value !== undefined));
}

/** A patch that makes no sense, in the API server's words where it has any. */
export class PatchError extends Error {}

/** Deeper than any object of Kubernetes: a patch beyond it is refused. */
const MAX_DEPTH = 200;

export function refuseTooDeep(depth: number): void {
  if (depth > MAX_DEPTH) throw new PatchError(`a patch may be at most ${MAX_DEPTH} levels deep`);
}
