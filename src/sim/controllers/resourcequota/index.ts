// The resource quota controller.
// Watches: quotas, and the objects that quotas count. Writes: what quotas allow and how much of it is used.
// Decides: nothing; it counts again what the API server has added up since, because objects also end and go.
// Source: "Resource Quotas" in the documentation.
import { kinds } from '../../api/index.ts';
import type { Kind } from '../../api/kind.ts';
import type { KubeObject } from '../../api/meta.ts';
import { keyOf, splitKey } from '../../api/meta.ts';
import type { ResourceQuota } from '../../api/resource-quota.ts';
import { ResourceQuotaKind } from '../../api/resource-quota.ts';
import type { Change } from '../../apiserver/store.ts';
import type { Component, View } from '../../component.ts';
import { isEqual } from '../../machinery/equality.ts';
import type { QuotaEvaluator } from '../../quota/evaluator.ts';
import { evaluatorOf } from '../../quota/evaluator.ts';
import { recount } from './recount.ts';

/** From a change to the look at it. */
const latencyMs = 10;
/** Every quota is counted again from time to time, whatever happens. */
const resyncMs = 300_000;

interface Counted {
  readonly kind: Kind;
  readonly evaluator: QuotaEvaluator;
}

const counted: readonly Counted[] = kinds.flatMap((kind) => {
  const evaluator = evaluatorOf(kind);
  return evaluator ? [{ kind, evaluator }] : [];
});

export const resourceQuotaController: Component = {
  name: 'resourcequota-controller',
  latencyMs,
  doorbells: [
    { kind: ResourceQuotaKind as Kind, keys: quotaKeys },
    ...counted.map(({ kind, evaluator }) => ({
      kind,
      keys: (change: Change, view: View) =>
        isLess(change, evaluator) ? quotasFor(change.after, evaluator, view) : [],
    })),
  ],
  reconcile(key, view, nowMs) {
    const { namespace, name } = splitKey(key);
    const quota = view.get(ResourceQuotaKind, namespace, name);
    if (!quota) return [];
    const next = recount(quota, counted, view, nowMs);
    return [
      ...(next ? [{ verb: 'updateStatus', kind: ResourceQuotaKind as Kind, object: next } as const] : []),
      { verb: 'wake', afterMs: resyncMs, periodic: true },
    ];
  },
};

function quotaKeys({ type, before, after }: Change): string[] {
  if (type === 'DELETED') return [];
  const hardOf = (quota: KubeObject | undefined) => (quota as ResourceQuota | undefined)?.spec.hard;
  return before && isEqual(hardOf(before), hardOf(after)) ? [] : [keyOf(after)];
}

/** New objects are counted by the API server. */
function isLess({ type, before, after, atMs }: Change, evaluator: QuotaEvaluator): boolean {
  if (type === 'DELETED') return true;
  return before !== undefined && (evaluator.shrinksWith?.(after, before, atMs) ?? false);
}

function quotasFor({ metadata }: KubeObject, evaluator: QuotaEvaluator, view: View): string[] {
  const isInterested = ({ spec }: ResourceQuota) =>
    Object.keys(spec.hard ?? {}).some((name) => evaluator.tracks(name));
  return view.list(ResourceQuotaKind, metadata.namespace).filter(isInterested).map(keyOf);
}
