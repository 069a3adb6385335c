// The annotation in which `kubectl apply` keeps what it applied last: the manifest itself, as one line of JSON.
import type { KubeObject, Patch } from '../sim/index.ts';
import { goJson } from '../sim/index.ts';
import type { Context } from './command.ts';
import type { JsonMap } from './manifest-files.ts';
import { mapAt, textAt } from './objects.ts';
import type { JsonObject } from './patches.ts';
import { sortKeys } from './printers/index.ts';

export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** The manifest with itself as annotation. */
export function withLastApplied(manifest: JsonMap): JsonMap {
  const metadata = mapAt(manifest, 'metadata');
  const { [LAST_APPLIED]: _, ...annotations } = mapAt(metadata, 'annotations');
  const bare = { ...manifest, metadata: { ...metadata, annotations } };
  const text = `${goJson(sortKeys(bare))}\n`;
  return { ...manifest, metadata: { ...metadata, annotations: { ...annotations, [LAST_APPLIED]: text } } };
}

/** A patch that makes a manifest what was applied last, as it stands; and nothing else. */
export function lastAppliedPatch(manifest: JsonMap): Patch {
  const text = `${goJson(sortKeys(manifest))}\n`;
  return { type: 'merge', body: { metadata: { annotations: { [LAST_APPLIED]: text } } } };
}

/** What is sent of an object that a command made up: with --save-config it keeps itself. */
export function savedConfig({ flags }: Context, object: KubeObject): KubeObject {
  if (!flags.bool('save-config')) return object;
  return withLastApplied(object as unknown as JsonMap) as unknown as KubeObject;
}

/** What was applied last; undefined where the object was not made by apply. */
export function lastApplied(object: KubeObject): string | undefined {
  return textAt(object, 'metadata', 'annotations', LAST_APPLIED);
}

/** What was applied before: nothing where the annotation is missing or was broken by hand. */
export function parseLastApplied(text: string | undefined): JsonObject {
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
  } catch {
    return {};
  }
}
