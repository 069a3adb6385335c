// Parts of objects of any kind, read with care: manifests come from outside.
import type { KubeObject } from '../sim/index.ts';
import type { JsonMap } from './manifest-files.ts';
import { isMap } from './manifest-files.ts';

/** A manifest as an object: it has metadata, if only empty ones. */
export function asObject(manifest: JsonMap): KubeObject {
  return { ...manifest, metadata: { name: '', ...mapAt(manifest, 'metadata') } } as unknown as KubeObject;
}

/** An object as JSON, whatever its kind. */
export function mapOf(object: KubeObject): JsonMap {
  return object as unknown as JsonMap;
}

/** What stands at a path of member names; undefined where there is nothing. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let at = value;
  for (const name of path) {
    if (!isMap(at) || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return at;
}

/** The object at a path; empty where there is none. */
export function mapAt(value: unknown, ...path: readonly string[]): JsonMap {
  const found = valueAt(value, ...path);
  return isMap(found) ? found : {};
}

/** The list at a path; empty where there is none. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** The text at a path, if it is one. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** The number at a path, if it is one. */
export function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'number' ? found : undefined;
}

/** A copy with another value at a path; the objects on the way are made where they are missing. */
export function withValueAt(value: unknown, path: readonly string[], next: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return next;
  const map = isMap(value) ? value : {};
  return { ...map, [name]: withValueAt(map[name], rest, next) };
}
