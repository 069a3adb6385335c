// PATCH in its three forms, applied to a stored object.
import type { KubeObject } from '../api/meta.ts';
import { cloneJson } from '../machinery/clone.ts';
import type { Json, JsonObject } from '../machinery/json.ts';
import { isJsonObject, PatchError } from '../machinery/json.ts';
import { applyJsonMergePatch } from '../machinery/json-merge-patch.ts';
import { applyJsonPatch } from '../machinery/json-patch.ts';
import type { MergeLookup } from '../machinery/merge-lookup.ts';
import { applyStrategicMergePatch } from '../machinery/strategic-merge-patch.ts';
import type { Status } from './status.ts';
import { badRequest, refusal } from './status.ts';

export interface Patch {
  readonly type: 'strategic' | 'merge' | 'json';
  /** The parsed body; of a type `json` patch, a list of operations. */
  readonly body: unknown;
}

const REFUSED = refusal('Invalid', 'the server rejected our request due to an error in our request');

export type Patched =
  | { readonly ok: true; readonly value: KubeObject }
  | { readonly ok: false; readonly status: Status };

export function applyPatch(stored: KubeObject, patch: Patch, lookup: MergeLookup): Patched {
  try {
    const value = patched(cloneJson(stored) as unknown as JsonObject, patch, lookup);
    if (!isJsonObject(value)) return { ok: false, status: badRequest('a patch must leave an object') };
    return { ok: true, value: value as unknown as KubeObject };
  } catch (error) {
    if (!(error instanceof PatchError)) throw error;
    return { ok: false, status: isOperations(patch) ? REFUSED : badRequest(error.message) };
  }
}

/** Operations that do not apply to an object are told apart from a patch that is none, and no more is said of them. */
function isOperations({ type, body }: Patch): boolean {
  return type === 'json' && Array.isArray(body) && body.every((operation) => isJsonObject(operation as Json));
}

function patched(object: JsonObject, { type, body }: Patch, lookup: MergeLookup): Json {
  if (type === 'json') return applyJsonPatch(object, body as Json);
  if (!isJsonObject(body as Json)) throw new PatchError('the patch is not an object');
  if (type === 'merge') return applyJsonMergePatch(object, body as JsonObject);
  return applyStrategicMergePatch(object, body as JsonObject, lookup);
}
