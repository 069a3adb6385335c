// apply --force: an object that the server does not change is deleted and created anew.
import type { KubeObject, Status, Wait } from '../../../sim/index.ts';
import type { Context } from '../../command.ts';
import { serverErrorText } from '../../command.ts';
import { createObject } from '../../creation.ts';
import type { JsonMap, Manifest } from '../../manifest-files.ts';
import type { ApplyOptions } from './apply-options.ts';

/** How often it is looked whether the old object is gone. */
const POLL_MS = 1000;

export type Replaced = { readonly object: KubeObject } | Status | { readonly text: string };

export interface Replacement {
  readonly manifest: Manifest;
  /** What is to be. */
  readonly modified: JsonMap;
  /** What was. */
  readonly current: KubeObject;
}

/** What could not be created is put back as it was. */
export function* replaceByForce(
  context: Context,
  { manifest, modified, current }: Replacement,
  { deletion, timeoutMs, fieldValidation }: ApplyOptions,
): Generator<Wait, Replaced, void> {
  const { api, view } = context.cluster;
  const { kind, namespace, name } = manifest;
  const deleted = api.delete(kind, namespace, name, deletion);
  if (!deleted.ok) return deleted.status;
  const now = () => context.process.host.now();
  const untilMs = now() + timeoutMs;
  while (view.get(kind, namespace, name) !== undefined) {
    if (now() >= untilMs) return { text: 'context deadline exceeded' };
    yield { ready: () => false, untilMs: Math.min(now() + POLL_MS, untilMs) };
  }
  const created = yield* createObject(context, kind, modified, { fieldValidation });
  if (created.ok) return { object: created.object };
  const { resourceVersion: _, ...metadata } = current.metadata;
  const restored = api.create(kind, { ...current, metadata }, {});
  if (restored.ok) return created.status;
  const [wanted, kept] = [created.status, restored.status].map((status) => serverErrorText(status));
  return {
    text: `An error occurred force-replacing the existing object with the newly provided one:\n\n${wanted}.\n\nAdditionally, an error occurred attempting to restore the original object:\n\n${kept}`,
  };
}
