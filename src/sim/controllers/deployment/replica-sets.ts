// What can be said of the ReplicaSets of a Deployment from the objects alone.
import type { Deployment } from '../../api/deployment.ts';
import type { PodTemplateSpec } from '../../api/pod-spec.ts';
import type { ReplicaSet } from '../../api/replica-set.ts';
import { isEqual } from '../../machinery/equality.ts';
import { compareText } from '../../machinery/go-text.ts';
import type { IntOrString } from '../../machinery/int-or-string.ts';
import { resolveFenceposts } from '../../machinery/int-or-string.ts';
import { parseRfc3339 } from '../../machinery/time.ts';

export const HASH_LABEL = 'pod-template-hash';

/** The ReplicaSet of the template as it is now, if there is one, and those of the templates before. */
export interface Versions {
  readonly current: ReplicaSet | undefined;
  readonly old: readonly ReplicaSet[];
}

/** Sorts out a Deployment's ReplicaSets. Where several have its template, the oldest is the current one. */
export function versionsOf(deployment: Deployment, sets: readonly ReplicaSet[]): Versions {
  const wanted = withoutHash(deployment.spec.template);
  const current = sets.toSorted(byAge).find(({ spec }) => isEqual(withoutHash(spec.template), wanted));
  return { current, old: sets.filter((set) => set !== current) };
}

/** All of them, the current one last. */
export function allOf({ current, old }: Versions): readonly ReplicaSet[] {
  return current ? [...old, current] : old;
}

/** The ReplicaSets that are to have pods. */
export function activeOf(sets: readonly ReplicaSet[]): ReplicaSet[] {
  return sets.filter((set) => sizeOf(set) > 0);
}

/** How many pods a ReplicaSet, or a Deployment, is to have. */
export function sizeOf({ spec }: { readonly spec: { readonly replicas?: number } }): number {
  return spec.replicas ?? 1;
}

export function sumOf(sets: readonly ReplicaSet[], count: (set: ReplicaSet) => number): number {
  return sets.reduce((sum, set) => sum + count(set), 0);
}

export function totalSizeOf(sets: readonly ReplicaSet[]): number {
  return sumOf(sets, sizeOf);
}

export function availableOf({ status }: ReplicaSet): number {
  return status?.availableReplicas ?? 0;
}

/** Oldest first; those of one second by name. */
export function byAge(a: ReplicaSet, b: ReplicaSet): number {
  return createdMs(a) - createdMs(b) || compareText(a.metadata.name, b.metadata.name);
}

export function isRollingUpdate({ spec }: Deployment): boolean {
  return spec.strategy?.type === 'RollingUpdate';
}

/** How many pods there may be beyond those wanted. */
export function maxSurgeOf(deployment: Deployment): number {
  return fenceposts(deployment).surge;
}

/** How many of the wanted pods need not be available. */
export function maxUnavailableOf(deployment: Deployment): number {
  return Math.min(fenceposts(deployment).unavailable, sizeOf(deployment));
}

function fenceposts(deployment: Deployment): { surge: number; unavailable: number } {
  const none = { surge: 0, unavailable: 0 };
  if (!isRollingUpdate(deployment)) return none;
  const bounds: { maxSurge?: IntOrString; maxUnavailable?: IntOrString } =
    deployment.spec.strategy?.rollingUpdate ?? {};
  const resolved = resolveFenceposts(bounds.maxSurge, bounds.maxUnavailable, sizeOf(deployment));
  return resolved.ok ? resolved.value : none;
}

/** A template apart from the label that a ReplicaSet adds to it. No labels are as good as none at all. */
function withoutHash({ metadata, spec }: PodTemplateSpec): object {
  const { labels = {}, ...rest } = metadata ?? {};
  const { [HASH_LABEL]: _, ...own } = labels;
  return { metadata: { ...rest, labels: own }, spec };
}

function createdMs({ metadata }: ReplicaSet): number {
  return parseRfc3339(metadata.creationTimestamp ?? '') ?? 0;
}
