// What an object would be once its manifest was applied: a dry run of the API server, which changes nothing.
import type { KubeObject } from '../sim/index.ts';
import { PatchError } from '../sim/index.ts';
import type { Context } from './command.ts';
import { lastApplied, parseLastApplied } from './last-applied.ts';
import type { Manifest } from './manifest-files.ts';
import { mapAt, withValueAt } from './objects.ts';
import type { JsonObject } from './patches.ts';
import { threeWayPatch } from './patches.ts';
import type { Problem } from './problems.ts';

export type WouldBe =
  | {
      /** As it is; undefined where there is none. */
      readonly live: KubeObject | undefined;
      readonly merged: KubeObject;
    }
  | { readonly problem: Problem };

export function wouldApply({ cluster: { api } }: Context, manifest: Manifest): WouldBe {
  const { kind, namespace, name, object, source, origin } = manifest;
  const options = { dryRun: true, fieldValidation: 'Strict' } as const;
  const found = api.get(kind, namespace, name);
  if (!found.ok) {
    const created = api.create(kind, object, options);
    return created.ok
      ? { live: undefined, merged: created.object }
      : { problem: { status: created.status, origin } };
  }
  const live = found.object;
  const states = {
    original: parseLastApplied(lastApplied(live)),
    // Without annotations of its own, those that are there stay.
    modified: withValueAt(
      object,
      ['metadata', 'annotations'],
      mapAt(object, 'metadata', 'annotations'),
    ) as JsonObject,
    current: live as unknown as JsonObject,
  };
  const patch = threeWayPatch(states, kind);
  if (patch instanceof PatchError) return { problem: { text: patch.message, origin } };
  if (Object.keys(patch).length === 0) return { live, merged: live };
  const answer = api.patch(kind, namespace, name, { type: 'strategic', body: patch }, options);
  if (answer.ok) return { live, merged: answer.object };
  const doing = `error when patching ${JSON.stringify(source)}`;
  return { problem: { status: answer.status, doing, origin } };
}
