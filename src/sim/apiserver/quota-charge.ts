// What the quotas of a namespace say of a new or changed object: no, or what they are with it.
// The API server writes the sums itself, at once, so that a hundred requests of one moment cannot all fit into the last
// place. Source: "Resource Quotas"; wording from recordings of 1.36 and Kubernetes' own messages.
// Departs: a request that is refused for another reason after the quotas agreed leaves no trace in them.
import type { Kind } from '../api/kind.ts';
import type { KubeObject } from '../api/meta.ts';
import type { ResourceQuota } from '../api/resource-quota.ts';
import { ResourceQuotaKind } from '../api/resource-quota.ts';
import type { View } from '../component.ts';
import { compareQuantities, isNegative } from '../machinery/quantity.ts';
import type { ResourceList } from '../machinery/resource-list.ts';
import {
  addResources,
  describeResources,
  excessOf,
  pickResources,
  readResources,
  withoutZeros,
  writeResources,
} from '../machinery/resource-list.ts';
import type { QuotaEvaluator } from '../quota/evaluator.ts';
import { evaluatorOf, isCounted } from '../quota/evaluator.ts';
import type { Status } from './status.ts';
import { forbidden } from './status.ts';

export interface Charged {
  readonly kind: Kind;
  readonly object: KubeObject;
  /** What it was before, if it is not new. */
  readonly stored?: KubeObject;
  readonly view: View;
  readonly nowMs: number;
}

/** The refusal, or the quotas that change. */
export type Charge =
  | { readonly ok: true; readonly quotas: readonly ResourceQuota[] }
  | { readonly ok: false; readonly status: Status };

const NOTHING: Charge = { ok: true, quotas: [] };

export function chargeQuotas(charged: Charged): Charge {
  const { kind, object, stored, view, nowMs } = charged;
  const quotas = view.list(ResourceQuotaKind, object.metadata.namespace ?? '');
  if (quotas.length === 0) return NOTHING;
  const evaluator = evaluatorOf(kind);
  if (!evaluator || (stored && !evaluator.growsWith?.(object, stored))) return NOTHING;
  const refuse = (why: string): Charge => ({
    ok: false,
    status: forbidden(kind, object.metadata.name, why),
  });
  const interested = quotas.filter((quota) => isInterested(quota, evaluator, object));
  for (const quota of interested) {
    const why = problemWith(quota, evaluator, object);
    if (why) return refuse(why);
  }
  const usage = evaluator.usage(object, nowMs);
  const negative = [...usage].filter(([, amount]) => isNegative(amount)).map(([name]) => name);
  if (negative.length > 0) {
    return refuse(`quota usage is negative for resource(s): ${negative.sort().join(',')}`);
  }
  const changed: ResourceQuota[] = [];
  for (const quota of interested) {
    const isKnown = stored !== undefined && isCounted(quota, evaluator, stored);
    const added = withoutZeros(isKnown ? excessOf(usage, evaluator.usage(stored, nowMs)) : usage);
    const result = addTo(quota, added);
    if (typeof result === 'string') return refuse(result);
    if (result) changed.push(result);
  }
  return { ok: true, quotas: changed };
}

function isInterested(quota: ResourceQuota, evaluator: QuotaEvaluator, object: KubeObject): boolean {
  const hard = Object.keys(quota.status?.hard ?? {});
  return hard.some((name) => evaluator.tracks(name)) && isCounted(quota, evaluator, object);
}

/** What keeps a quota from counting an object at all. */
function problemWith(
  quota: ResourceQuota,
  evaluator: QuotaEvaluator,
  object: KubeObject,
): string | undefined {
  const { hard = {}, used = {} } = quota.status ?? {};
  const { name } = quota.metadata;
  const restricted = Object.keys(hard).filter((resource) => evaluator.tracks(resource));
  const missing = evaluator.missing?.(object, restricted);
  if (missing) return `failed quota: ${name}: ${missing}`;
  if (restricted.every((resource) => Object.hasOwn(used, resource))) return undefined;
  return `status unknown for quota: ${name}, resources: ${restricted.sort().join(',')}`;
}

/** The quota with more used, why that is too much, or undefined if the quota does not care. */
function addTo(quota: ResourceQuota, added: ResourceList): ResourceQuota | string | undefined {
  const hard = readResources(quota.status?.hard);
  const used = readResources(quota.status?.used);
  const requested = pickResources(added, (name) => hard.has(name));
  if (requested.size === 0) return undefined;
  const sums = addResources(used, requested);
  const exceeded = (name: string) => {
    const [sum, limit] = [sums.get(name), hard.get(name)];
    return (
      requested.has(name) && sum !== undefined && limit !== undefined && compareQuantities(sum, limit) > 0
    );
  };
  const [over, before, limits] = [requested, used, hard].map((list) => pickResources(list, exceeded));
  if (over && over.size > 0) {
    const told = [over, before, limits].map((list) => describeResources(list ?? new Map()));
    return `exceeded quota: ${quota.metadata.name}, requested: ${told[0]}, used: ${told[1]}, limited: ${told[2]}`;
  }
  return { ...quota, status: { ...quota.status, used: writeResources(sums) } };
}
