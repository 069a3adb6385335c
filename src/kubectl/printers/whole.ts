// What `-o` formats print: the objects asked for, as one value.
import type { Kind, KubeObject } from '../../sim/index.ts';

export interface Printable {
  readonly kind: Kind;
  readonly object: KubeObject;
}

/** Turns objects into text. `asList`: several may come, so that they print as one List. */
export type ObjectPrinter = (items: readonly Printable[], asList: boolean) => string;

/** The one object, or a List of all; members in alphabetical order, as kubectl prints them. */
export function asWhole(items: readonly Printable[], asList: boolean): unknown {
  const objects = items.map(({ object }) => sortKeys(object));
  if (!asList) return objects[0];
  return { apiVersion: 'v1', items: objects, kind: 'List', metadata: { resourceVersion: '' } };
}

/** A copy with the members of every object in alphabetical order. */
export function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sortKeys(part)]));
}
