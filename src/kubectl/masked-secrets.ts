// What kubectl diff shows of Secrets: which of their values change, never what they are.
import type { KubeObject } from '../sim/index.ts';
import { mapAt, withValueAt } from './objects.ts';

const MASK = '***';

/** Both versions of a Secret with their values masked; all other objects as they are. */
export function maskedSecrets(
  live: KubeObject | undefined,
  merged: KubeObject,
): readonly [live: KubeObject | undefined, merged: KubeObject] {
  if (merged.kind !== 'Secret' || merged.apiVersion !== 'v1') return [live, merged];
  const [before, after] = [mapAt(live, 'data'), mapAt(merged, 'data')];
  return [
    live && masked(live, before, after, `${MASK} (before)`),
    masked(merged, after, before, `${MASK} (after)`),
  ];
}

function masked(
  object: KubeObject,
  data: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
  changed: string,
): KubeObject {
  if (Object.keys(data).length === 0) return object;
  const shown = Object.keys(data).map((key) => {
    const isChanged = Object.hasOwn(other, key) && other[key] !== data[key];
    return [key, isChanged ? changed : MASK] as const;
  });
  return withValueAt(object, ['data'], Object.fromEntries(shown)) as KubeObject;
}
