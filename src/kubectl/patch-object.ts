// A patch sent to the API server: of an object, or of the part of it that --subresource names.
import type { FieldValidation, Kind, KubeObject, Patch, Status } from '../sim/index.ts';
import { applyPatch, isEqual, mergeKeyLookup } from '../sim/index.ts';
import type { Context } from './command.ts';
import { printWarnings } from './command.ts';
import { numberAt } from './objects.ts';
import { hasSubresource, noSuchResource, scaleKind, scaleOf } from './subresources.ts';

export type Patched =
  | {
      /** That of the subresource, where there is one. */
      readonly kind: Kind;
      readonly object: KubeObject;
      readonly isChanged: boolean;
    }
  | { readonly status: Status };

export interface PatchOptions {
  readonly dryRun?: boolean;
  readonly fieldValidation: FieldValidation;
}

/** Sends a patch, and prints what the server warns of. */
export function patchObject(
  context: Context,
  { kind, object }: { readonly kind: Kind; readonly object: KubeObject },
  patch: Patch,
  options: PatchOptions,
): Patched {
  const { name, namespace = '' } = object.metadata;
  const subresource = context.flags.text('subresource') ?? '';
  if (subresource !== '' && !hasSubresource(kind, subresource)) return { status: noSuchResource };
  if (subresource === 'scale') return patchScale(context, kind, object, patch, options);
  const answer = context.cluster.api.patch(kind, namespace, name, patch, {
    ...options,
    ...(subresource === 'status' ? { subresource } : {}),
  });
  printWarnings(context, answer);
  if (!answer.ok) return answer;
  return { kind, object: answer.object, isChanged: !isEqual(answer.object, object) };
}

/** The scale of an object, changed by a patch of its own. */
function patchScale(
  { cluster }: Context,
  kind: Kind,
  object: KubeObject,
  patch: Patch,
  options: PatchOptions,
): Patched {
  const scale = scaleOf(kind, object);
  const patched = applyPatch(scale, patch, mergeKeyLookup(scaleKind.schema));
  if (!patched.ok) return patched;
  const replicas = numberAt(patched.value, 'spec', 'replicas') ?? 0;
  const { name, namespace = '' } = object.metadata;
  const answer = cluster.api.scale(kind, namespace, name, replicas, options);
  if (!answer.ok) return answer;
  const next = scaleOf(kind, answer.object);
  return { kind: scaleKind, object: next, isChanged: !isEqual(next, scale) };
}
