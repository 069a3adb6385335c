// The decision: create what is missing, delete what is too much, report.
import type { Kind } from '../../api/kind.ts';
import { controllerReference } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import type { Request } from '../../component.ts';
import { allAtOnce, inGrowingBatches } from '../attempts.ts';
import { createPod, deletePod } from '../pod-control.ts';
import { isActive, isTerminating, untilNextAvailableMs } from '../pod-facts.ts';
import { podFromTemplate } from '../pod-from-template.ts';
import { paceOf } from './pace.ts';
import { rankVictims } from './rank-victims.ts';
import type { Replicas } from './replicas.ts';
import type { Failure } from './status.ts';
import { statusRequests } from './status.ts';

/** At most so many pods are created or deleted at one look. */
const burst = 500;

export interface ReplicasInput {
  readonly kind: Kind;
  readonly set: Replicas;
  /** The pods that the set manages. */
  readonly pods: readonly Pod[];
  /** The pods of all sets under the same controller; asked for only where pods must go. */
  readonly related: () => readonly Pod[];
  readonly isNamespaceTerminating: boolean;
  readonly countsTerminating: boolean;
  readonly nowMs: number;
}

export function reconcileReplicas(input: ReplicasInput): Request[] {
  const { kind, set, pods, nowMs } = input;
  const active = pods.filter(isActive);
  const end = (reason: Failure['reason']) => (error?: string) => {
    const failure = error === undefined ? undefined : { reason, message: error };
    return [
      ...statusRequests({
        kind,
        set,
        active,
        terminating: input.countsTerminating ? countTerminating(pods) : undefined,
        failure,
        nowMs,
      }),
      ...wakeRequests(set, active, nowMs),
      ...(error === undefined ? [] : [{ verb: 'fail', message: error } as const]),
    ];
  };
  const surplus = active.length - (set.spec.replicas ?? 1);
  if (set.metadata.deletionTimestamp !== undefined || surplus === 0) return end('FailedCreate')();
  if (surplus > 0) {
    const victims = rankVictims(active, input.related(), nowMs).slice(0, Math.min(surplus, burst));
    return allAtOnce(
      victims.map((pod) => deletePod(set, pod)),
      end('FailedDelete'),
    );
  }
  if (input.isNamespaceTerminating) return end('FailedCreate')();
  const object = podFromTemplate(set.spec.template, set, controllerReference(set));
  const { creations: length, waitMs } = paceOf(pods, Math.min(-surplus, burst), nowMs);
  const creations = Array.from({ length }, () => createPod(set, object));
  return [
    ...inGrowingBatches(creations, end('FailedCreate')),
    ...(waitMs === undefined ? [] : [{ verb: 'wake', afterMs: waitMs } as const]),
  ];
}

function countTerminating(pods: readonly Pod[]): number {
  return pods.filter(
    (pod) => isTerminating(pod) && pod.status?.phase !== 'Failed' && pod.status?.phase !== 'Succeeded',
  ).length;
}

/** A pod becomes available by waiting: nothing rings when it does. */
function wakeRequests(set: Replicas, active: readonly Pod[], nowMs: number): Request[] {
  const { minReadySeconds = 0 } = set.spec;
  const afterMs = minReadySeconds > 0 ? untilNextAvailableMs(active, minReadySeconds, nowMs) : undefined;
  return afterMs === undefined ? [] : [{ verb: 'wake', afterMs }];
}
