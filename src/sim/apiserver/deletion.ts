// Deleting: at once, after a grace period, or when the last finalizer is gone.
// Source: the documentation of finalizers, graceful pod termination and garbage collection.
import type { Kind } from '../api/kind.ts';
import type { KubeObject } from '../api/meta.ts';
import type { DeleteOptions } from '../component.ts';
import { formatRfc3339, parseRfc3339 } from '../machinery/time.ts';
import { bumpGeneration } from './metadata.ts';

/** Finalizers by which the garbage collector carries out a propagation policy. */
export const FOREGROUND = 'foregroundDeletion';
export const ORPHAN = 'orphan';

/** What a delete request makes of a stored object: it is gone, it waits, or nothing changes. */
export type Deletion =
  /** `before`: what is stored for no time at all, so that watchers see that it was deleted before it is gone. */
  | { readonly outcome: 'remove'; readonly object: KubeObject; readonly before?: KubeObject }
  | { readonly outcome: 'mark'; readonly object: KubeObject }
  | { readonly outcome: 'none' };

export function planDeletion(
  kind: Kind,
  stored: KubeObject,
  options: DeleteOptions,
  nowMs: number,
): Deletion {
  const finalizers = finalizersAfter(stored.metadata.finalizers ?? [], options.propagationPolicy);
  const graceSeconds = kind.gracePeriodSeconds?.(stored, options.gracePeriodSeconds) ?? 0;
  const { deletionTimestamp, deletionGracePeriodSeconds = 0 } = stored.metadata;
  if (graceSeconds === 0 && finalizers.length === 0 && !kind.isHeld?.(stored)) {
    const isSeen = kind.gracePeriodSeconds !== undefined && deletionTimestamp === undefined;
    if (!isSeen) return { outcome: 'remove', object: stored };
    const before = bumpGeneration(marked(begun(kind, stored), [], nowMs, 0));
    return { outcome: 'remove', object: before, before };
  }
  if (deletionTimestamp !== undefined) {
    if (graceSeconds >= deletionGracePeriodSeconds) return { outcome: 'none' };
    // A second request may only shorten the wait, counted from the first one.
    const startMs = (parseRfc3339(deletionTimestamp) ?? nowMs) - deletionGracePeriodSeconds * 1000;
    return {
      outcome: 'mark',
      object: marked(stored, finalizers, Math.max(startMs + graceSeconds * 1000, nowMs), graceSeconds),
    };
  }
  return {
    outcome: 'mark',
    object: bumpGeneration(
      marked(begun(kind, stored), finalizers, nowMs + graceSeconds * 1000, graceSeconds),
    ),
  };
}

/** True where nothing holds a deleted object any longer. */
export function isReleased(kind: Kind, object: KubeObject): boolean {
  const { deletionTimestamp, deletionGracePeriodSeconds = 0, finalizers = [] } = object.metadata;
  return (
    deletionTimestamp !== undefined &&
    deletionGracePeriodSeconds === 0 &&
    finalizers.length === 0 &&
    !kind.isHeld?.(object)
  );
}

function begun(kind: Kind, stored: KubeObject): KubeObject {
  return kind.markDeleted?.(stored) ?? stored;
}

function finalizersAfter(
  finalizers: readonly string[],
  policy: DeleteOptions['propagationPolicy'],
): string[] {
  if (policy === undefined) return [...finalizers];
  const others = finalizers.filter((finalizer) => finalizer !== FOREGROUND && finalizer !== ORPHAN);
  if (policy === 'Foreground') return [...others, FOREGROUND];
  return policy === 'Orphan' ? [...others, ORPHAN] : others;
}

function marked(stored: KubeObject, finalizers: string[], untilMs: number, graceSeconds: number): KubeObject {
  const metadata = {
    ...stored.metadata,
    deletionTimestamp: formatRfc3339(untilMs),
    deletionGracePeriodSeconds: graceSeconds,
  };
  if (finalizers.length > 0) metadata.finalizers = finalizers;
  else delete metadata.finalizers;
  return { ...stored, metadata };
}
