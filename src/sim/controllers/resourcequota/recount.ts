// How much of a quota is used, counted object by object.
import type { Kind } from '../../api/kind.ts';
import type { ResourceQuota } from '../../api/resource-quota.ts';
import type { View } from '../../component.ts';
import { isEqual } from '../../machinery/equality.ts';
import { ZERO_QUANTITY } from '../../machinery/quantity.ts';
import type { ResourceList } from '../../machinery/resource-list.ts';
import {
  addResources,
  areSameResources,
  pickResources,
  readResources,
  writeResources,
} from '../../machinery/resource-list.ts';
import type { QuotaEvaluator } from '../../quota/evaluator.ts';
import { isCounted } from '../../quota/evaluator.ts';

/** The quota with its status as it should be; undefined if it is. */
export function recount(
  quota: ResourceQuota,
  counted: readonly { readonly kind: Kind; readonly evaluator: QuotaEvaluator }[],
  view: View,
  nowMs: number,
): ResourceQuota | undefined {
  const { hard = {} } = quota.spec;
  let used: ResourceList = new Map();
  for (const { kind, evaluator } of counted) {
    const names = Object.keys(hard).filter((name) => evaluator.tracks(name));
    if (names.length === 0) continue;
    used = addResources(used, new Map(names.map((name) => [name, ZERO_QUANTITY])));
    for (const object of view.list(kind, quota.metadata.namespace)) {
      if (!isCounted(quota, evaluator, object)) continue;
      const usage = evaluator.usage(object, nowMs);
      used = addResources(
        used,
        pickResources(usage, (name) => names.includes(name)),
      );
    }
  }
  const { status } = quota;
  const isRight =
    status?.used !== undefined &&
    isEqual(status.hard, hard) &&
    areSameResources(readResources(status.used), used);
  return isRight ? undefined : { ...quota, status: { hard, used: writeResources(used) } };
}
