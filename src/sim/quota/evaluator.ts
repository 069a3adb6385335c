// What a quota needs to know of a kind: which of its resources the kind's objects use, and how much of each.
import { ConfigMapKind } from '../api/config-map.ts';
import { EventKind } from '../api/event.ts';
import type { Kind } from '../api/kind.ts';
import { resourceName } from '../api/kind.ts';
import type { KubeObject } from '../api/meta.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import { PodKind } from '../api/pod.ts';
import { ReplicationControllerKind } from '../api/replication-controller.ts';
import type { ResourceQuota, ScopeRequirement } from '../api/resource-quota.ts';
import { ResourceQuotaKind } from '../api/resource-quota.ts';
import { SecretKind } from '../api/secret.ts';
import { ServiceKind } from '../api/service.ts';
import { quantityOf } from '../machinery/quantity.ts';
import type { ResourceList } from '../machinery/resource-list.ts';
import { claimEvaluator } from './claims.ts';
import { podEvaluator } from './pods.ts';
import { serviceEvaluator } from './services.ts';

export interface QuotaEvaluator {
  /** Whether a resource that a quota names is one that objects of this kind use. */
  tracks(resource: string): boolean;
  /** How much an object uses of the resources that are tracked. */
  usage(object: KubeObject, nowMs: number): ResourceList;
  /** Whether an object is one of those that a scope means. */
  isInScope(object: KubeObject, scope: ScopeRequirement): boolean;
  /** What an object must say so that it can be counted against these resources; undefined if nothing is missing. */
  missing?(object: KubeObject, resources: readonly string[]): string | undefined;
  /** Whether a change may make an object use more. */
  growsWith?(next: KubeObject, old: KubeObject): boolean;
  /** Whether a change may make an object use less. */
  shrinksWith?(next: KubeObject, old: KubeObject, nowMs: number): boolean;
}

const known = new Map<Kind, QuotaEvaluator>([
  [PodKind as Kind, podEvaluator],
  [ServiceKind as Kind, serviceEvaluator],
  [PersistentVolumeClaimKind as Kind, claimEvaluator],
]);

/** Kinds that were counted before there was `count/…`. */
const aliased = new Set<Kind>([
  ConfigMapKind as Kind,
  ReplicationControllerKind as Kind,
  ResourceQuotaKind as Kind,
  SecretKind as Kind,
]);

/** Undefined for kinds that no quota counts: events, and what is in no namespace. */
export function evaluatorOf(kind: Kind): QuotaEvaluator | undefined {
  if (!kind.namespaced || kind === (EventKind as Kind)) return undefined;
  const found = known.get(kind);
  if (found) return found;
  const made = countEvaluator(kind);
  known.set(kind, made);
  return made;
}

/** Counts objects, whatever they are. */
function countEvaluator(kind: Kind): QuotaEvaluator {
  const names = [`count/${resourceName(kind)}`, ...(aliased.has(kind) ? [kind.plural] : [])];
  const one: ResourceList = new Map(names.map((name) => [name, quantityOf(1)]));
  return { tracks: (resource) => one.has(resource), usage: () => one, isInScope: () => false };
}

/** All scopes of a quota as requirements. */
export function scopesOf({ spec }: ResourceQuota): readonly ScopeRequirement[] {
  const named = (spec.scopes ?? []).map((scopeName) => ({ scopeName, operator: 'Exists' }));
  return [...named, ...(spec.scopeSelector?.matchExpressions ?? [])];
}

/** Whether a quota counts an object. */
export function isCounted(quota: ResourceQuota, evaluator: QuotaEvaluator, object: KubeObject): boolean {
  return scopesOf(quota).every((scope) => evaluator.isInScope(object, scope));
}
