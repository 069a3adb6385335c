// Preemption: a pod that fits nowhere makes pods of lower priority leave, and waits for their room.
//
// Departs: all nodes are looked at, where a real scheduler stops at a tenth of them (100 at least).
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import { PodDisruptionBudgetKind } from '../../api/pod-disruption-budget.ts';
import type { Request, View } from '../../component.ts';
import { formatRfc3339 } from '../../machinery/time.ts';
import { rejectionWith } from '../attempt.ts';
import type { Diagnosis } from '../fit-error.ts';
import { histogram, NOT_HELPFUL } from '../fit-error.ts';
import { cheapest } from './choose.ts';
import { priorityOf, whyNotEligible } from './priority.ts';
import type { Victims } from './victims.ts';
import { victimsOn } from './victims.ts';

/** Where room is made, or why none can be, as FailedScheduling says it. */
export type Preemption = { readonly victims: Victims } | { readonly message: string };

/** Works out what a pod that fits nowhere could make of its priority. */
export function preempt(pod: Pod, view: View, diagnosis: Diagnosis): Preemption {
  if ('refusal' in diagnosis) return { message: 'not found' };
  const message = whyNotEligible(pod, (node) => view.onNode(PodKind, node));
  if (message !== undefined) return { message };
  const budgets = view.list(PodDisruptionBudgetKind);
  const candidates: Victims[] = [];
  const reasons: string[] = [];
  for (const { state, isFinal } of diagnosis.rejections) {
    const found = isFinal
      ? { reasons: [NOT_HELPFUL] }
      : victimsOn(state, pod, budgets, (changed) => rejectionWith(pod, changed, view));
    if ('pods' in found) candidates.push(found);
    else reasons.push(...found.reasons);
  }
  const victims = cheapest(candidates);
  if (victims) return { victims };
  return { message: `0/${diagnosis.nodeCount} nodes are available: ${histogram(reasons)}.` };
}

/** Tells the victims, and the pods of lower priority that were to get this room. */
export function evictions(preemptor: Pod, { state, pods }: Victims, view: View, nowMs: number): Request[] {
  const message = `Preempted by pod ${preemptor.metadata.uid} on node ${state.name}`;
  const told = pods
    .filter((victim) => !victim.metadata.deletionTimestamp)
    .flatMap((victim): Request[] => {
      const { namespace = '', name, uid = '' } = victim.metadata;
      return [
        { verb: 'updateStatus', kind: PodKind, object: withDisruption(victim, nowMs), otherwise: () => [] },
        {
          verb: 'delete',
          kind: PodKind,
          namespace,
          name,
          options: { preconditions: { uid } },
          otherwise: () => [],
        },
        { verb: 'event', event: { regarding: victim, type: 'Normal', reason: 'Preempted', message } },
      ];
    });
  const displaced = view
    .onNode(PodKind, '')
    .filter(({ status }) => status?.nominatedNodeName === state.name)
    .filter((pod) => priorityOf(pod) < priorityOf(preemptor))
    .map(
      (pod): Request => ({
        verb: 'updateStatus',
        kind: PodKind,
        object: withoutNomination(pod),
        otherwise: () => [],
      }),
    );
  return [...told, ...displaced];
}

function withDisruption(pod: Pod, nowMs: number): Pod {
  const condition = {
    type: 'DisruptionTarget',
    status: 'True' as const,
    lastProbeTime: null,
    lastTransitionTime: formatRfc3339(nowMs),
    reason: 'PreemptionByScheduler',
    message: 'default-scheduler: preempting to accommodate a higher priority pod',
    ...(pod.metadata.generation === undefined ? {} : { observedGeneration: pod.metadata.generation }),
  };
  const others = (pod.status?.conditions ?? []).filter(({ type }) => type !== 'DisruptionTarget');
  return { ...pod, status: { ...pod.status, conditions: [...others, condition] } };
}

function withoutNomination(pod: Pod): Pod {
  const { nominatedNodeName: _, ...status } = pod.status ?? {};
  return { ...pod, status };
}
