// The part of metadata that the API server writes itself.
import type { Kind } from '../api/kind.ts';
import type { KubeObject, ObjectMeta } from '../api/meta.ts';
import { isEqual } from '../machinery/equality.ts';
import { generateName } from '../machinery/names.ts';
import type { Random } from '../machinery/random.ts';
import { formatRfc3339 } from '../machinery/time.ts';

/** Metadata for a new object: name (generated if asked for), uid, generation and time of creation. */
export function metadataForCreate(kind: Kind, given: ObjectMeta, nowMs: number, random: Random): ObjectMeta {
  const { resourceVersion: _, deletionTimestamp: __, deletionGracePeriodSeconds: ___, ...kept } = given;
  const name = given.name || (given.generateName ? generateName(given.generateName, random) : '');
  return {
    ...kept,
    name,
    uid: random.uuid(),
    creationTimestamp: formatRfc3339(nowMs),
    ...(kind.hasGeneration ? { generation: 1 } : {}),
  };
}

/** Metadata for a changed object: what only the server writes is taken from the stored one. */
export function metadataForUpdate(given: ObjectMeta, stored: ObjectMeta): ObjectMeta {
  const next: ObjectMeta = { ...given, name: stored.name };
  for (const field of serverFields) {
    if (stored[field] === undefined) delete next[field];
    else (next as unknown as Record<string, unknown>)[field] = stored[field];
  }
  return next;
}

const serverFields = [
  'namespace',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'generateName',
] as const satisfies readonly (keyof ObjectMeta)[];

/** True where anything but metadata and status differs, or annotations that are handed on: that is what `generation` counts. */
export function isNewGeneration(kind: Kind, next: KubeObject, stored: KubeObject): boolean {
  const handedOn = ({ metadata }: KubeObject) => (kind.handsOnAnnotations ? metadata.annotations : undefined);
  const counted = (object: KubeObject) => ({
    ...object,
    metadata: handedOn(object) ?? {},
    status: undefined,
  });
  return !isEqual(counted(next), counted(stored));
}

/** The object with one more generation, where its kind counts them. */
export function bumpGeneration<T extends KubeObject>(object: T): T {
  const { generation } = object.metadata;
  if (generation === undefined) return object;
  return { ...object, metadata: { ...object.metadata, generation: generation + 1 } };
}
