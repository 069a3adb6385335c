// Admission never lets a namespace take more than its quotas allow. A quota that comes late, or is lowered, may find more.
import type { Kind } from '../../api/kind.ts';
import { keyOf } from '../../api/meta.ts';
import type { ResourceQuota } from '../../api/resource-quota.ts';
import { ResourceQuotaKind } from '../../api/resource-quota.ts';
import type { View } from '../../component.ts';
import type { Quantity } from '../../machinery/quantity.ts';
import { compareQuantities, formatQuantity, isZero } from '../../machinery/quantity.ts';
import { addResources, readResources } from '../../machinery/resource-list.ts';
import { evaluatorOf, isCounted } from '../../quota/evaluator.ts';
import type { Invariant, Moment, Write } from './moment.ts';

export const quotaUse: Invariant = {
  name: 'quotas are never exceeded by admission [I10]',
  broken(moment) {
    const { view, writes } = moment;
    const created = writes.filter(
      ({ type, kind }) => type === 'ADDED' && kind !== (ResourceQuotaKind as Kind),
    );
    return created.flatMap((write) =>
      view
        .list(ResourceQuotaKind, write.after.metadata.namespace ?? '')
        .filter((quota) => !isJustCounted(quota, writes))
        .flatMap((quota) => excess(quota, write, moment)),
    );
  },
};

/** Its bounds may be newer than what was created in the same moment. */
function isJustCounted({ metadata }: ResourceQuota, writes: readonly Write[]): boolean {
  return writes.some(
    ({ by, after }) => by === 'resourcequota-controller' && after.metadata.uid === metadata.uid,
  );
}

function excess(quota: ResourceQuota, { kind, after }: Write, { view, nowMs }: Moment): string[] {
  const evaluator = evaluatorOf(kind);
  if (!evaluator || !isCounted(quota, evaluator, after)) return [];
  const own = evaluator.usage(after, nowMs);
  const total = usedBy(kind, quota, view, nowMs);
  return [...readResources(quota.status?.hard)].flatMap(([name, hard]) => {
    const [asked, used] = [own.get(name), total.get(name)];
    if (!asked || isZero(asked) || !used || compareQuantities(used, hard) <= 0) return [];
    const sums = `${formatQuantity(used)} of ${formatQuantity(hard)} ${name}`;
    return [`with ${kind.singular} ${keyOf(after)} the quota ${keyOf(quota)} is at ${sums}`];
  });
}

function usedBy(kind: Kind, quota: ResourceQuota, view: View, nowMs: number): ReadonlyMap<string, Quantity> {
  const evaluator = evaluatorOf(kind);
  if (!evaluator) return new Map();
  return view
    .list(kind, quota.metadata.namespace)
    .filter((object) => isCounted(quota, evaluator, object))
    .map((object) => evaluator.usage(object, nowMs))
    .reduce(addResources, new Map());
}
