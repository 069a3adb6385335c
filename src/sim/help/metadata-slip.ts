// Metadata that kubectl itself cannot read: it needs the name and the labels before it asks the API server.

import { kindFor } from '../api/discovery.ts';
import type { Kind } from '../api/kind.ts';
import { PodKind } from '../api/pod.ts';
import type { JsonMap } from './locate.ts';
import { isMap } from './locate.ts';
import type { Point } from './refusal.ts';
import { wrongType } from './wrong-type.ts';

const TEXTS: readonly string[] = ['name', 'generateName', 'namespace', 'selfLink', 'uid', 'resourceVersion'];
const MAPS: readonly string[] = ['labels', 'annotations'];
const LISTS: readonly string[] = ['ownerReferences', 'finalizers'];

/** `message` is `json: cannot unmarshal …`. */
export function metadataSlip(object: JsonMap, message: string, written: (path: string) => string): Point {
  // All kinds have the same metadata.
  const kind = kindFor(String(object.apiVersion), String(object.kind)) ?? (PodKind as unknown as Kind);
  const path = slipIn(object.metadata) ?? 'metadata';
  return wrongType(kind, object, path, message, written(path));
}

function slipIn(metadata: unknown): string | undefined {
  if (!isMap(metadata)) return undefined;
  for (const [field, value] of Object.entries(metadata)) {
    const path = `metadata.${field}`;
    if (value === null) continue;
    if (TEXTS.includes(field) && typeof value !== 'string') return path;
    if (LISTS.includes(field) && !Array.isArray(value)) return path;
    if (!MAPS.includes(field)) continue;
    if (!isMap(value)) return path;
    const wrong = Object.keys(value).find((key) => value[key] !== null && typeof value[key] !== 'string');
    if (wrong !== undefined) return `${path}[${wrong}]`;
  }
  return undefined;
}
