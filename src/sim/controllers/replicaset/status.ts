// What the status of a set of replicas says.
import type { Kind } from '../../api/kind.ts';
import type { Condition } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import type { Request } from '../../component.ts';
import { isEqual } from '../../machinery/equality.ts';
import { selectorFromLabels } from '../../machinery/labels.ts';
import { formatRfc3339 } from '../../machinery/time.ts';
import { isAvailable, isReady } from '../pod-facts.ts';
import type { Replicas } from './replicas.ts';

export interface Failure {
  readonly reason: 'FailedCreate' | 'FailedDelete';
  readonly message: string;
}

export interface StatusInput {
  readonly kind: Kind;
  readonly set: Replicas;
  readonly active: readonly Pod[];
  /** How many pods are on their way out, for kinds that say so. */
  readonly terminating: number | undefined;
  readonly failure: Failure | undefined;
  readonly nowMs: number;
}

/** The update of the status, if it says anything new. */
export function statusRequests(input: StatusInput): Request[] {
  const { kind, set } = input;
  const status = statusOf(input);
  return isEqual(status, set.status)
    ? []
    : [{ verb: 'updateStatus', kind, object: { ...set, status } as Replicas }];
}

function statusOf({
  set,
  active,
  terminating,
  failure,
  nowMs,
}: StatusInput): NonNullable<Replicas['status']> {
  const { template, minReadySeconds = 0 } = set.spec;
  const templateLabels = selectorFromLabels(template.metadata?.labels ?? {});
  const ready = active.filter(isReady);
  const available =
    minReadySeconds === 0 ? ready : ready.filter((pod) => isAvailable(pod, minReadySeconds, nowMs));
  const conditions = conditionsAfter(set.status?.conditions ?? [], failure, nowMs);
  return {
    replicas: active.length,
    ...ifAny(
      'fullyLabeledReplicas',
      active.filter((pod) => templateLabels.matches(pod.metadata.labels)).length,
    ),
    ...ifAny('readyReplicas', ready.length),
    ...ifAny('availableReplicas', available.length),
    ...(terminating === undefined ? {} : { terminatingReplicas: terminating }),
    ...ifAny('observedGeneration', set.metadata.generation ?? 0),
    ...(conditions.length === 0 ? {} : { conditions }),
  };
}

/** Counts of zero are left out of a status. */
function ifAny(field: string, count: number): Record<string, number> {
  return count === 0 ? {} : { [field]: count };
}

/** The first failure stays until all goes well again. */
function conditionsAfter(
  before: readonly Condition[],
  failure: Failure | undefined,
  nowMs: number,
): Condition[] {
  const others = before.filter((condition) => condition.type !== 'ReplicaFailure');
  const known = before.find((condition) => condition.type === 'ReplicaFailure');
  if (!failure) return others;
  if (known) return [...before];
  const { reason, message } = failure;
  const lastTransitionTime = formatRfc3339(nowMs);
  return [...others, { type: 'ReplicaFailure', status: 'True', lastTransitionTime, reason, message }];
}
